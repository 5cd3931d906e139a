import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import { runMain, type MainRun } from "./run-main";

const HEADINGS =
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code," +
  "region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown," +
  "plans_issued_den,plans_issued_within_20_weeks,plans_issued_den_ex";
const ALL = "All EHC plans issued";

/** Neighbours of 839 by the model, and others so that a row is not a fifth of the file. */
const AREAS = ["839", "822", "803", "866", "935", "931", "938", "333", "330", "808", "380", "381"];

const row = (area: string, issued: number | string, inTime: number | string): string =>
  `2024,Calendar year,Local authority,E92000001,England,E12000009,South West,,${area},Name,${ALL},${ALL},${issued},${inTime},9`;
const rows = AREAS.map((area, i) => row(area, 100 + i, 20 + i));
const csv = (lines: readonly string[] = rows): string => `${[HEADINGS, ...lines].join("\n")}\n`;

const board =
  "Indicator,Section,Better when,Unit,Frequency,Period,Value,Target,Commentary\r\nSeen,Waits,higher,percent,monthly,Mar 25,7,90,\r\n";

const built = (files: Readonly<Record<string, string | Uint8Array>>): MainRun =>
  runMain("build", { "board.csv": board, ...files }, ["--authority", "839"]);

/** `role area value status comparability` of the share of plans issued in time. */
const inTime = (run: MainRun): string[] =>
  run
    .table("star/kpi_value.csv")
    .filter(
      ({ indicator_id, origin }) =>
        indicator_id === "ehc_plans_within_20_weeks_pct" && origin === "published",
    )
    .map(({ area_role, area_code, method, value, status, comparability, rank }) =>
      [area_role, area_code, method, value && Number(value).toFixed(2), status, comparability, rank]
        .filter((word) => word !== "")
        .join(" "),
    );
const own = (run: MainRun): string => inTime(run).find((line) => line.startsWith("own"))!;

const said = (run: MainRun, rule: string): string[] =>
  run
    .table("checks/findings.csv")
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);

describe("published statistics behind the gate", function () {
  it("stand as they are where the whole file was read, whatever order its releases are in", () => {
    const run = built({
      "2024/plans.csv": csv(),
      "2025/plans.csv": csv([row("839", 200, 30)]),
    });
    expect(own(run)).to.equal("own 839 published 15.00 ok comparable");
    expect(inTime(run).filter((line) => / (not_available|caution)/.test(line))).to.deep.equal([]);
    expect(said(run, "F20")).to.deep.equal([]);
  });

  it("are not shown of a file that breaks off, and neither are averages made of it", () => {
    const whole = csv();
    const run = built({ "2025/plans.csv": whole.slice(0, whole.length - 40) });
    expect(own(run)).to.equal("own 839 published not_available");
    expect(run.status).to.equal(1);
    expect(said(run, "F22")).to.have.length(1);
    expect(inTime(run).filter((line) => / ok/.test(line))).to.deep.equal([]);
    const open = built({
      "2025/plans.csv": csv([...rows.slice(0, 6), row("331", '"1', 1), ...rows.slice(6)]),
    });
    expect(inTime(open).filter((line) => / ok/.test(line))).to.deep.equal([]);
  });

  it("are whole where a footnote is the last line, with a line end or without", () => {
    for (const note of ["Source: SEN2 return", "Counts are of one day each."]) {
      const run = built({ "2025/plans.csv": csv() + note });
      expect(own(run)).to.match(/^own 839 published 20.00 ok comparable/);
      expect(run.status).to.equal(0);
    }
    const cut = built({ "2025/plans.csv": `${csv()}Isles of` });
    expect(own(cut)).to.equal("own 839 published not_available");
  });

  it("are a caution, and nobody's rank is told, where rows were lost or the last may be cut", () => {
    const lost = built({ "2025/plans.csv": csv([...rows, row("331", 1, "1,2,3")]) });
    expect(own(lost)).to.equal("own 839 published 20.00 ok caution");
    expect(inTime(lost).some((line) => /neighbour_average .* ok comparable/.test(line))).to.equal(
      false,
    );
    const [{ rows_eligible, rows_left_out }] = lost
      .table("star/kpi_value.csv")
      .filter(({ origin, area_role }) => origin === "published" && area_role === "own");
    expect([rows_eligible, rows_left_out]).to.deep.equal(["13", "1"]);
    const open = built({ "2025/plans.csv": csv().slice(0, -1) });
    expect(own(open)).to.equal("own 839 published 20.00 ok caution");
    const unplaced = built({
      "2025/plans.csv": csv(rows.map((line, i) => (i > 7 ? line.replace("2024", "2O24") : line))),
    });
    expect(own(unplaced)).to.equal("own 839 published not_available");
  });

  it("are not shown where a number cannot be of its unit, or the file contradicts itself", () => {
    const printed = (share: string): Record<string, string> => ({
      "2025/plans.csv": csv(rows)
        .replace("plans_issued_den_ex", "plans_issued_den_ex,pc_plans_issued_within_20_weeks")
        .replaceAll(",9\n", `,9,${share}\n`),
    });
    expect(own(built(printed("20.0")))).to.match(/^own 839 published 20.00 ok comparable/);
    expect(own(built(printed("19.2")))).to.match(/^own 839 published 20.00 ok caution/);
    expect(own(built(printed("80.0")))).to.equal("own 839 published not_available");
    for (const [issued, inTime] of [
      [20, 100],
      [100, "20%"],
      [100, 20.5],
    ] as const) {
      const odd = built({ "2025/plans.csv": csv([row("839", issued, inTime)]) });
      expect(own(odd), `${inTime} of ${issued}`).to.equal("own 839 published not_available");
    }
  });

  it("are not shown where two files differ of which nobody can tell the later, and both are named", () => {
    const other = csv([row("839", 100, 60)]);
    const pairs: readonly Readonly<Record<string, string | Uint8Array>>[] = [
      { "2025/plans.csv": csv(), "2025/plans (1).csv": other },
      { "plans.csv": csv(), "plans-copy.csv": other },
      { "2025.zip": zipSync({ "data/a.csv": strToU8(csv()), "data/b.csv": strToU8(other) }) },
    ];
    for (const files of pairs) {
      const run = built(files);
      expect(own(run)).to.equal("own 839 published not_available");
      expect(said(run, "F20")).to.have.length(1);
      for (const name of Object.keys(files))
        expect(said(run, "F20")[0]).to.contain(name.endsWith(".zip") ? "a.csv and b.csv" : name);
    }
    const same = built({ "plans.csv": csv(), "plans-copy.csv": csv(rows.slice(0, 3)) });
    expect(own(same)).to.match(/^own 839 published 20.00 ok comparable/);
  });
});

describe("KPI sheets behind the gate", function () {
  const headings = "Indicator,Section,Better when,Unit,Frequency,Period,Value,Target,Commentary";
  const kpi = (name: string, period: string, value: number | string): string =>
    `${name},Waits,higher,number,monthly,${period},${value},90,`;
  const figures = (run: MainRun): string[] =>
    run
      .table("star/kpi_value.csv")
      .filter(({ area_role }) => area_role === "own")
      .map(({ indicator_id, period_label, value, status, comparability }) =>
        [indicator_id, period_label, value, status, comparability].join(" ").trim(),
      );
  const sheet = (...rows: readonly string[]): string => `${[headings, ...rows].join("\n")}\n`;

  it("show none of two figures for one period, on one sheet or on two, and name where they stand", () => {
    const rows = [kpi("Seen", "Mar 25", 7), kpi("Held", "Mar 25", 3), kpi("Held", "Feb 25", 2)];
    const one = built({ "board.csv": sheet(...rows, kpi("Seen", "Mar 25", 8)) });
    expect(figures(one)).to.deep.equal([
      "seen Mar 2025  not_available",
      "held Feb 2025 2 ok comparable",
      "held Mar 2025 3 ok comparable",
    ]);
    expect(said(one, "B20")).to.have.length(1);
    expect(said(one, "B52")[0]).to.match(/Mar 2025, twice in board\.csv: none is shown/);
    const two = built({ "board.csv": sheet(...rows), "b.csv": sheet(kpi("Held", "Mar 25", 4)) });
    expect(figures(two)).to.include("held Mar 2025  not_available");
    expect(said(two, "B52")[0]).to.match(/b\.csv and in board\.csv|board\.csv and in b\.csv/);
    const same = built({ "board.csv": sheet(...rows, kpi("Seen", "Mar 25", 7)) });
    expect(figures(same)).to.include("seen Mar 2025 7 ok comparable");
    expect(said(same, "B52")).to.deep.equal([]);
  });

  it("are a caution where rows have a field too many, and not read in another unit than the KPI's", () => {
    const shifted = kpi("Seen", "Mar 25", "1.234,5");
    const weeks = kpi("Held", "Mar 25", "3 weeks").replace("number", "days");
    const run = built({ "board.csv": sheet(shifted, weeks, kpi("Heard", "Mar 25", 7)) });
    expect(figures(run).filter((line) => !/ ok caution$/.test(line))).to.deep.equal([
      "held Mar 2025  missing",
    ]);
    expect(said(run, "B62")).to.have.length(1);
  });

  it("are a caution where rows of the file were lost, or its last line has no end", () => {
    const whole = sheet(kpi("Seen", "Mar 25", 7), kpi("Held", "Mar 25", 30));
    const open = built({ "board.csv": whole.slice(0, -1) });
    expect(figures(open)).to.deep.equal([
      "seen Mar 2025 7 ok caution",
      "held Mar 2025 30 ok caution",
    ]);
  });

  it("are a caution where the sheet breaks off, and not shown where more than a fifth is lost", () => {
    const names = ["Seen", "Heard", "Asked", "Begun", "Held"];
    const whole = sheet(...names.map((name) => kpi(name, "Mar 25", 7)));
    const cut = built({ "board.csv": whole.slice(0, -6) });
    expect(figures(cut)).to.deep.equal(
      ["seen", "heard", "asked", "begun"].map((id) => `${id} Mar 2025 7 ok caution`),
    );
    expect(cut.status).to.equal(0);
    const open = built({ "board.csv": whole.replace("Begun,", '"Begun,') });
    expect(figures(open)).to.deep.equal(
      ["seen", "heard", "asked"].map((id) => `${id} Mar 2025  not_available`),
    );
    expect(open.status).to.equal(1);
    expect(said(open, "F22")).to.have.length(1);
  });
});

import { expect } from "chai";
import type { BuildResult } from "../../../prep/results";
import { makeSample } from "../../../prep/sample/make-sample";
import { makeMhsds, mhsdsFiles } from "../../../prep/sample/mhsds/mhsds";
import { partsThatDiffer } from "../../figure-parts";
import { publishedCsv } from "../../published-file";
import { pupil, schoolXml } from "../collections/school-census/one-school";
import { upnOf } from "../collections/sen2/model/one-case";
import { build, check, rowsOf, text, type MemoryFile } from "./run";
import { active, issued, person, request, smallReturn, xmlFile } from "./small-return";

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A return of people that are numbered on from one. */
const returnOf = (authority: string, first: number, count: number): MemoryFile =>
  xmlFile(
    smallReturn(
      2025,
      Array.from({ length: count }, (_, i) =>
        person(
          first + i,
          request(
            "2024-02-01",
            "2024-03-01",
            {},
            issued(i % 2 ? "2024-06-03" : "2024-09-03"),
            active(),
          ),
        ),
      ),
      { LEA: authority },
    ),
    `${authority}/sen2.xml`,
  );
const censusOf = (authority: string, number: string): MemoryFile =>
  schoolXml(`${authority}/census.xml`, {
    lea: authority,
    onRoll: [pupil({ upn: upnOf(number), sen: "E" }), pupil({ upn: upnOf("024001009"), sen: "K" })],
  });

// Person 3 is in the returns of both councils: the child moved.
const folder: readonly MemoryFile[] = [
  returnOf("838", 1, 3),
  returnOf("839", 3, 4),
  returnOf("840", 30, 5),
  censusOf("838", "024001001"),
  censusOf("839", "024001002"),
  text("releases/2025/timeliness.csv", `${publishedCsv("timeliness_20_week").text}\n`),
];

/** Figures without the key of their source, which counts on over the councils. */
const figuresFor = ({ star }: BuildResult, authority: string): Row[] =>
  rowsOf(star, "kpi_value")
    .filter((row) => row.for_area_code === authority)
    .map((row) => ({ ...row, source_key: null }));

describe("several authorities in one build", () => {
  let together: BuildResult;
  before(async function () {
    together = await build(folder, { authorities: ["838", "839"] });
  });

  for (const authority of ["838", "839"])
    it(`give each figure of ${authority} as its own build does`, async () => {
      const alone = await build(folder, { authority });
      expect(figuresFor(together, authority)).to.deep.equal(figuresFor(alone, authority));
      expect(figuresFor(alone, authority).length).to.be.greaterThan(500);
      for (const name of ["ehc_request", "ehc_plan", "census_pupil", "ehc_caseload"])
        expect(alone.star.has(name), name).to.equal(true);
    });

  it("hold the people of those councils alone, each opened by its own", async () => {
    const of = (name: string): Row[] => rowsOf(together.star, name);
    const people = of("person");
    const alone = await Promise.all(
      ["838", "839"].map((authority) => build(folder, { authority })),
    );
    const pseudonyms = (star: BuildResult["star"]) =>
      rowsOf(star, "person").map(({ pseudonym }) => pseudonym);
    for (const [i, authority] of ["838", "839"].entries())
      expect(
        people.filter(({ area_code: area }) => area === authority).map((row) => row.pseudonym),
      ).to.deep.equal(pseudonyms(alone[i].star));
    expect(people.length).to.equal(alone.flatMap(({ star }) => pseudonyms(star)).length);
    // The child whom both know has one pseudonym and a row for each.
    const twice = people.filter(
      ({ pseudonym }, i) => people.findIndex((row) => row.pseudonym === pseudonym) !== i,
    );
    expect(twice.length).to.be.greaterThan(0);

    const keys = new Set(people.map(({ person_key: key }) => key));
    expect(keys.size).to.equal(people.length);
    const requests = of("ehc_request");
    expect(requests.length).to.equal(3 + 4);
    expect(requests.every(({ person_key: key }) => keys.has(key))).to.equal(true);
    const plans = new Set(of("ehc_plan").map(({ plan_key: key }) => key));
    expect(plans.size).to.equal(3 + 4);
    expect(of("placement").every(({ plan_key: key }) => plans.has(key))).to.equal(true);
  });

  it("tell of a council that was not asked for once, and account for every row", () => {
    expect(
      together.findings.filter(({ file }) => file.startsWith("840")).map(({ rule }) => rule),
    ).to.deep.equal(["F05"]);
    const left = together.rows.filter(({ file }) => file.startsWith("840"));
    expect(left.every(({ rowsOut }) => rowsOut === 0)).to.equal(true);
    const used = together.rows.filter(({ file }) => /^83[89]/.test(file));
    expect(used.every(({ rowsRejected }) => rowsRejected === 0)).to.equal(true);
    const keys = together.rows.map(({ file, table }) => `${file} ${table}`);
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it("stand in the tables of board, breakdowns and comparators without a difference", () => {
    expect(partsThatDiffer((table) => rowsOf(together.star, table))).to.deep.equal([]);
    const days = rowsOf(together.star, "date").map(({ date }) => date);
    expect(days).to.deep.equal([...new Set(days)].sort());
    const sources = new Set(rowsOf(together.star, "source").map((row) => row.source_key));
    expect(rowsOf(together.star, "kpi_value").every((row) => sources.has(row.source_key))).to.equal(
      true,
    );
  });

  it("are refused where a number is none, with the nearest, or a return says none", async () => {
    const failure = (files: readonly MemoryFile[], authorities: string[]): Promise<string> =>
      build(files, { authorities }).then(
        () => "built",
        (error: Error) => error.message,
      );
    expect(await failure(folder, ["838", "389"])).to.match(
      /^No authority has the number 389\. The nearest are: 839 Bournemouth.*, 359 Wigan/,
    );
    expect(await failure([...folder, returnOf("", 50, 1)], ["838", "839"])).to.match(
      /do not say which authority they are of, and several are built: .*sen2\.xml/,
    );
  });

  it("count mental health by where people live, and no board's own figures besides", async () => {
    const { history } = makeSample({ people: 30, years: 1, seed: 3 });
    const months = { first: 2024 * 12 + 1, last: 2024 * 12 + 4 };
    const health = makeMhsds(history, { seed: 3, people: 80, ...months });
    const extracts = [...mhsdsFiles(health)].map(({ name, chunks }) => ({
      name,
      chunks: [...chunks],
    }));
    const authorities = ["886", "999"];
    const all = await build(extracts, { authorities });
    for (const authority of authorities) {
      const alone = figuresFor(await build(extracts, { authority }), authority);
      expect(figuresFor(all, authority)).to.deep.equal(alone);
      expect(
        alone.some(({ value }) => Number(value) > 0),
        authority,
      ).to.equal(true);
    }
    const refused = await build(extracts, { authorities, mhsds: { icb: "QKS" } }).catch(
      (error: Error) => error.message,
    );
    expect(refused).to.match(/^The mental health figures of the board QKS .* several are built/);
  });
});

describe("an authority that has ended", () => {
  it("is built, and those that followed it are named", async () => {
    const { findings, star } = await build([returnOf("909", 1, 2)], { authority: "909" });
    expect(
      findings.filter(({ rule }) => rule === "F24").map(({ message }) => message),
    ).to.deep.equal([
      "909 Cumbria ended on 31 March 2023; 942 Cumberland and 943 Westmorland and Furness followed. Published figures of it are of before.",
    ]);
    expect(rowsOf(star, "ehc_request").length).to.equal(2);
  });
});

describe("KPI sheets of several authorities", () => {
  const sheet = (name: string, area: string, value: number): MemoryFile =>
    text(
      name,
      [
        "Indicator,Section,Better when,Unit,Frequency,Period,Value",
        `${area} parents at the conference,Voice,higher,number,monthly,Mar 25,${value}`,
        "",
      ].join("\r\n"),
    );
  it("are refused where one KPI has two units, and judge no direction that they disagree on", async () => {
    const kept = (council: string, unit: string, better: string): MemoryFile =>
      text(
        `${council} board.csv`,
        `Indicator,Section,Better when,Unit,Frequency,Period,Value\r\nOur parents,Voice,${better},${unit},monthly,Mar 25,41\r\n`,
      );
    const bothBuilt = (unit: string, better: string) =>
      build(
        [
          kept("Dorset", "number", "higher"),
          kept("Bournemouth, Christchurch and Poole", unit, better),
        ],
        { authorities: ["838", "839"] },
      );
    const refused = await bothBuilt("per cent", "higher").catch((error: Error) => error.message);
    expect(refused).to.match(
      /different units[^]*Our parents: count for Dorset, percent for Bournemouth/,
    );
    const { star } = await bothBuilt("number", "lower");
    expect(
      rowsOf(star, "indicator").find(({ indicator_id }) => indicator_id === "our_parents")!
        .polarity,
    ).to.equal("neutral");
  });

  it("are read by the unit of the council that has numbers, where a board gives another words", async () => {
    const board = text(
      "board.csv",
      "KPI,Section,Better when,Words instead of a figure\r\nOur parents,Voice,lower,Not counted yet\r\n",
    );
    const kept = text(
      "Bournemouth, Christchurch and Poole.csv",
      "Indicator,Section,Better when,Unit,Frequency,Period,Value\r\nOur parents,Voice,lower,per cent,monthly,Mar 25,41%\r\n",
    );
    const { star } = await build([board, kept], { authorities: ["838", "839"] });
    expect(
      rowsOf(star, "indicator").find(({ indicator_id }) => indicator_id === "our_parents"),
    ).to.include({ unit: "percent", polarity: "lower" });
  });

  const files = [
    sheet("Dorset board.csv", "All", 41),
    sheet("Bournemouth, Christchurch and Poole board.csv", "All", 17),
    sheet("board of nobody.csv", "Some", 5),
  ];

  it("are of the council that they name, and left out where they name none", async () => {
    const { star, findings, rows } = await build(files, { authorities: ["838", "839"] });
    expect(
      rowsOf(star, "kpi_board").map(({ area_code: area, value }) => `${area} ${value}`),
    ).to.deep.equal(["838 41", "839 17"]);
    expect(findings.filter(({ rule }) => rule === "B91").map(({ file }) => file)).to.deep.equal([
      "board of nobody.csv",
    ]);
    expect(rows.find(({ file }) => file === "board of nobody.csv")).to.include({ rowsOut: 0 });
    const checked = await check(files, { authorities: ["838", "839"] });
    expect(checked.findings.map(({ rule }) => rule)).to.include("B91");
    expect(checked.rows.length).to.equal(3);
  });
});

describe("all authorities of an area", () => {
  const figuresOf = ({ star }: BuildResult, area: string): Row[] =>
    rowsOf(star, "kpi_board").filter((row) => row.area_code === area);

  it("of a board add up to it, each beside it, and their shares are pooled", async () => {
    // Dorset and Bournemouth, Christchurch and Poole make up one board.
    const together = await build(folder, { allOf: "QVV" });
    const own = await Promise.all(["838", "839"].map((authority) => build(folder, { authority })));
    const key = (row: Row): string => `${row.indicator_id} ${row.frequency} ${row.period_end}`;
    const parts = own.map((one, i) => {
      const rows = figuresOf(one, ["838", "839"][i]).filter(({ origin }) => origin === "counted");
      return new Map(rows.map((row) => [key(row), row]));
    });
    const board = figuresOf(together, "QVV").filter(({ origin }) => origin === "counted");
    let [counts, shares] = [0, 0];
    for (const row of board) {
      const [a, b] = parts.map((one) => one.get(key(row)));
      if (row.status !== "ok") continue;
      const sum = (column: string): number => Number(a![column]) + Number(b![column]);
      if (row.denominator === null) {
        counts += 1;
        expect(row.value, key(row)).to.equal(sum("value"));
        expect(row.comparability_note).to.equal("Sum of 2 councils");
      } else {
        shares += 1;
        expect(row.value).to.be.closeTo((100 * sum("numerator")) / sum("denominator"), 1e-9);
        expect(row.comparability_note).to.match(/^Pooled: /);
      }
    }
    expect([counts > 100, shares > 20]).to.deep.equal([true, true]);
    const [area] = rowsOf(together.star, "area").filter((row) => row.area_code === "QVV");
    expect(area).to.include({ area_name: "NHS Dorset ICB", area_level: "icb" });
    const means = rowsOf(together.star, "kpi_value").filter(
      ({ area_role: role, for_area_code: of, method }) =>
        role === "other" && of === "QVV" && method === "mean",
    );
    expect(means.length).to.be.greaterThan(20);
    expect(partsThatDiffer((table) => rowsOf(together.star, table))).to.deep.equal([]);
    expect(figuresOf(together, "838").length).to.equal(figuresOf(own[0], "838").length);
  });

  it("have no figure where a council has none, and say which", async () => {
    const together = await build(
      folder.filter(({ name }) => !name.startsWith("839")),
      { allOf: "QVV" },
    );
    const counted = figuresOf(together, "QVV").filter(({ origin }) => origin === "counted");
    expect(counted.length).to.be.greaterThan(100);
    for (const row of counted)
      expect([
        row.value,
        /^Without a figure: (838, )?839$/.test(String(row.status_text)),
      ]).to.deep.equal([null, true]);
  });

  it("are called councils touching a board where one lies in another too", async () => {
    const { star, findings } = await build([returnOf("881", 1, 3), returnOf("889", 9, 2)], {
      allOf: "qh8",
    });
    const area = rowsOf(star, "area").find((row) => row.area_level === "icb")!;
    expect(area).to.include({
      area_code: "QH8 touching",
      area_name: "Councils touching NHS Mid and South Essex ICB",
    });
    // Southend and Thurrock have given nothing; Blackburn is no part of it.
    expect(findings.filter(({ rule }) => rule === "F23").length).to.equal(2);
    expect(rowsOf(star, "kpi_board").filter((row) => row.area_code === "889")).to.deep.equal([]);
  });
});

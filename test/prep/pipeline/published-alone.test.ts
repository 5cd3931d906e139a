import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { csvRows } from "../../csv-rows";
import { publishedCsv } from "../../published-file";
import { bundleProgram, removeProgram, runProgram, writeFiles, type Run } from "./command-line";
import { build, rowsOf, text, type MemoryFile } from "./run";

type Row = Readonly<Record<string, string | number | boolean | null>>;

const SETS = [
  "annual_reviews",
  "assessments",
  "caseload",
  "ceased_plans",
  "newplans",
  "personal_budgets",
  "requests",
  "residential_settings",
  "sen_need_newplans",
  "sen_needs_all_plans",
  "timeliness_20_week",
  "work_based_placements",
  "neet_scorecard_2025",
];
const releases: readonly MemoryFile[] = SETS.map((name) =>
  text(`releases/2025/${name}.csv`, `${publishedCsv(name).text}\n`),
);

describe("a folder of published statistics alone", () => {
  let place: string;
  let built: Run;
  let figures: readonly Readonly<Record<string, string>>[];

  before(async function () {
    await bundleProgram();
    place = mkdtempSync(join(tmpdir(), "published-"));
    writeFiles(join(place, "in"), releases);
    const args = ["build", "in", "--out", "out", "--authority", "839", "--json", "--quiet"];
    built = runProgram(place, args, { SEND_SCORECARD_KEY: "" });
    figures = csvRows(readFileSync(join(place, "out/star/kpi_value.csv"), "utf8"));
  });
  after(() => {
    removeProgram();
    rmSync(place, { recursive: true, force: true });
  });

  const ofBoard = () => figures.filter(({ breakdown }) => breakdown === "all");
  const one = (id: string, label: string, role: string, method = "published") =>
    figures.find(
      (row) =>
        row.indicator_id === id &&
        row.period_label === label &&
        row.area_role === role &&
        row.method === method,
    )!;

  it("builds without a key, and says of none that it was used", () => {
    expect([built.status, built.stderr]).to.deep.equal([0, ""]);
    expect(JSON.parse(built.stdout)).to.include({ exitCode: 0, keyFrom: null });
    for (const file of ["power-bi/SEND.pbip", "exceptions/exceptions.html", "manifest.json"])
      expect(readFileSync(join(place, "out", file), "utf8").length, file).to.be.greaterThan(0);
  });

  it("is told of before by 'published list', with page and indicators", () => {
    const listed = runProgram(place, ["published", "list", "--json"]);
    const { datasets } = JSON.parse(listed.stdout) as {
      datasets: readonly { dataset: string; page: string; feeds: readonly string[] }[];
    };
    expect(listed.status).to.equal(0);
    const one = datasets.find(({ dataset }) => dataset === "timeliness_20_week")!;
    expect(one.page).to.match(/^https:.*education-health-and-care-plans$/);
    expect(one.feeds).to.include("ehc_plans_within_20_weeks_pct");
    const words = runProgram(place, ["published", "list"]).stdout;
    expect(words).to.match(/Ceased EHC plans +as published +8 indicators/);
    expect(words).to.match(/Section 251 .* in the declared form +4 indicators/);
    expect(words).to.match(/Adult social care outcomes .* in the declared form +2 indicators/);
  });

  it("gives more than 80 KPIs with England and the region beside each", () => {
    const with_ = (role: string): Set<string> =>
      new Set(ofBoard().flatMap((row) => (row.area_role === role ? row.indicator_id : [])));
    const own = with_("own");
    expect(own.size).to.be.greaterThan(80);
    for (const role of ["england", "region", "neighbour"])
      expect(
        [...own].filter((id) => !with_(role).has(id)),
        role,
      ).to.deep.equal([]);
  });

  it("tells history, change, rank and band of the own figures", () => {
    const id = "ehc_plans_within_20_weeks_excl_exceptions_pct";
    const history = ofBoard().filter((row) => row.indicator_id === id && row.area_role === "own");
    expect(
      history.map(({ period_label: year, value, previous, movement, judgement }) => [
        year,
        Number(value).toFixed(1),
        previous === "" ? null : Number(previous).toFixed(1),
        movement,
        judgement,
      ]),
    ).to.deep.equal([
      ["2019", "91.3", null, "", ""],
      ["2020", "21.9", "91.3", "down", "worsening"],
      ["2021", "31.2", "21.9", "up", "improving"],
      ["2022", "7.3", "31.2", "down", "worsening"],
      ["2023", "4.8", "7.3", "down", "worsening"],
      ["2024", "77.6", "4.8", "up", "improving"],
    ]);
    expect(one(id, "2024", "own")).to.include({ rank: "43", rank_of: "151", quartile: "2" });
  });

  it("works out a share whose x stands beside both its parts, and calls it derived", () => {
    const refused = "ehc_requests_refused_pct";
    const own = one(refused, "2022", "own");
    expect(own).to.include({ numerator: "95", denominator: "837", status: "ok" });
    expect(own.comparability_note).to.match(/^Derived: /);
    const mean = one(refused, "2022", "neighbour_average", "mean");
    expect(mean.area_count).to.equal("10");
    expect(mean.comparability_note).to.match(/derived in 822, /);
    // 2024 is printed.
    expect(one(refused, "2024", "own").comparability_note).not.to.match(/Derived/);
  });
});

describe("tables of one figure a row", () => {
  const declared = (...rows: string[]): MemoryFile =>
    text(
      "shared/figures.csv",
      `${["area_code,period,indicator_id,value,numerator,denominator", ...rows].join("\n")}\n`,
    );
  const figuresOf = async (file: MemoryFile, id: string): Promise<string[]> => {
    const { star } = await build([file], { authority: "839" });
    return rowsOf(star, "kpi_value").flatMap((row: Row) =>
      row.indicator_id === id && row.method === "published"
        ? `${row.area_role} ${row.area_code} ${row.period_label} ${row.value} ${row.numerator}/${row.denominator}`
        : [],
    );
  };

  it("of the declared form are read for any indicator of the catalogue", async () => {
    const file = declared(
      "839,2024/25,own_home_pct,40,40,100",
      "E06000059,2024/25,own_home_pct,50,5,10",
      "England,2024/25,own_home_pct,61.5,,",
      "E12000009,2024/25,own_home_pct,c,,",
    );
    expect((await figuresOf(file, "own_home_pct")).sort()).to.deep.equal([
      "england E92000001 2024/25 61.5 null/null",
      "own 839 2024/25 40 40/100",
      "region E12000009 2024/25 null null/null",
    ]);
  });

  it("tell rows whose area, period or indicator is not known, and show no figure of too few", async () => {
    const file = declared(
      "839,2024/25,own_home_pct,40,40,100",
      "999999,2024/25,own_home_pct,1,,",
      "839,some day,own_home_pct,1,,",
      "839,2024/25,own_hoem_pct,1,,",
    );
    expect(await figuresOf(file, "own_home_pct")).to.deep.equal(["own 839 2024/25 null null/null"]);
    const { findings, rows } = await build([file], { authority: "839" });
    const told = findings.map(({ rule, line, message }) => `${rule} ${line} ${message}`).join("\n");
    expect(told).to.match(/E40 3 /);
    expect(told).to.match(/E41 4 /);
    expect(told).to.match(/E42 5 .*own_hoem_pct.*own_home_pct/);
    expect(rows.find(({ table }) => table === "declared_figures")).to.include({
      rowsIn: 4,
      rowsOut: 2,
      rowsRejected: 2,
    });
  });

  it("may name area, indicator and parts, as the lists call them", async () => {
    const file = text(
      "shared/figures.csv",
      [
        "Area,Period,Indicator,Value,Numerator,Denominator",
        "839,2024-25,Adults with a learning disability in their own home or with family,40,40,100",
        "England,2024-25,Adults with a learning disability in their own home or with family,61.5,,",
        "839,2024-25,High needs spending,91500000.5,,",
        "838,2024-25,High needs spending,88000000,,",
        "QVV,2024-25,High needs spending,179500000,,",
        "839,2024/25 Q1,personal_health_budgets_rate,45.1,45,99800",
        "",
      ].join("\n"),
    );
    expect((await figuresOf(file, "own_home_pct")).sort()).to.deep.equal([
      "england E92000001 2024-25 61.5 null/null",
      "own 839 2024-25 40 40/100",
    ]);
    expect(await figuresOf(file, "high_needs_spend")).to.deep.equal([
      "own 839 2024-25 91500000.5 null/null",
    ]);
    const [rate] = await figuresOf(file, "personal_health_budgets_rate");
    expect(rate).to.match(/^own 839 Apr to Jun 2024 45\.09\d+ 45\/99800$/);
    const { findings } = await build([file], { authority: "839" });
    expect(findings).to.deep.equal([]);
  });

  it("is no figure under a name of two indicators, or of a number where a share is given", async () => {
    const file = text(
      "shared/figures.csv",
      [
        "area,period,indicator,value,numerator,denominator",
        "839,2024,Plans issued,12,12,40",
        "838,2024,Plans issued,12%,,",
      ].join("\n"),
    );
    const { star, findings } = await build([file], { authority: "839" });
    expect(rowsOf(star, "kpi_value")).to.deep.equal([]);
    expect(findings.map(({ rule }) => rule)).to.include("E42");
  });

  it("with areas of its own by name stay a KPI sheet", async () => {
    const file = text(
      "board.csv",
      "KPI,Area,Period,Value\nPlans issued,North,2024,12\nPlans issued,South,2024,14\n",
    );
    const { star } = await build([file], { authority: "839" });
    expect(
      rowsOf(star, "kpi_value").map((row: Row) => `${row.origin} ${row.breakdown_value}`),
    ).to.deep.equal(["sheet North", "sheet South"]);
  });

  it("of KPIs that a sheet alone has give the neighbours that the board has no other figure of", async () => {
    const sheet = text(
      "board.csv",
      "Ref,KPI,Unit,2023/24,2024/25\nA1,Cases open to the key working team,Number,10,12\nA2,Families who would recommend the service (%),%,50%,60%\n",
    );
    const shared = text(
      "shared/neighbours.csv",
      [
        "KPI,Area,Period,Value",
        "A2,822,2024/25,40%",
        "Families who would recommend the service (%),881,2024/25,50",
        "A2,800,2024/25,c",
      ].join("\n"),
    );
    const { star } = await build([sheet, shared], { authority: "839" });
    const rows = rowsOf(star, "kpi_value").filter((row: Row) => row.origin === "published");
    const own = rowsOf(star, "kpi_value").find(
      (row: Row) => row.origin === "sheet" && row.value === 60,
    )!;
    expect(new Set(rows.map((row: Row) => row.indicator_id))).to.deep.equal(
      new Set([own.indicator_id]),
    );
    const mean = rows.find(
      (row: Row) => row.area_role === "neighbour_average" && row.method === "mean",
    )!;
    expect(mean.value).to.equal(45);
    expect(mean.area_count).to.equal(2);
    expect(mean.comparability_note).to.match(/2 of 10 neighbours, without /);
  });

  it("of the interactive tool are read by its own keys, areas and years", async () => {
    const tool = text(
      "tool-2026/values.csv",
      "measure_short,years,la_number,value\n" +
        ["839,10", "970,8.1", "990,7.7", "838,9"]
          .map((cells) => `NEW_KS2_RWM_Sen_Withsta,2025,${cells}`)
          .join("\n") +
        "\nPrimFSM,2025,839,20\n",
    );
    expect((await figuresOf(tool, "ks2_rwm_ehc_pct")).sort()).to.deep.equal([
      "england E92000001 2024/25 8.1 null/null",
      "own 839 2024/25 10 null/null",
      "region E12000009 2024/25 7.7 null/null",
    ]);
  });
});

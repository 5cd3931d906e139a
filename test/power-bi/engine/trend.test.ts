import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { pageValues, reportPages, wellRows } from "../../../scripts/preview/report-pages.mjs";
import { fixture } from "../../fixture";
import { somePackage } from "../../prep/publish/power-bi/some-visual";
import { built, type Built } from "./built";
import { ask, type Answer, type Question } from "./engine";

const KPI = "Pupils with a plan in a mainstream school (%)";
const YEARS = ["2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24", "2024/25"];

/** A board with three years of its own; `years` is how many of England's and the neighbours'. */
const board = (isWhole: boolean): string => {
  const years = (figures: readonly string[]): string =>
    figures.map((figure, i) => (isWhole || (i >= 3 && i <= 5) ? figure : "")).join(",");
  return [
    `KPI,Area,${YEARS.join(",")},Target,Better when`,
    `${KPI},Testshire,${years(["", "", "", "41", "43", "45", ""])},50,higher`,
    `${KPI},Statistical neighbours,${years(["36", "37", "38.5", "40", "42", "44", "46"])},,`,
    `${KPI},England,${years(["35", "36", "37", "38", "39", "40", "41"])},,`,
    `Parents heard (%),Testshire,${years(["", "", "", "60", "61", "62", ""])},>60%,higher`,
    "",
  ].join("\n");
};

/** Measures that say what is shown of a KPI, or how many KPIs there are of a kind. */
const OF_KPI = [
  "Value",
  "Period shown",
  "Period end",
  "Previous value",
  "Target",
  "Target in words",
  "Strict target",
  "Status",
  "Data status",
  "Direction",
  "Exception",
  "England",
  "England period",
  "Neighbours",
  "Neighbours period",
];
const COUNTS = [
  "KPIs",
  "KPIs met",
  "KPIs near",
  "KPIs missed",
  "KPIs not rated",
  "KPIs without data",
  "Exceptions",
];

describe("the trend of a KPI with comparators of more years, evaluated", function () {
  this.timeout(600_000);
  const place = mkdtempSync(join(tmpdir(), "visual-"));
  const worlds: Record<"whole" | "own", Built | null> = { whole: null, own: null };
  before(async () => {
    const visual = join(place, "some.pbiviz");
    writeFileSync(visual, somePackage());
    const options = ["--visual", visual, "--authority", "839"];
    worlds.whole = await built({ "board.csv": board(true) }, { sample: false, options });
    worlds.own = await built({ "board.csv": board(false) }, { sample: false, options });
  });
  after(() => {
    for (const one of [place, ...Object.values(worlds).map((world) => dirname(world!.folder))])
      rmSync(one, { recursive: true, force: true });
  });

  it("has a row for each year, with what the packaged visual's test is drawn from", () => {
    const { folder } = worlds.whole!;
    const project = join(folder, "power-bi");
    const pages = reportPages(project).filter(({ title }) => title === "Trend");
    const { why, values } = pageValues(folder, project, pages, { kpi: KPI, year: "" });
    expect(why).to.equal(null);
    const visual = pages[0].visuals.find(({ view }) => view === "trend")!;
    const rows = wellRows(visual, values.get(visual.name)!).map((row) =>
      // But for the moment of the build.
      Object.fromEntries(Object.entries(row).filter(([well]) => well !== "refreshed")),
    );
    const drawn = fixture("power-bi/trend-rows.json");
    expect(rows).to.deep.equal(drawn);
    expect(
      rows.map(({ period, value, england, neighbours }) => [period, value, england, neighbours]),
    ).to.deep.equal([
      ["2018/19", undefined, 35, 36],
      ["2019/20", undefined, 36, 37],
      ["2020/21", undefined, 37, 38.5],
      ["2021/22", 41, 38, 40],
      ["2022/23", 43, 39, 42],
      ["2023/24", 45, 40, 44],
      ["2024/25", undefined, 41, 46],
    ]);
    const table = pages[0].visuals.find(({ title }) => title === "The figures")!;
    expect(values.get(table.name)!.rows).to.have.length(YEARS.length);
  });

  it("shows the same latest figure, statuses and counts as without those years", async () => {
    const questions: Question[] = [
      { measures: COUNTS },
      { measures: COUNTS, filters: { "Indicator.On a board": [true] } },
      { measures: OF_KPI, filters: { "Indicator.Indicator": [KPI] } },
      { measures: OF_KPI, filters: { "Indicator.Indicator": ["Parents heard (%)"] } },
    ];
    const answers = async (world: Built): Promise<Answer[]> => ask(world.folder, questions);
    const found = await answers(worlds.whole!);
    expect(found).to.deep.equal(await answers(worlds.own!));
    expect(found[0]).to.include({ KPIs: 2, "KPIs met": 1, Exceptions: 1 });
    expect(found[3]).to.include({ Target: 60, "Strict target": "> 60%", Status: "Met" });
    expect(found[2]).to.include({ "Target in words": "50%", "Strict target": null });
    expect(found[2]).to.include({
      Value: 45,
      England: 40,
      "England period": "2023/24, as the board's sheet prints it",
    });
  });

  it("adds no row to the board's figures and no exception", () => {
    for (const table of ["kpi_board", "kpi_exception", "indicator"])
      expect(worlds.whole!.table(table).length, table).to.equal(worlds.own!.table(table).length);
  });
});

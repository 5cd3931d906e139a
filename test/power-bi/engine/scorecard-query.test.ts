import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { reportPages, type ReportPage } from "../../../scripts/preview/report-pages.mjs";
import { somePackage } from "../../prep/publish/power-bi/some-visual";
import { built, type Built } from "./built";
import { ask, sizeOf, type Filters } from "./engine";

/** A council with a board of some forty KPIs and three returns: figures do not grow with people. */
const COUNCIL = { people: 200, years: 3, seed: 3, pupils: 0, mentalHealth: 0, board: true };
const MOST = 10_000;
const ON_BOARD: Filters = { "Indicator.On a board": [true] };

describe("the query of the scorecard, evaluated", function () {
  this.timeout(900_000);
  let world: Built;
  let visual: ReportPage["visuals"][number];
  const folder = mkdtempSync(join(tmpdir(), "visual-"));
  before(async () => {
    const file = join(folder, "some.pbiviz");
    writeFileSync(file, somePackage());
    world = await built({}, { sample: COUNCIL, options: ["--visual", file] });
    const page = reportPages(join(world.folder, "power-bi")).find(
      ({ title }) => title === "Scorecard",
    )!;
    visual = page.visuals.find(({ view }) => view === "scorecard")!;
  });
  after(() => {
    for (const one of [folder, dirname(world.folder)])
      rmSync(one, { recursive: true, force: true });
  });

  it("has one row for each figure of the board, and no more", async () => {
    const onBoard = new Set(
      world
        .table("indicator")
        .filter((row) => row.on_board === "true")
        .map((row) => row.indicator_id),
    );
    const figures = world.table("kpi_board").filter((row) => onBoard.has(row.indicator_id));
    const columns = visual.columns.map(({ table, name }) => `${table}.${name}`);
    const start = performance.now();
    const { groups, crossed } = await sizeOf(world.folder, { columns, filters: ON_BOARD });
    const read = performance.now() - start;
    const periods = new Set(figures.map((row) => row.period_label)).size;
    const one = { ...ON_BOARD, "Date.Month": ["Mar 2025"] };
    const asked = figures.filter(
      (row) => row.period_end === "2025-03-31" && row.frequency === "month",
    );
    const measured = performance.now();
    await ask(
      world.folder,
      asked.map((row) => ({
        measures: visual.measures,
        filters: {
          ...one,
          "Indicator.Indicator id": [row.indicator_id],
          "Board figures.Period": [row.period_label],
        },
      })),
    );
    const seconds = (performance.now() - measured) / 1000;
    console.log(
      `      ${onBoard.size} KPIs, ${periods} periods: ${groups} cells touched (${figures.length} figures), ` +
        `${crossed} if each group met each; counted in ${(read / 1000).toFixed(1)} s; ` +
        `${asked.length} cells with ${visual.measures.length} measures in ${seconds.toFixed(1)} s`,
    );
    expect(onBoard.size).to.be.greaterThan(30);
    expect(groups).to.be.at.most(figures.length).and.to.be.lessThan(MOST);
    expect(groups).to.be.lessThan(onBoard.size * periods);
    // Even where an engine lets each KPI meet each period.
    expect(crossed).to.be.lessThan(MOST);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { reportPages, wellRows, type ReportPage } from "../../../scripts/preview/report-pages.mjs";
import { buildRows } from "../../../scripts/preview/build-rows.mjs";
import { fixture } from "../../fixture";
import { somePackage } from "../../prep/publish/power-bi/some-visual";
import { built, type Built, type Row } from "./built";
import { ask, rowsShown, type Value } from "./engine";

const MONTHS = ["Jan 26", "Feb 26", "Mar 26"];
const sheetRow = (name: string, unit: string, better: string, figures: readonly string[]) =>
  figures.map((figure, i) => `${name},Quality,${better},${unit},monthly,${MONTHS[i]},${figure},`);

const SHEET = [
  "Indicator,Section,Better when,Unit,Frequency,Period,Value,Target",
  ...sheetRow("Complaints", "number", "lower", ["12", "14", "16"]),
  ...sheetRow("Visits", "number", "higher", ["7", "7", "8"]),
  ...sheetRow("Waits", "weeks", "lower", ["20", "21", "22"]),
  ...sheetRow("Calls", "number", "higher", ["3", "4", "5"]),
  "",
].join("\n");

const HEADING =
  "Board,KPI,Printed name,Number,Section,Headline,Better when,Reason for direction,Target,Tolerance,Rating rule,Owner";
/** The ICB has its KPIs in another order, under other names and targets; Waits it has alone. */
const BOARDS = [
  HEADING,
  "Improvement Board,Complaints,,I1,Quality,yes,,,15,2,,Head of SEND",
  "Improvement Board,Visits,Home visits,I2,Families,,,,8,,,Head of Families",
  "Improvement Board,Calls,,I3,Families,,higher,,4,,,",
  "ICB,Waits,,N1,Access,yes,,,18,,,Health lead",
  "ICB,Complaints,Complaints about health,N2,Voice,,,,20,,,Quality lead",
  "ICB,Visits,,N3,Access,,,,8,,,Health lead",
  "ICB,Calls,Calls to the line,N4,Access,,lower,Fewer calls show that people know,4.8,,percent_10,",
  "",
].join("\n");
const NOTES = [
  "Board,KPI,Period,Commentary,Action,Due date,Progress",
  "Improvement Board,Complaints,Mar 26,More were logged.,A second reader.,30/04/2026,begun",
  "ICB,Complaints about health,Mar 26,Few are about health.,,,",
  "",
].join("\n");

/** The rows of the scorecard of each board: a test of the packaged visual draws them. */
const DRAWN = fixture<Readonly<Record<string, readonly object[]>>>("power-bi/board-rows.json");

/** What each board is to show of its KPIs, in its order. */
const EXPECTED: Readonly<Record<string, readonly (readonly (Value | undefined)[])[]>> = {
  "Improvement Board": [
    ["Complaints", "Quality", "I1", 16, 15, "near", "Head of SEND", "More were logged."],
    ["Home visits", "Families", "I2", 8, 8, "met", "Head of Families", undefined],
    ["Calls", "Families", "I3", 5, 4, "met", undefined, undefined],
  ],
  ICB: [
    ["Waits", "Access", "N1", 22, 18, "missed", "Health lead", undefined],
    [
      ...["Complaints about health", "Voice", "N2", 16, 20, "met"],
      ...["Quality lead", "Few are about health."],
    ],
    ["Visits", "Access", "N3", 8, 8, "met", "Health lead", undefined],
    ["Calls to the line", "Access", "N4", 5, 4.8, "near", undefined, undefined],
  ],
};
const WELLS = [
  "indicator",
  "section",
  "number",
  "value",
  "target",
  "rating",
  "owner",
  "commentary",
];

const COUNTS = ["KPIs", "KPIs met", "KPIs near", "KPIs missed", "Exceptions"];

describe("several boards", function () {
  this.timeout(600_000);
  let world: Built;
  let pages: readonly ReportPage[];
  const folder = mkdtempSync(join(tmpdir(), "visual-"));
  before(async () => {
    const file = join(folder, "some.pbiviz");
    writeFileSync(file, somePackage());
    world = await built(
      { "sheet.csv": SHEET, "boards.csv": BOARDS, "notes.csv": NOTES },
      { sample: false, options: ["--authority", "839", "--visual", file] },
    );
    pages = reportPages(join(world.folder, "power-bi"));
  });
  after(() => {
    for (const one of [folder, dirname(world.folder)])
      rmSync(one, { recursive: true, force: true });
  });

  const page = (title: string): ReportPage => pages.find((one) => one.title === title)!;
  const list = (): Row[] =>
    parse(readFileSync(join(world.folder, "exceptions/exceptions.csv")), {
      columns: true,
      bom: true,
    }) as Row[];

  for (const [board, expected] of Object.entries(EXPECTED))
    it(`lets the scorecard show the KPIs of ${board}, with its names, order, targets and words`, async () => {
      const visual = page("Scorecard").visuals.find(({ view }) => view === "scorecard")!;
      const columns = visual.columns.map(({ table, name }) => `${table}.${name}`);
      expect(columns.filter((name) => name.startsWith("Indicator."))).to.deep.equal([]);
      const filters = { ...page("Scorecard").kept, "Board KPIs.Board": [board] };
      const [held] = await rowsShown(world.folder, [
        { columns, measures: visual.measures, filters, rows: 1000 },
      ]);
      const rows = wellRows(visual, held)
        .filter(({ period }) => period === "Mar 2026")
        .sort((a, b) => Number(a.sort) - Number(b.sort));
      expect(rows.map((row) => WELLS.map((well) => row[well]))).to.deep.equal(expected);
      expect(wellRows(visual, held)).to.deep.equal(DRAWN[board]);
      const months = new Set(wellRows(visual, held).map(({ period }) => period));
      expect([...months].sort()).to.deep.equal(["Feb 2026", "Jan 2026", "Mar 2026"]);
    });

  it("judges by the way that the board wants", async () => {
    const [own, other] = await ask(
      world.folder,
      Object.keys(EXPECTED).map((board) => ({
        measures: ["Judgement", "Gap to target", "Rating profile"],
        filters: { "Board KPIs.Board": [board], "Indicator.Indicator id": ["calls"] },
      })),
    );
    expect(own).to.deep.equal({
      Judgement: "improving",
      "Gap to target": 1,
      "Rating profile": "default",
    });
    expect(other).to.deep.equal({
      Judgement: "worsening",
      "Gap to target": 4.8 - 5,
      "Rating profile": "percent_10",
    });
  });

  it("counts a KPI of two boards once, for each board and with none chosen", async () => {
    const asked = [...Object.keys(EXPECTED).map((board) => ({ "Board KPIs.Board": [board] })), {}];
    const answers = await ask(
      world.folder,
      asked.map((filters) => ({ measures: COUNTS, filters })),
    );
    expect(answers.map((one) => COUNTS.map((name) => one[name]))).to.deep.equal([
      [3, 2, 1, 0, 1],
      [4, 2, 1, 1, 3],
      // Each by the first board that has it: Waits is missed, Complaints near and worsening.
      [4, 2, 1, 1, 2],
    ]);
  });

  it("offers the first board first, one at a time, on every page that lists KPIs", () => {
    for (const title of ["Scorecard", "Headlines", "Exceptions", "Print (A4)", "Trend"]) {
      const [slicer, ...more] = page(title).visuals.filter(
        ({ type, columns: [field] }) => type === "slicer" && field.table === "Board KPIs",
      );
      expect(slicer.columns, title).to.deep.equal([
        { kind: "Column", table: "Board KPIs", name: "Board" },
      ]);
      expect(more.map(({ columns: [{ name }] }) => name).filter((name) => name !== "Lens")).to.be
        .empty;
    }
    expect(
      world.table("board_kpi").map((row) => `${row.board_number} ${row.board} ${row.board_order}`),
    ).to.deep.equal([
      ...[1, 2, 3].map((order) => `1 Improvement Board ${order}`),
      ...[1, 2, 3, 4].map((order) => `2 ICB ${order}`),
    ]);
  });

  it("are each listed by their own exceptions, in the file, in the model and in print", async () => {
    const found = list().map((row) =>
      [row.board, row.indicator, row.section, row.kind, row.target, row.owner].join("|"),
    );
    expect(found).to.deep.equal([
      "Improvement Board|Complaints|Quality|worsening|15|Head of SEND",
      "ICB|Waits|Access|missed_and_worsening|18|Health lead",
      "ICB|Calls to the line|Access|worsening|4.8|",
      "ICB|Complaints about health|Voice|worsening|20|Quality lead",
    ]);
    const table = page("Exceptions").visuals.find(({ only }) => only === "Exception")!;
    for (const board of Object.keys(EXPECTED)) {
      const [{ rows }] = await rowsShown(world.folder, [
        {
          columns: table.columns.map(({ table: of, name }) => `${of}.${name}`),
          measures: [...table.measures, "Exception order"],
          filters: { "Board KPIs.Board": [board] },
          only: table.only!,
          rows: 100,
        },
      ]);
      const inOrder = [...rows].sort((a, b) => Number(a.at(-1)) - Number(b.at(-1)));
      expect(inOrder.map(([name]) => name)).to.deep.equal(
        list()
          .filter((row) => row.board === board)
          .map((row) => row.indicator),
      );
    }
    const html = readFileSync(join(world.folder, "exceptions/exceptions.html"), "utf8");
    const sheets = html.split("<article>").slice(1);
    expect(sheets).to.have.length(2);
    expect(sheets[0]).to.include("(Improvement Board)").and.to.include("Of 3 KPIs");
    expect(sheets[1]).to.include("(ICB)").and.to.include("Of 4 KPIs");
    expect(sheets[0]).not.to.include("Waits");
  });

  it("are each drawn by the preview", () => {
    const rows = buildRows(world.folder);
    for (const [board, expected] of Object.entries(EXPECTED))
      expect(
        rows
          .filter((row) => row.board === board && row.period === "Mar 2026")
          .sort((a, b) => Number(a.sort) - Number(b.sort))
          .map((row) => WELLS.map((well) => row[well])),
        board,
      ).to.deep.equal(expected);
  });
});

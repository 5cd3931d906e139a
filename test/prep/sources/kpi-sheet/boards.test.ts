import { expect } from "chai";
import {
  boardNamed,
  boardNames,
  bookOf,
  fileOf,
  type Board,
  type BoardSheet,
  type ExpectedFigure,
} from "../../../board-book";
import type { Settings } from "../../../../prep/settings";
import { build, rowsOf } from "../../pipeline/run";
import { madeWorkbook } from "../../scan/workbook/made";

const plain = (text: unknown): string =>
  String(text ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9%£]+/g, " ")
    .trim();

interface Loaded {
  readonly kpi: string;
  readonly section: string;
  readonly part: string;
  readonly end: string;
  readonly frequency: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly words: string;
}

/** The figures of the authority that a board gives, through the whole build. */
async function loadedOf(board: Board): Promise<Loaded[]> {
  const result = await build([{ name: board.expected.file, chunks: [fileOf(board)] }], {
    authority: "839",
  });
  const kpis = new Map(rowsOf(result.star, "indicator").map((row) => [row.indicator_id, row]));
  return rowsOf(result.star, "kpi_value")
    .filter(({ area_role }) => area_role === "own")
    .map((row) => ({
      kpi: plain(kpis.get(row.indicator_id)!.indicator_name),
      section: plain(kpis.get(row.indicator_id)!.section),
      part: row.breakdown_value === "all" ? "" : plain(row.breakdown_value),
      end: String(row.period_end),
      frequency: String(row.frequency),
      value: row.value as number | null,
      target: row.target as number | null,
      words: plain(row.status_text),
    }));
}

const isOf = (one: Loaded, figure: ExpectedFigure, own: string): boolean =>
  one.kpi === plain(figure.kpi) &&
  one.end === figure.period_end &&
  one.frequency === figure.frequency &&
  one.part === (figure.area === own ? "" : plain(figure.area)) &&
  (figure.value === null
    ? one.value === null && one.words === plain(figure.status_words)
    : one.value !== null && Math.abs(one.value - figure.value) < 1e-6);

describe("boards in the layouts of public papers", () => {
  for (const name of boardNames())
    it(`${name}: every figure under its KPI, period and area, and no other`, async () => {
      const board = boardNamed(name);
      const { figures, own_area: own } = board.expected;
      const loaded = await loadedOf(board);
      const missed = figures.filter((figure) => !loaded.some((one) => isOf(one, figure, own)));
      expect(missed).to.deep.equal([]);
      const wrong = loaded.filter(
        (one) => one.value !== null && !figures.some((figure) => isOf(one, figure, own)),
      );
      expect(wrong).to.deep.equal([]);
      for (const figure of figures.filter(({ target }) => target !== null))
        expect(loaded.find((one) => isOf(one, figure, own))!.target, figure.kpi).to.equal(
          figure.target,
        );
    });
});

describe("the board's own rating", () => {
  it("in words or in the colours of cells is kept beside ours", async () => {
    const text = (place: string, words: string): string =>
      `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const row = (n: number, ...cells: string[]): string => `<row r="${n}">${cells.join("")}</row>`;
    const book = madeWorkbook({
      sheets: {
        KPIs: [
          row(1, text("A1", "KPI"), text("B1", "Feb 25"), text("C1", "Mar 25"), text("D1", "RAG")),
          row(
            2,
            text("A2", "Plans in time"),
            `<c r="B2" s="1"><v>40</v></c><c r="C2"><v>50</v></c>`,
            text("D2", "Amber"),
          ),
          row(3, text("A3", "Open cases"), `<c r="B3"><v>7</v></c><c r="C3" s="2"><v>9</v></c>`),
        ].join(""),
      },
      styles:
        '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
        '<fill><patternFill patternType="solid"><fgColor rgb="FFFF5B5B"/></patternFill></fill>' +
        '<fill><patternFill patternType="solid"><fgColor rgb="FF92D050"/></patternFill></fill></fills>' +
        '<cellXfs><xf fillId="0"/><xf fillId="2" applyFill="1"/><xf fillId="3" applyFill="1"/></cellXfs>',
    });
    const { star } = await build([{ name: "board.xlsx", chunks: [book] }], { authority: "839" });
    expect(
      rowsOf(star, "kpi_value").map(({ value, printed_rating }) => `${value} ${printed_rating}`),
    ).to.have.members(["40 Red", "50 Amber", "7 null", "9 Green"]);
  });
});

describe("a column map of the settings", () => {
  const figuresOf = async (
    rows: BoardSheet["rows"],
    columns: Settings["kpiSheets"]["columns"],
  ): Promise<string[]> => {
    const { star } = await build(
      [{ name: "board.xlsx", chunks: [bookOf([{ name: "Board", rows }])] }],
      { authority: "839", kpiSheets: { columns, corrections: [], shown: "printed_first" } },
    );
    return rowsOf(star, "kpi_value").map(
      ({ area_role: role, breakdown_value: part, period_label: label, value }) =>
        `${role} ${part} ${label}: ${value}`,
    );
  };

  it("adds to what headings say: their periods stay", async () => {
    const rows = [
      ["KPI", "Result for month - Mar 24", "Month before - Feb 24", "Target"],
      ["Requests received", 110, 109, 100],
      ["Plans issued", 40, 41, 50],
    ];
    const figures = await figuresOf(rows, {
      KPI: "name",
      "Result for month - Mar 24": "current",
      "Month before - Feb 24": "previous",
      Target: "target",
    });
    expect(figures).to.have.members([
      "own all Mar 2024: 110",
      "own all Feb 2024: 109",
      "own all Mar 2024: 40",
      "own all Feb 2024: 41",
    ]);
  });

  it("never makes one of several areas", async () => {
    const rows = [
      ["Measure", "Area", "Month", "Value"],
      ["Plans issued", "North locality", "Mar 24", 11],
      ["Plans issued", "South locality", "Mar 24", 12],
      ["Plans issued", "England", "Mar 24", 13],
      ["Plans issued", "Whole authority", "Mar 24", 23],
    ];
    const map = { Measure: "name", Area: "footprint", Month: "current_period", Value: "current" };
    expect(await figuresOf(rows, map as Settings["kpiSheets"]["columns"])).to.have.members([
      "own North locality Mar 2024: 11",
      "own South locality Mar 2024: 12",
      "england all Mar 2024: 13",
      "own all Mar 2024: 23",
    ]);
  });
});

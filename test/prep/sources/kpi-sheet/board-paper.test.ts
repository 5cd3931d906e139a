import { readFileSync } from "node:fs";
import { expect } from "chai";
import { ratingProfiles } from "../../../../src/kpi/rating-profile";
import {
  readKpiSheet,
  type KpiSheet,
  type KpiSheetOptions,
} from "../../../../prep/sources/kpi-sheet/read-kpi-sheet";
import type { KpiRow } from "../../../../prep/sources/kpi-sheet/kpi-row";
import { sheetValues } from "../../../../prep/sources/kpi-sheet/sheet-values";
import { isoOf } from "../../../../prep/calendar/day";
import type { KpiValueRow } from "../../../../prep/star/kpi-value-row";
import { csvCells } from "../../../csv-rows";
import { boardPaper, boardPaperCells } from "../../../board-paper";

const AREA = { authority: "839", regionCode: "E12000009", sourceKey: 1 };
const refs = (sheet: KpiSheet, ...rules: string[]): string[] =>
  sheet.findings.filter(({ rule }) => rules.includes(rule)).map(({ record }) => record);
const currents = (sheet: KpiSheet, options = {}): Map<string, KpiValueRow> => {
  const values = sheetValues(sheet.rows, { ...AREA, ...options });
  return new Map(
    sheet.rows.map((row) => [
      row.ref,
      values.find(
        (one) =>
          one.indicator_id === row.id &&
          one.area_role === "own" &&
          one.period_end === row.current!.period.end,
      )!,
    ]),
  );
};
const byRef = (sheet: KpiSheet): Map<string, KpiRow> =>
  new Map(sheet.rows.map((row) => [row.ref, row]));

describe("an invented board paper with every class of messy cell", () => {
  const read = (options?: KpiSheetOptions): KpiSheet =>
    readKpiSheet(
      {
        file: "board-paper.csv",
        sheet: "",
        rows: csvCells(readFileSync("test/fixtures/kpi-sheet/board-paper.csv", "utf8")),
      },
      options,
    );
  const sheet = read();
  const rows = byRef(sheet);

  it("loads in order with no row lost", () => {
    expect(sheet.layout).to.equal("board_paper");
    expect(sheet.count).to.include({ rowsIn: 24, rowsOut: 24, rowsRejected: 0 });
    expect(sheet.rows.map((row) => row.ref).join(" ")).to.equal(
      "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 A17 B1 B2 B3 B4 B5 B6 B7",
    );
    expect(rows.get("A3")!.section, "a blank section under a merged cell").to.equal("Plans");
    expect(new Set(sheet.rows.map((row) => row.id)).size).to.equal(24);
  });

  it("understands each cell and keeps its words", () => {
    expect(rows.get("A5")!.current!.cell).to.include({
      status: "being_scoped",
      expected: "Nov 25",
      value: null,
    });
    expect(rows.get("A5")!.current!.cell.words).to.equal(
      "Data currently being scoped - available from Nov 25 (October data)",
    );
    expect(rows.get("A8")!.current!.cell.status).to.equal("awaiting");
    expect(rows.get("A12")!.current!.cell.status).to.equal("not_available");
    expect(rows.get("A17")!.current!.cell.status).to.equal("missing");
    expect(rows.get("A9")!.previous!.cell).to.deep.include({
      value: 6.5,
      range: [6, 7],
      unit: "months",
    });
    expect(rows.get("A9")!.current!.cell).to.include({ value: 18, unit: "months" });
    expect(rows.get("A14")!.current!.cell).to.include({ value: 10, unit: "percent", secondary: 8 });
    expect(rows.get("A1")!.comparators[0].cell).to.include({ value: 602333 });
    expect(isoOf(rows.get("A16")!.current!.cell.asAt!.end)).to.equal("2025-07-31");
    expect(rows.get("B2")!.comparators[0].cell).to.include({
      value: null,
      secondary: 0.02,
      status: "ok",
    });
    expect(rows.get("B3")!.target).to.deep.equal({ kind: "comparator", comparator: "england" });
    expect(rows.get("B3")!.comparators[0].cell.asAt).to.include({
      average: true,
      frequency: "quarter",
    });
    expect(rows.get("B5")!).to.include({ secondaryUnit: "gbp_m", unit: "count" });
    expect(rows.get("A13")!.target).to.deep.equal({ kind: "none", reason: "target_not_set" });
    expect(rows.get("A11")!.target).to.deep.equal({
      kind: "none",
      reason: "target_not_applicable",
    });
    expect(rows.get("A4")!).to.include({ decimals: 1, unit: "percent", polarity: "higher" });
    expect(rows.get("A2")!).to.include({
      frequency: "term",
      columnFrequency: "month",
      polarity: null,
    });
    expect(rows.get("A7")!.cumulative).to.equal(true);
  });

  it("audits arrows and contradictions", () => {
    expect(refs(sheet, "B30")).to.deep.equal(["A11", "B2", "B3"]);
    expect(refs(sheet, "B31")).to.deep.equal(["A8"]);
    expect(refs(sheet, "B32")).to.deep.equal(["A14"]);
    expect(refs(sheet, "B40")).to.deep.equal(["A10"]);
    expect(refs(sheet, "B41")).to.deep.equal(["A12", "B4"]);
    expect(refs(sheet, "B42")).to.deep.equal(["A1"]);
    expect(refs(sheet, "B43")).to.deep.equal(["B7"]);
    expect(refs(sheet, "B44")).to.deep.equal(["B1"]);
    expect(refs(sheet, "B45")).to.deep.equal(["A16"]);
    expect(refs(sheet, "B46")).to.deep.equal(["B6"]);
    expect(refs(sheet, "B21")).to.deep.equal([]);
    for (const { message } of sheet.findings) expect(message).not.to.match(/\d{2,}%|Sampleshire/);
  });

  it("rates what can be rated and says why the rest is not", () => {
    const now = currents(sheet);
    const rated = [...now]
      .filter(([, row]) => row.rating !== "not_rated")
      .map(([ref, row]) => `${ref} ${row.rating}`);
    expect(rated).to.deep.equal([
      "A3 missed",
      "A4 missed",
      "A6 missed",
      "A10 missed",
      "A15 missed",
      "B3 met",
    ]);
    expect(now.get("B4")!.rating_reason).to.equal("no_polarity");
    expect(now.get("A13")!.rating_reason).to.equal("target_not_set");
    expect(now.get("B3")!).to.include({ target: 5.2, movement: "down", judgement: "improving" });
    expect(now.get("A5")!).to.include({
      status: "being_scoped",
      value: null,
      movement: null,
      rating: "not_rated",
      rating_reason: "no_value",
    });
    expect(now.get("A5")!.status_text).to.contain("being scoped");
    expect(now.get("A2")!.movement, "a termly figure in a monthly column").to.equal(null);
    expect(now.get("A15")!.movement, "a quarterly figure in a monthly column").to.equal(null);
    expect(now.get("A7")!, "a running total against the same month last year").to.include({
      previous: 27,
      movement: "up",
      judgement: "worsening",
    });
    expect(
      now.get("B2")!.movement,
      "a running total with only a whole year to compare with",
    ).to.equal(null);
  });

  it("applies a correction with its reason, and says which rows it was made to", () => {
    const corrected = read({
      corrections: [
        { row: "A10", field: "polarity", value: "higher", reason: "a share seen in time" },
        { row: "Z9", field: "target", value: "1", reason: "none" },
      ],
    });
    expect(currents(corrected).get("A10")!.rating).to.equal("met");
    expect(byRef(corrected).get("A10")!.corrections).to.deep.equal([
      "polarity corrected to higher: a share seen in time",
    ]);
    expect(refs(corrected, "B40")).to.deep.equal([]);
    expect(corrected.corrected).to.deep.equal(["A10"]);
  });
});

describe("a real board paper", () => {
  const load = (options?: KpiSheetOptions): KpiSheet =>
    readKpiSheet(
      {
        file: "board-paper.csv",
        sheet: "",
        rows: boardPaperCells(),
      },
      options,
    );
  it("loads all 98 rows in order, 31 without a number, 17 of them rated", () => {
    const sheet = load();
    expect(sheet.rows.map((row) => row.name)).to.deep.equal(boardPaper().map(({ name }) => name));
    const now = [...currents(sheet).values()];
    const without = now.filter((row) => row.value === null);
    expect(without.length).to.equal(31);
    for (const row of without) {
      expect([row.rating, row.rating_reason, row.movement]).to.deep.equal([
        "not_rated",
        "no_value",
        null,
      ]);
      expect(row.status === "missing" ? row.status_text === null : row.status_text !== "").to.equal(
        true,
      );
    }
    expect(now.filter((row) => row.rating !== "not_rated").length).to.equal(17);
  });

  it("finds the 13 arrows that disagree, and no others", () => {
    const sheet = load();
    const expected = boardPaper()
      .filter(({ arrow }) => /DISAGREES|WITHOUT|only/.test(arrow))
      .map(({ board, number }) => board + number);
    expect(refs(sheet, "B30", "B31", "B32").length).to.equal(13);
    expect(refs(sheet, "B30", "B31", "B32").sort()).to.deep.equal(expected.sort());
    expect(refs(sheet, "B40")).to.deep.equal(["A29"]);
    expect(refs(sheet, "B41")).to.deep.equal(["A17"]);
    expect(refs(sheet, "B42")).to.deep.equal(["A1", "A3"]);
    expect(refs(sheet, "B43")).to.deep.equal(["A36", "A37"]);
    expect(refs(sheet, "B44")).to.deep.equal(["B4", "B6"]);
    expect(refs(sheet, "B45")).to.deep.equal(["A51", "B26", "B32"]);
    expect(refs(sheet, "B46")).to.deep.equal(["B38"]);
    expect(refs(sheet, "B21"), "Feb 23 before Mar 24").to.deep.equal(["A1"]);
    const ranges = sheet.findings.filter(({ rule }) => rule === "B61");
    expect(ranges.map(({ field }) => field)).to.deep.equal(["previous"]);
    expect(sheet.findings.length).to.equal(13 + 1 + 1 + 2 + 2 + 2 + 3 + 1 + 1 + 1);
  });

  it("reads every cell as a person read it", () => {
    const rows = byRef(load());
    const status: Record<string, string> = {
      value: "ok",
      being_scoped: "being_scoped",
      awaiting_data: "awaiting",
      not_available: "not_available",
      blank: "missing",
      not_applicable: "not_applicable",
      to_be_confirmed: "to_be_confirmed",
      value_in_brackets_only: "ok",
    };
    let cells = 0;
    for (const read of boardPaper()) {
      const ref = read.board + read.number;
      const row = rows.get(ref)!;
      const of = {
        current: row.current!.cell,
        previous: row.previous!.cell,
        prior_year: row.priorYear!.cell,
        national: row.comparators[0].cell,
        region: row.comparators[1].cell,
        neighbours: row.comparators[2].cell,
      };
      for (const [column, cell] of Object.entries(of)) {
        const where = `${ref} ${column}`;
        const known = read.cells[column as keyof typeof of];
        expect(cell.status, where).to.equal(status[known.status]);
        expect(cell.value, where).to.equal(known.value ?? null);
        // The year in "47.7% (2022)" was taken for a second figure; it is the date of the figure.
        const second = known.second === 2022 ? null : (known.second ?? null);
        expect(cell.secondary, where).to.equal(second);
        if (known.asAt !== undefined && !/range/.test(known.asAt) && cell.status === "ok")
          expect(cell.asAt, where).not.to.equal(null);
        cells += 1;
      }
      const required: Record<string, string | null> = {
        higher: "higher",
        lower: "lower",
        "not stated": null,
      };
      expect(row.polarity, ref).to.equal(required[read.required]);
      const target: Record<string, string> = {
        value: "number",
        relative_target: "comparator",
        blank: "none",
        to_be_confirmed: "none",
        not_applicable: "none",
      };
      expect(row.target.kind, ref).to.equal(target[read.cells.target.status]);
      if (row.target.kind === "number")
        expect(row.target.value, ref).to.equal(read.cells.target.value);
    }
    expect(cells).to.equal(588);
  });

  it("reproduces the table of five rating rules, the slip in A29 corrected", () => {
    const sheet = load({
      corrections: [
        {
          row: "A29",
          field: "polarity",
          value: "higher",
          reason: "the share that waited less than 18 weeks",
        },
      ],
    });
    const table: Record<string, string> = {
      none: "3 0 14 0",
      points_5: "3 3 8 3",
      percent_5: "3 3 7 4",
      percent_10: "3 4 6 4",
      within_10_or_improved: "7 4 2 4",
    };
    for (const [id, expected] of Object.entries(table)) {
      const profile = ratingProfiles.find((one) => one.id === id)!;
      const now = [...currents(sheet, { profileOf: () => profile }).values()].filter(
        (row) => row.value !== null && row.target !== null,
      );
      const count = (rating: string): number => now.filter((row) => row.rating === rating).length;
      expect(
        `${count("met")} ${count("near")} ${count("missed")} ${count("not_rated")}`,
        id,
      ).to.equal(expected);
    }
  });
});

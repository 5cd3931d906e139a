import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { tableRowsOf } from "../../page/worker/board-rows.ts";

/** Columns of the tables that hold numbers. */
const NUMBERS = new Set([
  "value",
  "numerator",
  "denominator",
  "target",
  "lower",
  "upper",
  "previous",
  "is_shown",
  "area_count",
  "sort_order",
  "board_order",
  "baseline",
]);

const typed = (row) =>
  Object.fromEntries(
    Object.entries(row).map(([name, text]) => [
      name,
      text !== "" && NUMBERS.has(name) ? Number(text) : text,
    ]),
  );

const recordsOf = (file) =>
  existsSync(file) ? parse(readFileSync(file), { columns: true, bom: true }).map(typed) : [];

/**
 * The whole-authority figures of a build folder as rows by field well, latest periods first cut to
 * what a scorecard shows. Throws where there is no build.
 */
export function buildRows(folder) {
  const table = (name) => join(folder, `star/${name}.csv`);
  for (const file of ["kpi_board", "kpi_comparator"].map(table))
    if (!existsSync(file))
      throw new Error(`${file} is not there: give the folder that "send-scorecard build" wrote.`);
  return tableRowsOf({
    board: recordsOf(table("kpi_board")),
    comparators: recordsOf(table("kpi_comparator")).filter(({ breakdown }) => breakdown === "all"),
    indicators: recordsOf(table("indicator")),
    areas: recordsOf(table("area")),
    boardKpis: recordsOf(table("board_kpi")),
    boardRatings: recordsOf(table("board_rating")),
  });
}

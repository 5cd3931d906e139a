import type { StarType } from "../star/declaration";
import { isMissingValue } from "../star/frame";
import type { ListColumn } from "./list";
import { workbookBytes, type WorkbookColumn } from "./workbook";

const WIDEST = 60;

const types: Readonly<Record<StarType, WorkbookColumn["type"]>> = {
  text: "text",
  date: "day",
  int64: "whole",
  double: "number",
  boolean: "text",
};

/**
 * A list as an Excel workbook of one sheet, its columns as wide as what is in them (see
 * `workbookBytes`).
 */
export function listWorkbook<Row>(
  sheet: string,
  list: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    list.map(({ value }) => {
      const found = value(row);
      return isMissingValue(found) || found === undefined
        ? null
        : typeof found === "boolean"
          ? String(found)
          : (found as string | number);
    }),
  );
  const width = (i: number): number =>
    Math.min(
      WIDEST,
      cells.reduce(
        (widest, row) => Math.max(widest, typeof row[i] === "string" ? row[i].length : 10),
        list[i].name.length,
      ) + 2,
    );
  return workbookBytes([
    {
      name: sheet,
      columns: list.map(({ name, type }, i) => ({
        heading: name,
        type: types[type],
        width: width(i),
      })),
      rows: cells,
    },
  ]);
}

import { MISSING, DayColumn, IntegerColumn, TextColumn } from "../../../columns/column";
import type { StarTable } from "../../../star/declaration";
import { starFrame, type StarData, type StarValues } from "../../../star/frame";
import { numberRows } from "../../../columns/rows";

/** A table of the star from its columns. */
export const table = (declaration: StarTable, columns: Record<string, StarValues>): StarData => ({
  declaration,
  frame: starFrame(declaration, columns),
});
export const integers = (count: number, read: (row: number) => number): IntegerColumn =>
  new IntegerColumn(numberRows(count, read));
export const days = (count: number, read: (row: number) => number): DayColumn =>
  new DayColumn(numberRows(count, read));
/** A key, or no value where it is 0. */
export const orMissing = (value: number): number => (value > 0 ? value : MISSING);
/** A column in which what has no value, or no word, is not_recorded. */
export const orNotRecorded = (
  column: TextColumn,
  word: (value: string) => string | null,
): TextColumn => {
  const dictionary = [
    "",
    ...column.dictionary.map((value) =>
      value === "" ? "not_recorded" : (word(value) ?? "not_recorded"),
    ),
  ];
  return new TextColumn(
    column.codes.map((code) => code + 1),
    dictionary,
  );
};

import type { Finding } from "../../check/finding";
import { PercentFigure } from "../../scan/workbook/printed-rows";
import type { RawCell } from "../kpi-sheet/cell";
import { boardFinding, type BoardRuleId } from "./board-rules";
import type { BoardField, BoardHeadings } from "./find-headings";

/** A cell as it is typed; a date in ISO form. */
export function textOf(raw: RawCell | undefined): string {
  if (raw === null || raw === undefined) return "";
  if (raw instanceof Date) return raw.toISOString().slice(0, 10);
  if (raw instanceof PercentFigure) return raw.isTyped ? String(raw.stored) : `${raw.value}%`;
  return String(raw).replace(/\s+/g, " ").trim();
}

/** `C` for 2. */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest;
}

/** A row of a board file by its fields, with a way to tell what is wrong in it. */
export interface BoardRow {
  readonly line: number;
  text(field: BoardField): string;
  /** A finding in the column of a field. */
  report(rule: BoardRuleId, field: BoardField | null, type?: string): void;
}

const isField = (one: BoardField | null, field: BoardField): boolean =>
  typeof one === "object" && one !== null && typeof field === "object"
    ? one.target === field.target && one.is === field.is
    : one === field;

/** The reader of one row; `findings` takes what is reported. */
export function boardRow(
  cells: readonly RawCell[],
  line: number,
  { headings, names, file, sheet, findings, isList }: RowContext,
): BoardRow {
  const columnOf = (field: BoardField): number =>
    headings.columns.findIndex((one) => isField(one, field));
  return {
    line,
    text: (field) => textOf(cells[columnOf(field)]),
    report(rule, field, type) {
      const column = field === null ? -1 : columnOf(field);
      const name = names[column] ?? "";
      const cell = isList ? name : `${columnLetters(column)}${line} (${name})`;
      const place = column < 0 ? null : cell;
      findings.push(boardFinding(rule, { file, sheet, line, field: place }, type));
    },
  };
}

interface RowContext {
  readonly headings: BoardHeadings;
  /** The headings as they are written, by column. */
  readonly names: readonly string[];
  readonly file: string;
  readonly sheet: string;
  readonly findings: Finding[];
  /** The row is one of a list: it has no cells with letters. */
  readonly isList: boolean;
}

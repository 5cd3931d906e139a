import type { Finding } from "../../check/finding";
import type { RawCell } from "./cell";
import { readCorrection, type Correction } from "./corrections";
import type { Header } from "./find-header";
import type { SheetField } from "./layout";
import { sheetFinding, type SheetPlace, type SheetRuleId } from "./sheet-rules";
import type { SheetRow } from "./sheet";

/** What a row takes over from the rows above it. */
export interface RowContext {
  readonly place: SheetPlace;
  readonly header: Header;
  readonly board: string;
  readonly section: string;
  readonly ref: string;
  readonly id: string;
  readonly corrections: readonly Correction[];
  /** See `KpiSheetInput`. */
  readonly formatsKnown: boolean;
}

/** A row by its fields, corrections applied, with the findings that reading it makes. */
export interface RowSource extends Omit<RowContext, "place"> {
  readonly line: number;
  readonly cells: SheetRow;
  readonly findings: Finding[];
  readonly has: (field: SheetField) => boolean;
  readonly raw: (field: SheetField) => RawCell;
  /** The cell in words as printed; empty where it is blank. */
  readonly text: (field: SheetField) => string;
  /** As `text`, a correction standing in for what is printed. */
  readonly said: (field: SheetField) => string;
  readonly report: (rule: SheetRuleId, field?: string | null, printed?: string) => void;
}

/** The fields of a row, and the corrections of it in the configuration and in its own column. */
export function rowSource(cells: SheetRow, context: RowContext): RowSource {
  const { header, place, ref } = context;
  const findings: Finding[] = [];
  const report: RowSource["report"] = (rule, field = null, printed) =>
    void findings.push(sheetFinding(rule, { ...place, field }, printed));
  const raw = (field: SheetField): RawCell => cells[header.columns.indexOf(field)] ?? null;
  const text = (field: SheetField): string => {
    const cell = raw(field);
    return cell === null
      ? ""
      : cell instanceof Date
        ? cell.toISOString().slice(0, 10)
        : String(cell).trim();
  };
  const corrections = [...context.corrections];
  if (text("correction") !== "") {
    const own = readCorrection(ref, text("correction"), text("correction_reason"));
    if (own) corrections.push(own);
    else report("B19", "correction");
  }
  const said = (field: SheetField): string =>
    corrections.find((one) => one.field === field)?.value ?? text(field);
  return {
    ...context,
    line: place.line!,
    corrections,
    cells,
    findings,
    has: (field) => header.columns.includes(field),
    raw,
    text,
    said,
    report,
  };
}

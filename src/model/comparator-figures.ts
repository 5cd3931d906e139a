import { textIn } from "./cell";
import type { Columns } from "./columns";
import { besidePeriod, type FieldRole } from "./comparator-history";
import { valueIn } from "./compared-rows";
import type { Comparator } from "./kpi";
import { comparabilityNamed } from "./rule-words";
import type { ScaleOf, Unclear } from "./scales";
import type { Slot } from "./timeline";

/** The row of the own latest figure, or null, with what its scale is. */
interface Beside {
  readonly columns: Columns;
  readonly latestRow: number | null;
  readonly scale: ScaleOf | null;
  readonly unclear: Unclear;
}

/** The comparator beside the own figure; a question mark where its scale is not certain. */
export function fieldFigure(
  role: FieldRole,
  { columns, latestRow: row, scale, unclear }: Beside,
): Comparator | null {
  if (row === null || !columns.has(role)) return null;
  const figure = columns.number(role, row);
  const doubtful = unclear(role, figure, { scale, value: columns.number("value", row) });
  const value = doubtful ? null : figure;
  const words = doubtful ? "?" : value === null ? textIn(columns.raw(role, row)) : null;
  if (value === null && words === null) return null;
  return {
    value,
    words,
    comparability: comparabilityNamed(columns.text("comparability", row)),
    note: columns.text("comparabilityNote", row),
    ...periodBeside(columns, role, row),
  };
}

/**
 * The period that a comparator beside the own figure is of, and where it is from: `Mar 2024, as the
 * board's sheet prints it` is of Mar 2024.
 */
function periodBeside(
  columns: Columns,
  role: FieldRole,
  row: number,
): Pick<Comparator, "period" | "from"> {
  const [, from = ""] = (columns.text(`${role}Period`, row) ?? "").split(/, (.+)/);
  return { period: besidePeriod(columns, role, row), from: from || null };
}

export function rowFigure(columns: Columns, latest: Slot | null): Comparator | null {
  if (latest === null) return null;
  const { row, period, differ } = latest;
  const value = valueIn(columns, latest);
  return {
    value,
    words: differ ? "?" : value === null ? columns.text("statusWords", row) : null,
    period: period.label || null,
    comparability: comparabilityNamed(columns.text("comparability", row)),
    note: columns.text("comparabilityNote", row),
  };
}

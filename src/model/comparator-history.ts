import { readPeriod } from "../kpi/read-period";
import { sameNumber } from "../kpi/same-number";
import type { Columns } from "./columns";
import type { PastFigure } from "./kpi";
import type { Period } from "./period";
import type { Slot } from "./timeline";

/** A role of a field that stands beside the own figure. */
export type FieldRole = "england" | "region" | "neighbours";

/** The figures of rows of a comparator, each of its own period; none where a period has two. */
export const historyOfRows = (columns: Columns, rows: readonly Slot[]): PastFigure[] =>
  rows.flatMap(({ row, period, differ }) => {
    const value = differ ? null : columns.number("value", row);
    return value === null ? [] : [{ period, value }];
  });

/**
 * The comparators that stand beside the own figures, each once under the period that it is of; one
 * of an earlier period may be carried on over many figures. Null where the data does not say of
 * which period they are. A period that is not understood, or that has two figures, has none.
 */
export function historyBeside(
  columns: Columns,
  role: FieldRole,
  own: { readonly length: number; at(index: number): Pick<Slot, "row" | "period"> },
): readonly PastFigure[] | null {
  if (!columns.has(role) || !columns.has(`${role}Period`)) return null;
  const found = new Map<string, PastFigure | null>();
  for (let i = 0; i < own.length; i++) {
    const { row, period: ofOwn } = own.at(i);
    const label = besidePeriod(columns, role, row);
    const value = columns.number(role, row);
    if (value === null || label === null) continue;
    const before = found.get(label);
    const period = label === columns.text("period", row) ? ofOwn : periodOfLabel(label);
    if (before === undefined) found.set(label, period && { period, value });
    else if (before !== null && !sameNumber(before.value, value)) found.set(label, null);
  }
  return [...found.values()]
    .filter((one) => one !== null)
    .sort((a, b) => (a.period.end ?? 0) - (b.period.end ?? 0));
}

/** The period that a comparator beside the own figure is of: `2023` of `2023, published`. */
export const besidePeriod = (columns: Columns, role: FieldRole, row: number): string | null =>
  (columns.text(`${role}Period`, row) ?? "").split(/, (.+)/)[0] || null;

/** A label by the marks of the Department for Education: `2022/23` is academic, `2022-23` financial. */
function periodOfLabel(label: string): Period | null {
  const read = readPeriod(label, { years: "by_mark", quarters: "calendar" });
  return typeof read === "string"
    ? null
    : { label, start: read.start, end: read.end, frequency: read.frequency, sure: true };
}

import { formatPeriod } from "../kpi/period-format";
import type { Frequency } from "../kpi/frequency";
import { readPeriod } from "../kpi/read-period";
import { dayIn } from "./cell";

/** A period as the data names it. */
export interface Period {
  /** As printed. */
  readonly label: string;
  /** Last day, days since 1970-01-01; null where the label names no time. */
  readonly end: number | null;
  readonly frequency: Frequency | null;
}

/**
 * Reads a period from a date (taken as a day in a month) or from a label; a label that names no
 * time keeps its place in the data.
 */
export function periodIn(cell: unknown): Period {
  if (cell === null || cell === undefined || cell === "")
    return { label: "", end: null, frequency: null };
  const day = dayIn(cell);
  if (day !== null) return { label: formatPeriod(day, day, "month"), end: day, frequency: "month" };
  const label = String(cell).trim();
  const read = readPeriod(label, { years: "by_mark", quarters: "calendar" });
  return typeof read === "string"
    ? { label, end: null, frequency: null }
    : { label, end: read.end, frequency: read.frequency };
}

import { civilOf, isoOf } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import type { Sen2Return } from "../read/return";
import { returnPeriod } from "../model/periods";

/** Share of the dates of receipt that may lie after the reference date, as slips do. */
const MOST_AFTER = 0.2;
/** Fewer requests than these say nothing of the year that a return is of. */
const ENOUGH = 5;

/**
 * How the header of a return contradicts itself or the dates below it, so that it is of another
 * year than it says; null where it does not. A return is made between the beginning of its
 * reference period and the end of its collection year.
 */
export function headerContradiction(ret: Sen2Return): string | null {
  const { year, yearFromHeader, referenceDate, referenceDateFromHeader } = ret;
  const made = civilOf(referenceDate).year;
  if (yearFromHeader && referenceDateFromHeader && (made < year - 1 || made > year))
    return `The header names the year ${year} and the reference date ${isoOf(referenceDate)}, which is of another year`;
  const received = ret.tables.requests.day("receiveddate").values.filter((day) => day !== MISSING);
  if (received.length < ENOUGH) return null;
  const after = received.filter((day) => day > referenceDate).length;
  if (after > MOST_AFTER * received.length)
    return `${after} of ${received.length} requests were received after the reference date ${isoOf(referenceDate)} that the header names`;
  const { start } = returnPeriod(ret, null);
  return received.every((day) => day < start)
    ? `None of ${received.length} requests was received in the year that the header names (${year - 1})`
    : null;
}

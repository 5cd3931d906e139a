import type { Day } from "../../calendar/day";
import { annexChecks, type AnnexCheck, type CheckedList } from "./checks";
import type { AnnexRow, ListNumber } from "./row";

/** A check that a row of a list failed; `row` counts from 0. */
export interface AnnexFinding {
  readonly check: AnnexCheck;
  readonly row: number;
}

/**
 * Runs the checks of a list over its rows, as at a day. Findings come in the order of the checks,
 * then of the rows.
 */
export function checkList(list: ListNumber, rows: readonly AnnexRow[], asAt: Day): AnnexFinding[] {
  const upns = new Map<string, number>();
  for (const { upn } of rows) if (upn !== null) upns.set(upn, (upns.get(upn) ?? 0) + 1);
  const checked: CheckedList = { asAt, upns };
  return annexChecks
    .filter((check) => check.list === list)
    .flatMap((check) =>
      rows.flatMap((row, i) => (check.isAtFault(row, checked) ? [{ check, row: i }] : [])),
    );
}

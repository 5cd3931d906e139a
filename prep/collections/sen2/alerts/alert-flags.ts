import { daysLeft, type Alert } from "./alert";
import type { AlertKind } from "./alert-kinds";

/** How many days ahead the indicators look. */
const AHEAD = [14, 28] as const;

export interface AlertFlags {
  /** By kind: `final_plan_overdue`, `final_plan_due_14`, `final_plan_due_28`; and what follows from several. */
  readonly flags: Readonly<Record<string, Uint8Array>>;
  /** By kind: days overdue, such as `final_plan_days_overdue`; 0 where it is not. */
  readonly measures: Readonly<Record<string, Int32Array>>;
}

/** Alerts as flags and measures of the rows that they are counted among, of which each has at most one alert of a kind. A due date within so many days counts the day itself. */
export function alertFlags(
  alerts: readonly Alert[],
  kinds: readonly AlertKind[],
  rowCount: number,
): AlertFlags {
  const flags: Record<string, Uint8Array> = {};
  const measures: Record<string, Int32Array> = {};
  const make = (name: string): Uint8Array => (flags[name] = new Uint8Array(rowCount));
  const ofKind = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      {
        overdue: make(`${kind}_overdue`),
        due: AHEAD.map((days) => ({ days, flag: make(`${kind}_due_${days}`) })),
        late: (measures[`${kind}_days_overdue`] = new Int32Array(rowCount)),
      },
    ]),
  );
  const [noException, nearDeadline] = [
    make("final_plan_overdue_no_exception"),
    make("near_deadline"),
  ];
  for (const alert of alerts) {
    const { kind, row, exception } = alert;
    const left = daysLeft(alert);
    const { overdue, due, late } = ofKind[kind];
    if (left <= AHEAD[0]) nearDeadline[row] = 1;
    for (const { days, flag } of due) if (left >= 0 && left <= days) flag[row] = 1;
    if (left >= 0) continue;
    overdue[row] = 1;
    late[row] = -left;
    if (kind === "final_plan" && !exception) noException[row] = 1;
  }
  return { flags, measures };
}

import type { PopulationView } from "../../../indicators/definition";
import { daysLeft, type Alert } from "./alert";
import { alertKinds } from "./alert-kinds";

/** How many days ahead the indicators look. */
const AHEAD = [14, 28] as const;

/** How alerts are counted for the scorecard: by kind, overdue or due within so many days (the day itself included), and by how many days overdue. */
export function alertView(alerts: readonly Alert[]): PopulationView {
  const flag = (is: (alert: Alert) => boolean): Uint8Array => Uint8Array.from(alerts, (alert) => Number(is(alert)));
  const isOverdue = (alert: Alert): boolean => daysLeft(alert) < 0;
  const isDue = (alert: Alert, ahead: number): boolean => daysLeft(alert) >= 0 && daysLeft(alert) <= ahead;
  const counted = new Set<number>();
  const isFirstOfCase = ({ caseOf }: Alert): boolean => !counted.has(caseOf) && counted.add(caseOf).has(caseOf);
  const byKind = alertKinds.flatMap(({ kind }) => [
    [`${kind}_overdue`, flag((alert) => alert.kind === kind && isOverdue(alert))] as const,
    ...AHEAD.map((ahead) => [`${kind}_due_${ahead}`, flag((alert) => alert.kind === kind && isDue(alert, ahead))] as const),
  ]);
  return {
    count: alerts.length,
    flags: {
      ...Object.fromEntries(byKind),
      final_plan_overdue_no_exception: flag((alert) => alert.kind === "final_plan" && isOverdue(alert) && !alert.exception),
      near_deadline: flag((alert) => (isOverdue(alert) || isDue(alert, AHEAD[0])) && isFirstOfCase(alert)),
    },
    measures: { days_overdue: Int32Array.from(alerts, (alert) => -daysLeft(alert)) },
    breakdowns: {},
    caution: null,
  };
}

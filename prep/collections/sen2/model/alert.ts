import type { Day } from "../../../calendar/day";
import type { AlertKind } from "./alert-kinds";

/** Something that the law wants done by a day and that is not known to be done. */
export interface Alert {
  readonly kind: AlertKind;
  /** Row of what it is counted among: the requests (by case) or the caseload of the day. */
  readonly row: number;
  /** Number of the case in the model. */
  readonly caseOf: number;
  /** Day that the clock runs from; null where the due date itself is given. */
  readonly since: Day | null;
  /** Last day that is in time. */
  readonly due: Day;
  /** Day that it is told of. */
  readonly asAt: Day;
  /** The return says that an exception to the time limit applies. */
  readonly exception: boolean;
  /** Why the due date is what it is, where the return does not give it. */
  readonly inferred: "age" | null;
  /** Setting key of where the child is, 0 where not known. */
  readonly setting: number;
}

/** Days until the due date; negative once it has passed. */
export const daysLeft = ({ due, asAt }: Pick<Alert, "due" | "asAt">): number => due - asAt;

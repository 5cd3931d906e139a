import type { Day } from "../../prep/calendar/day";
import type { AssessmentOutcome } from "../../prep/sample/history";

/**
 * Whether a step is still to come on a day. A withdrawal that a return shows without its date was
 * never waiting, as far as one can know.
 */
export function isToCome(step: AssessmentOutcome | null, day: Day, end: Day): boolean {
  if (step === null) return true;
  if (!step.dated && step.date <= end) return false;
  return step.date > day;
}

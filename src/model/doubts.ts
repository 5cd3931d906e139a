import type { NotRatedReason } from "../kpi/rating";
import { targetWordsIn } from "./build-series";
import type { Columns } from "./columns";
import type { Doubt, Point } from "./kpi";
import type { Plan } from "./plan-kpi";
import { frequencyNamed } from "./rule-words";
import { unitNamed } from "./unit-name";

/** What became of its figures. */
interface Told {
  readonly latest: Point;
  readonly fault: NotRatedReason | null;
  readonly shares: boolean;
}

/** What of a KPI's data was not understood, or was taken one way of two: each with its words. */
export function doubtsOf(
  columns: Columns,
  { row, noOrder, begins, scale }: Plan,
  { latest, fault, shares }: Told,
): Doubt[] {
  const doubts: Doubt[] = [];
  const add = (key: Doubt["key"], said: string | number | null): void => {
    doubts.push({ key, said: String(said ?? "") });
  };
  const { reason } = latest.rating;
  if (noOrder) add("doubt_order", noOrder.label);
  if (reason === "figures_differ") add("doubt_differ", latest.period.label);
  if (reason === "scale_unclear") add("doubt_scale", columns.text("target", row));
  if (reason === "target_not_understood") add("doubt_target", targetWordsIn(columns, row));
  if (reason === "tolerance_not_understood") add("doubt_tolerance", columns.text("tolerance", row));
  if (fault !== null) add("doubt_polarity", columns.text("polarity", row));
  const [unit, frequency] = [columns.text("unit", row), columns.text("frequency", row)];
  if (unit !== null && unitNamed(unit) === null && !/[0#]/.test(unit)) add("doubt_unit", unit);
  if (frequency !== null && frequencyNamed(frequency) === null) add("doubt_frequency", frequency);
  if (shares && scale !== null && !scale.fractions && scale.one === 1) add("doubt_share", null);
  if (begins !== null) add("doubt_year", begins);
  return doubts;
}

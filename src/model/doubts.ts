import type { NotRatedReason } from "../kpi/rating";
import { targetWordsIn } from "./series-context";
import type { Columns } from "./columns";
import { isFormat } from "./format-string";
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
  { group, row, noOrder, begins, scale }: Plan,
  { latest, fault, shares }: Told,
): Doubt[] {
  const doubts: Doubt[] = [];
  const add = (key: Doubt["key"], said: string | number | null, well = ""): void => {
    doubts.push({ key, said: String(said ?? ""), well });
  };
  const { reason } = latest.rating;
  if (noOrder) add("doubt_order", noOrder.label);
  if (reason === "figures_differ") add("doubt_differ", latest.period.label || group.name);
  if (reason === "scale_unclear") add("doubt_scale", columns.text("target", row));
  const addWords = (well: string, said: string | null): void => {
    if (said !== null) add("doubt_words", said, well);
  };
  if (reason === "target_not_understood") addWords("target", targetWordsIn(columns, row));
  if (reason === "tolerance_not_understood") addWords("tolerance", columns.text("tolerance", row));
  if (fault !== null) addWords("polarity", columns.text("polarity", row));
  const unit = columns.text("unit", row);
  if (unit !== null && unitNamed(unit) === null && !isFormat(unit)) addWords("unit", unit);
  const frequency = columns.text("frequency", row);
  if (frequency !== null && frequencyNamed(frequency) === null) addWords("frequency", frequency);
  const mayBeShare = scale !== null && !scale.fractions && scale.one === 1;
  if (shares && mayBeShare && Math.abs(latest.value ?? 0) <= 1) add("doubt_share", null);
  if (begins !== null) add("doubt_year", begins);
  return doubts;
}

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
  const unclear: Readonly<Record<string, (said: string) => boolean>> = {
    target: () => reason === "target_not_understood",
    tolerance: () => reason === "tolerance_not_understood",
    polarity: () => fault !== null,
    unit: (said) => unitNamed(said) === null && !/[0#]/.test(said),
    frequency: (said) => frequencyNamed(said) === null,
  };
  for (const well in unclear) {
    const said = well === "target" ? targetWordsIn(columns, row) : columns.text(well, row);
    if (said !== null && unclear[well](said)) add("doubt_words", said, well);
  }
  const mayBeShare = scale !== null && !scale.fractions && scale.one === 1;
  if (shares && mayBeShare && Math.abs(latest.value ?? 0) <= 1) add("doubt_share", null);
  if (begins !== null) add("doubt_year", begins);
  return doubts;
}

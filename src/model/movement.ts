import { directionOf } from "../kpi/direction";
import { baseOf, defaultBase, previousPoint } from "../kpi/direction-base";
import type { Frequency } from "../kpi/frequency";
import { judgedOver, judgementOf, type JudgedSeries } from "../kpi/judge";
import { decimalsOf } from "../kpi/number-format";
import { isUpdated } from "../kpi/updated";
import { isTrue } from "./cell";
import type { Kpi } from "./kpi";
import type { Series } from "./build-series";
import type { Period } from "./period";
import type { ModelRules } from "./rules";

/** The latest figure and how its movement is read. */
interface Moving extends Pick<Kpi, "polarity" | "form" | "frequency"> {
  readonly value: number | null;
  /** The frequency that the figures themselves name. */
  readonly columnFrequency: Frequency;
  /** What movement is from; null where the KPI's frequency decides. */
  readonly base: ModelRules["base"];
  /** The previous figure that the row gives. */
  readonly given: number | null;
  /** What the movement is judged by. */
  readonly by: ModelRules["judgedBy"];
}

/** The figures before the latest one, the `last` of a series, and which way it moved from them. */
export function movementOf(
  series: Series,
  last: number,
  row: number,
  { value, frequency, columnFrequency, base: chosen, polarity, form, given, by }: Moving,
): Pick<Kpi, "previous" | "baseline" | "direction" | "judgedOver"> {
  const { columns } = series.context;
  const periodAt = (index: number): Period => series.slots.at(index).period;
  const own = last < 0 ? null : periodAt(last).frequency;
  // A month is not held against the quarter before it.
  const points = series.ends
    .slice(0, last + 1)
    .map((one, index) => (periodAt(index).frequency === own ? one : { ...one, value: null }));
  const before = last < 0 ? null : previousPoint(points, last, frequency);
  const { scale, unclear } = series.context;
  const said = columns.number("baseline", row);
  const baseline = unclear("baseline", said, { scale, value }) ? null : said;
  const base = chosen ?? defaultBase(frequency, isTrue(columns.raw("cumulative", row)));
  const fromSeries = last < 0 ? null : baseOf(points, last, base, { frequency, baseline });
  const previous = last >= 0 && base === "previous_period" ? (given ?? fromSeries) : fromSeries;
  const direction = directionOf({
    value,
    base: previous,
    polarity,
    decimals: decimalsOf(form),
    updated: isUpdated({ value, previous, frequency, columnFrequency }),
  });
  const judged: JudgedSeries = {
    values: series.process(points.map((point) => point.value)),
    baselinePoints: series.context.rules.baselinePoints,
    polarity,
    frequency,
    cumulative: base !== "previous_period",
    by,
  };
  return {
    previous: {
      value: given ?? before?.value ?? null,
      secondary: before ? series.at(last - 1).secondary : null,
      period: before ? periodAt(last - 1).label : null,
    },
    baseline:
      baseline === null ? null : { value: baseline, date: columns.text("baselineDate", row) },
    direction: { ...direction, judgement: judgementOf(direction, judged) },
    judgedOver: direction.movement === null ? null : judgedOver(judged),
  };
}

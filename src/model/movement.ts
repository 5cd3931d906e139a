import { directionOf } from "../kpi/direction";
import { baseOf, defaultBase, previousPoint } from "../kpi/direction-base";
import type { Frequency } from "../kpi/frequency";
import { judgedOver, judgementOf, type JudgedSeries } from "../kpi/judge";
import { decimalsOf } from "../kpi/number-format";
import { isUpdated } from "../kpi/updated";
import { isTrue } from "./cell";
import type { Columns } from "./columns";
import type { Kpi, Point } from "./kpi";
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

/** The figures before the latest one, and which way it moved from them. */
export function movementOf(
  series: readonly Point[],
  columns: Columns,
  row: number,
  { value, frequency, columnFrequency, base: chosen, polarity, form, given, by }: Moving,
): Pick<Kpi, "previous" | "baseline" | "direction" | "judgedOver"> {
  const last = series.length - 1;
  // A month is not held against the quarter before it.
  const points = series.map(({ value: figure, period }, index) => ({
    value: period.frequency === series[last].period.frequency ? figure : null,
    end: period.end ?? index,
  }));
  const before = last < 0 ? null : previousPoint(points, last, frequency);
  const baseline = columns.number("baseline", row);
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
    values: points.map((point) => point.value),
    polarity,
    frequency,
    cumulative: base !== "previous_period",
    by,
  };
  return {
    previous: {
      value: given ?? before?.value ?? null,
      secondary: before ? series[last - 1].secondary : null,
      period: before ? series[last - 1].period.label : null,
    },
    baseline:
      baseline === null ? null : { value: baseline, date: columns.text("baselineDate", row) },
    direction: { ...direction, judgement: judgementOf(direction, judged) },
    judgedOver: direction.movement === null ? null : judgedOver(judged),
  };
}

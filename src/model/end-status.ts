import { targetAtEnd } from "../kpi/dated-target";
import { resolveTarget } from "../kpi/target";
import type { Series } from "./build-series";
import { rateRow } from "./rate-figure";
import { targetWordsIn, type SeriesContext } from "./series-context";
import type { EndStatus, Point } from "./kpi";
import { targetsNamed } from "./rule-words";

/** A target and the day by which it is to be reached. */
type End = Omit<EndStatus, "rating">;

const NONE = { value: null, strict: undefined } as const;

/**
 * How a figure stands to the end of its trajectory, by the rule that rates it against the target in
 * force: the last milestone of typed targets (`70 by Mar 25, 80 by Mar 26`), else the target of the
 * last period to come. Null where there is none, or its scale is not certain.
 */
export function endStatusOf(series: Series, index: number): EndStatus | null {
  if (index < 0) return null;
  const { context, slots } = series;
  const point = series.at(index);
  const end = typedEnd(point, context) ?? lastAhead(series.from(index + 1, slots.length));
  const { columns, scale, unclear } = context;
  if (end === null || unclear("target", end.target, { scale, value: point.value })) return null;
  const asked = { value: end.target, reason: null, strict: end.strict };
  const bounds = columns.number("lower", point.row) ?? columns.number("upper", point.row);
  // Bounds are of the target in force, and say nothing of how near the last one is.
  if (bounds !== null) return null;
  const { rating } = rateRow({ row: point.row, target: asked }, series, index);
  return { ...end, rating };
}

function typedEnd({ row }: Point, { columns, unit, comparators }: SeriesContext): End | null {
  if (columns.number("target", row) !== null) return null;
  const end = targetAtEnd(targetsNamed(targetWordsIn(columns, row), unit) ?? []);
  const { value, strict } = end === null ? NONE : resolveTarget(end.target, comparators);
  if (value === null || end!.from === null) return null;
  const follows = end!.target.kind === "comparator";
  return {
    target: value,
    by: end!.from,
    ...(strict && { strict }),
    ...(follows && { follows: true as const }),
  };
}

function lastAhead(ahead: readonly Point[]): End | null {
  const last = [...ahead].reverse().find(({ target }) => target !== null);
  const by = last?.period.sure ? last.period.end : null;
  return by === null
    ? null
    : { target: last!.target!, by, ...(last!.strict && { strict: true as const }) };
}

import type { Polarity } from "../kpi/polarity";
import { readMark, type ChartMark } from "../kpi/chart-mark";
import { targetInForce } from "../kpi/dated-target";
import { rate } from "../kpi/rate";
import { defaultProfile, profileNamed, type RatingProfile } from "../kpi/rating-profile";
import type { NotRatedReason } from "../kpi/rating";
import { resolveTarget, type ComparatorFigure, type ComparatorKind } from "../kpi/target";
import { sameNumber } from "../kpi/same-number";
import { lastYearPoint, previousPoint, type SeriesPoint } from "../kpi/direction-base";
import type { Frequency } from "../kpi/frequency";
import type { Unit } from "../kpi/unit";
import { textIn } from "./cell";
import type { Columns } from "./columns";
import type { Point } from "./kpi";
import { givenRating } from "./given-rating";
import { lazily } from "./lazily";
import { targetsNamed, toleranceIn, comparabilityNamed } from "./rule-words";
import type { ModelRules } from "./rules";
import { isOdd, mayStray, strayValues, type ScaleOf, type Unclear } from "./scales";
import { marked, statusWords } from "./status-words";
import { listOf, type Slot, type Slots } from "./timeline";

/** What the points of a KPI are read and rated by. */
export interface SeriesContext {
  readonly columns: Columns;
  readonly rules: ModelRules;
  readonly polarity: Polarity;
  /** Why no figure of the KPI can be rated, where its polarity is not understood. */
  readonly fault: NotRatedReason | null;
  readonly unit: Unit;
  readonly frequency: Frequency;
  /** The comparators of the row, for targets that point at one. */
  readonly comparators: Readonly<Partial<Record<ComparatorKind, ComparatorFigure>>>;
  readonly scale: ScaleOf | null;
  readonly unclear: Unclear;
}

/** A target that is no number of its own, in words: its rule, or text in the target field. */
export const targetWordsIn = (columns: Columns, row: number): string | null =>
  columns.text("targetRule", row) ?? textIn(columns.raw("target", row));

/** The points of a KPI, each made when it is asked for. */
export class Series {
  private readonly made: Point[] = [];
  private knownEnds: readonly SeriesPoint[] | null = null;
  private knownStray: readonly boolean[] | null = null;

  constructor(
    readonly slots: Slots,
    readonly context: SeriesContext,
  ) {}

  at(index: number): Point {
    return (this.made[index] ??= pointOf(placeOf({ series: this, index })));
  }

  from(start: number, end: number): Point[] {
    return Array.from({ length: Math.max(0, end - start) }, (_, i) => this.at(start + i));
  }

  /** The mark of a row; the settings name periods, too, from which limits are worked out anew. */
  markOf(row: number, label: string): ChartMark {
    const { columns, rules } = this.context;
    const mark = readMark(columns.text("mark", row));
    return mark.step || !rules.steps.includes(label.trim().toLowerCase())
      ? mark
      : { ...mark, step: true };
  }

  /** Those of values from the start that are since the last step, none for a figure left out. */
  process(values: readonly (number | null)[]): readonly (number | null)[] {
    const { columns, rules } = this.context;
    if (!columns.has("mark") && rules.steps.length === 0) return values;
    const marks = values.map((_, i) => {
      const { row, period } = this.slots.at(i);
      return this.markOf(row, period.label);
    });
    const start = Math.max(0, marks.map(({ step }) => step).lastIndexOf(true));
    return values.map((value, i) => (marks[i].ghost ? null : value)).slice(start);
  }

  /** The figure of a slot, none where it has two. */
  figure(index: number): number | null {
    const { row, differ } = this.slots.at(index);
    return differ ? null : this.context.columns.number("value", row);
  }

  isStray(index: number): boolean {
    const { scale } = this.context;
    if (scale === null || !mayStray(scale)) return false;
    if (!isOdd(Math.abs(this.figure(index) ?? 0), scale)) return false;
    this.knownStray ??= strayValues(
      listOf(this.slots).map((_, i) => this.figure(i)),
      scale,
    );
    return this.knownStray[index] ?? false;
  }

  /** All figures that are certain, with the ends of their periods. */
  get ends(): readonly SeriesPoint[] {
    return (this.knownEnds ??= listOf(this.slots).map(({ period }, i) => ({
      end: period.end ?? i,
      value: this.isStray(i) ? null : this.figure(i),
    })));
  }
}

/** Where a point is read from, with what its fields have in common. */
interface Place extends Pick<Slot, "row" | "differ"> {
  readonly series: Series;
  readonly index: number;
  readonly stray: boolean;
  readonly asked: Asked;
}

const placeOf = lazily<Pick<Place, "series" | "index">, Place>({
  series: ({ series }) => series,
  index: ({ index }) => index,
  row: ({ series, index }) => series.slots.at(index).row,
  differ: ({ series, index }) => series.slots.at(index).differ,
  stray: ({ series, index }) => series.isStray(index),
  asked: ({ series, index }, { row }) =>
    targetAt(row, series.slots.at(index).period.end, series.context),
});

const numberIn =
  (role: string) =>
  ({ series, row }: Place): number | null =>
    series.context.columns.number(role, row);

/** A point that is read and rated when it is first asked for: most are never drawn as more than a dot. */
const pointOf = lazily<Place, Point>({
  row: ({ row }) => row,
  period: ({ series, index }) => series.slots.at(index).period,
  value: ({ series, index, stray }) => (stray ? null : series.figure(index)),
  secondary: numberIn("secondary"),
  numerator: numberIn("numerator"),
  denominator: numberIn("denominator"),
  target: ({ asked }) => asked.value,
  strict: ({ asked }) => asked.strict === true,
  rating: ({ series, index, row, asked, stray, differ }) => {
    const result = ratingAt({ row, target: asked }, series, index);
    if (stray) return { ...result, reason: "scale_unclear" };
    return differ ? { ...result, reason: "figures_differ" } : result;
  },
  words: ({ series, row, stray, differ }, { period, value }) => {
    const { columns } = series.context;
    if (stray) return marked("scale");
    return differ
      ? marked("figures_differ", period.label || (columns.text("indicator", row) ?? "–"))
      : wordsOf(columns, row, value);
  },
  comparability: ({ series, row }) =>
    comparabilityNamed(series.context.columns.text("comparability", row)),
  mark: ({ series, row }, { period }) => series.markOf(row, period.label),
  interval: ({ series, row }, { value }) => {
    const { columns } = series.context;
    const [lower, upper] = [
      columns.number("intervalLower", row),
      columns.number("intervalUpper", row),
    ];
    const holds = value !== null && lower !== null && upper !== null;
    return holds && lower <= value && value <= upper ? [lower, upper] : null;
  },
});

/** A target with why it is none. */
interface Asked {
  readonly value: number | null;
  readonly reason: NotRatedReason | null;
  readonly strict?: true;
}

/** Whether the words of a target are those of a number, and leave it out themselves. */
const isStrictIn = (words: string | null, number: number, unit: Unit): boolean =>
  words !== null &&
  (targetsNamed(words, unit) ?? []).some(
    ({ target }) => target.kind === "number" && target.strict && sameNumber(target.value, number),
  );

function targetAt(
  row: number,
  end: number | null,
  { columns, unit, comparators, scale, unclear }: SeriesContext,
): Asked {
  const number = columns.number("target", row);
  const beside = { scale, value: columns.number("value", row) };
  if (unclear("target", number, beside)) return { value: null, reason: "scale_unclear" };
  if (number !== null) {
    const words = columns.text("targetRule", row);
    return {
      value: number,
      reason: null,
      ...(isStrictIn(words, number, unit) && { strict: true }),
    };
  }
  const targets = targetsNamed(targetWordsIn(columns, row), unit);
  if (targets === null) return { value: null, reason: "target_not_understood" };
  const held = targetInForce(targets, end ?? -Infinity);
  if (held === null) return { value: null, reason: "target_not_due" };
  const { target } = held;
  const resolved = resolveTarget(target, comparators);
  return target.kind === "number" && unclear("target", resolved.value, beside)
    ? { value: null, reason: "scale_unclear" }
    : resolved;
}

/** Why a figure with a target cannot be rated by it, or null. */
function faultAt(
  row: number,
  tolerance: ReturnType<typeof toleranceIn>,
  { columns, fault, scale, unclear }: SeriesContext,
): NotRatedReason | null {
  const lower = columns.number("lower", row);
  const upper = columns.number("upper", row);
  const beside = { scale, value: columns.number("value", row) };
  if (unclear("lower", lower, beside) || unclear("upper", upper, beside)) return "scale_unclear";
  return tolerance === undefined && lower === null && upper === null
    ? "tolerance_not_understood"
    : fault;
}

/** The rule of a row: the author's, else the one that the data names; null for a name of none. */
export function profileAt(
  { columns, rules }: Pick<SeriesContext, "columns" | "rules">,
  row: number,
): RatingProfile | null {
  if (rules.profile !== null) return rules.profile;
  const named = columns.text("ratingProfile", row);
  return named === null ? defaultProfile : profileNamed(named);
}

/** Whether the rating rule compares with an earlier figure. */
const asksFor = (profile: RatingProfile, base: "previous" | "last_year"): boolean =>
  profile.rules.some(({ when }) =>
    when.some((condition) => condition.test === "better_than" && condition.base === base),
  );

/** A row with its target. */
interface RatedRow {
  readonly row: number;
  readonly target: Asked;
}

/** The rating of the figure at an index of a series: the data's own, else ours. */
function ratingAt(rated: RatedRow, series: Series, index: number): Point["rating"] {
  const { rating, isOurs } = workedOut(rated, series, index);
  return isOurs ? rating : givenRating(series.context.columns, rated.row, rating);
}

/** The rating of the figure at an index against a target, whatever the data says of it. */
export const rateRow = (...rated: Parameters<typeof workedOut>): Point["rating"] =>
  workedOut(...rated).rating;

/** Our rating, and whether it goes before the data's own. */
function workedOut(
  { row, target }: RatedRow,
  series: Series,
  index: number,
): { readonly rating: Point["rating"]; readonly isOurs: boolean } {
  const { context } = series;
  const { columns, rules, polarity, unit, frequency } = context;
  const lower = columns.number("lower", row);
  const upper = columns.number("upper", row);
  const given = toleranceIn(columns.raw("tolerance", row), unit, columns.scale("tolerance", row));
  const profile = profileAt(context, row);
  const wrong =
    target.value === null
      ? null
      : profile === null
        ? "rating_not_understood"
        : faultAt(row, given, context);
  const bases = profile ?? defaultProfile;
  const worked = rate(
    {
      value: series.at(index).value,
      target: wrong === null ? target.value : null,
      strict: target.strict,
      targetReason: wrong ?? target.reason,
      polarity,
      unit,
      tolerance:
        lower !== null || upper !== null
          ? { kind: "bounds", lower, upper }
          : (given ?? rules.tolerance),
      previous: asksFor(bases, "previous")
        ? (columns.number("previous", row) ??
          previousPoint(series.ends, index, frequency)?.value ??
          null)
        : null,
      lastYear: asksFor(bases, "last_year")
        ? (lastYearPoint(series.ends, index)?.value ?? null)
        : null,
    },
    bases,
  );
  return { rating: worked, isOurs: rules.profile !== null || (wrong !== null && profile !== null) };
}

/**
 * The words of a figure that is not a number: its sentence, its status in words, or text that
 * stands where the number should.
 */
function wordsOf(columns: Columns, row: number, value: number | null): string | null {
  if (value !== null) return null;
  return (
    columns.text("textValue", row) ??
    statusWords(columns.text("statusWords", row) ?? columns.text("value", row))
  );
}

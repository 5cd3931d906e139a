import type { NumberForm } from "../kpi/number-format";
import type { Polarity } from "../kpi/polarity";
import { targetInForce } from "../kpi/dated-target";
import { rate } from "../kpi/rate";
import { defaultProfile, profileNamed, type RatingProfile } from "../kpi/rating-profile";
import type { NotRatedReason } from "../kpi/rating";
import { resolveTarget, type ComparatorFigure, type ComparatorKind } from "../kpi/target";
import { lastYearPoint, previousPoint, type SeriesPoint } from "../kpi/direction-base";
import type { Frequency } from "../kpi/frequency";
import { textIn } from "./cell";
import type { Columns } from "./columns";
import type { Point } from "./kpi";
import { givenRating } from "./given-rating";
import { targetsNamed, toleranceIn, comparabilityNamed } from "./rule-words";
import type { ModelRules } from "./rules";
import { strayValues, type ScaleOf, type Unclear } from "./scales";
import { marked, statusWords } from "./status-words";
import type { Slot } from "./timeline";

/** What the points of a KPI are read and rated by. */
export interface SeriesContext {
  readonly columns: Columns;
  readonly rules: ModelRules;
  readonly polarity: Polarity;
  /** Why no figure of the KPI can be rated, where its polarity is not understood. */
  readonly fault: NotRatedReason | null;
  readonly form: NumberForm;
  readonly frequency: Frequency;
  /** The comparators of the row, for targets that point at one. */
  readonly comparators: Readonly<Partial<Record<ComparatorKind, ComparatorFigure>>>;
  readonly scale: ScaleOf | null;
  readonly unclear: Unclear;
}

/** A target that is no number of its own, in words: its rule, or text in the target field. */
export const targetWordsIn = (columns: Columns, row: number): string | null =>
  columns.text("targetRule", row) ?? textIn(columns.raw("target", row));

/** The points of a KPI with each one's rating. */
export function buildSeries(slots: readonly Slot[], context: SeriesContext): Point[] {
  const { columns, scale } = context;
  const values = slots.map(({ row, differ }) => (differ ? null : columns.number("value", row)));
  const stray = strayValues(values, scale);
  const ends = slots.map(({ period }, index) => ({
    end: period.end ?? index,
    value: stray[index] ? null : values[index],
  }));
  const read: Read = { slots, stray, ends, context };
  return slots.map((_, index) => new ReadPoint(read, index));
}

/** What the points of one KPI are read from. */
interface Read {
  readonly slots: readonly Slot[];
  readonly stray: readonly boolean[];
  readonly ends: readonly SeriesPoint[];
  readonly context: SeriesContext;
}

/** A point that is read and rated when it is first asked for: most are never drawn as more than a dot. */
class ReadPoint implements Point {
  readonly row: number;
  readonly period: Slot["period"];
  readonly value: number | null;
  private asked: Asked | null = null;
  private rated: Point["rating"] | null = null;

  constructor(
    private readonly read: Read,
    private readonly index: number,
  ) {
    const { row, period } = read.slots[index];
    this.row = row;
    this.period = period;
    this.value = read.ends[index].value;
  }

  private number(role: string): number | null {
    return this.read.context.columns.number(role, this.row);
  }

  get secondary(): number | null {
    return this.number("secondary");
  }

  get numerator(): number | null {
    return this.number("numerator");
  }

  get denominator(): number | null {
    return this.number("denominator");
  }

  private get targetAsked(): Asked {
    return (this.asked ??= targetAt(this.row, this.period.end, this.read.context));
  }

  get target(): number | null {
    return this.targetAsked.value;
  }

  get rating(): Point["rating"] {
    return (this.rated ??= this.rate());
  }

  private rate(): Point["rating"] {
    const { ends, context, stray, slots } = this.read;
    const result = ratingAt({ row: this.row, target: this.targetAsked }, ends, this.index, context);
    if (stray[this.index]) return { ...result, reason: "scale_unclear" };
    return slots[this.index].differ ? { ...result, reason: "figures_differ" } : result;
  }

  get words(): string | null {
    const { stray, slots, context } = this.read;
    if (stray[this.index]) return marked("scale");
    return slots[this.index].differ
      ? marked(
          "figures_differ",
          this.period.label || (context.columns.text("indicator", this.row) ?? "–"),
        )
      : wordsOf(context.columns, this.row, this.value);
  }

  get comparability(): Point["comparability"] {
    return comparabilityNamed(this.read.context.columns.text("comparability", this.row));
  }
}

/** A target with why it is none. */
interface Asked {
  readonly value: number | null;
  readonly reason: NotRatedReason | null;
}

function targetAt(
  row: number,
  end: number | null,
  { columns, form, comparators, scale, unclear }: SeriesContext,
): Asked {
  const number = columns.number("target", row);
  const beside = { scale, value: columns.number("value", row) };
  if (unclear("target", number, beside)) return { value: null, reason: "scale_unclear" };
  if (number !== null) return { value: number, reason: null };
  const targets = targetsNamed(targetWordsIn(columns, row), form.unit);
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
function ratingAt(
  rated: RatedRow,
  ends: readonly SeriesPoint[],
  index: number,
  context: SeriesContext,
): Point["rating"] {
  const { rating, isOurs } = workedOut(rated, ends, index, context);
  return isOurs ? rating : givenRating(context.columns, rated.row, rating);
}

/** The rating of the figure at an index against a target, whatever the data says of it. */
export const rateRow = (...rated: Parameters<typeof workedOut>): Point["rating"] =>
  workedOut(...rated).rating;

/** Our rating, and whether it goes before the data's own. */
function workedOut(
  { row, target }: RatedRow,
  ends: readonly SeriesPoint[],
  index: number,
  context: SeriesContext,
): { readonly rating: Point["rating"]; readonly isOurs: boolean } {
  const { columns, rules, polarity, form, frequency } = context;
  const lower = columns.number("lower", row);
  const upper = columns.number("upper", row);
  const given = toleranceIn(
    columns.raw("tolerance", row),
    form.unit,
    columns.scale("tolerance", row),
  );
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
      value: ends[index].value,
      target: wrong === null ? target.value : null,
      targetReason: wrong ?? target.reason,
      polarity,
      unit: form.unit,
      tolerance:
        lower !== null || upper !== null
          ? { kind: "bounds", lower, upper }
          : (given ?? rules.tolerance),
      previous: asksFor(bases, "previous")
        ? (columns.number("previous", row) ?? previousPoint(ends, index, frequency)?.value ?? null)
        : null,
      lastYear: asksFor(bases, "last_year") ? (lastYearPoint(ends, index)?.value ?? null) : null,
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

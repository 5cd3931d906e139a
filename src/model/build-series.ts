import { readMark, type ChartMark } from "../kpi/chart-mark";
import type { SeriesPoint } from "../kpi/direction-base";
import type { Columns } from "./columns";
import type { Point } from "./kpi";
import { lazily } from "./lazily";
import { ratingAt, targetAt, type Asked } from "./rate-figure";
import { comparabilityNamed } from "./rule-words";
import { isOdd, mayStray, strayValues } from "./scales";
import type { SeriesContext } from "./series-context";
import { marked, statusWords } from "./status-words";
import { listOf, type Slot, type Slots } from "./timeline";

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

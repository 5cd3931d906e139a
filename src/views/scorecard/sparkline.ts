import type { Kpi, Point } from "../../model/kpi";
import { picture, svg, type Mark, type Picture } from "../element";
import { linear } from "../scale";
import { aheadOf, lineThrough, placesInTime, targetLine, unbroken } from "../series-lines";

interface SparklineSize {
  readonly width: number;
  readonly height: number;
  /** Percentages from 0 to 100 on one scale. */
  readonly fullScale: boolean;
}

const PAD = 4;
const MOST_POINTS = 60;

/** The line as a picture; null below two figures. */
export function sparkline(kpi: Kpi, size: SparklineSize): SVGSVGElement | null {
  const line = sparklineOf(kpi, size);
  return line && drawSparkline(line);
}

export const drawSparkline = (line: Picture): SVGSVGElement => picture("sparkline", line);

/**
 * A small line of a KPI's values on its own scale, its target dashed, the near band tinted, the
 * last point in its status
 * shape. A target out of reach of the values is drawn at the edge with an arrowhead, so that it
 * does not flatten the line.
 */
export function sparklineOf(kpi: Kpi, { width, height, fullScale }: SparklineSize): Picture | null {
  const series = kpi.series.slice(-MOST_POINTS);
  const whole = [...series, ...aheadOf(kpi)];
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  const { target, rating } = kpi.latest;
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (fullScale && kpi.form.unit === "percent")
    [low, high] = [Math.min(0, low), Math.max(100, high)];
  const reach = high - low || Math.abs(high) || 1;
  const far =
    target === null ? 0 : target > high + 1.5 * reach ? 1 : target < low - 1.5 * reach ? -1 : 0;
  if (target !== null && far === 0) [low, high] = [Math.min(low, target), Math.max(high, target)];
  const x = placesInTime(whole, [PAD, width - PAD]);
  const y = linear([low, high], [height - PAD, PAD]);
  const marks: Mark[] = [];
  const path = (className: string, d: string): void =>
    void marks.push(["path", { class: className, d }]);
  if (rating.lower !== null && rating.upper !== null && rating.lower < rating.upper && far === 0) {
    const [top, bottom] = [Math.max(0, y(rating.upper)), Math.min(height, y(rating.lower))];
    marks.push([
      "rect",
      { class: "band-near", x: 0, y: top, width, height: Math.max(0, bottom - top) },
    ]);
  }
  if (target !== null) {
    if (far === 0) path("target", targetLine(whole, x, within(y, height), [0, width]));
    else {
      path("target", `M0 ${far > 0 ? 1 : height - 1}H${width}`);
      path(
        "target-far",
        far > 0 ? `M${width - 9} 5l3-4 3 4` : `M${width - 9} ${height - 5}l3 4 3-4`,
      );
    }
  }
  const lines = unbroken(series, kpi).map((run) =>
    run.length === 1
      ? `M${x(run[0]) - 1} ${y(run[0].value!)}h2`
      : lineThrough(run, x, ({ value }) => y(value!)),
  );
  path("line", lines.join(""));
  const end = series[series.length - 1];
  if (end.value !== null) marks.push(markOf(end, x(end), y(end.value)));
  return { width, height, marks };
}

/** A target to come that lies beyond the scale is drawn at its edge. */
const within =
  (y: (value: number) => number, height: number) =>
  (value: number): number =>
    Math.min(height - 1, Math.max(1, y(value)));

const SHAPES = {
  met: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
  near: "M0-3.6 3.6 3H-3.6Z",
  missed: "M-1.3-3.1h2.6L3.1-1.3v2.6L1.3 3.1h-2.6L-3.1 1.3v-2.6Z",
  not_rated: "M-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0Z",
} as const;

/** A point in the shape and colour of its status. */
const markOf = ({ rating: { rating } }: Point, x: number, y: number): Mark => [
  "path",
  { class: `point ${rating}`, d: SHAPES[rating], transform: `translate(${x} ${y})` },
];

/** The same as an element. */
export const marker = (...at: Parameters<typeof markOf>): SVGElement => svg(...markOf(...at));

import { follows } from "../kpi/frequency";
import type { Kpi, Point } from "../model/kpi";
import { linear } from "./scale";

/**
 * The runs of points that a line may join: it breaks at a missing value and at a missing period.
 */
export function unbroken<P extends Point>(
  series: readonly P[],
  { frequency }: Pick<Kpi, "frequency">,
): P[][] {
  const runs: P[][] = [];
  let run: P[] = [];
  series.forEach((point, index) => {
    const before = series[index - 1]?.period.end ?? null;
    const gap =
      before !== null && point.period.end !== null && !follows(before, point.period.end, frequency);
    if ((point.value === null || gap) && run.length > 0) {
      runs.push(run);
      run = [];
    }
    if (point.value !== null) run.push(point);
  });
  if (run.length > 0) runs.push(run);
  return runs;
}

/**
 * Where each point of a series stands between two places: by its time where each has one, else one
 * step after the other.
 */
export function placesInTime(
  series: readonly Point[],
  places: readonly [number, number],
): (point: Point) => number {
  const ends = series.map(({ period }) => period.end);
  const [first, last] = [ends[0] ?? 0, ends[ends.length - 1] ?? 0];
  const inTime = !ends.includes(null) && last > first;
  const scale = linear(inTime ? [first, last] : [0, series.length - 1], places);
  const placeOf = new Map(
    series.map((point, index) => [point, scale(inTime ? point.period.end! : index)]),
  );
  return (point) => placeOf.get(point)!;
}

/**
 * Where a day stands on the axis of a series that begins, at the latest, on the day `from`; null
 * where a point of the series has no time.
 */
export function daysInTime(
  series: readonly Point[],
  from: number,
  places: readonly [number, number],
): ((day: number) => number) | null {
  const ends = series.map(({ period }) => period.end);
  const [first, last] = [Math.min(ends[0] ?? 0, from), ends[ends.length - 1] ?? 0];
  return ends.includes(null) || last <= first ? null : linear([first, last], places);
}

/** The periods to come that have a target: its trajectory. */
export const aheadOf = ({ ahead }: Pick<Kpi, "ahead">): readonly Point[] =>
  ahead.filter(({ target }) => target !== null);

/** A path through places, given after one another; one place alone is a dot. */
const pathOf = (places: readonly number[]): string => {
  const at = (i: number): number => Math.round(places[i] * 1000) / 1000;
  let path = "";
  for (let i = 0; i < places.length; i += 2) path += `${i === 0 ? "M" : "L"}${at(i)},${at(i + 1)}`;
  return places.length === 2 ? `${path}Z` : path;
};

/** The path that joins points, none left out; blank without a point. */
export const lineThrough = <P>(
  points: readonly P[],
  x: (point: P) => number,
  y: (point: P) => number,
): string => pathOf(points.flatMap((point) => [x(point), y(point)]));

/**
 * The path of a target in steps, with gaps where there is none; a target of the first or last point
 * reaches out to the `ends`. Blank without a target.
 */
export function targetLine(
  series: readonly Point[],
  x: (point: Point) => number,
  y: (value: number) => number,
  ends: readonly [number, number],
): string {
  if (series.length === 0) return "";
  const steps = series.map((point) => ({ place: x(point), target: point.target }));
  const whole = [
    { ...steps[0], place: ends[0] },
    ...steps,
    { ...steps[steps.length - 1], place: ends[1] },
  ];
  const turns = whole.filter(
    ({ target }, index) =>
      target !== whole[index - 1]?.target || target !== whole[index + 1]?.target,
  );
  // Each target holds to the place where the next one begins.
  let path = "";
  let run: number[] = [];
  for (const { place, target } of turns) {
    if (target === null) {
      path += pathOf(run);
      run = [];
      continue;
    }
    const before = run.at(-1);
    if (before !== undefined) run.push(place, before);
    run.push(place, y(target));
  }
  return path + pathOf(run);
}

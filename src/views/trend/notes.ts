import type { Point } from "../../model/kpi";
import { sayPeriod } from "../../model/say-period";
import type { Words } from "../../host/words";
import { svg } from "../element";
import { fitted } from "../text-width";

/** Where notes are drawn: right of their figure, as far as the next one or the end. */
interface NotePlace {
  readonly x: (point: Point) => number;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
  readonly font: string;
}

const noted = (series: readonly Point[]): Point[] =>
  series.filter(({ mark: { step, note } }) => step || note !== "");

/** A dashed line at each figure that an author marked, with its note at the foot. */
export function noteMarks(
  series: readonly Point[],
  { x, top, bottom, right, font }: NotePlace,
): SVGElement[] {
  const points = noted(series);
  return points.flatMap((point, i) => {
    const [at, next] = [x(point), i + 1 < points.length ? x(points[i + 1]) : right];
    const text = fitted(point.mark.note, font, next - at - 6);
    return [
      svg("path", { class: "note", d: `M${at} ${top}V${bottom}` }),
      svg("text", { class: "note", x: at + 3, y: bottom - 6 }, text),
    ];
  });
}

/** The notes in words, for those who do not see them. */
export const notesText = (series: readonly Point[], words: Words): string =>
  noted(series)
    .filter(({ mark }) => mark.note !== "")
    .map(({ period, mark }) => `; ${sayPeriod(period.label, words)}: ${mark.note}`)
    .join("");

/** The interval of each figure that has one, as a line with two ends. */
export const intervalMarks = (
  series: readonly Point[],
  x: (point: Point) => number,
  y: (value: number) => number,
): SVGElement[] =>
  series.flatMap((point) => {
    if (point.interval === null) return [];
    const [lower, upper] = point.interval.map(y);
    const left = x(point) - 3;
    return svg("path", {
      class: "interval",
      d: `M${left} ${upper}h6M${left + 3} ${upper}V${lower}M${left} ${lower}h6`,
    });
  });

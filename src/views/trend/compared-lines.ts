import { averageName } from "../../model/display";
import { formatValue } from "../../kpi/number-format";
import type { Kpi, PastFigure, Point } from "../../model/kpi";
import { sayPeriod } from "../../model/say-period";
import { svg } from "../element";
import type { Scene } from "../scene";
import { lineThrough } from "../series-lines";

/** A comparator of the trend: its class, its name, and the figures that are drawn. */
export interface ComparedLine {
  readonly className: "england" | "average";
  readonly name: string;
  readonly figures: readonly PastFigure[];
}

/** Where things stand. `day` is null where the axis has no days. */
interface Places {
  readonly x: (point: Point) => number;
  readonly y: (value: number) => number;
  readonly day: ((day: number) => number) | null;
  readonly left: number;
  readonly right: number;
}

/** Days that comparators may lie before the first own figure, so that ours keep their room. */
const BEFORE = 6 * 366;

const pointOf = (series: readonly Point[], { period }: PastFigure): Point | undefined =>
  series.find((point) => point.period.label === period.label);

/**
 * The figures of a comparator that have a place beside a series: those of its periods, and those of
 * other periods by their own days, not long before it.
 */
function drawable(series: readonly Point[], figures: readonly PastFigure[]): PastFigure[] {
  const first = series[0].period.end;
  return figures.filter(
    (figure) =>
      pointOf(series, figure) !== undefined ||
      (first !== null && figure.period.end !== null && figure.period.end >= first - BEFORE),
  );
}

/** The first day that comparators of other periods begin with; infinite without one. */
export const firstDay = (series: readonly Point[], compared: readonly ComparedLine[]): number =>
  Math.min(
    Infinity,
    ...compared.flatMap(({ figures }) =>
      figures.flatMap((figure) =>
        pointOf(series, figure) ? [] : (figure.period.start ?? figure.period.end ?? []),
      ),
    ),
  );

/** Where a figure stands on the line: at our own period, or at the end of one as long as ours. */
function onLine(
  series: readonly Point[],
  figure: PastFigure,
  { x, day }: Pick<Places, "x" | "day">,
): number | null {
  const point = pointOf(series, figure);
  if (point) return x(point);
  const { end, frequency } = figure.period;
  return day && frequency === series[0].period.frequency ? day(end!) : null;
}

/**
 * The marks of a comparator: a line through the figures of our own periods, and of others as long
 * as they are; each of another length as long as it is, so that a year stands beside months as a
 * year, with its period in words.
 */
export function comparedMarks(
  { className, name, figures }: ComparedLine,
  { series, form }: Pick<Kpi, "series" | "form">,
  places: Places,
  words: Scene["words"],
): SVGElement[] {
  const { y } = places;
  const known = figures.flatMap((figure) => {
    const at = onLine(series, figure, places);
    return at === null ? [] : [{ figure, at }];
  });
  const others = figures.filter((figure) => !known.some((one) => one.figure === figure));
  const say = (figure: PastFigure): SVGElement =>
    svg(
      "title",
      {},
      `${name}, ${sayPeriod(figure.period.label, words)}: ${formatValue(figure.value, form)}`,
    );
  const line =
    known.length > 1
      ? [
          svg("path", {
            class: className,
            d: lineThrough(
              known,
              ({ at }) => at,
              ({ figure }) => y(figure.value),
            ),
          }),
        ]
      : known.map(({ figure, at }) =>
          svg("circle", { class: className, cx: at, cy: y(figure.value), r: 3 }, say(figure)),
        );
  return [...line, ...others.flatMap((figure) => spanOf(figure, className, places, say(figure)))];
}

/** A figure of a period of its own: from its first day to its last, or a dot where that is one. */
function spanOf(
  { period: { start, end }, value }: PastFigure,
  className: string,
  { y, day, left, right }: Places,
  title: SVGElement,
): SVGElement[] {
  if (day === null || end === null) return [];
  const within = (at: number): number => Math.min(right, Math.max(left, day(at)));
  const [from, to] = [within(start ?? end), within(end)];
  if (from >= right) return [];
  return to - from < 4
    ? [svg("circle", { class: `${className} past`, cx: to, cy: y(value), r: 3 }, title)]
    : [svg("path", { class: `${className} past`, d: `M${from} ${y(value)}H${to}` }, title)];
}

/** The label at the end of a comparator, with its period where it is none of the latest figure. */
export function comparedLabel(
  { name, figures }: ComparedLine,
  { series, form }: Pick<Kpi, "series" | "form">,
  words: Scene["words"],
): string {
  const last = figures[figures.length - 1];
  const value = `${name} ${formatValue(last.value, form)}`;
  return pointOf(series, last) ? value : `${value} (${sayPeriod(last.period.label, words)})`;
}

/** The comparators that are drawn, each with its figures. */
export function comparedOf(kpi: Kpi, { words, settings }: Scene): ComparedLine[] {
  const { england, neighbours } = kpi.history;
  return [
    {
      className: "england" as const,
      name: settings.comparators.englandName || words("column_england"),
      figures: drawable(kpi.series, england),
    },
    {
      className: "average" as const,
      name: averageName(kpi, words),
      figures: drawable(kpi.series, neighbours),
    },
  ].filter(({ figures }) => figures.length > 0);
}

/** Labels of the comparators' periods before the first own one, as many as fit. */
export function earlyLabels(
  compared: readonly ComparedLine[],
  day: ((day: number) => number) | null,
  {
    left,
    first,
    bottom,
  }: { readonly left: number; readonly first: number; readonly bottom: number },
  words: Scene["words"],
): SVGTextElement[] {
  if (day === null) return [];
  const labels: SVGTextElement[] = [];
  const middles = compared
    .flatMap(({ figures }) => figures)
    .flatMap(({ period: { label, start, end } }) =>
      end === null ? [] : [{ label, at: day(((start ?? end) + end) / 2), until: day(end) }],
    )
    .filter(({ until }) => until < first)
    .sort((a, b) => b.at - a.at);
  let before = first;
  for (const { label, at } of middles) {
    if (before - at < 64 || at < left) continue;
    before = at;
    labels.push(
      svg(
        "text",
        { class: "tick", x: at, y: bottom + 17, "text-anchor": "middle" },
        sayPeriod(label, words),
      ),
    );
  }
  return labels;
}

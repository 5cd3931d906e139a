import { nice, ticks } from "d3-array";
import { formAt } from "../../model/display";
import type { Kpi, Point } from "../../model/kpi";
import { sayPeriod } from "../../model/say-period";
import { trendText } from "../../model/trend-text";
import { formatValue } from "../../kpi/number-format";
import { svg } from "../element";
import { linear, spread } from "../scale";
import type { Scene } from "../scene";
import { chartFont, fitted, widestOf } from "../text-width";
import { marker } from "../scorecard/sparkline";
import {
  aheadOf,
  daysInTime,
  lineThrough,
  placesInTime,
  targetLine,
  unbroken,
} from "../series-lines";
import {
  comparedLabel,
  comparedMarks,
  comparedOf,
  earlyLabels,
  firstDay,
  type ComparedLine,
} from "./compared-lines";
import { intervalMarks, noteMarks, notesText } from "./notes";
import { xmrLines } from "./xmr";

interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const MARGIN = { top: 12, bottom: 26, left: 44, beside: 14 } as const;
/** Share of the width that the labels at the ends of lines may take. */
const MOST_LABELS = 0.45;

/**
 * A KPI over time: its line with gaps where figures are missing, the target in steps, tints for
 * met, near and missed where there is
 * a target, comparators, and a direct label at each line's end; or an XmR chart with its limits.
 * Null where there are no two points.
 */
export function trendChart(
  kpi: Kpi,
  scene: Scene,
  { width, height }: ChartSize,
  chart: Scene["settings"]["trend"]["chart"],
  labelRoom = 0,
): SVGSVGElement | null {
  const { words, settings } = scene;
  const { series, form } = kpi;
  const whole = [...series, ...aheadOf(kpi)];
  const drawn = series.filter(({ value }) => value !== null);
  const intervals = (point: Point): readonly number[] =>
    (!xmr && settings.trend.intervals && point.interval) || [];
  if (drawn.length < 2) return null;
  const process = chart === "line" ? null : kpi.spc(chart === "parts");
  const xmr = process?.enoughPoints ? process : null;
  const right = width - labelRoom - MARGIN.beside;
  const bottom = height - MARGIN.bottom;
  const comparators = xmr || !settings.trend.comparators ? [] : comparedOf(kpi, scene);
  const values = [
    ...drawn.flatMap((point) => [point.value!, ...intervals(point)]),
    ...whole.flatMap(({ target }) => (target === null ? [] : [target])),
    ...comparators.flatMap(({ figures }) => figures.map(({ value }) => value)),
    ...(xmr
      ? xmr.points.flatMap(({ limits }) =>
          [limits.lower, limits.upper].filter((limit) => limit !== null),
        )
      : []),
  ];
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const padded: readonly [number, number] =
    least === greatest ? [least - 1, greatest + 1] : [least, greatest];
  const count = Math.max(2, Math.round(height / 60));
  const domain = nice(...padded, count);
  const y = linear(domain, [bottom, MARGIN.top]);
  const font = chartFont(settings);
  const marks = ticks(...domain, count).map((tick) => ({
    tick,
    text: formatValue(tick, {
      ...form,
      decimals: Number.isInteger(tick) ? 0 : (form.decimals ?? 1),
    }),
  }));
  const left = Math.max(
    MARGIN.left,
    widestOf(
      marks.map(({ text }) => text),
      font,
      12,
    ) + 8,
  );
  const ends = [left + 6, right - 4] as const;
  const day = daysInTime(whole, firstDay(series, comparators), ends);
  const inTime = placesInTime(whole, ends);
  const x = (point: Point): number => (day ? day(point.period.end!) : inTime(point));

  const picture = svg("svg", {
    class: "chart trend",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label":
      trendText(kpi, words) + comparedText(kpi, comparators, words) + notesText(series, words),
  });
  if (settings.trend.bands && !xmr)
    picture.append(...bands(kpi, y, [left, right], [MARGIN.top, bottom]));
  for (const { tick, text } of marks)
    picture.append(
      svg("path", { class: "grid", d: `M${left} ${y(tick)}H${right}` }),
      svg("text", { class: "tick", x: left - 6, y: y(tick) + 4, "text-anchor": "end" }, text),
    );
  picture.append(
    ...earlyLabels(comparators, day, { left, first: x(whole[0]), bottom }, words),
    ...periodLabels(whole, x, [left, right], bottom, words),
  );
  const labels: { place: number; text: string; className: string }[] = [];
  const target = targetLine(whole, x, y, [x(whole[0]), right]);
  if (target !== "") {
    picture.append(svg("path", { class: "target", d: target }));
    const last = [...whole].reverse().find((point) => point.target !== null)!;
    labels.push({
      place: y(last.target!),
      text: words("target_label", formatValue(last.target!, formAt(last, form))),
      className: "target",
    });
  }
  for (const one of comparators) {
    const places = { x, y, day, left, right };
    picture.append(...comparedMarks(one, kpi, places, words));
    labels.push({
      place: y(one.figures[one.figures.length - 1].value),
      text: comparedLabel(one, kpi, words),
      className: one.className,
    });
  }
  picture.append(...noteMarks(series, { x, top: MARGIN.top, bottom, right, font }));
  if (xmr) {
    const { marks: points, labels: limits } = xmrLines(kpi, xmr, x, y, words);
    picture.append(...points);
    labels.push(...limits);
  } else {
    if (settings.trend.intervals) picture.append(...intervalMarks(series, x, y));
    for (const run of unbroken(series, kpi))
      picture.append(
        svg("path", { class: "own", d: lineThrough(run, x, ({ value }) => y(value!)) }),
      );
    for (const { from, to } of gaps(kpi)) {
      const middle = (x(from) + x(to)) / 2;
      picture.append(
        svg(
          "path",
          { class: "break", d: `M${middle - 2} ${bottom}l4-8M${middle + 2} ${bottom}l4-8` },
          svg(
            "title",
            {},
            words(
              "gap_between",
              sayPeriod(from.period.label, words),
              sayPeriod(to.period.label, words),
            ),
          ),
        ),
      );
    }
    for (const point of drawn)
      picture.append(
        point === series[series.length - 1]
          ? marker(point, x(point), y(point.value!))
          : svg("circle", {
              class: `own${point.mark.ghost ? " ghost" : ""}`,
              cx: x(point),
              cy: y(point.value!),
              r: 2.2,
            }),
      );
  }
  const end = drawn[drawn.length - 1];
  labels.push({
    place: y(end.value!),
    text: `${settings.comparators.ownName || words("own")} ${formatValue(end.value!, formAt(end, form))}`,
    className: "own",
  });
  // The labels tell how much room they take: then the rest is drawn beside it.
  const most = width * MOST_LABELS;
  const needed = widestOf(
    labels.map(({ text }) => text),
    `600 ${font}`,
    12,
    most,
  );
  if (labelRoom === 0) return trendChart(kpi, scene, { width, height }, chart, needed);
  const places = spread(
    labels.map(({ place }) => place),
    14,
    MARGIN.top,
    bottom,
  );
  labels.forEach(({ text, className }, index) =>
    picture.append(
      svg(
        "text",
        { class: `end ${className}`, x: right + 8, y: places[index] + 4 },
        fitted(text, font, most),
      ),
    ),
  );
  return picture;
}

/** The lines that the own one is compared with, in words. */
const comparedText = (kpi: Kpi, compared: readonly ComparedLine[], words: Scene["words"]): string =>
  compared
    .map(
      ({ name, figures }) =>
        `; ${name}: ${figures
          .map(
            ({ period, value }) =>
              `${sayPeriod(period.label, words)} ${formatValue(value, kpi.form)}`,
          )
          .join(", ")}`,
    )
    .join("");

/** The pairs of neighbouring figures between which a figure is missing. */
function gaps(kpi: Kpi): { from: Point; to: Point }[] {
  const runs = unbroken(kpi.series, kpi);
  return runs
    .slice(1)
    .map((run, index) => ({ from: runs[index][runs[index].length - 1], to: run[0] }));
}

function bands(
  { latest: { rating, target }, polarity }: Kpi,
  y: (value: number) => number,
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number],
): SVGElement[] {
  if (target === null || rating.lower === null || rating.upper === null || polarity === "neutral")
    return [];
  const within = (value: number): number => Math.min(bottom, Math.max(top, y(value)));
  const better: readonly [number, number] =
    polarity === "higher" ? [top, within(rating.upper)] : [within(rating.lower), bottom];
  const near: readonly [number, number] = [within(rating.upper), within(rating.lower)];
  return (
    [
      ["met", better],
      ["near", near],
    ] as const
  )
    .filter(([, [from, to]]) => to - from > 0.5)
    .map(([name, [from, to]]) =>
      svg("rect", {
        class: `band-${name}`,
        x: left,
        y: from,
        width: right - left,
        height: to - from,
      }),
    );
}

/** As many period labels as fit, the first and the last among them. */
function periodLabels(
  series: readonly Point[],
  x: (point: Point) => number,
  [left, right]: readonly [number, number],
  bottom: number,
  words: Scene["words"],
): SVGTextElement[] {
  const most = Math.max(2, Math.floor((right - left) / 72));
  const every = Math.max(1, Math.ceil((series.length - 1) / (most - 1)));
  const chosen = series.filter((_, index) => (series.length - 1 - index) % every === 0);
  return chosen.map((point) =>
    svg(
      "text",
      { class: "tick", x: x(point), y: bottom + 17, "text-anchor": "middle" },
      sayPeriod(point.period.label, words),
    ),
  );
}

import { averageName, comparatorPeriod, comparatorText } from "../../model/display";
import type { Comparator, Kpi } from "../../model/kpi";
import { sayOrdinal, sayPeriod } from "../../model/say-period";
import { betterSign } from "../../kpi/polarity";
import { formatValue } from "../../kpi/number-format";
import { html, svg } from "../element";
import { linear } from "../scale";
import type { Scene } from "../scene";
import { chartFont, fitted, widestOf } from "../text-width";

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly className: "own" | "neighbour" | "region" | "england";
}

const ROW = 22;
/** Room for the names of the quarters above the bars. */
const HEAD = 14;

/** Where things stand along the width of the chart. */
interface Layout {
  readonly width: number;
  readonly font: string;
  readonly left: number;
  readonly right: number;
  /** Where the bars end. */
  readonly bottom: number;
  readonly x: (value: number) => number;
  /** Dots stand for bars, which could not begin at 0 in sight. */
  readonly dots: boolean;
  /** Where bars begin. */
  readonly base: number;
  readonly printed: (value: number) => string;
  /** Where the label of a bar begins and ends. */
  readonly labelSpan: (value: number) => readonly [number, number];
}

/**
 * Own authority, its neighbours, region and England in order, best first, with the value at each
 * bar, quarters of the
 * neighbours tinted, and their average a line named below; areas without a figure are listed by
 * name. Dots stand for bars where no bar
 * could start at 0 in sight. Null where the KPI has no comparator.
 */
export function neighboursChart(
  kpi: Kpi,
  scene: Scene,
  width: number,
  order: readonly string[] | null = null,
): HTMLElement | null {
  const { words } = scene;
  const bars = barsOf(kpi, scene, order);
  if (bars.length < 2) return null;
  const layout = layoutOf(kpi, bars, width, chartFont(scene.settings));
  const average = averageMarks(kpi, bars, layout, words);
  const height = layout.bottom + (average.length === 0 ? 4 : 22);
  const picture = svg("svg", {
    class: "chart neighbours",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": `${words("neighbours_name", kpi.name)} ${bars.map(({ name, value }) => `${name} ${formatValue(value, kpi.form)}`).join("; ")}`,
  });
  picture.append(
    ...quarterMarks(kpi, layout, words),
    ...average,
    ...bars.flatMap((bar, index) => barMarks(bar, index, layout)),
  );
  const notes = notesOf(kpi, words);
  return html(
    "figure",
    {},
    picture,
    notes.length === 0 ? "" : html("figcaption", {}, notes.join(". ")),
  );
}

/** Everybody who has a figure, best first or in a given order. */
function barsOf(
  kpi: Kpi,
  { words, settings: { comparators }, scorecard }: Scene,
  order: readonly string[] | null,
): Bar[] {
  const { neighbours, england, region, polarity, latest } = kpi;
  const bars: Bar[] = [];
  const add = (className: Bar["className"], value: number | null, name: string): unknown =>
    value !== null && bars.push({ name, value, className });
  /** Adds a level, with its period where that is not the one of the bars. */
  const addLevel = (className: Bar["className"], level: Comparator | null, name: string): void => {
    if (!level) return;
    const period = order === null ? comparatorPeriod(level, kpi, words) : "";
    add(className, level.value, period === "" ? name : `${name} (${period})`);
  };
  add("own", latest.value, comparators.ownName || neighbours?.own.name || words("own"));
  for (const { name, value } of neighbours?.areas ?? []) add("neighbour", value, name);
  const ofRegion = comparators.regionName || region?.name || scorecard.regionName;
  addLevel("region", region, ofRegion || words("column_region"));
  addLevel("england", england, comparators.englandName || words("column_england"));
  const sign = betterSign(polarity) || 1;
  return bars.sort(
    order === null
      ? (a, b) => sign * (b.value - a.value)
      : (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
  );
}

function layoutOf(
  { average, form }: Kpi,
  bars: readonly Bar[],
  width: number,
  font: string,
): Layout {
  const [low, high] = [
    Math.min(...bars.map(({ value }) => value)),
    Math.max(...bars.map(({ value }) => value), average?.value ?? -Infinity),
  ];
  const dots = low > 0 && (high - low) / high < 0.25;
  const names = bars.map(({ name }) => name);
  const left = Math.min(width * 0.4, widestOf(names, `600 ${font}`, 12) + 14);
  const right = width - 64;
  const x = linear(
    dots ? [low - (high - low) * 0.1, high] : [Math.min(0, low), Math.max(0, high)],
    [left, right],
  );
  const base = x(dots ? low : 0);
  const printed = (value: number): string =>
    formatValue(value, {
      ...form,
      decimals: Math.max(form.decimals ?? 0, Number.isInteger(value) ? 0 : 1),
    });
  const labelSpan = (value: number): readonly [number, number] => {
    const begin = Math.max(x(value), base) + (dots ? 9 : 6);
    return [begin, begin + printed(value).length * 7.5];
  };
  const bottom = HEAD + bars.length * ROW + 6;
  return { width, font, left, right, bottom, x, dots, base, printed, labelSpan };
}

/** The quarters of the neighbours, every other tinted, with their names where there is room. */
function quarterMarks(
  { neighbours, polarity }: Kpi,
  { x, bottom }: Layout,
  words: Scene["words"],
): SVGElement[] {
  const limits = neighbours?.limits;
  if (!limits || polarity === "neutral") return [];
  const ends = [x(limits[0]), x(limits[1]), x(limits[2]), x(limits[3]), x(limits[4])];
  return ends.slice(1).flatMap((end, index) => {
    const room = Math.max(0, end - ends[index]);
    const marks: SVGElement[] = [];
    if (index % 2 === 0)
      marks.push(
        svg("rect", { class: "quarter", x: ends[index], y: 0, width: room, height: bottom }),
      );
    if (room >= 26)
      marks.push(
        svg(
          "text",
          { class: "quarter-name", x: ends[index] + room / 2, y: 10, "text-anchor": "middle" },
          words(`quarter_name_${polarity === "lower" ? index + 1 : 4 - index}`),
        ),
      );
    return marks;
  });
}

/** The average of the neighbours, a line with its name below; nothing where there is none. */
function averageMarks(
  kpi: Kpi,
  bars: readonly Bar[],
  { width, font, x, bottom, labelSpan }: Layout,
  words: Scene["words"],
): SVGElement[] {
  const { average } = kpi;
  if (average?.value === null || !average) return [];
  const place = x(average.value);
  const spans = bars.map(({ value }) => labelSpan(value));
  const said = fitted(
    `${averageName(kpi, words)} ${comparatorText(average, kpi)}`,
    font,
    width - 8,
  );
  const taken = widestOf([said], font, 12);
  return [
    svg("path", { class: "average", d: averageLine(place, bottom, spans) }),
    svg(
      "text",
      {
        class: "end average",
        x: Math.max(4, Math.min(place > width / 2 ? place - taken : place, width - taken - 4)),
        y: bottom + 15,
      },
      said,
    ),
  ];
}

/** The name of an area, its bar or dot, and its value. */
function barMarks(
  { name, value, className }: Bar,
  index: number,
  { font, left, right, x, dots, base, printed, labelSpan }: Layout,
): SVGElement[] {
  const y = HEAD + index * ROW;
  const middle = y + ROW / 2;
  const to = x(value);
  return [
    svg(
      "text",
      { class: `area ${className}`, x: left - 8, y: middle + 4, "text-anchor": "end" },
      fitted(name, font, left - 10),
    ),
    ...(dots
      ? [
          svg("path", { class: "axis", d: `M${left} ${middle}H${right}` }),
          svg("circle", { class: className, cx: to, cy: middle, r: 5 }),
        ]
      : [
          svg("rect", {
            class: `bar ${className}`,
            x: Math.min(base, to),
            y: y + 4,
            width: Math.max(1, Math.abs(to - base)),
            height: ROW - 8,
          }),
        ]),
    svg(
      "text",
      { class: `bar-value ${className}`, x: labelSpan(value)[0], y: middle + 4 },
      printed(value),
    ),
  ];
}

/** What is to be said below: rank, quarter, another period, who has no figure. */
function notesOf({ neighbours, latest, notes }: Kpi, words: Scene["words"]): string[] {
  const missing =
    neighbours?.areas.filter(({ value }) => value === null).map(({ name }) => name) ?? [];
  return [
    neighbours?.rank
      ? words("rank_among_neighbours", sayOrdinal(neighbours.rank, words), neighbours.rankOf)
      : "",
    neighbours?.band ? words(`quarter_${neighbours.band}`) : "",
    neighbours?.period && neighbours.period !== latest.period.label
      ? words(
          "neighbours_period",
          sayPeriod(neighbours.period, words),
          sayPeriod(latest.period.label, words),
        )
      : "",
    missing.length > 0 ? words("no_figure_for", missing.join(", ")) : "",
    notes.comparability ?? "",
  ].filter((note) => note !== "");
}

/** The line of the average, left out in rows where it would cross a label. */
function averageLine(
  place: number,
  bottom: number,
  labels: readonly (readonly [number, number])[],
): string {
  const clear = labels.map(([begin, end]) => place < begin - 2 || place > end + 2);
  return (
    clear.map((free, index) => (free ? `M${place} ${HEAD + index * ROW}v${ROW}` : "")).join("") +
    `M${place} ${HEAD + labels.length * ROW}V${bottom}`
  );
}

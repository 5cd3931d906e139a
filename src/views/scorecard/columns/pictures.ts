import { averageName, comparatorPeriod, comparatorText, rankText } from "../../../model/display";
import { trendText } from "../../../model/trend-text";
import { html } from "../../element";
import { drawMonths, monthsOfYear } from "../month-strip";
import { drawStrip, stripOf } from "../neighbour-strip";
import { drawSparkline, sparklineOf } from "../sparkline";
import { drawn, some } from "./column";

// Pictures: the trend, the months of the year, and the place among the neighbours.

/** Pixels beside a strip of neighbours for the rank and the padding. */
const RANK = 84;

/** Drawing heights inside a row. */
const inset = (height: number): number => Math.max(12, height - 6);

const trend = drawn({
  width: 108,
  grow: 2.2,
  drop: 3,
  present: some(({ series }) => series.filter(({ value }) => value !== null).length > 1),
  says: (kpi, { settings, words }, { width, height }) => {
    const line = sparklineOf(kpi, {
      width: Math.min(width - 16, 220),
      height: Math.min(22, inset(height)),
      fullScale: settings.numbers.fullScale,
    });
    return line && { line, text: trendText(kpi, words) };
  },
  draw: (said) =>
    said === null ? [] : [drawSparkline(said.line), html("span", { class: "sr-only" }, said.text)],
});

const months = drawn({
  width: 208,
  drop: 10,
  present: some(({ latest }) => latest.period.end !== null),
  says: (kpi, { settings }) => monthsOfYear(kpi, settings.numbers.firstMonth),
  draw: (said, words) => [drawMonths(said, words)],
});

const neighbours = drawn({
  width: 232,
  grow: 1.9,
  drop: 4,
  of: ["neighbours", "areaRole"],
  present: some((kpi) => kpi.neighbours ?? (kpi.average?.value !== null && kpi.average)),
  says: (kpi, { words }, { width, height }) => {
    const { average } = kpi;
    return {
      strip: stripOf(kpi, width - RANK, Math.min(22, inset(height))),
      rank: rankText(kpi, words),
      hasAverage: average !== null && average.value !== null,
      name:
        average === null
          ? ""
          : `${averageName(kpi, words)} ${comparatorText(average, kpi)} ${comparatorPeriod(average, kpi, words)}`.trim(),
    };
  },
  draw: ({ strip, rank, hasAverage, name }) =>
    strip === null
      ? [html("span", { class: "words" }, hasAverage && name)]
      : [
          drawStrip(strip),
          html("span", { class: "rank" }, rank),
          html("span", { class: "sr-only" }, name),
        ],
});

export const pictures = { trend, months, neighbours } as const;

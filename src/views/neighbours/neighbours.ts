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
  const { words, settings, scorecard } = scene;
  const { neighbours, average, england, region, form, polarity, latest } = kpi;
  const bars: Bar[] = [];
  /** Name of a level, with its period where that is not the one of the bars. */
  const dated = (name: string, level: Comparator): string => {
    const period = comparatorPeriod(level, kpi, words);
    return order !== null || period === "" ? name : `${name} (${period})`;
  };
  if (latest.value !== null)
    bars.push({
      name: settings.comparators.ownName || neighbours?.own.name || words("own"),
      value: latest.value,
      className: "own",
    });
  for (const { name, value } of neighbours?.areas ?? [])
    if (value !== null) bars.push({ name, value, className: "neighbour" });
  if (region?.value !== null && region)
    bars.push({
      name: dated(
        settings.comparators.regionName ||
          region.name ||
          scorecard.regionName ||
          words("column_region"),
        region,
      ),
      value: region.value,
      className: "region",
    });
  if (england?.value !== null && england)
    bars.push({
      name: dated(settings.comparators.englandName || words("column_england"), england),
      value: england.value,
      className: "england",
    });
  if (bars.length < 2) return null;
  const sign = betterSign(polarity) || 1;
  bars.sort(
    order === null
      ? (a, b) => sign * (b.value - a.value)
      : (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
  );

  const [low, high] = [
    Math.min(...bars.map(({ value }) => value)),
    Math.max(...bars.map(({ value }) => value), average?.value ?? -Infinity),
  ];
  const dots = low > 0 && (high - low) / high < 0.25;
  const font = chartFont(settings);
  const left = Math.min(
    width * 0.4,
    widestOf(
      bars.map(({ name }) => name),
      `600 ${font}`,
      12,
    ) + 14,
  );
  const right = width - 64;
  const x = linear(
    dots ? [low - (high - low) * 0.1, high] : [Math.min(0, low), Math.max(0, high)],
    [left, right],
  );
  const printed = (value: number): string =>
    formatValue(value, {
      ...form,
      decimals: Math.max(form.decimals ?? 0, Number.isInteger(value) ? 0 : 1),
    });
  /** Where the label of a bar begins and ends. */
  const labelSpan = (value: number): readonly [number, number] => {
    const begin = Math.max(x(value), x(dots ? low : 0)) + (dots ? 9 : 6);
    return [begin, begin + printed(value).length * 7.5];
  };
  const bottom = HEAD + bars.length * ROW + 6;
  const height = bottom + (average?.value === null || !average ? 4 : 22);
  const picture = svg("svg", {
    class: "chart neighbours",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": `${words("neighbours_name", kpi.name)} ${bars.map(({ name, value }) => `${name} ${formatValue(value, form)}`).join("; ")}`,
  });
  const limits = neighbours?.limits;
  if (limits && polarity !== "neutral") {
    const ends = [x(limits[0]), x(limits[1]), x(limits[2]), x(limits[3]), x(limits[4])];
    ends.slice(1).forEach((end, index) => {
      const room = Math.max(0, end - ends[index]);
      if (index % 2 === 0)
        picture.append(
          svg("rect", { class: "quarter", x: ends[index], y: 0, width: room, height: bottom }),
        );
      if (room >= 26)
        picture.append(
          svg(
            "text",
            { class: "quarter-name", x: ends[index] + room / 2, y: 10, "text-anchor": "middle" },
            words(`quarter_name_${polarity === "lower" ? index + 1 : 4 - index}`),
          ),
        );
    });
  }
  if (average?.value !== null && average) {
    const place = x(average.value);
    picture.append(
      svg("path", {
        class: "average",
        d: averageLine(
          place,
          bottom,
          bars.map(({ value }) => labelSpan(value)),
        ),
      }),
    );
    const said = fitted(
      `${averageName(kpi, words)} ${comparatorText(average, kpi)}`,
      font,
      width - 8,
    );
    const taken = widestOf([said], font, 12);
    picture.append(
      svg(
        "text",
        {
          class: "end average",
          x: Math.max(4, Math.min(place > width / 2 ? place - taken : place, width - taken - 4)),
          y: bottom + 15,
        },
        said,
      ),
    );
  }
  bars.forEach(({ name, value, className }, index) => {
    const y = HEAD + index * ROW;
    const middle = y + ROW / 2;
    const from = x(dots ? low : 0);
    const to = x(value);
    const [beyond] = labelSpan(value);
    picture.append(
      svg(
        "text",
        { class: `area ${className}`, x: left - 8, y: middle + 4, "text-anchor": "end" },
        fitted(name, font, left - 10),
      ),
    );
    if (dots)
      picture.append(
        svg("path", { class: "axis", d: `M${left} ${middle}H${right}` }),
        svg("circle", { class: className, cx: to, cy: middle, r: 5 }),
      );
    else
      picture.append(
        svg("rect", {
          class: `bar ${className}`,
          x: Math.min(from, to),
          y: y + 4,
          width: Math.max(1, Math.abs(to - from)),
          height: ROW - 8,
        }),
      );
    picture.append(
      svg("text", { class: `bar-value ${className}`, x: beyond, y: middle + 4 }, printed(value)),
    );
  });
  const missing =
    neighbours?.areas.filter(({ value }) => value === null).map(({ name }) => name) ?? [];
  const notes = [
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
    kpi.notes.comparability ?? "",
  ].filter((note) => note !== "");
  return html(
    "figure",
    {},
    picture,
    notes.length === 0 ? "" : html("figcaption", {}, notes.join(". ")),
  );
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

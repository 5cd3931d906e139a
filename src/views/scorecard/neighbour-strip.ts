import type { Kpi } from "../../model/kpi";
import { svg } from "../element";

const PAD = 7;

/**
 * The neighbours of a KPI on one axis, the better end on the right: hollow dots, their average a tall tick, region a
 * square, England a diamond, own authority filled. Dots that would cover each other are moved up or down.
 */
export function neighbourStrip(kpi: Kpi, width: number, height: number): SVGSVGElement | null {
  const { neighbours, average, region, england, polarity } = kpi;
  const areas = neighbours?.areas.flatMap(({ value }) => (value === null ? [] : [value])) ?? [];
  if (areas.length === 0) return null;
  const others = [kpi.latest.value, average?.value, region?.value, england?.value].filter((value): value is number => typeof value === "number");
  const low = Math.min(...areas, ...others);
  const high = Math.max(...areas, ...others);
  const x = (value: number): number => {
    const place = high === low ? 0.5 : (value - low) / (high - low);
    return Math.round((PAD + (polarity === "lower" ? 1 - place : place) * (width - 2 * PAD)) * 10) / 10;
  };
  const middle = height / 2;
  const picture = svg("svg", { class: "strip", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  picture.append(svg("path", { class: "axis", d: `M${PAD} ${middle}H${width - PAD}` }));
  if (average?.value !== null && average?.value !== undefined) picture.append(svg("path", { class: "average", d: `M${x(average.value)} ${1}V${height - 1}` }));
  for (const [place, level] of nudged(areas.map(x))) picture.append(svg("circle", { class: "neighbour", cx: place, cy: middle + level * 4.4, r: 3 }));
  if (region?.value !== null && region?.value !== undefined) picture.append(svg("rect", { class: "region", x: x(region.value) - 3, y: middle - 3, width: 6, height: 6 }));
  if (england?.value !== null && england?.value !== undefined) picture.append(svg("path", { class: "england", d: `M${x(england.value)} ${middle - 4.6}l4.6 4.6-4.6 4.6-4.6-4.6Z` }));
  if (kpi.latest.value !== null) picture.append(svg("circle", { class: "own", cx: x(kpi.latest.value), cy: middle, r: 4.4 }));
  return picture;
}

const LEVELS = [0, -1, 1] as const;

/** Each place with the level, in the middle, above or below, where it covers the fewest others. */
function nudged(places: readonly number[]): (readonly [number, number])[] {
  const last: Record<number, number> = { 0: -99, [-1]: -99, 1: -99 };
  return [...places].sort((a, b) => a - b).map((place) => {
    const level = LEVELS.find((candidate) => place - last[candidate] > 6) ?? LEVELS.reduce((best, candidate) => (last[candidate] < last[best] ? candidate : best), 0);
    last[level] = place;
    return [place, level] as const;
  });
}

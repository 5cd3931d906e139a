import type { Kpi } from "../../model/kpi";
import { picture, type Mark, type Picture } from "../element";
import { linear } from "../scale";

const PAD = 7;

type Shape = "neighbour" | "average" | "region" | "england" | "own";

/** The shape of each kind of figure, drawn around a place on the axis. */
const SHAPES: Readonly<Record<Shape, (x: number, y: number) => Mark>> = {
  neighbour: (x, y) => ["circle", { class: "neighbour", cx: x, cy: y, r: 3 }],
  average: (x, y) => ["path", { class: "average", d: `M${x} ${y - 10}v20` }],
  region: (x, y) => ["rect", { class: "region", x: x - 3, y: y - 3, width: 6, height: 6 }],
  england: (x, y) => ["path", { class: "england", d: `M${x} ${y - 4.6}l4.6 4.6-4.6 4.6-4.6-4.6Z` }],
  own: (x, y) => ["circle", { class: "own", cx: x, cy: y, r: 4.4 }],
};

/** A shape by itself, for the legend. */
export const legendShape = (shape: Shape): SVGSVGElement =>
  picture("strip", {
    width: 10,
    height: 12,
    marks: [shape === "average" ? ["path", { class: shape, d: "M5 0V12" }] : SHAPES[shape](5, 6)],
  });

/**
 * The neighbours of a KPI on one axis, the better end on the right: hollow dots, their average a
 * tall tick, region a
 * square, England a diamond, own authority filled. Dots that would cover each other are moved up or
 * down.
 */
export function stripOf(kpi: Kpi, width: number, height: number): Picture | null {
  const { neighbours, average, region, england, polarity, latest } = kpi;
  const areas = neighbours?.areas.flatMap(({ value }) => (value === null ? [] : [value])) ?? [];
  if (areas.length === 0) return null;
  const single = (
    [
      ["average", average?.value],
      ["region", region?.value],
      ["england", england?.value],
      ["own", latest.value],
    ] as const
  ).filter((item): item is readonly [Shape, number] & typeof item => typeof item[1] === "number");
  const all = [...areas, ...single.map(([, value]) => value)];
  const x = linear(
    [Math.min(...all), Math.max(...all)],
    polarity === "lower" ? [width - PAD, PAD] : [PAD, width - PAD],
  );
  const middle = height / 2;
  const aside = Math.max(0, Math.min(4.4, middle - 3.6));
  return {
    width,
    height,
    marks: [
      ["path", { class: "axis", d: `M${PAD} ${middle}H${width - PAD}` }],
      ...nudged(areas.map(x)).map(([place, level]) =>
        SHAPES.neighbour(place, middle + level * aside),
      ),
      ...single.map(([shape, value]) => SHAPES[shape](x(value), middle)),
    ],
  };
}

export const drawStrip = (strip: Picture): SVGSVGElement => picture("strip", strip);

const LEVELS = [0, -1, 1] as const;

/** Each place with the level, in the middle, above or below, where it covers the fewest others. */
function nudged(places: readonly number[]): (readonly [number, number])[] {
  const last: Record<number, number> = { 0: -99, [-1]: -99, 1: -99 };
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => {
      const level =
        LEVELS.find((candidate) => place - last[candidate] > 6) ??
        LEVELS.reduce((best, candidate) => (last[candidate] < last[best] ? candidate : best), 0);
      last[level] = place;
      return [place, level] as const;
    });
}

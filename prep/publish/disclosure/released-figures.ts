import type { KpiValueRow } from "../../star/kpi-value-row";
import { listChunks, type ListColumn } from "../list";
import type { KnownFigure } from "./known-figure";
import type { FigureTables } from "./figure-tables";

/** Figures as cells, and by row of `kpi_value` which of them it shows; null where it is not ours. */
export interface ReleasedTables extends Pick<FigureTables, "tables" | "keys"> {
  readonly cellsOf: readonly (readonly [numerator: number, denominator: number] | null)[];
}

/**
 * What readers of published rows are given, and what is kept from them. A figure that is absent for
 * want of data is neither.
 */
export function releasedFigures(
  rows: readonly KpiValueRow[],
  { tables, keys, cellsOf }: ReleasedTables,
): KnownFigure[] {
  const state = new Map<number, "shown" | "hidden">();
  rows.forEach(({ status, value, numerator, denominator }, i) => {
    cellsOf[i]?.forEach((cell, part) => {
      if (cell < 0) return;
      const printed = part === 0 ? (denominator === null ? value : numerator) : denominator;
      if (status !== "suppressed" && printed !== null) state.set(cell, "shown");
      else if (status === "suppressed" && !state.has(cell)) state.set(cell, "hidden");
    });
  });
  return [...state].flatMap(([cell, is]): KnownFigure[] => {
    const key = keys[cell];
    if (key === null) return [];
    if (is === "hidden") return [{ ...key, range: null }];
    const { shown } = tables.cells[cell];
    // A rounded sum of weeks or sessions is not printed: readers know nothing of it.
    return Number.isFinite(shown[1]) ? [{ ...key, range: shown }] : [];
  });
}

/** The list of what a published build releases, and that of a pack. */
export const [RELEASED, PACK_RELEASE] = ["checks/release.csv", "release.csv"] as const;

const text = (name: string, value: (figure: KnownFigure) => string): ListColumn<KnownFigure> => ({
  name,
  type: "text",
  value,
});

const number = (
  name: string,
  value: (figure: KnownFigure) => number | null,
): ListColumn<KnownFigure> => ({ name, type: "double", value });

const columns: readonly ListColumn<KnownFigure>[] = [
  text("measure", ({ measure }) => measure),
  text("area_code", ({ place }) => place.slice(0, place.indexOf(" "))),
  text("service", ({ place }) => place.slice(place.indexOf(" ") + 1)),
  text("breakdown", ({ breakdown }) => breakdown),
  text("group", ({ group }) => group),
  text("unit", ({ unit, adds }) => (adds ? unit : `${unit}, alone`)),
  number("first", ({ first }) => first),
  number("last", ({ last }) => last),
  number("low", ({ range }) => range?.[0] ?? null),
  number("high", ({ range }) => range?.[1] ?? null),
];

/**
 * The list of what a published build or a pack releases: each number by what it is of, with what a
 * reader takes it to be; the hidden ones by what they are of alone. The register of releases keeps
 * it.
 */
export const releasedCsv = (figures: readonly KnownFigure[]): Generator<Uint8Array> =>
  listChunks("release", columns, figures);

type Cells = Readonly<Record<string, string | null>>;

/** A row of such a list; null where it is none. */
export function releasedFigure(cells: Cells): KnownFigure | null {
  const [first, last] = [Number(cells.first), Number(cells.last)];
  const { measure, area_code: area, service, breakdown, group } = cells;
  const unit = /^(own|days)(, alone)?$/.exec(cells.unit ?? "");
  const ends = [cells.low, cells.high].map((end) =>
    end === null || end === "" ? null : Number(end),
  );
  if (!measure || !area || !breakdown || !group || !unit) return null;
  if (!Number.isInteger(first) || !Number.isInteger(last) || ends.some(Number.isNaN)) return null;
  const [low, high] = ends;
  return {
    measure,
    place: `${area} ${service ?? ""}`,
    breakdown,
    group,
    unit: unit[1] as KnownFigure["unit"],
    first,
    last,
    adds: unit[2] === undefined,
    range: low === null || high === null ? null : [low, high],
  };
}

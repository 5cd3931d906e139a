import type { Gap } from "../../indicators/gap";
import { nameIn } from "./datasets";
import type { PublishedMapping } from "./published-mapping";
import type { PublishedArea } from "./area";
import { UNREADABLE, type PublishedFile } from "./published";
import type { PublishedFigure } from "./symbols";
import type { PublishedPeriod } from "./period";
import { roundHalfUp } from "../../../src/kpi/round";
import type { Status } from "../../../src/kpi/status";
import { UNIT_MULTIPLIERS, type Unit } from "../../../src/kpi/unit";

/** A published figure of an indicator for one area and period. */
export interface IndicatorFigure {
  readonly mapping: PublishedMapping;
  readonly area: PublishedArea;
  readonly period: PublishedPeriod;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** From the two parts, unrounded, where both are there; else as published. */
  readonly value: number | null;
  /**
   * As published, rounded; for a percentage without a published column, to one decimal half up, as
   * the publisher rounds.
   */
  readonly published: number | null;
  readonly status: Status;
  readonly words: string | null;
  readonly sourceKey: number;
  readonly release: string;
  readonly file: string;
  /** What of its file was not read. */
  readonly gaps: readonly Gap[];
  /** The publisher's own slip, in words; null where there is none. */
  readonly slip: string | null;
  /**
   * The publisher prints x in place of the share beside both its parts: it is worked out from them.
   */
  readonly derived: boolean;
  /** The row says whether it is final; null where the file does not tell. */
  readonly isFinal: boolean | null;
}

const keyOf = (values: readonly string[]): string =>
  values.map((value) => value.trim().toLowerCase()).join("\u0000");

/** Every combination of one value of each list. */
const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>(
    (all, list) => all.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  );

/**
 * The mappings by the columns that they pick rows by, then by the values in them, so that a row is
 * looked at once for each set of columns.
 */
function pickers(mappings: readonly PublishedMapping[]): {
  readonly columns: readonly string[];
  readonly byValues: ReadonlyMap<string, readonly PublishedMapping[]>;
}[] {
  const sets = new Map<
    string,
    { columns: readonly string[]; byValues: Map<string, PublishedMapping[]> }
  >();
  for (const mapping of mappings) {
    const columns = Object.keys(mapping.where);
    const set = sets.get(columns.join()) ?? {
      columns,
      byValues: new Map<string, PublishedMapping[]>(),
    };
    sets.set(columns.join(), set);
    for (const values of combinations(columns.map((column) => [mapping.where[column]].flat()))) {
      const key = keyOf(values);
      set.byValues.set(key, [...(set.byValues.get(key) ?? []), mapping]);
    }
  }
  return [...sets.values()];
}

const SEVERAL = {
  numerator: null,
  denominator: null,
  value: null,
  published: null,
  status: "not_available",
  words: "Several rows of the file are of this group",
} as const;

/**
 * The figure of two rows that a mapping picks for one area and period: the final one of a month's
 * two; where they differ otherwise, none.
 */
function oneOf(first: IndicatorFigure, second: IndicatorFigure): IndicatorFigure {
  if (first.isFinal !== second.isFinal) return second.isFinal ? second : first;
  return first.value === second.value && first.published === second.published
    ? first
    : { ...first, ...SEVERAL };
}

/**
 * All published figures of the mapped indicators that a file has, of every area. Where a file holds
 * performance and final rows of one month, the final
 * stand. Where several rows fit and differ, because a release split its rows in a way that is not
 * known here, there is no figure and it says so.
 */
export function figuresOf(
  file: PublishedFile,
  mappings: readonly PublishedMapping[],
): IndicatorFigure[] {
  const columns = new Set(file.columns);
  const isThere = (column: string): boolean => columns.has(nameIn(columns, column));
  const ours = mappings.filter(
    ({ dataset, numerator = [], denominator = [] }) =>
      dataset === file.dataset && [...numerator, ...denominator].every(isThere),
  );
  const found = new Map(ours.map((mapping) => [mapping, new Map<string, IndicatorFigure>()]));
  for (const { columns: picked, byValues } of pickers(ours))
    file.rows.forEach(({ area, period }, index) => {
      for (const mapping of byValues.get(
        keyOf(picked.map((column) => file.text(index, column) ?? "")),
      ) ?? []) {
        const figures = found.get(mapping)!;
        const key = `${area.level} ${area.code} ${period.frequency} ${period.end}`;
        const [known, figure] = [figures.get(key), figureOf(file, index, mapping)];
        figures.set(key, known ? oneOf(known, figure) : figure);
      }
    });
  return [...found.values()].flatMap((figures) => [...figures.values()]);
}

/** Points by which a printed share may differ from its own counts: rounding, then slips. */
const [ROUNDING, MOST_SLIPPED] = [0.06, 5];

const DISAGREES = "Its counts and its printed share disagree";

/** What keeps a number from being a figure of its unit: shares of more than all, parts of a case. */
const isPossible = (unit: Unit, value: number): boolean =>
  unit === "count"
    ? Number.isInteger(value) && value >= 0
    : unit !== "percent" || (value >= 0 && value <= 100);

/** Units whose parts are counts of people, plans or sessions. */
const OF_COUNTS: ReadonlySet<Unit> = new Set(["count", "percent"]);

/** A cell of a count, or none where it shows a share or a part of a case. */
const countOf = (unit: Unit, cell: PublishedFigure): PublishedFigure =>
  OF_COUNTS.has(unit) && cell.value !== null && (cell.isShare || !isPossible("count", cell.value))
    ? UNREADABLE
    : cell;

/** A figure of its unit, or none: what stands under a heading may be of another one. */
const possible = (figure: IndicatorFigure): IndicatorFigure =>
  figure.value === null || isPossible(figure.mapping.unit, figure.value)
    ? figure
    : { ...figure, ...SEVERAL, words: UNREADABLE.words };

/** A share beside the one that is printed: with a word on a slip, or none where they are far apart. */
function held(figure: IndicatorFigure): IndicatorFigure {
  const { value, published } = figure;
  if (value === null || published === null) return figure;
  const apart = Math.abs(value - published);
  if (apart <= ROUNDING) return figure;
  return apart > MOST_SLIPPED
    ? { ...figure, ...SEVERAL, words: DISAGREES }
    : { ...figure, slip: `Printed as ${published}, and its counts give ${roundHalfUp(value, 1)}` };
}

/** The figure that a mapping makes of a row. */
const figureOf = (file: PublishedFile, index: number, mapping: PublishedMapping): IndicatorFigure =>
  possible(held(asPrinted(file, index, mapping)));

/** Whether the printed share is an x: not worked out, as against hidden, low or not applicable. */
const isLeftBlank = (file: PublishedFile, index: number, { value }: PublishedMapping): boolean =>
  value !== undefined &&
  /^\[?x\]?$/i.test(file.text(index, value)?.trim() ?? "") &&
  file.figure(index, value).status === "not_available";

/** The part that says why there is no figure: a sign that hides it says more than a blank cell. */
const whyNone = <Part extends { readonly status: Status }>(parts: readonly Part[]): Part => {
  const gaps = parts.filter(({ status }) => status !== "ok");
  return gaps.find(({ status }) => status !== "missing") ?? gaps[0] ?? parts[0];
};

function asPrinted(file: PublishedFile, index: number, mapping: PublishedMapping): IndicatorFigure {
  const { area, period } = file.rows[index];
  const sum = (
    columns: readonly string[] | undefined,
  ): { total: number | null; status: Status; words: string | null } => {
    const parts = (columns ?? []).map((column) =>
      countOf(mapping.unit, file.figure(index, column)),
    );
    const gap = parts.find(({ value }) => value === null);
    if (parts.length === 0 || gap)
      return { total: null, status: gap?.status ?? "ok", words: gap?.words ?? null };
    return {
      total: parts.reduce((total, { value }) => total + value!, 0),
      status: "ok",
      words: null,
    };
  };
  const [top, bottom] = [sum(mapping.numerator), sum(mapping.denominator)];
  const cell = mapping.value === undefined ? null : file.figure(index, mapping.value);
  const printed = cell && mapping.unit === "count" ? countOf("count", cell) : cell;
  const common = {
    mapping,
    area,
    period,
    numerator: top.total,
    denominator: bottom.total,
    sourceKey: file.sourceKey,
    release: file.release,
    file: file.file,
    gaps: file.gaps ?? [],
    slip: null,
    derived: false,
    isFinal: file.columns.includes("status")
      ? /^final/i.test(file.text(index, "status") ?? "")
      : null,
  };
  if (mapping.denominator === undefined) {
    const figure = printed ?? { value: top.total, status: top.status, words: top.words };
    return {
      ...common,
      value: figure.value,
      published: figure.value,
      status: figure.status,
      words: figure.words,
    };
  }
  if (bottom.total === 0)
    return {
      ...common,
      value: null,
      published: null,
      status: "not_applicable",
      words: "Nobody to count",
    };
  const counted =
    top.total === null || bottom.total === null
      ? null
      : ((UNIT_MULTIPLIERS[mapping.unit] ?? 100) * top.total) / bottom.total;
  const derived = counted !== null && isLeftBlank(file, index, mapping);
  const published =
    printed && !derived ? printed.value : counted === null ? null : roundHalfUp(counted, 1);
  const value = counted ?? published;
  const gap =
    value !== null
      ? { status: "ok" as const, words: null }
      : whyNone([top, bottom, printed ?? top]);
  return { ...common, derived, value, published, status: gap.status, words: gap.words };
}

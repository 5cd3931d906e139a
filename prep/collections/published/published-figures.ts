import type { PublishedMapping } from "./mapping";
import type { PublishedArea } from "./area";
import type { PublishedFile } from "./published";
import type { PublishedPeriod } from "./period";
import { roundHalfUp } from "../../../src/kpi/round";
import type { Status } from "../../../src/kpi/status";

/** A published figure of an indicator for one area and period. */
export interface IndicatorFigure {
  readonly mapping: PublishedMapping;
  readonly area: PublishedArea;
  readonly period: PublishedPeriod;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** From the two parts, unrounded, where both are there; else as published. */
  readonly value: number | null;
  /** As published, rounded; for a percentage without a published column, to one decimal half up, as the publisher rounds. */
  readonly published: number | null;
  readonly status: Status;
  readonly words: string | null;
  readonly sourceKey: number;
  readonly release: string;
}

/** All published figures of the mapped indicators that a file has, of every area. Where a file holds performance and final rows of one month, the final stand. */
export function figuresOf(file: PublishedFile, mappings: readonly PublishedMapping[]): IndicatorFigure[] {
  return mappings
    .filter(({ dataset }) => dataset === file.dataset)
    .flatMap((mapping) => {
      const found = new Map<string, IndicatorFigure>();
      file.rows.forEach(({ area, period }, index) => {
        if (!Object.entries(mapping.where).every(([column, wanted]) => (file.text(index, column) ?? "").trim().toLowerCase() === wanted.toLowerCase())) return;
        const key = `${area.level} ${area.code} ${period.frequency} ${period.end}`;
        if (found.has(key) && !/^final/i.test(file.text(index, "status") ?? "")) return;
        found.set(key, figureOf(file, index, mapping, area, period));
      });
      return [...found.values()];
    });
}

function figureOf(file: PublishedFile, index: number, mapping: PublishedMapping, area: PublishedArea, period: PublishedPeriod): IndicatorFigure {
  const sum = (columns: readonly string[] | undefined): { total: number | null; status: Status; words: string | null } => {
    const parts = (columns ?? []).map((column) => file.figure(index, column));
    const gap = parts.find(({ value }) => value === null);
    if (parts.length === 0 || gap) return { total: null, status: gap?.status ?? "ok", words: gap?.words ?? null };
    return { total: parts.reduce((total, { value }) => total + value!, 0), status: "ok", words: null };
  };
  const [top, bottom] = [sum(mapping.numerator), sum(mapping.denominator)];
  const printed = mapping.value === undefined ? null : file.figure(index, mapping.value);
  const common = { mapping, area, period, numerator: top.total, denominator: bottom.total, sourceKey: file.sourceKey, release: file.release };
  if (mapping.denominator === undefined) {
    const figure = printed ?? { value: top.total, status: top.status, words: top.words };
    return { ...common, value: figure.value, published: figure.value, status: figure.status, words: figure.words };
  }
  if (bottom.total === 0) return { ...common, value: null, published: null, status: "not_applicable", words: "Nobody to count" };
  const counted = top.total === null || bottom.total === null ? null : (100 * top.total) / bottom.total;
  const published = printed ? printed.value : counted === null ? null : roundHalfUp(counted, 1);
  const value = counted ?? published;
  const gap = value !== null ? { status: "ok" as const, words: null } : ([top, bottom, printed].find((part) => part && part.status !== "ok") ?? top);
  return { ...common, value, published, status: gap.status, words: gap.words };
}

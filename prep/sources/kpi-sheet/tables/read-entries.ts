import { inNoUnit, inUnitOf, readCell, type KpiCell } from "../cell";
import type { SheetPeriod } from "../period-text";
import { ruleOfCell } from "../rule-of-cell";
import type { SheetRuleId } from "../sheet-rules";
import type { Unit } from "../../../../src/kpi/unit";
import { readUnit, unitInName } from "../sheet-words";
import type { Label } from "./label-words";
import type { Entry } from "./table-context";

/** An entry with its cell read. */
export interface Read extends Entry {
  readonly cell: KpiCell;
}

/** A cell with its period. */
export type PlacedRead = Read & { readonly period: SheetPeriod };

/** Notes a finding by rule, line and column. */
export type Report = (rule: SheetRuleId, line: number, field?: string | null) => void;

export const keyOf = (period: SheetPeriod): string =>
  `${period.frequency} ${period.start} ${period.end}`;

const OWN: ReadonlySet<Entry["kind"]> = new Set(["actual", "previous", "prior_year", "baseline"]);

const COMPARED: ReadonlySet<Entry["kind"]> = new Set(["england", "region", "neighbours"]);

export const isOwnKind = ({ kind }: Entry): boolean => OWN.has(kind);

/** The period of an own figure: of its own cell where that names one, else of heading or row. */
export const periodOfRead = ({ period, cell }: Read): SheetPeriod | null => cell.asAt ?? period;

export function readEntry(entry: Entry, wordy: boolean, report: Report): Read {
  const { raw, column, line } = entry;
  const cell = readCell(raw instanceof Date ? null : raw, wordy);
  const field = column.text.replace(/\s+/g, " ");
  if (entry.kind === "target") return { ...entry, cell };
  const rule = ruleOfCell(raw, cell);
  if (rule !== null) report(rule, line, field);
  return { ...entry, cell };
}

export interface SheetName {
  readonly file: string;
  readonly sheet: string;
  readonly formatsKnown: boolean;
}

/** The reads of a KPI in its unit; one that names another is not understood, and says so. */
export function inUnit(reads: readonly Read[], unit: Unit, report: Report): readonly Read[] {
  return reads.map((read) => {
    const isBeside = read.column.unit !== null && read.column.unit !== unit;
    if (isBeside || (!isOwnKind(read) && !COMPARED.has(read.kind))) return read;
    const cell = inUnitOf(read.cell, unit);
    if (cell === null) report("B62", read.line, read.column.text.replace(/\s+/g, " "));
    return { ...read, cell: cell ?? inNoUnit(read.cell) };
  });
}

/** Cells of fractions of 1 as per cent, where the file does not say which cells are per cent. */
export function inPercent(
  reads: readonly Read[],
  unit: Unit,
  { sheet, report }: { readonly sheet: SheetName; readonly report: Report },
): readonly Read[] {
  if (unit !== "percent") return reads;
  const plain = reads.filter(
    ({ raw, cell, column }) =>
      cell.value !== null &&
      cell.unit === null &&
      column.unit !== "count" &&
      (typeof raw === "number" || typeof raw === "string"),
  );
  const values = plain.map(({ cell }) => cell.value!);
  const areFractions =
    values.every((value) => Math.abs(value) <= 1) &&
    values.some((value) => !Number.isInteger(value));
  if (!areFractions) return reads;
  report(sheet.formatsKnown ? "B29" : "B13", reads[0].line);
  if (sheet.formatsKnown) return reads;
  return reads.map((read) =>
    plain.includes(read)
      ? {
          ...read,
          cell: {
            ...read.cell,
            value: Number((read.cell.value! * 100).toPrecision(12)),
            decimals: Math.max(0, read.cell.decimals - 2),
          },
        }
      : read,
  );
}

export function unitOf(
  reads: readonly Read[],
  name: string,
  labels: ReadonlyMap<Label, string>,
): Unit {
  const said = readUnit(labels.get("unit") ?? "") ?? readUnit(labels.get("metric") ?? "");
  if (said !== null) return said;
  const own = reads.filter(isOwnKind);
  const units = own.flatMap(({ cell }) => cell.unit ?? []);
  if (units.length > 0) return mostOf(units);
  const headed = own.flatMap(({ column }) => column.unit ?? []);
  const named = unitInName(
    name,
    own.map(({ cell }) => cell.value),
  );
  if (named !== "count") return named;
  const compared = reads.flatMap(({ cell, kind }) => (kind === "target" ? [] : (cell.unit ?? [])));
  const ofTable = NUMBER.test(name) ? null : reads[0].tableUnit;
  return headed[0] ?? compared[0] ?? ofTable ?? named;
}

/** Words of a name that say that it is a number. */
const NUMBER = /\b(?:nos?|numbers?|counts?)\b|#/i;

const mostOf = <T>(values: readonly T[]): T => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
};

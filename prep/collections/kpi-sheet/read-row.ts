import type { Finding } from "../../check/finding";
import { readDay } from "../../calendar/read-day";
import type { Frequency } from "../../../src/kpi/frequency";
import type { Unit } from "../../../src/kpi/unit";
import { readCell, type KpiCell, type RawCell } from "./cell";
import { correctionNote, readCorrection, type Correction } from "./corrections";
import type { Header } from "./find-header";
import type { KpiPoint, KpiRow } from "./kpi-row";
import type { SheetField } from "./layout";
import { academicYearOf, readPeriod, yearBefore, type SheetPeriod } from "./period-text";
import { sheetFinding, type SheetPlace, type SheetRuleId } from "./sheet-rules";
import type { SheetRow } from "./sheet";
import { frequencyInName, isCumulativeName, readArrow, readFrequency, readPolarity, readTarget, readTolerance, readUnit, unitInName } from "./sheet-words";
import { monthEnd, monthStart, monthLabel } from "../../calendar/periods";

/** What a row takes over from the rows above it. */
export interface RowContext {
  readonly place: SheetPlace;
  readonly header: Header;
  readonly board: string;
  readonly section: string;
  readonly ref: string;
  readonly id: string;
  readonly corrections: readonly Correction[];
}

const FIGURES: readonly SheetField[] = ["current", "previous", "prior_year", "england", "region", "neighbours"];

/** Reads one row of a sheet as a KPI. What cannot be read becomes findings; the row is kept. */
export function readRow(cells: SheetRow, context: RowContext): { row: KpiRow; findings: Finding[] } {
  const { header, place } = context;
  const findings: Finding[] = [];
  const report = (rule: SheetRuleId, field: string | null = null): void => void findings.push(sheetFinding(rule, { ...place, field }));

  const raw = (field: SheetField): RawCell => cells[header.columns.indexOf(field)] ?? null;
  const text = (field: SheetField): string => {
    const cell = raw(field);
    return cell === null ? "" : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
  };
  const has = (field: SheetField): boolean => header.columns.includes(field);
  const words = (field: SheetField): string | null => (text(field) === "" ? null : text(field));

  const corrections = [...context.corrections];
  if (text("correction") !== "") {
    const own = readCorrection(context.ref, text("correction"), text("correction_reason"));
    if (own) corrections.push(own);
    else report("K19", "correction");
  }
  const said = (field: SheetField): string => corrections.find((one) => one.field === field)?.value ?? text(field);

  const name = [text("name"), header.layout.id === "twelve_months" ? text("metric") : ""].filter((part) => part !== "" && part !== "%").join(": ");
  const wordy = readUnit(said("unit") || text("metric")) === "text";
  const figure = (field: SheetField | "month", cell: RawCell): KpiCell => {
    const read = readCell(cell instanceof Date ? null : cell, wordy);
    if (cell instanceof Date) report("K22", field);
    else if (read.status === "unreadable") report("K09", field);
    return read;
  };
  const read = new Map(FIGURES.filter(has).map((field) => [field, figure(field, raw(field))]));
  const monthCells = header.columns.flatMap((column, i) => (column !== null && typeof column === "object" ? [{ column, cell: figure("month", cells[i] ?? null) }] : []));

  const targetCell = readCell(corrections.some((one) => one.field === "target") ? said("target") : raw("target") instanceof Date ? text("target") : raw("target"));
  const target = readTarget(targetCell);
  if (target === null) report("K14", "target");
  const tolerance = readTolerance(said("tolerance"));
  if (tolerance === undefined) report("K15", "tolerance");
  const polarityWords = said("polarity") || text("good");
  const polarity = polarityWords === "" ? null : readPolarity(polarityWords);
  if (polarity === null && (polarityWords !== "" || has("good") || header.layout.id === "long")) report("K16", has("good") ? "good" : "polarity");

  const all = [...read.values(), ...monthCells.map(({ cell }) => cell), targetCell];
  const unit = unitOf();
  const scale = fractionScale();
  const scaled = (cell: KpiCell): KpiCell => (scale === 1 || cell.value === null || cell.unit !== null ? cell : { ...cell, value: Number((cell.value * scale).toPrecision(12)), decimals: Math.max(0, cell.decimals - 2) });

  const cumulative = said("cumulative") !== "" ? !/^(no|none|never|n)$/i.test(said("cumulative")) : isCumulativeName(name);
  const periods = readPeriods();
  const columnFrequency: Frequency = periods.current?.frequency ?? "month";
  const frequency = readFrequency(said("frequency")) ?? frequencyInName(name) ?? columnFrequency;
  const beside = {
    target: target === null ? ({ kind: "none", reason: "target_not_applicable" } as const) : target.kind === "number" ? { ...target, value: scaled(targetCell).value! } : target,
    comparators: (["england", "region", "neighbours"] as const).flatMap((kind) => {
      const cell = read.get(kind);
      return cell ? [{ kind, cell: scaled(cell) }] : [];
    }),
  };
  const months = monthPoints();
  const points = assignPoints();

  const decimals = Math.max(0, ...[...read.values(), ...monthCells.map(({ cell }) => cell)].filter((cell) => cell.value !== null).map((cell) => scaled(cell).decimals));
  const seconds = [...read.values()].filter((cell) => cell.secondary !== null);
  const nextDue = text("next_due") === "" ? null : readDay(text("next_due"));
  const row: KpiRow = {
    line: place.line!,
    ref: context.ref,
    id: context.id,
    name,
    board: context.board,
    section: context.section,
    priority: words("priority"),
    lens: words("lens"),
    polarity,
    good: words("good"),
    unit,
    decimals: Math.min(decimals, 4),
    secondaryUnit: seconds.length === 0 ? null : (seconds.find((cell) => cell.unit === "gbp_m")?.unit ?? (/£ ?m/i.test(name) ? "gbp_m" : unit === "percent" ? "count" : "score")),
    secondaryDecimals: seconds.length === 0 ? null : Math.max(...seconds.map((cell) => cell.secondaryDecimals)),
    frequency,
    columnFrequency,
    cumulative,
    ...points,
    target: beside.target,
    targetCell,
    tolerance: tolerance ?? null,
    comparators: beside.comparators,
    printed: { current: read.get("current") ?? null, previous: read.get("previous") ?? null },
    printedArrow: readArrow(text("arrow")),
    owner: words("owner"),
    commentary: words("commentary"),
    footprint: words("footprint"),
    cohort: words("cohort"),
    nextDue,
    headline: /^(y|yes|true|1|x)$/i.test(text("headline")),
    corrections: corrections.map(correctionNote),
  };
  return { row, findings };

  function unitOf(): Unit {
    const given = said("unit");
    if (given !== "") {
      const known = readUnit(given);
      if (known !== null) return known;
      report("K18", "unit");
    }
    const inCell = all.find((cell) => cell.unit !== null)?.unit;
    return inCell ?? readUnit(text("metric")) ?? unitInName(name);
  }

  /** Excel keeps a cell that shows 67% as 0.67: where every plain number of a percentage row is a fraction of 1, they are those. */
  function fractionScale(): 1 | 100 {
    if (unit !== "percent") return 1;
    const plain = [...header.columns.entries()].filter(([i, column]) => typeof cells[i] === "number" && column !== null && (typeof column === "object" || FIGURES.includes(column) || column === "target")).map(([i]) => cells[i] as number);
    const fractions = plain.length > 0 && plain.every((value) => Math.abs(value) <= 1) && plain.some((value) => !Number.isInteger(value));
    if (fractions) report("K13");
    return fractions ? 100 : 1;
  }

  function readPeriods(): { current: SheetPeriod | null; previous: SheetPeriod | null } {
    const of = (field: "current_period" | "previous_period"): SheetPeriod | null => {
      if (said(field) === "") return null;
      const period = readPeriod(said(field));
      if (period === null) report("K10", field);
      return period;
    };
    return { current: of("current_period"), previous: of("previous_period") };
  }

  function monthPoints(): KpiPoint[] {
    const year = readPeriod(text("year").replace(/^(\d{4})\/(\d{2})$/, "$1-$2"));
    const missingYear = monthCells.some(({ column, cell }) => column.year === null && cell.status !== "missing") && year === null;
    if (missingYear) report("K12", "year");
    return monthCells
      .flatMap(({ column, cell }): KpiPoint[] => {
        const first = column.year ?? (year === null ? null : startYear(year) + (column.month < 3 ? 1 : 0));
        if (first === null) return [];
        const index = first * 12 + column.month;
        return [{ cell: scaled(cell), period: { start: monthStart(index), end: monthEnd(index), frequency: "month", label: monthLabel(index), average: false }, beside: null }];
      })
      .sort((a, b) => a.period.end - b.period.end);
  }

  function assignPoints(): Pick<KpiRow, "current" | "previous" | "priorYear" | "earlier"> {
    if (months.length > 0 || header.layout.id === "twelve_months") {
      // The last month that has words or a figure is the current one; months still to come are no points.
      const last = months.reduce((found, { cell }, i) => (cell.status === "missing" ? found : i), -1);
      const latest = read.get("current");
      if (last >= 0 && latest && latest.value !== null && scaled(latest).value !== months[last].cell.value) report("K17", "current");
      if (last >= 0) return { current: { ...months[last], beside }, previous: months[last - 1] ?? null, priorYear: null, earlier: months.slice(0, Math.max(0, last - 1)) };
      const updated = readPeriod(text("updated"));
      if (updated === null && latest && latest.status !== "missing") report("K10", "updated");
      return { current: updated && latest ? { cell: scaled(latest), period: updated, beside } : null, previous: null, priorYear: null, earlier: [] };
    }
    const asAt = text("as_at") === "" ? null : readPeriod(text("as_at"));
    const point = (field: SheetField, period: SheetPeriod | null): KpiPoint | null => {
      const cell = read.get(field);
      return cell && period ? { cell: { ...scaled(cell), asAt: cell.asAt ?? (field === "current" ? asAt : null) }, period, beside: field === "current" ? beside : null } : null;
    };
    const { current, previous } = periods;
    // A column of "the year before" is of the same month a year ago in a monthly paper and of the whole school year before in a termly one.
    const before = current === null ? null : current.frequency === "month" ? yearBefore(current) : academicYearOf(yearBefore(current).end);
    return { current: point("current", current), previous: point("previous", previous), priorYear: point("prior_year", before), earlier: [] };
  }
}

const startYear = ({ start }: SheetPeriod): number => new Date(start * 86_400_000).getUTCFullYear();

/** A stable id of a KPI's name: its words in lower case, joined by hyphens. */
export const idOfName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/%/g, " pct ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 90)
    .replace(/-+$/, "");

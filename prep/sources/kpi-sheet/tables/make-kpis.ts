import type { Finding } from "../../../check/finding";
import { milestonesIn } from "../../../../src/kpi/dated-target";
import { targetOf } from "../../../../src/kpi/read-target";
import { readTolerance } from "../../../../src/kpi/read-tolerance";
import { readCell } from "../cell";
import { correctRow } from "../correct-row";
import { readCorrection } from "../corrections";
import type { KpiComparator, KpiPoint, KpiRow } from "../kpi-row";
import type { SheetPeriod } from "../period-text";
import { printedRating } from "../printed-rating";
import { sheetFinding } from "../sheet-rules";
import { frequencyInName, readArrow, readFrequency, readUnit } from "../sheet-words";
import { decimalsOf, describedBy, lastWords, polarityOf } from "./describe";
import { phrase } from "./fold";
import { currentOf, pointsOf, previousOf, withImplied } from "./points";
import {
  inPercent,
  inUnit,
  isOwnKind,
  keyOf,
  periodOfRead,
  readEntry,
  unitOf,
  type PlacedRead,
  type Read,
  type Report,
  type SheetName,
} from "./read-entries";
import type { Entry } from "./table-context";
import { ratedBy, targetCellOf, targetsOf } from "./targets";

const groupKey = ({ name, section, place }: Entry): string =>
  JSON.stringify([phrase(name), section, place.authority, place.part]);

/** The KPIs of a table from its cells, in the order of their first rows. */
export function kpisOf(
  entries: readonly Entry[],
  sheet: SheetName,
): { rows: KpiRow[]; findings: Finding[]; lost: ReadonlySet<number> } {
  const findings: Finding[] = [];
  const report: Report = (rule, line, field = null) =>
    void findings.push(sheetFinding(rule, { file: sheet.file, sheet: sheet.sheet, line, field }));
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = groupKey(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const latest = latestOf(entries);
  const made = [...groups.values()].map((group) => ({
    group,
    row: kpiOf(group, sheet, report, latest),
  }));
  const kept = made.flatMap(({ group, row }) => (row === null ? [] : [{ group, row }]));
  return {
    rows: kept.map(({ group, row }, i) =>
      correctedInSheet({ ...row, ref: row.ref === "" ? String(i + 1) : row.ref }, group, report),
    ),
    findings,
    lost: linesLost(made),
  };
}

/** A KPI with the correction of its own column; one that cannot be applied is told. */
function correctedInSheet(row: KpiRow, group: readonly Entry[], report: Report): KpiRow {
  const words = lastWords(group, "correction");
  if (words === null) return row;
  const own = readCorrection(row.ref, words, lastWords(group, "correction_reason") ?? "");
  const { row: corrected, refused } = correctRow(row, own === null ? [] : [own]);
  if (own === null || refused.length > 0) report("B19", row.line, "correction");
  return corrected;
}

/** Lines of which nothing stands in any KPI. */
function linesLost(
  made: readonly { readonly group: readonly Entry[]; readonly row: KpiRow | null }[],
): ReadonlySet<number> {
  const lines = (isKept: boolean): number[] =>
    made.flatMap(({ group, row }) =>
      (row !== null) === isKept ? group.map(({ line }) => line) : [],
    );
  const kept = new Set(lines(true));
  return new Set(lines(false).filter((line) => !kept.has(line)));
}

/** The latest period of any own figure of a table. */
function latestOf(entries: readonly Entry[]): SheetPeriod | null {
  return entries.reduce<SheetPeriod | null>(
    (latest, { kind, period, raw }) =>
      kind === "actual" &&
      raw !== null &&
      period !== null &&
      (latest === null || period.end > latest.end)
        ? period
        : latest,
    null,
  );
}

/** The cells of a KPI, read in its unit. */
function readsOf(group: readonly Entry[], sheet: SheetName, report: Report) {
  const unitWords = lastWords(group, "unit") ?? lastWords(group, "metric") ?? "";
  const raw = group.map((entry) => readEntry(entry, readUnit(unitWords) === "text", report));
  const unit = unitOf(raw, group[0].name, group[0].labels);
  const reads = withImplied(inPercent(inUnit(raw, unit, report), unit, { sheet, report }));
  for (const read of reads)
    if (isOwnKind(read) && read.raw !== null && periodOfRead(read) === null)
      report(
        read.kind === "baseline" ? "B55" : "B10",
        read.line,
        read.column.text.replace(/\s+/g, " "),
      );
  return { reads, unit };
}

function kpiOf(
  group: readonly Entry[],
  sheet: SheetName,
  report: Report,
  latest: SheetPeriod | null,
): KpiRow | null {
  const { name } = group[0];
  const { reads, unit } = readsOf(group, sheet, report);
  const points = [...pointsOf(reads.filter(isOwnKind), unit, report).values()].sort(
    (a, b) => a.period.end - b.period.end,
  );
  const current = currentOf(points) ?? waiting(reads, latest);
  if (current === null) {
    if (comparatorsOf(reads).length > 0) report("B73", group[0].line);
    return null;
  }
  const previous = previousOf(points, current);
  const targets = targetsOf(reads);
  const now = targets.at(current.period, current.column);
  if (now !== null && targetOf(now.read) === null)
    report(now.read.kind === "range" ? "B27" : "B14", current.line, "target");
  const comparators = comparatorsOf(reads);
  const pointAt = (read: PlacedRead): KpiPoint =>
    pointOf(read, reads, {
      target: ratedBy(targets.at(read.period, read === current ? read.column : null)),
      comparators: comparators.filter(({ at }) => at !== null && keyOf(at) === keyOf(read.period)),
    });
  const nowPoint = pointAt(current);
  const beside = { target: ratedBy(now), comparators: besideCurrent(comparators, current.period) };
  const rag = lastWords(group, "rag");
  return {
    ...describedBy(group, group[0]),
    unit,
    ...decimalsOf(reads, unit, name),
    polarity: polarityOf(group, now?.read ?? null, report),
    frequency:
      readFrequency(lastWords(group, "frequency") ?? "") ??
      frequencyInName(name) ??
      current.period.frequency,
    columnFrequency: current.period.frequency,
    current: {
      ...nowPoint,
      beside,
      printedRating: (rag === null ? null : printedRating(rag)) ?? nowPoint.printedRating,
    },
    misdated: false,
    previous: previous === null ? null : pointAt(previous),
    priorYear: null,
    earlier: points
      .filter((one) => one !== current && one !== previous && one.cell.status !== "missing")
      .map(pointAt),
    target: beside.target,
    targetCell: targetCellOf(now),
    milestones: milestonesIn(now?.words ?? ""),
    tolerance: toleranceOf(group, report),
    comparators: beside.comparators,
    printed: { current: current.cell, previous: previous?.cell ?? null },
    printedArrow: readArrow(lastWords(group, "arrow") ?? ""),
  };
}

/** The tolerance of a KPI; null where there is none, or its words are not understood. */
function toleranceOf(group: readonly Entry[], report: Report): KpiRow["tolerance"] {
  const read = readTolerance(lastWords(group, "tolerance") ?? "");
  if (read === undefined) report("B15", group[0].line, "tolerance");
  return read ?? null;
}

/** All comparators, those of the current period last: they are the ones that it is held against. */
function besideCurrent(
  comparators: readonly PlacedComparator[],
  now: SheetPeriod,
): readonly KpiComparator[] {
  const order = ({ at }: PlacedComparator): number =>
    at !== null && keyOf(at) === keyOf(now) ? Infinity : (at?.end ?? now.end);
  return [...comparators].sort((a, b) => order(a) - order(b) || 0);
}

/** A KPI without any figure stands under the latest period of its table. */
function waiting(reads: readonly Read[], latest: SheetPeriod | null): PlacedRead | null {
  const own = reads.find(({ kind }) => kind === "actual");
  const period = latest;
  return own === undefined ||
    period === null ||
    reads.some((read) => read.kind !== "actual" && isOwnKind(read) && read.cell.value !== null)
    ? null
    : { ...own, cell: readCell(null), period };
}

interface PlacedComparator extends KpiComparator {
  /** Null where neither heading, row nor cell names its period. */
  readonly at: SheetPeriod | null;
}

function comparatorsOf(reads: readonly Read[]): PlacedComparator[] {
  return reads.flatMap(({ kind, cell, period, raw }): PlacedComparator[] => {
    if ((kind !== "england" && kind !== "region" && kind !== "neighbours") || raw === null)
      return [];
    const at = cell.asAt ?? period;
    return [{ kind, cell: { ...cell, asAt: at }, at }];
  });
}

function pointOf(
  read: PlacedRead,
  reads: readonly Read[],
  beside: NonNullable<KpiPoint["beside"]>,
): KpiPoint {
  const part = (kind: "numerator" | "denominator"): number | null =>
    reads.find(
      (one) =>
        one.kind === kind &&
        (one.period === null || keyOf(one.period) === keyOf(read.period)) &&
        one.line === read.line,
    )?.cell.value ??
    reads.find(
      (one) => one.kind === kind && one.period !== null && keyOf(one.period) === keyOf(read.period),
    )?.cell.value ??
    null;
  return {
    cell: read.cell,
    period: read.period,
    provisional: [read.cell.words, read.column.text, read.labels.get("commentary") ?? ""].some(
      (words) => words.length <= 60 && /\bprovisional\b/i.test(words),
    ),
    beside,
    numerator: part("numerator") ?? read.cell.parts?.numerator ?? null,
    denominator: part("denominator") ?? read.cell.parts?.denominator ?? null,
    printedRating: read.cell.printedRating ?? read.colour,
  };
}

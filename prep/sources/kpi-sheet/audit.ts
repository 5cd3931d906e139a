import type { Finding } from "../../check/finding";
import { directionOf, type Movement } from "../../../src/kpi/direction";
import { previousPoint } from "../../../src/kpi/direction-base";
import { betterSign } from "../../../src/kpi/polarity";
import { isFarFrom, isPartYearRate, ownFigure } from "./comparators";
import type { KpiRow } from "./kpi-row";
import { hasImpossible } from "./impossible";
import { sheetFinding, type SheetRuleId } from "./sheet-rules";

interface AuditRule {
  readonly rule: SheetRuleId;
  readonly field: string;
  readonly applies: (row: KpiRow) => boolean;
}

const moved = (
  value: number | null | undefined,
  base: number | null | undefined,
): Movement | null =>
  directionOf({ value: value ?? null, base: base ?? null, polarity: "neutral" }).movement;

/**
 * What the printed current and previous figures say: the first figures, and the second ones where
 * both cells have them.
 */
function movements({ printed: { current, previous } }: KpiRow): {
  first: Movement | null;
  second: Movement | null;
} {
  return {
    first: moved(current?.value, previous?.value),
    second: moved(current?.secondary, previous?.secondary),
  };
}

const hasArrow = (row: KpiRow): boolean => row.printedArrow !== null;
const isShare = (row: KpiRow): boolean => row.unit === "percent";
const datedElsewhere = (row: KpiRow): boolean =>
  [row.current, row.previous].some(
    (point) =>
      point !== null && point.cell.asAt !== null && point.cell.asAt.end !== point.period.end,
  );

/** Arrows and contradictions of one row, each rule a row of data. */
const auditRules: readonly AuditRule[] = [
  {
    rule: "B30",
    field: "arrow",
    applies: (row) =>
      hasArrow(row) &&
      movements(row).first !== null &&
      movements(row).first !== row.printedArrow &&
      movements(row).second !== row.printedArrow,
  },
  { rule: "B31", field: "arrow", applies: (row) => hasArrow(row) && movements(row).first === null },
  {
    rule: "B32",
    field: "arrow",
    applies: (row) => {
      const { first, second } = movements(row);
      return (
        hasArrow(row) &&
        first !== null &&
        second !== null &&
        first !== second &&
        (first === row.printedArrow || second === row.printedArrow)
      );
    },
  },
  {
    rule: "B40",
    field: "polarity",
    applies: (row) =>
      row.target.kind === "number" &&
      row.polarity !== null &&
      ((betterSign(row.polarity) < 0 && isShare(row) && row.target.value > 50) ||
        (betterSign(row.polarity) > 0 && row.target.value === 0)),
  },
  {
    rule: "B41",
    field: "polarity",
    applies: (row) => row.target.kind !== "none" && row.polarity === null,
  },
  {
    rule: "B42",
    field: "england",
    applies: (row) =>
      row.unit === "count" &&
      row.comparators.some(({ kind, cell }) => kind !== "neighbours" && cell.value !== null),
  },
  {
    rule: "B43",
    field: "england",
    applies: (row) =>
      row.unit !== "count" &&
      row.comparators.some(({ cell }) => isFarFrom(ownFigure(row), cell.value)),
  },
  {
    rule: "B44",
    field: "england",
    applies: (row) =>
      isPartYearRate(row) &&
      row.comparators.some(({ cell }) => cell.value !== null && cell.asAt === null),
  },
  { rule: "B45", field: "current", applies: datedElsewhere },
  { rule: "B92", field: "current", applies: hasImpossible },
  {
    rule: "B46",
    field: "current",
    applies: (row) =>
      /\(£ ?m\b[^)]*\)|^no\.?\s*\/\s*%/i.test(row.name) &&
      row.current !== null &&
      row.current.cell.value !== null &&
      row.current.cell.secondary === null,
  },
];

/**
 * Findings about printed arrows and contradictions in a row of a KPI sheet. The arrow is held
 * against the printed current and previous figures alone.
 */
export function auditRow(
  row: KpiRow,
  { file, sheet }: { readonly file: string; readonly sheet: string },
): Finding[] {
  return auditRules
    .filter(({ applies }) => applies(row))
    .map(({ rule, field }) => ({
      ...sheetFinding(rule, { file, sheet, line: row.line, field }),
      record: row.ref,
    }));
}

/**
 * A finding for each pair of periods whose previous one does not lie just before the current one,
 * at the first row that has it.
 */
export function auditPeriods(
  rows: readonly KpiRow[],
  { file, sheet }: { readonly file: string; readonly sheet: string },
): Finding[] {
  const seen = new Set<string>();
  return rows.flatMap(({ current, previous, line, ref }) => {
    if (current === null || previous === null) return [];
    const pair = `${previous.period.end} ${current.period.end}`;
    const ends = [previous, current].map(({ period }) => ({ end: period.end, value: null }));
    if (seen.has(pair) || previousPoint(ends, 1, current.period.frequency) !== null) return [];
    seen.add(pair);
    return [
      { ...sheetFinding("B21", { file, sheet, line, field: "previous_period" }), record: ref },
    ];
  });
}

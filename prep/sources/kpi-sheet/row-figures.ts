import { readTargets, type ReadTarget } from "../../../src/kpi/read-target";
import type { Unit } from "../../../src/kpi/unit";
import { inNoUnit, inUnitOf, readCell, type KpiCell, type RawCell } from "./cell";
import { PercentFigure } from "../../scan/workbook/printed-rows";
import type { SheetField } from "./layout";
import type { RowSource } from "./row-source";
import { ruleOfCell } from "./rule-of-cell";
import { readUnit, unitInName } from "./sheet-words";

/** The figures of a row, in its unit. */
export interface RowFigures {
  readonly unit: Unit;
  readonly cells: ReadonlyMap<SheetField, KpiCell>;
  /** The month columns in the order of the sheet. */
  readonly months: readonly {
    readonly month: number;
    readonly year: number | null;
    readonly cell: KpiCell;
  }[];
  /** What the target cell says (the last of several milestones), and its number in the unit of the row. */
  readonly target: ReadTarget;
  readonly targetCell: KpiCell;
}

const FIELDS: readonly SheetField[] = [
  "current",
  "previous",
  "prior_year",
  "england",
  "region",
  "neighbours",
];

/**
 * Reads the cells of a row that hold figures. Where the formats of the cells are not known, a
 * percentage that Excel keeps as a fraction of 1 is multiplied.
 */
export function readFigures(source: RowSource, name: string): RowFigures {
  const { cells: raw, header, said, text, report } = source;
  const wordy = readUnit(said("unit") || text("metric")) === "text";
  const figure = (field: SheetField | "month", cell: RawCell): KpiCell => {
    const read = readCell(cell instanceof Date ? null : cell, wordy);
    const rule = ruleOfCell(cell, read);
    if (rule !== null) report(rule, field);
    return read;
  };
  const cells = new Map(
    FIELDS.filter(source.has).map((field) => [field, figure(field, source.raw(field))]),
  );
  const months = header.columns.flatMap((column, i) =>
    column !== null && typeof column === "object"
      ? [{ ...column, cell: figure("month", raw[i] ?? null) }]
      : [],
  );
  const corrected = source.corrections.some((one) => one.field === "target");
  const printedTarget = source.raw("target");
  if (!corrected && printedTarget instanceof PercentFigure && printedTarget.isTyped)
    report("B28", "target");
  const typed = corrected ? said("target") : targetWords(printedTarget);
  const target = readTargets(typed).at(-1)!;
  const targetCell = targetCellOf(typed, target);

  const unit = unitOf(source, name, [
    ...cells.values(),
    ...months.map(({ cell }) => cell),
    targetCell,
  ]);
  const ofUnit = (field: SheetField | "month", cell: KpiCell): KpiCell => {
    const inUnit = inUnitOf(cell, unit);
    if (inUnit !== null) return inUnit;
    report("B62", field);
    return inNoUnit(cell);
  };
  const changed = (
    change: (field: SheetField | "month", cell: KpiCell) => KpiCell,
  ): RowFigures => ({
    unit,
    cells: new Map([...cells].map(([field, cell]) => [field, change(field, cell)])),
    months: months.map((one) => ({ ...one, cell: change("month", one.cell) })),
    target: inUnitOf(targetCell, unit) !== null ? target : { kind: "not_understood" },
    targetCell: change("target", targetCell),
  });
  if (unit !== "percent" || !areFractions(source)) return changed(ofUnit);
  report(source.formatsKnown ? "B29" : "B13");
  return changed((field, cell) =>
    source.formatsKnown ? ofUnit(field, cell) : asPercent(ofUnit(field, cell)),
  );
}

/** A target in words, a number as it is stored and not as it is rounded for show. */
function targetWords(raw: RawCell): string {
  if (raw instanceof Date) return raw.toISOString().slice(0, 10);
  if (raw instanceof PercentFigure) return raw.isTyped ? String(raw.stored) : `${raw.value}%`;
  return String(raw ?? "");
}

/** The target as a cell of its number; words without a number stay words. */
function targetCellOf(typed: string, target: ReadTarget): KpiCell {
  const words = typed.replace(/\s+/g, " ").trim();
  if (target.kind !== "value") return { ...readCell(null), words };
  const { value, unit, decimals } = target;
  return { ...readCell(null), status: "ok", words, value, unit, decimals };
}

function unitOf({ said, text, report }: RowSource, name: string, cells: readonly KpiCell[]): Unit {
  if (said("unit") !== "") {
    const known = readUnit(said("unit"));
    if (known !== null) return known;
    report("B18", "unit");
  }
  return (
    cells.find((cell) => cell.unit !== null)?.unit ??
    readUnit(text("metric")) ??
    unitInName(
      name,
      cells.map(({ value }) => value),
    )
  );
}

/**
 * Excel keeps a cell that shows 67% as 0.67: where every plain number of a percentage row is a
 * fraction of 1, and not all are 0 or 1, they are those.
 */
function areFractions({ cells, header }: RowSource): boolean {
  const isFigure = (column: (typeof header.columns)[number]): boolean =>
    column !== null &&
    (typeof column === "object" || column === "target" || FIELDS.includes(column));
  const plain = header.columns.flatMap((column, i) =>
    isFigure(column) && typeof cells[i] === "number" ? [cells[i]] : [],
  );
  return (
    plain.every((value) => Math.abs(value) <= 1) && plain.some((value) => !Number.isInteger(value))
  );
}

/** A cell that says per cent itself stays as it is. */
const asPercent = (cell: KpiCell): KpiCell =>
  cell.value === null || cell.unit !== null
    ? cell
    : {
        ...cell,
        value: Number((cell.value * 100).toPrecision(12)),
        decimals: Math.max(0, cell.decimals - 2),
      };

import type { Finding } from "../../check/finding";
import type { Day } from "../../calendar/day";
import { readDay } from "../../calendar/read-day";
import type { Frequency } from "../../../src/kpi/frequency";
import type { Polarity } from "../../../src/kpi/polarity";
import { milestonesIn } from "../../../src/kpi/dated-target";
import type { Target } from "../../../src/kpi/target";
import type { Tolerance } from "../../../src/kpi/tolerance";
import { readPolarity } from "../../../src/kpi/read-polarity";
import { targetOf } from "../../../src/kpi/read-target";
import { readTolerance } from "../../../src/kpi/read-tolerance";
import { authorityOfCell } from "../../reference/authorities-in-text";
import { correctionNote } from "./corrections";
import type { KpiRow } from "./kpi-row";
import { readFigures, type RowFigures } from "./row-figures";
import { readPoints } from "./row-points";
import { rowSource, type RowContext, type RowSource } from "./row-source";
import { secondaryOf } from "./second-figures";
import type { SheetField } from "./layout";
import type { SheetRow } from "./sheet";
import {
  frequencyInName,
  isCumulativeName,
  kpiName,
  readArrow,
  readFrequency,
} from "./sheet-words";

/** Decimals beyond these are noise of the spreadsheet. */
const MOST_DECIMALS = 4;

/** Reads one row of a sheet as a KPI. What cannot be read becomes findings; the row is kept. */
export function readRow(
  cells: SheetRow,
  context: RowContext,
): { row: KpiRow; findings: Finding[] } {
  const source = rowSource(cells, context);
  const { said, text, header } = source;
  const words = (field: SheetField): string | null => (text(field) === "" ? null : text(field));
  const name = kpiName(text("name"), header.layout.id === "twelve_months" ? text("metric") : "");
  const figures = readFigures(source, name);
  const beside = { target: targetIn(source, figures), comparators: comparatorsOf(figures) };
  const points = readPoints(source, figures, beside);
  const columnFrequency = points.current?.period.frequency ?? "month";
  const row: KpiRow = {
    line: source.line,
    ref: source.ref,
    area: header.area < 0 ? null : authorityOfCell(String(cells[header.area] ?? "")),
    id: source.id,
    name,
    board: source.board,
    section: source.section,
    priority: words("priority"),
    lens: words("lens"),
    polarity: polarityOf(source, figures),
    good: words("good"),
    unit: figures.unit,
    decimals: decimalsOf(figures),
    ...secondaryOf([...figures.cells.values()], figures.unit, name),
    frequency: frequencyOf(source, name) ?? columnFrequency,
    columnFrequency,
    cumulative:
      said("cumulative") === ""
        ? isCumulativeName(name)
        : !/^(no|none|never|n)$/i.test(said("cumulative")),
    ...points,
    target: beside.target,
    targetCell: figures.targetCell,
    milestones: milestonesIn(figures.targetCell.words),
    tolerance: toleranceOf(source),
    comparators: beside.comparators,
    printed: {
      current: figures.cells.get("current") ?? null,
      previous: figures.cells.get("previous") ?? null,
    },
    printedArrow: readArrow(text("arrow")),
    owner: words("owner"),
    commentary: words("commentary"),
    action: words("action"),
    footprint: words("footprint"),
    cohort: words("cohort"),
    nextDue: nextDueOf(source),
    headline: /^(y|yes|true|1|x)$/i.test(text("headline")),
    corrections: source.corrections.map(correctionNote),
  };
  return { row, findings: source.findings };
}

/**
 * The target in the unit of the row; a range and words that are not understood rate nothing, and
 * say so.
 */
function targetIn({ report }: RowSource, { target, targetCell }: RowFigures): Target {
  const read = targetOf(target);
  if (read === null) report(target.kind === "range" ? "B27" : "B14", "target");
  return read?.kind === "number" && targetCell.value !== null
    ? { ...read, value: targetCell.value }
    : (read ?? { kind: "none", reason: "target_not_applicable" });
}

function toleranceOf({ said, report }: RowSource): Tolerance | null {
  const tolerance = readTolerance(said("tolerance"));
  if (tolerance === undefined) report("B15", "tolerance");
  return tolerance ?? null;
}

/**
 * A board paper may leave the direction out, or say it with the target ("above 90%"); the two
 * templates ask for it.
 */
function polarityOf(
  { said, text, has, report, header }: RowSource,
  { target }: RowFigures,
): Polarity | null {
  const words = said("polarity") || text("good");
  if (words === "" && "polarity" in target && target.polarity !== null) return target.polarity;
  const polarity = words === "" ? null : readPolarity(words);
  if (polarity === null && (words !== "" || has("good") || header.layout.id === "long"))
    report("B16", has("good") ? "good" : "polarity");
  return polarity;
}

function frequencyOf({ said, report }: RowSource, name: string): Frequency | null {
  const read = readFrequency(said("frequency"));
  if (read === null && said("frequency") !== "") report("B23", "frequency");
  return read ?? frequencyInName(name);
}

function nextDueOf({ text, report }: RowSource): Day | null {
  const day = text("next_due") === "" ? null : readDay(text("next_due"));
  if (day === null && text("next_due") !== "") report("B24", "next_due");
  return day;
}

const comparatorsOf = ({ cells }: RowFigures): KpiRow["comparators"] =>
  (["england", "region", "neighbours"] as const).flatMap((kind) => {
    const cell = cells.get(kind);
    return cell ? [{ kind, cell }] : [];
  });

function decimalsOf({ cells, months }: RowFigures): number {
  const printed = [...cells.values(), ...months.map(({ cell }) => cell)]
    .filter((cell) => cell.value !== null)
    .map((cell) => cell.decimals);
  return Math.min(MOST_DECIMALS, Math.max(0, ...printed));
}

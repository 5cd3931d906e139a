import type { Finding } from "../../check/finding";
import type { Polarity } from "../../../src/kpi/polarity";
import { targetOf, type ReadTarget } from "../../../src/kpi/read-target";
import type { Unit } from "../../../src/kpi/unit";
import { isSameMeasure } from "../kpi-sheet/identity/identify";
import type { BoardKpi, BoardNote, BoardSheet } from "./board-file";
import { boardFinding, type BoardRuleId } from "./board-rules";
import { isRatedAlike } from "./rated-alike";
import { kpiFinder, type FoundKpi, type KnownKpis } from "./find-kpi";
import type { Boards, PlacedKpi, PlacedNote, PlacedTarget } from "./placed";

/** Tells what is wrong with a row. */
type Report = (rule: BoardRuleId, field: string | null) => void;

const bareName = (path: string): string =>
  path
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/, "");

/**
 * What the board of a sheet is called where there are several: as its file, as its sheet where a
 * file has several boards.
 */
function boardNames(sheets: readonly BoardSheet[]): (sheet: BoardSheet) => string | null {
  const boards = sheets.filter(({ kpis }) => kpis.length > 0);
  const files = new Set(boards.map(({ file }) => file)).size;
  return ({ file, sheet }) => {
    if (boards.length < 2) return null;
    const isAlone = boards.filter((one) => one.file === file).length < 2;
    if (isAlone) return bareName(file);
    return files < 2 ? sheet : `${bareName(file)}: ${sheet}`;
  };
}

/**
 * Which way the board wants a KPI: as it says, else as its targets do. Against the catalogue it
 * needs a reason; without one the KPI is not judged.
 */
function polarityOf(
  { polarity, polarityReason, targets }: BoardKpi,
  { entry }: FoundKpi,
  report: Report,
): Polarity | null {
  const said =
    polarity ??
    targets.flatMap(({ read }) => ("polarity" in read && read.polarity) || [])[0] ??
    null;
  const isContrary =
    said !== null &&
    said !== "neutral" &&
    entry !== null &&
    entry.polarity !== "neutral" &&
    entry.polarity !== said;
  if (!isContrary || polarityReason !== null) return said;
  report("B84", "Better when");
  return "neutral";
}

/** The unit that figures of the KPI have; null where nothing says. */
const unitOf = ({ unit }: BoardKpi, { entry, row }: FoundKpi): Unit | null =>
  row?.unit ?? entry?.unit ?? unit;

/** A bare number between 0 and 1 may be a fraction of a percentage. */
const fits = (read: ReadTarget, unit: Unit | null): boolean =>
  read.kind !== "value" ||
  unit === null ||
  (read.unit === null
    ? unit !== "percent" || read.value === 0 || Math.abs(read.value) >= 1
    : isSameMeasure(read.unit, unit));

function targetsOf(kpi: BoardKpi, found: FoundKpi, report: Report): PlacedTarget[] {
  const unit = unitOf(kpi, found);
  return kpi.targets.flatMap(({ read, words, from }): PlacedTarget[] => {
    const target = targetOf(read);
    if (target === null || !fits(read, unit)) {
      report("B85", "Target");
      return [];
    }
    return [{ target, words, from }];
  });
}

/** Whether the unit of a board may stand for the one that figures were read in. */
function unitFits({ unit }: BoardKpi, { entry, row }: FoundKpi): boolean {
  if (unit === null || (entry === null && row === null)) return true;
  if (entry !== null) return isSameMeasure(unit, entry.unit);
  return unit === row!.unit || (unit !== "percent" && row!.unit !== "percent");
}

function placeKpi(
  { board, ...kpi }: BoardKpi,
  found: FoundKpi,
  { sheet: { file, sheet }, name, report }: PlaceContext,
): PlacedKpi {
  const whole = { board, ...kpi };
  const isFitting = unitFits(whole, found);
  if (!isFitting) report("B85", "Unit");
  const baseline = kpi.baseline;
  const unit = unitOf(whole, found);
  const isBaselineFitting =
    baseline === null || baseline.unit === null || unit === null || baseline.unit === unit;
  if (!isBaselineFitting) report("B85", "Baseline");
  return {
    ...kpi,
    ...found,
    file,
    sheet,
    board: board || name,
    name: kpi.printedName ?? kpi.kpi,
    unit: isFitting ? kpi.unit : null,
    baseline: isBaselineFitting ? baseline : null,
    polarity: polarityOf(whole, found, report),
    targets: targetsOf(whole, found, report),
  };
}

interface PlaceContext {
  readonly sheet: BoardSheet;
  /** Name of the board that a row is on unless it names its own; null for the only one. */
  readonly name: string | null;
  readonly report: Report;
}

const folded = (text: string): string => text.trim().toLowerCase();

/** The KPI of a note: of its own board first, by what the board calls it. */
function kpiOfNote({ kpi, board }: BoardNote, kpis: readonly PlacedKpi[]): PlacedKpi | null {
  const of = kpis.filter((one) => board === "" || one.board === board);
  const name = folded(kpi);
  const by = (text: (one: PlacedKpi) => string | null): PlacedKpi | undefined =>
    of.find((one) => folded(text(one) ?? "") === name);
  return (
    by(({ kpi: typed }) => typed) ??
    by(({ printedName }) => printedName) ??
    by(({ number }) => number) ??
    by(({ id }) => id) ??
    by(({ entry }) => entry?.name ?? null) ??
    null
  );
}

/**
 * Boards with their KPIs under the ids of the catalogue and of the sheets, by their names. A KPI
 * that neither has gets an id of its name.
 */
export function placeBoards(
  sheets: readonly BoardSheet[],
  known: KnownKpis,
): { readonly boards: Omit<Boards, "printed">; readonly findings: readonly Finding[] } {
  const find = kpiFinder(known);
  const findings: Finding[] = [];
  const files = [...new Set(sheets.map(({ file }) => file))];
  const boardOf = boardNames(sheets);
  const kpis: PlacedKpi[] = [];
  const reportIn =
    ({ file, sheet }: BoardSheet, line: number): Report =>
    (rule, field) =>
      void findings.push(boardFinding(rule, { file, sheet, line, field }));
  for (const sheet of sheets)
    for (const kpi of sheet.kpis) {
      const report = reportIn(sheet, kpi.line);
      const context = { sheet, name: boardOf(sheet), report };
      const placed = placeKpi(kpi, find(kpi), context);
      const others = kpis.filter(({ id }) => id === placed.id);
      if (others.some(({ board }) => board === placed.board)) {
        report("B81", "KPI");
        continue;
      }
      if (others.length > 0 && !isRatedAlike(others[0], placed)) report("B86", null);
      kpis.push(placed);
    }
  const notes = sheets.flatMap((sheet) =>
    sheet.notes.flatMap((note): PlacedNote[] => {
      const of = kpiOfNote(note, kpis);
      if (of === null) reportIn(sheet, note.line)("B87", "KPI");
      return of === null
        ? []
        : [{ ...note, id: of.id, board: of.board, file: sheet.file, sheet: sheet.sheet }];
    }),
  );
  notes.sort((a, b) => a.period.end - b.period.end);
  return { boards: { kpis, notes, files }, findings };
}

import type { Finding } from "../../check/finding";
import { foldHeading, layoutsWith, type Layout } from "./layout";
import type { KpiSheetInput, SheetRow } from "./sheet";
import { sheetFinding } from "./sheet-rules";
import { isPeopleHeading } from "./tables/people-headings";
import { labelOf } from "./tables/label-words";
import { headingOf, isUnderstood } from "./tables/heading";

/** Rows at the top of a sheet in which headings are looked for. */
const SEARCHED = 30;
/** Fewer known headings are words by chance. */
const FEWEST = 2;

/** What each layout must have to be read, in the words of its headings. */
const NEEDED: Readonly<Record<Layout["id"], readonly string[]>> = {
  twelve_months: ["Indicator Name", "Metric", "Reporting Period"],
  board_paper: ["KPI", "Current value text", "Current period"],
  long: ["Indicator", "Period", "Value"],
  custom: [],
};

interface Seen {
  readonly line: number;
  /** Headings that are known; no other words are quoted, they may be a person's. */
  readonly known: readonly string[];
  readonly others: number;
  readonly cells: readonly string[];
}

const isKnown = (text: string, known: readonly Layout[]): boolean =>
  labelOf(text) !== null ||
  isUnderstood(headingOf(text)) ||
  known.some(({ headings }) => foldHeading(text) in headings);

function seenIn(row: SheetRow, line: number, layouts: readonly Layout[]): Seen {
  const cells = row
    .filter((cell): cell is string => typeof cell === "string" && cell.trim() !== "")
    .map((cell) => cell.trim().replace(/\s+/g, " "));
  const known = [...new Set(cells.filter((text) => isKnown(text, layouts)))];
  return { line, known, others: cells.length - known.length, cells };
}

const matches = ({ headings }: Layout, { cells }: Seen): number =>
  cells.filter((text) => foldHeading(text) in headings).length;

/**
 * The finding of a sheet that looks like a board and cannot be read: the known headings that were
 * seen, the nearest layout and what it lacks. Null where nothing in it looks like a board.
 */
export function unreadBoard({ file, sheet, rows }: KpiSheetInput): Finding | null {
  const layouts = layoutsWith({});
  const top = rows.slice(0, SEARCHED);
  if (top.some((row) => row.some((cell) => typeof cell === "string" && isPeopleHeading(cell))))
    return null;
  const best = top
    .map((row, i) => seenIn(row, i + 1, layouts))
    .reduce<Seen | null>(
      (most, one) => (most === null || one.known.length > most.known.length ? one : most),
      null,
    );
  if (best === null || best.known.length < FEWEST) return null;
  const nearest = layouts.reduce((near, one) =>
    matches(one, best) > matches(near, best) ? one : near,
  );
  const has = new Set(best.cells.map(foldHeading));
  const lacks = NEEDED[nearest.id].filter((heading) => !has.has(foldHeading(heading)));
  const finding = sheetFinding("B01", { file, sheet, line: best.line });
  const where = sheet === "" ? file : `sheet "${sheet}" of ${file}`;
  const others = best.others > 0 ? ` and others (${best.others})` : "";
  return {
    ...finding,
    message: `${finding.message} Known headings in row ${best.line} of ${where}: ${best.known.join(", ")}${others}. Nearest layout: ${nearest.name}${lacks.length > 0 ? `, which also has ${lacks.join(", ")}` : ""}.`,
  };
}

import type { Tolerance } from "../../../../src/kpi/tolerance";
import type { Unit } from "../../../../src/kpi/unit";
import { phrase } from "./fold";
import { filledIn, isFigure, textAt, type Grid } from "./grid";

/** How near a figure must be to its target for amber, as the key of the ratings says. */
export type RagKey =
  /** Within the tolerance of the KPI: the usual rule. */
  | { readonly near: "own" }
  /** Within so many points of a percentage, or per cent of the target. */
  | { readonly near: number; readonly of: "points" | "target" | "unsaid" }
  | { readonly near: "not_understood" };

const HEADING = /^(?:b?rag|colour|rating|status|performance)?(?: rating| status| colour)? ?key$/;
const COLOUR = /^(?:red|amber|yellow|green|blue)\b ?[-:=]? ?/;
const OWN = /\bwithin (?:the )?(?:agreed )?tolerance\b/;
const AMOUNT =
  /\b(?:within|up to|less than|no more than|under|by) (\d+(?:\.\d+)?) ?(%|per ?cent|pct|percentage points?|points?|pp|ppts?)(?: (?:of|off|from|below|under)(?: the)? target)?/;
/** So many rows below its heading a key goes on. */
const ROWS = 6;

/** Words of a key that say what amber, or yellow, is; those of the other colours say nothing more. */
function nearIn(text: string): RagKey | null {
  if (OWN.test(text)) return { near: "own" };
  const match = AMOUNT.exec(text);
  if (!match) return null;
  const unit = match[2];
  const isOfTarget = /(?:of|off|from) (?:the )?target/.test(match[0]);
  const of = /p/.test(unit) && !/^per ?cent|^pct/.test(unit) ? "points" : "unsaid";
  return { near: Number(match[1]), of: of === "unsaid" && isOfTarget ? "target" : of };
}

const textOfRow = (grid: Grid, row: number): string =>
  filledIn(grid, row)
    .map((at) => textAt(grid, row, at))
    .join(" ")
    .toLowerCase()
    .replace(/\s+/g, " ");

/** Rows of the key, its heading first; none where a sheet has no key. */
function keyRows(grid: Grid): number[] {
  const isHeading = (row: number): boolean =>
    filledIn(grid, row).length === 1 &&
    filledIn(grid, row).some((at) => HEADING.test(phrase(textAt(grid, row, at))));
  const heading = grid.rows.findIndex((_, row) => isHeading(row));
  if (heading < 0) return [];
  const isOfKey = (row: number): boolean =>
    filledIn(grid, row).length <= 2 &&
    filledIn(grid, row).every((at) => !isFigure(grid.rows[row][at]));
  const rows = [heading];
  let blanks = 0;
  for (let row = heading + 1; row < grid.rows.length && rows.length <= ROWS; row++) {
    const text = textOfRow(grid, row);
    if (text === "") blanks += 1;
    else if (!isOfKey(row)) break;
    else rows.push(row);
    if (blanks > 1) break;
  }
  return rows;
}

function keyIn(texts: readonly string[]): RagKey | null {
  const colours = texts.filter((text) => COLOUR.test(text));
  const amber = texts.find((text) => /^(?:amber|yellow)\b/.test(text));
  const near = amber ?? texts.find((text) => nearIn(text) !== null);
  if (near === undefined) return colours.length === 0 ? null : { near: "not_understood" };
  return nearIn(near.replace(COLOUR, "")) ?? { near: "not_understood" };
}

/**
 * The key of the ratings that a sheet prints beside its table, null where it prints none, and the
 * sheet without it: its rows are no KPIs.
 */
export function takeKey(grid: Grid): { readonly grid: Grid; readonly key: RagKey | null } {
  const rows = new Set(keyRows(grid));
  const key = keyIn([...rows].slice(1).map((row) => textOfRow(grid, row)));
  if (key === null) return { grid, key };
  return {
    grid: { ...grid, rows: grid.rows.map((cells, row) => (rows.has(row) ? [] : cells)) },
    key,
  };
}

/** The tolerance that a key gives a KPI without one of its own. */
export function toleranceBy(key: RagKey, unit: Unit): Tolerance | null {
  if (typeof key.near !== "number" || !("of" in key)) return null;
  const { near, of } = key;
  return unit === "percent" && of !== "target"
    ? { kind: "percentage_points", amount: near }
    : { kind: "percent_of_target", percent: near };
}

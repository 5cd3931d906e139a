import { phrase } from "./fold";
import { textAt, type Grid } from "./grid";
import type { Column } from "./columns";
import type { TableArea } from "./table-area";
import { kindSaid, type Kind } from "./kind-words";
import { headingText, isBlank, isSectionText } from "./row-kinds";

const COMPARED: ReadonlySet<Kind> = new Set(["england", "region", "neighbours"]);

const labelColumn = (columns: readonly Column[]): Column | undefined =>
  columns.find(({ label }) => label === "name" || label === "area");

const isCompared = (text: string): boolean => {
  const { kind, rest } = kindSaid(text);
  return kind !== null && COMPARED.has(kind) && rest === "";
};

/**
 * Whether lone texts name the KPIs of a table and the rows below each are areas: every lone text has
 * the same names below it, England or another comparator among them.
 */
export function haveKpisAbove(grid: Grid, area: TableArea, columns: readonly Column[]): boolean {
  const column = labelColumn(columns);
  if (column === undefined) return false;
  const blocks: string[][] = [];
  for (let row = area.headings + 1; row < area.end; row++) {
    if (isBlank(grid, row, area)) continue;
    const alone = headingText(grid, row, area);
    if (alone !== null) {
      if (isSectionText(alone)) blocks.push([]);
      continue;
    }
    if (blocks.length === 0) return false;
    blocks.at(-1)!.push(phrase(textAt(grid, row, column.at)));
  }
  const filled = blocks.filter((block) => block.length > 0);
  const [first = []] = filled;
  const own = first.filter((name) => !isCompared(name));
  return (
    filled.length > 1 &&
    own.length > 0 &&
    own.length < first.length &&
    new Set(first).size === first.length &&
    filled.every((block) => block.join("|") === first.join("|"))
  );
}

/** The columns of a table whose rows are areas. */
export const withAreas = (columns: readonly Column[]): readonly Column[] => {
  const at = labelColumn(columns)?.at;
  return columns.map((column) => (column.at === at ? { ...column, label: "area" } : column));
};

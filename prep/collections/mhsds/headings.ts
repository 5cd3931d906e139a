import { columnsOf, type MhsdsColumn, type MhsdsTable } from "./tables";

/** Research environments cut headings to so many characters. */
const CUT = 32;

const lower = (heading: string): string => heading.trim().toLowerCase();
/** A heading without what warehouses (` Pseudo`) and research environments (`_deid`) put behind it. */
const bare = (heading: string): string => heading.replace(/(?: pseudo|_deid)$/, "");

/** Every spelling of a column in lower case, the best one first. */
const spellings = ({ heading, aliases = [] }: MhsdsColumn): string[] =>
  [heading, ...aliases].map(lower);

/** Position of a spelling among headings (in lower case), or -1: as it is, cut short, or with a suffix. */
function positionOf(spelling: string, headings: readonly string[], exact: boolean): number {
  const forms: ((heading: string) => boolean)[] = [
    (heading) => heading === spelling,
    (heading) => heading === spelling.slice(0, CUT),
    (heading) => bare(heading) === spelling,
    (heading) => bare(heading) === spelling.slice(0, CUT),
  ];
  for (const form of exact ? forms.slice(0, 2) : forms) {
    const at = headings.findIndex(form);
    if (at !== -1) return at;
  }
  return -1;
}

/** Where the columns of a table are in a header: by position, the columns that are read. Order and case do not matter; other columns are passed over. */
export function columnsIn(
  table: MhsdsTable,
  header: readonly string[],
): ReadonlyMap<number, MhsdsColumn> {
  const headings = header.map(lower);
  const found = new Map<number, MhsdsColumn>();
  const names = new Set<string>();
  for (const column of columnsOf[table]) {
    if (column.insteadOf !== undefined && names.has(column.insteadOf)) continue;
    const at = spellings(column)
      .map((spelling) => positionOf(spelling, headings, column.exact ?? false))
      .find((position) => position !== -1 && !found.has(position));
    if (at === undefined) continue;
    found.set(at, column);
    names.add(column.name);
  }
  return found;
}

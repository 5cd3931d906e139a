import type { BoardTableRow } from "../messages";

const isOwn = ({ areaRole }: BoardTableRow): boolean => areaRole === "own";

/** The areas that a board has figures of, authorities before what covers them. */
export function areasIn(rows: readonly BoardTableRow[]): readonly string[] {
  const own = rows.filter(isOwn);
  const named = (of: readonly BoardTableRow[]): string[] => of.map(({ area }) => String(area));
  const isAuthority = ({ areaLevel }: BoardTableRow): boolean => areaLevel === "authority";
  return [
    ...new Set([
      ...named(own.filter(isAuthority)),
      ...named(own.filter((row) => !isAuthority(row))),
    ]),
  ];
}

/** The boards that rows are of, in order; none where there is one or none. */
export const boardsIn = (rows: readonly BoardTableRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ board }) => (board === undefined ? [] : [String(board)]))),
];

/** The rows of one of several boards; all where there is one or none. */
export const rowsOnBoard = (rows: readonly BoardTableRow[], board: string): BoardTableRow[] =>
  rows.filter(({ board: of }) => of === undefined || of === board);

/** The board of one area: its own figures, and those that it is compared with. */
export const boardOf = (rows: readonly BoardTableRow[], area: string): BoardTableRow[] =>
  rows.filter(({ area: of, forArea = of }) => forArea === area);

/**
 * The figures of all areas beside each other: authorities as such, what covers them as a line, and
 * England and the region as one of the authorities has them.
 */
export function besideEachOther(rows: readonly BoardTableRow[]): BoardTableRow[] {
  const levels = rows.filter(({ areaRole }) => areaRole === "england" || areaRole === "region");
  // Each KPI has its levels from the first area that has some.
  const from = new Map<unknown, unknown>();
  for (const { indicator, forArea } of levels)
    if (!from.has(indicator)) from.set(indicator, forArea);
  return [
    ...rows
      .filter(isOwn)
      .map((row) => ({ ...row, areaRole: row.areaLevel === "authority" ? "own" : "other" })),
    ...levels
      .filter(({ indicator, forArea }) => from.get(indicator) === forArea)
      .map((row) => ({ ...row, forArea: undefined })),
  ];
}

import type { Finding } from "../check/finding";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { authorityName } from "../reference/authorities";
import { authoritiesIn } from "../reference/authorities-in-text";
import type { BoardSheet } from "../sources/board-file/board-file";
import { boardFinding } from "../sources/board-file/board-rules";
import { sheetsOn } from "../sources/board-file/on-sheets";
import { placeBoards } from "../sources/board-file/place-boards";
import type { Boards } from "../sources/board-file/placed";
import { knownNames } from "../sources/kpi-sheet/identity/identify";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";

/** What boards say, and the KPI sheets as they want them. */
interface BoardsPlaced {
  readonly boards: Boards;
  readonly kpiSheets: readonly KpiSheet[];
  readonly findings: readonly Finding[];
}

/** Authorities that the name of a file names. */
const namedIn = (file: string): readonly string[] =>
  authoritiesIn(
    file
      .split("/")
      .at(-1)!
      .replace(/\.\w+$/, ""),
  );

/**
 * The boards of an authority over its KPI sheets. A board file that is named after another council
 * is left out whole.
 */
export function boardsOver(
  sheets: readonly BoardSheet[],
  kpiSheets: readonly KpiSheet[],
  { authority, catalogue }: { authority: string | null; catalogue: readonly CatalogueEntry[] },
): BoardsPlaced {
  const isOther = ({ file }: BoardSheet): boolean => {
    const named = namedIn(file);
    return authority !== null && named.length > 0 && !named.includes(authority);
  };
  const left = [...new Set(sheets.filter(isOther).map(({ file }) => file))].map((file) => {
    const finding = boardFinding("B89", { file, sheet: "", line: null });
    const names = namedIn(file).map(authorityName).join(", ");
    return { ...finding, message: `${finding.message} Its file name names ${names}.` };
  });
  const { boards: placed, findings } = placeBoards(
    sheets.filter((sheet) => !isOther(sheet)),
    {
      catalogue,
      names: knownNames(catalogue),
      rows: kpiSheets.flatMap(({ rows }) => rows.filter(({ place = null }) => place === null)),
    },
  );
  const boards = { ...placed, printed: kpiSheets };
  return { boards, kpiSheets: sheetsOn(boards, kpiSheets), findings: [...left, ...findings] };
}

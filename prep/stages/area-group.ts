import { NothingToBuild } from "../nothing-to-build";
import { authoritiesOn, ENGLAND, isInvented } from "../reference/authorities";
import { boardAreasToday } from "../reference/board-areas";

/** An area of several authorities. */
export interface AreaGroup {
  /** ODS code of a board, GSS code of a region or England; marked where authorities only touch it. */
  readonly code: string;
  readonly codeType: "ods" | "gss";
  readonly name: string;
  readonly level: "icb" | "region" | "country";
  readonly authorities: readonly string[];
}

/** An integrated care board; called after those that touch it where one lies in another too. */
function boardOf(code: string): AreaGroup | null {
  const rows = boardAreasToday().filter(({ board }) => board === code);
  if (rows.length === 0) return null;
  const isWhole = rows.every((row) => row.isWhole);
  const { name } = rows[0];
  return {
    code: isWhole ? code : `${code} touching`,
    codeType: "ods",
    name: isWhole ? name : `Councils touching ${name}`,
    level: "icb",
    authorities: rows.map(({ authority }) => authority),
  };
}

/**
 * The authorities of today of a board, a region or England. Throws `NothingToBuild` where there is
 * no such area.
 */
export function groupOf(given: string): AreaGroup {
  const current = authoritiesOn();
  const codes = (rows: typeof current): string[] =>
    [...new Set(rows.map(({ code }) => code))].sort();
  if (given.toLowerCase() === "england" || given === ENGLAND)
    return {
      code: ENGLAND,
      codeType: "gss",
      name: "England",
      level: "country",
      authorities: codes(current.filter((one) => !isInvented(one))),
    };
  const ofRegion = current.filter(
    ({ region, regionCode }) =>
      regionCode === given || region.toLowerCase() === given.toLowerCase(),
  );
  if (ofRegion.length > 0)
    return {
      code: ofRegion[0].regionCode,
      codeType: "gss",
      name: ofRegion[0].region,
      level: "region",
      authorities: codes(ofRegion),
    };
  const board = boardOf(given.toUpperCase());
  if (board) return board;
  throw new NothingToBuild(
    `"${given}" is no integrated care board, region or England. Give the ODS code of a board such as QVV, a region such as South West, or England.`,
  );
}

import text from "./authorities.csv";
import london from "./london.csv";
import { isInForce } from "./in-force";
import { readOnce, reference } from "./read-reference";

interface Authority {
  /** The Department for Education's three-digit number, leading zeros kept. */
  readonly code: string;
  /** Office for National Statistics (GSS) code; that of the invented authority is invented too. */
  readonly onsCode: string;
  readonly name: string;
  readonly regionCode: string;
  readonly region: string;
  /** The row holds from 1 April of this year; null where it is older than 2018. */
  readonly from: number | null;
  /** The row holds until 31 March of this year; null while no end is known. */
  readonly until: number | null;
}

/** GSS code of England. */
export const ENGLAND = "E92000001";

const yearOf = (cell: string): number | null => {
  if (cell === "") return null;
  if (!/^20\d\d$/.test(cell)) throw new Error(`"${cell}" is no year.`);
  return Number(cell);
};

const list = reference({
  file: "authorities.csv",
  text,
  columns: ["code", "ons_code", "name", "region_code", "region", "from", "until"],
  row: (cells): Authority => ({
    code: cells.code,
    onsCode: cells.ons_code,
    name: cells.name,
    regionCode: cells.region_code,
    region: cells.region,
    from: yearOf(cells.from),
    until: yearOf(cells.until),
  }),
});

/** Every English authority since 2018, those to come, and the invented ones of our samples. */
export const authorities = (): readonly Authority[] => list().rows;

/** The rows of those that there are on a day (since 1970-01-01), today where none is given. */
export const authoritiesOn = (day?: number): readonly Authority[] =>
  authorities().filter((one) => isInForce(one, day));

/** Whether an authority is one of our samples. */
export const isInvented = ({ name }: Pick<Authority, "name">): boolean =>
  name.endsWith(" (invented)");

const byCode = readOnce(
  () => new Map([...authorities()].reverse().map((authority) => [authority.code, authority])),
);
const byOnsCode = readOnce(
  () => new Map(authorities().map(({ onsCode, code }) => [onsCode, code])),
);

/**
 * True for the three-digit code of an English authority, today's or one abolished since 2018, and
 * for those that are invented.
 */
export const isKnownAuthority = (code: string): boolean => byCode().has(code);

/** Name of an authority by its three-digit code; the code itself where it is not known. */
export const authorityName = (code: string): string => byCode().get(code)?.name ?? code;

/**
 * Three-digit code of the authority that a GSS code was ever of, abolished ones included; null for
 * any other code.
 */
export const authorityEverOfGss = (onsCode: string): string | null =>
  byOnsCode().get(onsCode) ?? null;

/** Codes of the authorities of today. */
const current = readOnce(() => new Set(authoritiesOn().map(({ code }) => code)));

/**
 * The authority of a GSS code: its three-digit number; the code itself outside England; null for an
 * abolished authority
 * and any other code. A code that an authority had before its own changed stays its.
 */
export function authorityOfGss(onsCode: string): string | null {
  const code = authorityEverOfGss(onsCode);
  if (code !== null) return current().has(code) ? code : null;
  return /^[WSNLM]\d{8}$/.test(onsCode) && !onsCode.endsWith("99999999") ? onsCode : null;
}

/** Boroughs of London with the GSS code of their half of it. */
export const londonParts = reference({
  file: "london.csv",
  text: london,
  columns: ["code", "part_code"],
  row: ({ code, part_code: part }) => ({ code, part }),
});

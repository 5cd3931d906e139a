import { codeSets, type CodeSet } from "../../collections/mhsds/fields/code-sets";
import { MOST, OLDEST } from "../../collections/mhsds/read/read-value";
import type { MhsdsColumn } from "../../collections/mhsds/fields/fields";
import type { Dialect } from "../dialect";

const whole = (text: string, most: number, { matches }: Dialect): string => {
  const number = `TRY_CAST(regexp_replace(${text}, '[.]0*$', '') AS INT)`;
  return `CASE WHEN ${matches(text, "^[0-9]{1,9}([.]0*)?$")} AND ${number} <= ${most} THEN ${number} END`;
};

/** Midnight of British summer time as systems write it that keep world time: of the day before. */
const BRITISH_MIDNIGHT = "T23:00(:00([.]0+)?)?(Z|[+]00:?00)$";

/** A date as databases write it, with or without a time. */
export const printDay = (text: string, { matches, addDays }: Dialect): string => {
  const day = `TRY_CAST(substr(${text}, 1, 10) AS DATE)`;
  const told = addDays(day, `CASE WHEN ${matches(text, BRITISH_MIDNIGHT)} THEN 1 ELSE 0 END`);
  return `CASE WHEN ${matches(text, "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?$")} AND (${day} BETWEEN DATE '1900-01-01' AND DATE '2099-12-31' OR ${day} IN (DATE '2999-12-31', DATE '9999-12-31')) THEN ${told} END`;
};

const list = (codes: readonly string[], { text }: Dialect): string => codes.map(text).join(", ");

/**
 * A code of its set in the version of the submission, also where a spreadsheet wrote `5` or `5.0`
 * for `05`; codes that became another one are that.
 */
function printCode(text: string, { codes }: MhsdsColumn, dialect: Dialect): string {
  const set: CodeSet = codeSets[codes!];
  const now = [...set.valid, ...(set.other ?? []), ...(set.default ?? [])];
  const older = set.older ?? [];
  const written =
    codes === "Ethnicity"
      ? `CASE WHEN ${text} = '99' THEN ${text} ELSE substr(upper(${text}), 1, 1) END`
      : `upper(regexp_replace(${text}, '^([0-9]+)[.]0+$', '${dialect.name === "spark" ? "$1" : "\\1"}'))`;
  const isCode = (code: string): string =>
    older.length === 0
      ? `${code} IN (${list(now, dialect)})`
      : `(${code} IN (${list(now, dialect)}) OR (version < 6 AND ${code} IN (${list(older, dialect)})))`;
  const branches = [`WHEN ${isCode(written)} THEN ${written}`];
  if ([...now, ...older].some((code) => /^0\d+$/.test(code)))
    branches.push(`WHEN ${isCode(`('0' || ${written})`)} THEN '0' || ${written}`);
  const renamed = Object.entries(set.now ?? {}).map(
    ([code, to]) =>
      `WHEN ${written} = ${dialect.text(code)} AND version < 6 THEN ${dialect.text(to)}`,
  );
  return `CASE ${[...renamed, ...branches].join(" ")} END`;
}

/** The form of codes of organisations: three to eight capitals and digits, or three letters. */
export const isOrganisation = (text: string, { matches }: Dialect): string =>
  `(${matches(text, "^[A-Z0-9]{3,8}$")} AND ${matches(text, "[0-9]")} OR ${matches(text, "^[A-Z]{3}$")})`;

/** The value of a column's text, NULL where it is none of its kind. */
export function printValue(text: string, column: MhsdsColumn, dialect: Dialect): string {
  switch (column.kind) {
    case "id":
      return text;
    case "date":
      return printDay(text, dialect);
    case "age":
      return whole(text, OLDEST, dialect);
    case "flag":
      return `CASE WHEN lower(regexp_replace(${text}, '[.]0+$', '')) IN ('1', 'true', 'y', 'yes') THEN TRUE WHEN lower(regexp_replace(${text}, '[.]0+$', '')) IN ('0', 'false', 'n', 'no') THEN FALSE END`;
    case "organisation":
      return `CASE WHEN ${isOrganisation(`upper(${text})`, dialect)} THEN upper(${text}) END`;
    case "district":
      return `CASE WHEN ${dialect.matches(`upper(${text})`, "^[EJLMNSW][0-9]{8}$")} THEN upper(${text}) END`;
    case "code":
      return printCode(text, column, dialect);
    default:
      return whole(text, MOST, dialect);
  }
}

/** A number that is written in digits, for an order: by its length, then by its digits. */
export const asNumber = (id: string, order: "ASC" | "DESC"): string =>
  `length(regexp_replace(${id}, '^0+', '')) ${order}, regexp_replace(${id}, '^0+', '') ${order}`;

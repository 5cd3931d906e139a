import type { ByteDictionary } from "../../../scan/dictionary";
import { columnDamage, isIdLost } from "../../../scan/spreadsheet-damage";
import { columnsOf, type MhsdsTable } from "../fields/fields";
import { hasMeantCodes } from "../rules/damaged-columns";
import type { Values } from "./values";

/** Bytes that stand second in what a spreadsheet makes of a long number: `4.6E+18`, `4E+18`. */
const SECOND: ReadonlySet<number> = new Set([0x2e, 0x2c, 0x45, 0x65]);
const ZERO = 0x30;
/** A spreadsheet makes zeros of the digits behind the fifteenth. */
const LONG = 16;
/** So many tell whether all that are long were cut. */
const SAMPLE = 16;

/** Those of the ids from a code on that may be damaged: no text is made of the others. */
function suspects(ids: ByteDictionary, from: number): readonly string[] {
  const decoder = new TextDecoder();
  const [short, cut]: [string[], string[]] = [[], []];
  let isCut = true;
  for (let code = from; code < ids.size; code++) {
    const id = ids.bytes(code);
    if (SECOND.has(id[1])) short.push(decoder.decode(id));
    else if (id.length < LONG) continue;
    // One that keeps its last digit shows that none was cut.
    else if (id[id.length - 1] !== ZERO) isCut = false;
    else if (isCut && cut.length < SAMPLE) cut.push(decoder.decode(id));
  }
  return isCut ? [...short, ...cut] : short;
}

/** How many ids and codes of each column there are, before a file is read. */
export const sizesBefore = (table: MhsdsTable, values: Values): readonly number[] =>
  columnsOf[table].map((column) => values.of(table, column).size);

/**
 * Headings of the code columns to which a file has added codes that a spreadsheet changed, wherever
 * in the file they stand.
 */
export const changedCodeColumns = (
  table: MhsdsTable,
  values: Values,
  before: readonly number[],
): readonly string[] =>
  columnsOf[table].flatMap((column, i) => {
    if (column.kind !== "code") return [];
    const known = values.of(table, column);
    const added = Array.from({ length: known.size - before[i] }, (_, at) =>
      new TextDecoder().decode(known.bytes(before[i] + at)),
    );
    return hasMeantCodes(column, added) ? [column.heading] : [];
  });

/**
 * Headings of the id columns to which a file has added ids that can no longer be distinguished,
 * wherever in the file they stand.
 */
export const lostIdColumns = (
  table: MhsdsTable,
  values: Values,
  before: readonly number[],
): readonly string[] =>
  columnsOf[table].flatMap((column, i) => {
    if (column.kind !== "id") return [];
    const ids = suspects(values.of(table, column), before[i]);
    const codes = Int32Array.from(ids, (_, code) => code + 1);
    return isIdLost(columnDamage({ codes, dictionary: ["", ...ids] })) ? [column.heading] : [];
  });

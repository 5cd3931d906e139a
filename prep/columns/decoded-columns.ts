import type { DateYears } from "../calendar/read-day";
import { cached } from "./cached";
import { cleanIdentifier } from "./clean-identifier";
import type { RawTable } from "./raw-table";
import type { DateColumnVerdict } from "../../src/kpi/date-order";
import { judgeDates } from "./date-order";
import type { DayColumn, FlagColumn, IntegerColumn, TextColumn } from "./column";
import {
  decodeDays,
  decodeFlags,
  decodeIntegers,
  emptyText,
  mapText,
  takeText,
  type Decoded,
} from "./decode";

/** What a field of an education extract holds. */
export type FieldType =
  | "text"
  | "code"
  | "date"
  | "datetime"
  | "flag"
  | "integer"
  | "upn"
  | "uln"
  | "postcode"
  | "authority"
  | "urn"
  | "ukprn";

/** A field by its column name (lower case), with other spellings seen in files. */
export interface ColumnField {
  readonly column: string;
  readonly type: FieldType;
  readonly aliases?: readonly string[];
  /** A date of birth. */
  readonly birth?: true;
  /** How the file's specification writes it. */
  readonly tag: string;
  /** True for the values that may go on into the star; none where it is not given. */
  readonly isKnown?: (value: string) => boolean;
}

/**
 * The columns of a table, cleaned and decoded when they are first asked for. Absent fields are
 * columns of "no value".
 */
export interface DecodedColumns {
  text(column: string): TextColumn;
  /**
   * A column of codes or numbers of institutions and authorities with only the values that may go
   * on into the star.
   */
  code(column: string): TextColumn;
  day(column: string): DayColumn;
  flag(column: string): FlagColumn;
  integer(column: string): IntegerColumn;
  /**
   * Rows whose text could not be decoded to the field's type; the decoded column has "no value"
   * there.
   */
  invalid(column: string): Int32Array;
  /**
   * The date columns that are not read as they stand: `refuse`d whole, or read day first with
   * `caution`.
   */
  datesInDoubt(): readonly { readonly column: string; readonly verdict: "caution" | "refuse" }[];
  /** True when the file has the column at all. */
  has(column: string): boolean;
  /** The field's name as the file spells it. */
  spelling(column: string): string;
}

/**
 * How the text of a field is cleaned before anything looks at it (docs/reading-education.md):
 * identifiers and codes upper-cased, Excel's `.0` dropped.
 */
const cleaners: Partial<Record<FieldType, (value: string) => string>> = {
  code: cleanIdentifier,
  upn: (value) => cleanIdentifier(value).replace(/\s+/g, ""),
  uln: (value) => cleanIdentifier(value).replace(/\s+/g, ""),
  urn: cleanIdentifier,
  ukprn: cleanIdentifier,
  authority: (value) => cleanIdentifier(value).padStart(3, "0"),
  postcode: (value) => value.trim().toUpperCase().replace(/\s+/g, " "),
};

/**
 * The columns of some rows of a raw table, each once and in the table's order, by the fields that
 * are known of it. `yearsOf` tells where its years of two digits lie, once dates are asked for.
 */
export function decodedColumns(
  raw: RawTable,
  kept: Int32Array,
  known: readonly ColumnField[],
  yearsOf: () => DateYears | undefined,
): DecodedColumns {
  const fields = new Map(known.map((f) => [f.column, f]));
  const found = cached(
    (column) =>
      [column, ...(fields.get(column)?.aliases ?? [])].find((spelling) =>
        raw.columns.has(spelling),
      ) ?? null,
  );
  const text = cached((column): TextColumn => {
    const spelling = found(column);
    if (spelling === null) return emptyText(kept.length);
    const whole = raw.columns.get(spelling)!;
    const rows = kept.length === raw.rowCount ? whole : takeText(whole, kept);
    const type = fields.get(column)?.type;
    const clean = type && cleaners[type];
    return clean ? mapText(rows, clean) : rows;
  });
  const code = cached((column): TextColumn => {
    const { isKnown = () => false } = fields.get(column) ?? {};
    return mapText(text(column), (value) => (isKnown(value) ? value : ""));
  });
  let judged: ReadonlyMap<string, DateColumnVerdict> | null = null;
  const verdicts = (): ReadonlyMap<string, DateColumnVerdict> =>
    (judged ??= judgeDates(
      new Map(
        known
          .filter(({ type, column }) => type === "date" && found(column) !== null)
          .map(({ column }) => [column, text(column)]),
      ),
    ));
  const days = cached((column) =>
    decodeDays(
      text(column),
      verdicts().get(column) === "refuse",
      yearsOf()?.[fields.get(column)?.birth ? "births" : "events"],
    ),
  );
  const flags = cached((column) => decodeFlags(text(column)));
  const integers = cached((column) => decodeIntegers(text(column)));
  const decoders: Partial<Record<FieldType, (column: string) => Decoded<unknown>>> = {
    date: days,
    flag: flags,
    integer: integers,
  };
  const nothing = new Int32Array(0);
  return {
    text,
    code,
    day: (column) => days(column).column,
    flag: (column) => flags(column).column,
    integer: (column) => integers(column).column,
    invalid: (column) => decoders[fields.get(column)?.type ?? "text"]?.(column).invalid ?? nothing,
    datesInDoubt: () =>
      [...verdicts()].flatMap(([column, verdict]) =>
        verdict === "read" ? [] : [{ column, verdict }],
      ),
    has: (column) => found(column) !== null,
    spelling: (column) =>
      raw.spelling.get(found(column) ?? column) ?? fields.get(column)?.tag ?? column,
  };
}

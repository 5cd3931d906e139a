import { dayOf } from "../../calendar/day";
import { monthEnd } from "../../calendar/periods";
import { readDay } from "../../calendar/read-day";
import { MISSING } from "../../columns/column";
import { codeSets, type CodeSet } from "./code-sets";
import { fieldsOf, KEPT, type CodeTable } from "./code-table";
import { isDistrict, isOrganisation, readFlag, readInteger, readTime } from "./decode-value";
import type { FieldQuality } from "./extract";
import type { MhsdsRuleId } from "./mhsds-rules";
import { numbering } from "./numbering";
import type { Submissions } from "./submissions";
import type { MhsdsColumn } from "./tables";
import type { Tally } from "./tally";
import type { Values } from "./values";

/** How a value is sorted, as NHS England's reports of data quality do. */
const classes = ["valid", "other", "default", "invalid", "missing"] as const;
type QualityClass = (typeof classes)[number];
const CLASS = Object.fromEntries(classes.map((name, i) => [name, i])) as Readonly<
  Record<QualityClass, number>
>;

/** Columns that say whose row it is: read by the submissions. */
const ofPlace: ReadonlySet<string> = new Set([
  "monthNumber",
  "fileType",
  "effectiveFrom",
  "version",
]);

/** Dates before this day are slips of the pen. */
const EARLIEST = dayOf(1900, 1, 1);
const OLDEST = 120;
/** The most that 16 bits hold: more minutes than any contact has. */
const MOST = 32767;

/** What a distinct text becomes. */
interface Read {
  readonly value: number;
  readonly sort: QualityClass;
}

const none = (value: number): Read => ({ value, sort: "missing" });
const whole = (
  read: number | null,
  missing: number,
  isGood: (value: number) => boolean = () => true,
): Read =>
  read !== null && isGood(read)
    ? { value: read, sort: "valid" }
    : { value: missing, sort: "invalid" };

/** How a code is sorted; `isOld` for versions before 6. */
function sortOf(set: CodeSet, code: string, isOld: boolean): QualityClass {
  if (set.valid.includes(code) || (isOld && set.older?.includes(code))) return "valid";
  return set.other?.includes(code) ? "other" : set.default?.includes(code) ? "default" : "invalid";
}

/** The value without information of each kind. */
const missingOf = ({ kind }: MhsdsColumn): number =>
  kind === "date"
    ? MISSING
    : kind === "code" || kind === "organisation" || kind === "district"
      ? 0
      : -1;

/** Reads one distinct text of a column; `codeOf` numbers what goes on as text. */
function readValue(
  { kind, codes }: MhsdsColumn,
  text: string,
  isOld: boolean,
  codeOf: (text: string) => number,
): Read {
  if (kind === "date") return whole(readDay(text), MISSING, (day) => day >= EARLIEST);
  if (kind === "age") return whole(readInteger(text), -1, (years) => years <= OLDEST);
  if (kind === "integer") return whole(readInteger(text), -1, (number) => number <= MOST);
  if (kind === "time") return whole(readTime(text), -1);
  if (kind === "flag") return whole(readFlag(text), -1);
  const upper = text.toUpperCase();
  // The platform's word for an ethnic category that is not there, or is none.
  if (codes === "Ethnicity" && upper === "-1") return none(0);
  if (kind === "organisation" || kind === "district")
    return (kind === "district" ? isDistrict : isOrganisation)(upper)
      ? { value: codeOf(upper), sort: "valid" }
      : { value: 0, sort: "invalid" };
  const set: CodeSet = codeSets[codes!];
  const code = codes === "Ethnicity" && upper !== "99" ? upper.slice(0, 1) : upper;
  const sort = sortOf(set, code, isOld);
  return sort === "invalid" ? { value: 0, sort } : { value: codeOf(set.now?.[code] ?? code), sort };
}

const faultOf = ({ kind }: MhsdsColumn): MhsdsRuleId =>
  kind === "code"
    ? "MH10"
    : kind === "organisation" || kind === "district"
      ? "MH12"
      : kind === "age"
        ? "MH13"
        : "MH11";

/** The texts of the columns of codes, by their new codes. */
export type Texts = ReadonlyMap<string, readonly string[]>;

/** How often something was met, by submission, with the first row. */
interface Tellings {
  readonly counts: Int32Array;
  readonly rows: Int32Array;
}

const tellings = (submissions: number): Tellings => ({
  counts: new Int32Array(submissions),
  rows: new Int32Array(submissions),
});

function note({ counts, rows }: Tellings, submission: number, row: number): void {
  if (counts[submission]++ === 0) rows[submission] = row;
}

/** What the distinct texts of a column become: those of older versions first, then those of version 6, by code. */
interface ReadColumn {
  readonly size: number;
  readonly values: Int32Array;
  readonly sorts: Uint8Array;
  readonly texts: readonly string[];
}

function readColumn(column: MhsdsColumn, distinct: readonly string[]): ReadColumn {
  const { texts, of } = numbering();
  const missing = none(missingOf(column));
  const reads = [true, false].flatMap((isOld) =>
    distinct.map((text, code) => (code === 0 ? missing : readValue(column, text, isOld, of))),
  );
  return {
    size: distinct.length,
    values: Int32Array.from(reads, ({ value }) => value),
    sorts: Uint8Array.from(reads, ({ sort }) => CLASS[sort]),
    texts,
  };
}

/** What is told of the rows of one file. */
interface Told {
  readonly invalid: Tellings;
  readonly blank: Tellings;
  readonly late: Tellings;
}

/** Puts values in place of codes from one row to another, and counts how they are sorted. */
function decodeCells(
  cells: Int32Array,
  why: Uint8Array,
  submission: Int32Array,
  from: number,
  to: number,
  { size, values, sorts }: ReadColumn,
  isNew: Uint8Array,
  lastDay: Int32Array,
  sorted: Int32Array,
  { invalid, blank, late }: Told,
): void {
  const [INVALID, BLANK] = [CLASS.invalid, CLASS.missing];
  for (let row = from; row < to; row++) {
    if (why[row] !== KEPT) continue;
    const s = submission[row];
    const at = cells[row] + isNew[s] * size;
    const sort = sorts[at];
    const value = values[at];
    sorted[s * 5 + sort]++;
    cells[row] = value;
    if (sort === INVALID) note(invalid, s, row);
    else if (sort === BLANK) note(blank, s, row);
    else if (value > lastDay[s]) note(late, s, row);
  }
}

/**
 * Puts values in place of the codes of every field of the rows that are kept so far: days, whole numbers (-1: none), and new codes of texts.
 * What cannot be read, or is not in its code set, becomes "no value" and is told with counts by file, field and provider. Returns the texts.
 */
export function decodeTable(
  table: CodeTable,
  values: Values,
  { all }: Submissions,
  tally: Tally,
  quality: FieldQuality[],
): Texts {
  const texts = new Map<string, readonly string[]>();
  const submission = table.column("submission");
  const isNew = Uint8Array.from(all, ({ version }) => (version < 6 ? 0 : 1));
  const never = new Int32Array(all.length).fill(0x7fffffff);
  const lastDay = Int32Array.from(all, ({ month }) => monthEnd(month));
  for (const column of fieldsOf(table.table)) {
    if (ofPlace.has(column.name)) continue;
    const cells = table.column(column.name);
    const read = readColumn(column, values.of(table.table, column).strings());
    if (missingOf(column) === 0) texts.set(column.name, read.texts);
    const sorted = new Int32Array(all.length * classes.length);
    for (const { file, from, to, has } of table.files) {
      const told: Told = {
        invalid: tellings(all.length),
        blank: tellings(all.length),
        late: tellings(all.length),
      };
      decodeCells(
        cells,
        table.why,
        submission,
        from,
        to,
        read,
        isNew,
        column.past ? lastDay : never,
        sorted,
        told,
      );
      const tell = (rule: MhsdsRuleId, { counts, rows }: Tellings): void =>
        all.forEach(({ provider }, s) =>
          tally.addMany(
            rule,
            {
              file,
              table: table.table,
              field: column.heading,
              line: table.lines[rows[s]],
              provider,
            },
            counts[s],
          ),
        );
      tell(faultOf(column), told.invalid);
      if (column.mandatory && has.has(column.name)) tell("MH14", told.blank);
      tell("MH15", told.late);
    }
    all.forEach(({ provider, month, version, isLatest }, s) => {
      const [valid, other, byDefault, invalid, missing] = sorted.subarray(s * classes.length);
      if (
        !isLatest ||
        version < (column.since ?? 0) ||
        valid + other + byDefault + invalid + missing === 0
      )
        return;
      quality.push({
        provider,
        month,
        table: table.table,
        field: column.heading,
        valid,
        other,
        default: byDefault,
        invalid,
        missing,
      });
    });
  }
  return texts;
}

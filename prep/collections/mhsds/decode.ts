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
const CLASS = Object.fromEntries(classes.map((name, i) => [name, i])) as Readonly<Record<QualityClass, number>>;

/** Columns that say whose row it is: read by the submissions. */
const ofPlace: ReadonlySet<string> = new Set(["monthNumber", "fileType", "effectiveFrom", "version"]);

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
const whole = (read: number | null, missing: number, isGood: (value: number) => boolean = () => true): Read => (read !== null && isGood(read) ? { value: read, sort: "valid" } : { value: missing, sort: "invalid" });

/** How a code is sorted; `isOld` for versions before 6. */
function sortOf(set: CodeSet, code: string, isOld: boolean): QualityClass {
  if (set.valid.includes(code) || (isOld && set.older?.includes(code))) return "valid";
  return set.other?.includes(code) ? "other" : set.default?.includes(code) ? "default" : "invalid";
}

/** The value without information of each kind. */
const missingOf = ({ kind }: MhsdsColumn): number => (kind === "date" ? MISSING : kind === "code" || kind === "organisation" || kind === "district" ? 0 : -1);

/** Reads one distinct text of a column; `codeOf` numbers what goes on as text. */
function readValue({ kind, codes }: MhsdsColumn, text: string, isOld: boolean, codeOf: (text: string) => number): Read {
  if (kind === "date") return whole(readDay(text), MISSING, (day) => day >= EARLIEST);
  if (kind === "age") return whole(readInteger(text), -1, (years) => years <= OLDEST);
  if (kind === "integer") return whole(readInteger(text), -1, (number) => number <= MOST);
  if (kind === "time") return whole(readTime(text), -1);
  if (kind === "flag") return whole(readFlag(text), -1);
  const upper = text.toUpperCase();
  // The platform's word for an ethnic category that is not there, or is none.
  if (codes === "Ethnicity" && upper === "-1") return none(0);
  if (kind === "organisation" || kind === "district") return (kind === "district" ? isDistrict : isOrganisation)(upper) ? { value: codeOf(upper), sort: "valid" } : { value: 0, sort: "invalid" };
  const set: CodeSet = codeSets[codes!];
  const code = codes === "Ethnicity" && upper !== "99" ? upper.slice(0, 1) : upper;
  const sort = sortOf(set, code, isOld);
  return sort === "invalid" ? { value: 0, sort } : { value: codeOf(set.now?.[code] ?? code), sort };
}

const faultOf = ({ kind }: MhsdsColumn): MhsdsRuleId => (kind === "code" ? "MH10" : kind === "organisation" || kind === "district" ? "MH12" : kind === "age" ? "MH13" : "MH11");

/** The texts of the columns of codes, by their new codes. */
export type Texts = ReadonlyMap<string, readonly string[]>;

/** How often something was met, by submission, with the first line. */
function counter(submissions: number): { readonly counts: Int32Array; readonly lines: Int32Array } {
  return { counts: new Int32Array(submissions), lines: new Int32Array(submissions) };
}

/**
 * Puts values in place of the codes of every field of the rows that are kept so far: days, whole numbers (-1: none), and new codes of texts.
 * What cannot be read, or is not in its code set, becomes "no value" and is told with counts by file, field and provider. Returns the texts.
 */
export function decodeTable(table: CodeTable, values: Values, { all }: Submissions, tally: Tally, quality: FieldQuality[]): Texts {
  const texts = new Map<string, readonly string[]>();
  const submission = table.column("submission");
  const isOld = Uint8Array.from(all, ({ version }) => (version < 6 ? 1 : 0));
  const lastDay = Int32Array.from(all, ({ month }) => monthEnd(month));

  function tell(rule: MhsdsRuleId, file: string, heading: string, { counts, lines }: ReturnType<typeof counter>): void {
    all.forEach(({ provider }, s) => tally.addMany(rule, { file, table: table.table, field: heading, line: lines[s], provider }, counts[s]));
  }

  for (const column of fieldsOf(table.table)) {
    if (ofPlace.has(column.name)) continue;
    const cells = table.column(column.name);
    const { texts: known, of } = numbering();
    const distinct = values.of(table.table, column).strings();
    const missing = missingOf(column);
    const eras = [false, true].map((old) => distinct.map((text, code) => (code === 0 ? none(missing) : readValue(column, text, old, of))));
    const valueOf = eras.map((reads) => Int32Array.from(reads, ({ value }) => value));
    const sortedAs = eras.map((reads) => Uint8Array.from(reads, ({ sort }) => CLASS[sort]));
    if (missing === 0) texts.set(column.name, known);
    const sorted = new Int32Array(all.length * classes.length);
    for (const { file, from, to } of table.files) {
      const [bad, blank, late] = [counter(all.length), counter(all.length), counter(all.length)];
      const note = ({ counts, lines }: typeof bad, s: number, row: number): void => {
        if (counts[s]++ === 0) lines[s] = table.lines[row];
      };
      for (let row = from; row < to; row++) {
        if (table.why[row] !== KEPT) continue;
        const s = submission[row];
        const era = isOld[s];
        const code = cells[row];
        const sort = sortedAs[era][code];
        const value = valueOf[era][code];
        sorted[s * 5 + sort]++;
        cells[row] = value;
        if (sort === CLASS.invalid) note(bad, s, row);
        else if (sort === CLASS.missing) note(blank, s, row);
        else if (column.past && value > lastDay[s]) note(late, s, row);
      }
      tell(faultOf(column), file, column.heading, bad);
      if (column.mandatory) tell("MH14", file, column.heading, blank);
      if (column.past) tell("MH15", file, column.heading, late);
    }
    all.forEach(({ provider, month, version, isLatest }, s) => {
      const counts = classes.map((_, i) => sorted[s * classes.length + i]);
      if (!isLatest || version < (column.since ?? 0) || counts.every((count) => count === 0)) return;
      const [valid, other, byDefault, invalid, blank] = counts;
      quality.push({ provider, month, table: table.table, field: column.heading, valid, other, default: byDefault, invalid, missing: blank });
    });
  }
  return texts;
}

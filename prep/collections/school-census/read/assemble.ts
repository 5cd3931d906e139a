import type { Gap } from "../../../indicators/gap";
import type { Day } from "../../../calendar/day";
import { censusDay } from "../../../calendar/census-day";
import { readDay, yearsAround } from "../../../calendar/read-day";
import {
  termIn,
  termIndexOf,
  termName,
  type TermIndex,
  type TermName,
} from "../../../calendar/terms";
import type { Finding, RowCount } from "../../../check/finding";
import { cleanIdentifier } from "../../../columns/clean-identifier";
import { findingOf } from "../../../check/run";
import { TextColumn } from "../../../columns/column";
import type { RawTable } from "../../../columns/raw-table";
import type { Census, CensusForm } from "./census";
import { censusTables, parentOf, type CensusTableName } from "../fields/fields";
import { readingRules } from "../rules/reading-rules";
import { bindCensus } from "./bind";
import type { AppendedTable, AppendedTables, LinkedTable, LinkedTables } from "./link";

/**
 * One column from the columns of several tables. Where they do not share their texts, each distinct
 * one of
 * each part is looked up once.
 */
function appendColumn(parts: readonly (TextColumn | undefined)[], starts: Int32Array): TextColumn {
  if (parts.length === 1) return parts[0]!;
  const codes = new Int32Array(starts[parts.length]);
  const texts = parts.find((part) => part !== undefined)!.texts;
  if (parts.every((part) => part === undefined || part.texts === texts)) {
    parts.forEach((part, p) => part && codes.set(part.codes, starts[p]));
    return new TextColumn(codes, texts);
  }
  const dictionary = [""];
  const codeOf = new Map<string, number>([["", 0]]);
  parts.forEach((part, p) => {
    if (!part) return;
    const recode = Int32Array.from(part.dictionary, (value) => {
      let code = codeOf.get(value);
      if (code === undefined) codeOf.set(value, (code = dictionary.push(value) - 1));
      return code;
    });
    for (let row = 0; row < part.length; row++) codes[starts[p] + row] = recode[part.codes[row]];
  });
  return new TextColumn(codes, dictionary);
}

function appendTables(
  parts: readonly LinkedTable[],
  parentStarts: readonly number[],
): AppendedTable {
  const starts = new Int32Array(parts.length + 1);
  parts.forEach(({ raw }, p) => (starts[p + 1] = starts[p] + raw.rowCount));
  const count = starts[parts.length];
  const [lines, parents] = [new Int32Array(count), new Int32Array(count)];
  const names = new Set<string>();
  const spelling = new Map<string, string>();
  parts.forEach(({ raw, parents: of }, p) => {
    lines.set(raw.lines, starts[p]);
    for (let row = 0; row < of.length; row++)
      parents[starts[p] + row] = of[row] < 0 ? -1 : of[row] + parentStarts[p];
    for (const name of raw.columns.keys()) names.add(name);
    for (const [name, spelt] of raw.spelling) if (!spelling.has(name)) spelling.set(name, spelt);
  });
  const columns = new Map(
    [...names].map((name) => [
      name,
      appendColumn(
        parts.map(({ raw }) => raw.columns.get(name)),
        starts,
      ),
    ]),
  );
  const raw: RawTable = {
    name: parts[0].raw.name,
    rowCount: count,
    columns,
    spelling,
    lines,
    parents: null,
  };
  return { raw, parents, parts, starts };
}

/** Puts the tables of several files or exports one after the other; parents follow. */
function appendLinked(list: readonly LinkedTables[]): AppendedTables {
  const appended: AppendedTables = {};
  for (const name of censusTables) {
    const having = list.filter((tables) => tables[name]);
    if (having.length === 0) continue;
    const above = parentOf[name];
    const before = new Map<LinkedTables, number>();
    let rows = 0;
    for (const tables of list) {
      before.set(tables, rows);
      rows += above === null ? 0 : (tables[above]?.raw.rowCount ?? 0);
    }
    appended[name] = appendTables(
      having.map((tables) => tables[name]!),
      having.map((tables) => before.get(tables)!),
    );
  }
  return appended;
}

/** What one file or export brings to the census of a term. */
export interface CensusPart {
  readonly form: CensusForm;
  readonly files: readonly string[];
  readonly authority: string | null;
  readonly year: number;
  readonly term: TermIndex;
  readonly referenceDate: Day;
  readonly linked: LinkedTables;
  /** Tables whose file breaks off; all of them where it is one file. */
  readonly brokenOff?: readonly CensusTableName[];
  /** Names with values that no item of the census has, by table, in small letters. */
  readonly strangers?: ReadonlyMap<string, readonly string[]>;
  /** What its files lack, by table, and by `table.column` where columns have a file of their own. */
  readonly gaps?: ReadonlyMap<string, readonly Gap[]>;
}

/** Terms as they are written in headers: AUT, SPR, SUM, or in full. */
const termOfCode: readonly (readonly [RegExp, TermName])[] = [
  [/^aut/i, "Autumn"],
  [/^spr/i, "Spring"],
  [/^sum/i, "Summer"],
];

/** The value that most rows of a column have. */
function usual(column: TextColumn | undefined): string | null {
  if (!column) return null;
  const counts = new Int32Array(column.dictionary.length);
  for (const code of column.codes) counts[code]++;
  let best = 0;
  for (let code = 1; code < counts.length; code++)
    if (best === 0 || counts[code] > counts[best]) best = code;
  return best === 0 || counts[best] === 0 ? null : column.dictionary[best];
}

/**
 * The part that linked tables make up, by their header; `named` is what the file names tell. Null
 * when nobody says which term it is of, or its reference date lies in another.
 */
export function censusPart(
  form: CensusForm,
  files: readonly string[],
  linked: LinkedTables,
  named: { year: number; term: TermName } | null,
): CensusPart | null {
  const header = linked.schoolcensus?.raw.columns;
  const [year, term, date, lea] = ["year", "term", "referencedate", "lea"].map((name) =>
    usual(header?.get(name)),
  );
  const told = termOfCode.find(([form_]) => form_.test(term ?? ""))?.[1] ?? named?.term;
  const inYear = year === null ? named?.year : Number(cleanIdentifier(year));
  if (told === undefined || inYear === undefined || !(inYear >= 2000 && inYear < 2100)) return null;
  const given = date === null ? null : readDay(date);
  const index = termIn(inYear, told);
  if (given !== null && termIndexOf(given) !== index) return null;
  const referenceDate = given ?? censusDay(inYear, told);
  return {
    form,
    files,
    linked,
    authority: authorityIn(lea),
    year: inYear,
    term: index,
    referenceDate,
  };
}

/** The number of an authority, without a lost zero; null where it is none, as if it were not given. */
function authorityIn(lea: string | null): string | null {
  const number = lea === null ? "" : cleanIdentifier(lea).padStart(3, "0");
  return /^\d{3}$/.test(number) ? number : null;
}

interface AssembledCensus {
  readonly census: Census;
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

const needed: readonly CensusTableName[] = [
  "pupilonroll",
  "pupilnolongeronroll",
  "fsmperiod",
  "termlyexclusionsonroll",
  "termlyexclusionsoffroll",
  "termlysessiondetailsonroll",
  "termlysessiondetailsoffroll",
];

/** The tables that every census of a term has. */
const neededIn = (term: TermIndex): readonly CensusTableName[] => [
  ...needed,
  ...(termName(term) === "Spring" ? (["senneeds"] as const) : []),
];

/** Of one export nobody knows how much a broken file lacks, of files of schools how many schools. */
const brokenGap = (
  name: CensusTableName,
  broken: readonly CensusPart[],
  parts: readonly CensusPart[],
): Gap =>
  broken.some(({ form }) => form === "collect-csv") || parts.length === 1
    ? { kind: "unread", why: `The table ${name} was read only in part` }
    : {
        kind: "rows",
        eligible: parts.length,
        leftOut: broken.length,
        why: "files of schools were read only in part",
      };

/**
 * The gaps of the tables, with the files that break off, the tables that an export lacks, and the
 * columns that have files of their own.
 */
function gapsOfParts(
  gaps: ReadonlyMap<string, readonly Gap[]>,
  parts: readonly CensusPart[],
): ReadonlyMap<string, readonly Gap[]> {
  const all = new Map(gaps);
  const add = (name: string, more: readonly Gap[]): void =>
    void (more.length > 0 && all.set(name, [...(all.get(name) ?? []), ...more]));
  const wanted = neededIn(parts[0].term);
  // A table that lies elsewhere alone is no export of its own.
  const exported = parts.filter(({ form }) => form === "collect-csv");
  const exports = exported.some(({ linked }) => linked.pupilonroll)
    ? exported.filter(({ linked }) => linked.pupilonroll)
    : exported;
  for (const name of censusTables) {
    const broken = parts.filter(({ brokenOff = [] }) => brokenOff.includes(name));
    if (broken.length > 0) add(name, [brokenGap(name, broken, parts)]);
    if (wanted.includes(name) && exports.some(({ linked }) => !linked[name]))
      add(name, [{ kind: "unread", why: `The export has no ${name} table` }]);
  }
  for (const part of parts)
    if (part.form === "xml" || exports.includes(part))
      for (const [name, more] of part.gaps ?? []) add(name, more);
  return all;
}

/**
 * The parts by authority and term; one without a header table belongs to the only authority of its
 * term.
 */
function groupsOf(parts: readonly CensusPart[]): Map<string, CensusPart[]> {
  const groups = new Map<string, CensusPart[]>();
  const withHeader = parts.filter(({ authority }) => authority !== null);
  const without = parts.filter(({ authority }) => authority === null);
  for (const part of [...withHeader, ...without]) {
    const known = withHeader.filter(({ term }) => term === part.term);
    const only = known.every(({ authority }) => authority === known[0].authority)
      ? known[0]
      : undefined;
    const key = `${part.authority ?? only?.authority ?? null} ${part.term}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key)!.push(part);
  }
  return groups;
}

function strangersIn(parts: readonly CensusPart[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const part of parts)
    for (const [table, more] of part.strangers ?? [])
      names.set(table, [...(names.get(table) ?? []), ...more]);
  return names;
}

/** One census for each authority and term, in their order, over all the parts that speak of it. */
export function assembleCensuses(parts: readonly CensusPart[]): AssembledCensus[] {
  const groups = groupsOf(parts);
  // The reader of many files tells a name once: it may stand in each of them.
  const strangers = strangersIn(parts);
  return [...groups.values()]
    .sort((a, b) => a[0].term - b[0].term)
    .map((group) => {
      const { tables, gaps, findings, rows } = bindCensus(
        appendLinked(group.map(({ linked }) => linked)),
        yearsAround(group[0].referenceDate),
      );
      const absent = new Set(
        censusTables.filter((name) => group.every(({ linked }) => !linked[name])),
      );
      const lacking = neededIn(group[0].term).filter((name) => absent.has(name));
      const missing = lacking.map((name) =>
        findingOf(
          readingRules.H04,
          name,
          { file: group[0].files[0], record: "", line: null, field: null },
          { message: `The export has no ${name} table; what it holds is not counted.` },
        ),
      );
      const { authority, year, term, referenceDate } = group[0];
      const census: Census = {
        forms: [...new Set(group.map(({ form }) => form))],
        files: group.flatMap(({ files }) => files),
        authority,
        year,
        term,
        referenceDate,
        tables,
        absent,
        strangers,
        gaps: gapsOfParts(gaps, group),
      };
      return { census, findings: [...missing, ...findings], rows };
    });
}

import { ageOn } from "../../../calendar/day";
import { monthEnd } from "../../../calendar/periods";
import { MISSING, TextColumn } from "../../../columns/column";
import { keepOne, rowIndex } from "../../../columns/row-index";
import { KEPT, keptRows, fileOf, ROW_NUMBER, type CodeTable } from "./code-table";
import { unknownIdentities } from "../fields/code-sets";
import { localPerson, type ReadyTable } from "./reduce";
import { anonymousProviders, type PersonMonths } from "./extract";
import { gather } from "../../../columns/rows";
import { columnsOfRows } from "./decode";
import { hasSubIcbs } from "./month-number";
import type { Submissions } from "./submissions";
import { numbering } from "../../../columns/numbering";
import { gpOfPerson, type ParentTable } from "./plans";
import type { Values } from "./values";
import { isNhsNumber } from "../../../check/identifiers/nhs-number";
import type { Tally } from "../rules/tally";

/** The rows of MHS001 that stay, before GP registrations and indicators are added. */
export interface KnownPeople extends ParentTable {
  readonly rows: Int32Array;
  readonly submission: Int32Array;
  readonly record: Int32Array;
  readonly person: Int32Array;
  readonly month: Int32Array;
  readonly provider: Int32Array;
  /** Birth days, where the extract has them; not part of what comes out. */
  readonly birth: Int32Array | null;
}

/** Reduces MHS001 and finds whose rows they are: Person_ID, else provider and local id. */
export function knownPeople(table: CodeTable, values: Values, { all }: Submissions): KnownPeople {
  const rows = keptRows(table);
  const { cells } = columnsOfRows(table, new Map(), rows);
  const [submission, record, person, patient] = [
    cells("submission"),
    cells("record"),
    cells("person"),
    cells("patient"),
  ];
  const local = localPerson(values);
  const isAnonymous = all.map(({ provider }) => anonymousProviders.has(provider));
  const month = new Int32Array(rows.length);
  const provider = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const s = submission[i];
    month[i] = all[s].month;
    provider[i] = all[s].providerCode;
    if (person[i] === 0 || isAnonymous[s]) person[i] = local(provider[i], patient[i]) || person[i];
  }
  const birth = table.files.some(({ has }) => has.has("birth")) ? cells("birth") : null;
  const columns: Readonly<Record<string, Int32Array>> = { submission, record };
  return {
    rows,
    submission,
    record,
    person,
    month,
    provider,
    birth,
    index: rowIndex([submission, record]),
    column: (name) => columns[name],
  };
}

/** For each row of people the row of MHS002 that says the person's GP in the month, or -1. */
function registrations(
  { table, texts, above }: ReadyTable,
  people: KnownPeople,
  values: Values,
): Int32Array {
  const practice = table.column("practice");
  const ended = table.column(gpOfPerson.notWith);
  const isNone = Uint8Array.from(texts.get("practice")!, (code) =>
    Number((gpOfPerson.notPractices as readonly string[]).includes(code)),
  );
  const open = new Uint8Array(table.rowCount);
  // A person without any id of a person is the record itself.
  const personOf = people.person.slice();
  for (let i = 0; i < personOf.length; i++) if (personOf[i] === 0) personOf[i] = -1 - i;
  const [person, month] = [new Int32Array(table.rowCount), new Int32Array(table.rowCount)];
  for (let row = 0; row < table.rowCount; row++) {
    if (table.why[row] !== KEPT || ended[row] !== MISSING || isNone[practice[row]] === 1) continue;
    open[row] = 1;
    person[row] = personOf[above[row]];
    month[row] = people.month[above[row]];
  }
  const records = values.domain("record");
  const numbers = table.column(ROW_NUMBER);
  keepOne(table.rowCount, [month, person], {
    isIn: (row) => open[row] === 1,
    drop: (row) => (open[row] = 0),
    compare: (a, b) =>
      records.compareAsNumbers(people.record[above[a]], people.record[above[b]]) ||
      numbers[b] - numbers[a],
  });
  const best = new Int32Array(open.reduce((sum, one) => sum + one, 0));
  for (let row = 0, at = 0; row < table.rowCount; row++) if (open[row] === 1) best[at++] = row;
  const index = rowIndex([gather(month, best), gather(person, best)]);
  const keys = [people.month, personOf];
  const found = new Int32Array(personOf.length).fill(-1);
  for (let i = 0; i < found.length; i++) {
    const at = index.find(keys, i);
    if (at !== -1) found[i] = best[at];
  }
  return found;
}

/** Where a text of a row is to be had: its code in a numbering, 0 where there is none. */
type Choice = (of: (text: string) => number) => (row: number) => number;

/**
 * The text of a column at the row that another array names (-1: none). Nothing where the table is
 * not there.
 */
function textAt(ready: ReadyTable | null, name: string, rowOf: Int32Array): Choice {
  if (!ready) return () => () => 0;
  const cells = ready.table.column(name);
  const texts = ready.texts.get(name)!;
  return (of) => {
    const codes = Int32Array.from(texts, of);
    return (row) => (rowOf[row] === -1 ? 0 : codes[cells[rowOf[row]]]);
  };
}

/** A text column of the first choice that has a value, row by row. */
function firstOf(length: number, ...choices: readonly Choice[]): TextColumn {
  const { texts, of } = numbering();
  const codeOf = choices.map((choice) => choice(of));
  const codes = new Int32Array(length);
  for (let row = 0; row < length; row++)
    for (let i = 0; i < codeOf.length && codes[row] === 0; i++) codes[row] = codeOf[i](row);
  return new TextColumn(codes, texts);
}

/**
 * Which records national counts use (1): of several of a person in a month the one of the highest
 * record number, whatever the others say.
 */
function oneNational(
  national: Int8Array,
  table: CodeTable,
  { rows, month, person, record }: KnownPeople,
  values: Values,
): Int8Array {
  const records = values.domain("record");
  const numbers = table.column(ROW_NUMBER);
  keepOne(rows.length, [month, person], {
    isIn: (i) => national[i] === 1 && person[i] !== 0,
    drop: (i) => (national[i] = 0),
    compare: (a, b) =>
      records.compareAsNumbers(record[a], record[b]) || numbers[rows[a]] - numbers[rows[b]],
  });
  return national;
}

interface PeopleTables {
  readonly mpi: ReadyTable;
  readonly gp: ReadyTable | null;
  readonly indicators: ReadyTable | null;
}

/**
 * People by month, with the area by GP practice or residence and the indicators of the same record.
 */
export function personMonths(
  { mpi, gp, indicators }: PeopleTables,
  people: KnownPeople,
  values: Values,
): PersonMonths {
  const { rows, month, provider, person, birth } = people;
  const { small, text } = columnsOfRows(mpi.table, mpi.texts, rows);
  const count = rows.length;
  const ageAtEnd = small("ageAtEnd");
  if (birth)
    for (let i = 0; i < count; i++)
      if (ageAtEnd[i] === -1 && birth[i] !== MISSING)
        ageAtEnd[i] = Math.max(-1, ageOn(birth[i], monthEnd(month[i])));
  const gpRow = gp ? registrations(gp, people, values) : new Int32Array(count).fill(-1);
  const indicatorRow = new Int32Array(count).fill(-1);
  if (indicators)
    for (const row of keptRows(indicators.table))
      if (indicators.above[row] !== -1) indicatorRow[indicators.above[row]] = row;
  const [subIcbOfGp, ccgOfGp, icbOfGp] = ["subIcb", "ccg", "icb"].map((name) =>
    textAt(gp, name, gpRow),
  );
  const [subIcb, ccg, icb] = ["subIcb", "ccg", "icb"].map((name) => textAt(mpi, name, rows));
  const isNewer = month.map((one) => Number(hasSubIcbs(one)));
  const byMonth =
    (newer: Choice, older: Choice): Choice =>
    (of) => {
      const [late, early] = [newer(of), older(of)];
      return (row) => (isNewer[row] === 1 ? late(row) : early(row));
    };
  const [identity, stated] = ["genderIdentity", "gender"].map((name) => textAt(mpi, name, rows));
  const told: Choice = (of) => identity((text) => (unknownIdentities.has(text) ? 0 : of(text)));
  const indicator = (name: string): TextColumn =>
    firstOf(count, textAt(indicators, name, indicatorRow));
  return {
    count,
    month,
    provider,
    person,
    ageAtEnd,
    national: oneNational(Int8Array.from(small("national")), mpi.table, people, values),
    district: text("district"),
    subIcb: firstOf(count, byMonth(subIcbOfGp, ccgOfGp), byMonth(subIcb, ccg)),
    icb: firstOf(count, icbOfGp, icb),
    gender: firstOf(count, told, stated, identity),
    ethnicity: text("ethnicity"),
    school: text("school"),
    lookedAfter: indicator("lookedAfter"),
    childProtection: indicator("childProtection"),
    youngCarer: indicator("youngCarer"),
    learningDisability: indicator("learningDisability"),
    autism: indicator("autism"),
  };
}

/**
 * Valid NHS numbers by code of a person; null where the extract has none, which is normal. Those
 * that are not valid are told, never shown.
 */
export function nhsNumbersOf(
  table: CodeTable,
  { rows, person, submission }: KnownPeople,
  { values, submissions: { all } }: { values: Values; submissions: Submissions },
  tally: Tally,
): readonly (string | null)[] | null {
  if (!table.files.some(({ has }) => has.has("nhsNumber"))) return null;
  const texts = values
    .domain("nhsNumber")
    .strings()
    .map((text) => (isNhsNumber(text) ? text.replace(/\D/g, "") : null));
  const cells = table.column("nhsNumber");
  const numbers: (string | null)[] = new Array<string | null>(values.domain("person").size).fill(
    null,
  );
  let found = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (cells[row] === 0) continue;
    const number = texts[cells[row]];
    if (number === null)
      tally.add("MH21", {
        file: fileOf(table, row).file,
        table: table.table,
        field: "NHSNumber",
        line: table.lines[row],
        provider: all[submission[i]].provider,
      });
    else {
      found++;
      if (person[i] !== 0) numbers[person[i]] = number;
    }
  }
  values.forget("nhsNumber");
  return found === 0 ? null : numbers;
}

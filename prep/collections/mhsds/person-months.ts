import { ageOn } from "../../calendar/day";
import { monthEnd } from "../../calendar/periods";
import { MISSING, TextColumn } from "../../columns/column";
import { keepOne, rowIndex } from "../../columns/row-index";
import { keptRows, type CodeTable } from "./code-table";
import { localPerson } from "./compose-ids";
import type { Texts } from "./decode";
import { anonymousProviders, type PersonMonths } from "./extract";
import { columnsOfRows } from "./gather";
import { hasSubIcbs } from "./month-number";
import { numbering } from "./numbering";
import { gpOfPerson } from "./plans";
import type { ParentTable } from "./run-plan";
import type { Submissions } from "./submissions";
import type { Values } from "./values";

/** A decoded table and the rows above its own. */
export interface ReadyTable {
  readonly table: CodeTable;
  readonly texts: Texts;
  readonly above: Int32Array;
}

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
  const [submission, record, person, patient] = [cells("submission"), cells("record"), cells("person"), cells("patient")];
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
  return { rows, submission, record, person, month, provider, birth, index: rowIndex([submission, record]), column: (name) => columns[name] };
}

/** For each row of people the row of MHS002 that says the person's GP in the month, or -1. */
function registrations({ table, texts, above }: ReadyTable, people: KnownPeople, values: Values): Int32Array {
  const found = new Int32Array(people.rows.length).fill(-1);
  const rows = keptRows(table).filter((row) => above[row] !== -1);
  const practice = table.column("practice");
  const ended = table.column(gpOfPerson.notWith);
  const isNone = texts.get("practice")!.map((code) => (gpOfPerson.notPractices as readonly string[]).includes(code));
  // A person without any id of a person is the record itself.
  const person = Int32Array.from(rows, (row) => people.person[above[row]] || -1 - above[row]);
  const month = Int32Array.from(rows, (row) => people.month[above[row]]);
  const chosen = new Uint8Array(rows.length).fill(1);
  const records = values.domain("record");
  const isOpen = (i: number): boolean => ended[rows[i]] === MISSING && !isNone[practice[rows[i]]];
  for (let i = 0; i < rows.length; i++) if (!isOpen(i)) chosen[i] = 0;
  keepOne(rows.length, [person, month], (i) => chosen[i] === 1, (i) => (chosen[i] = 0), (a, b) => records.compareAsNumbers(people.record[above[rows[a]]], people.record[above[rows[b]]]));
  const best = Int32Array.from(rows.keys()).filter((i) => chosen[i] === 1);
  const index = rowIndex([best.map((i) => person[i]), best.map((i) => month[i])]);
  const keys = [people.person.map((code, i) => code || -1 - i), people.month];
  for (let i = 0; i < found.length; i++) {
    const at = index.find(keys, i);
    if (at !== -1) found[i] = rows[best[at]];
  }
  return found;
}

/** A text column of the first choice that has a value, row by row. */
function firstOf(length: number, choices: readonly ((row: number) => string)[]): TextColumn {
  const { texts, of } = numbering();
  const codes = new Int32Array(length);
  for (let row = 0; row < length; row++)
    for (const choice of choices) {
      const text = choice(row);
      if (text === "") continue;
      codes[row] = of(text);
      break;
    }
  return new TextColumn(codes, texts);
}

/** The text of a column at the row that another array names; empty where that is -1 or the table is not there. */
const textAt = (ready: ReadyTable | null, name: string, rowOf: Int32Array): ((row: number) => string) => {
  if (!ready) return () => "";
  const cells = ready.table.column(name);
  const texts = ready.texts.get(name)!;
  return (row) => (rowOf[row] === -1 ? "" : texts[cells[rowOf[row]]]);
};

export interface PeopleTables {
  readonly mpi: ReadyTable;
  readonly gp: ReadyTable | null;
  readonly indicators: ReadyTable | null;
}

/** People by month, with the area by GP practice or residence and the indicators of the same record. */
export function personMonths({ mpi, gp, indicators }: PeopleTables, people: KnownPeople, values: Values): PersonMonths {
  const { rows, month, provider, person, birth } = people;
  const { small, text } = columnsOfRows(mpi.table, mpi.texts, rows);
  const count = rows.length;
  const ageAtEnd = small("ageAtEnd");
  if (birth) for (let i = 0; i < count; i++) if (ageAtEnd[i] === -1 && birth[i] !== MISSING) ageAtEnd[i] = Math.max(-1, ageOn(birth[i], monthEnd(month[i])));
  const gpRow = gp ? registrations(gp, people, values) : new Int32Array(count).fill(-1);
  const indicatorRow = new Int32Array(count).fill(-1);
  if (indicators) for (const row of keptRows(indicators.table)) if (indicators.above[row] !== -1) indicatorRow[indicators.above[row]] = row;
  const [subIcbOfGp, ccgOfGp, icbOfGp] = ["subIcb", "ccg", "icb"].map((name) => textAt(gp, name, gpRow));
  const [subIcb, ccg, icb] = ["subIcb", "ccg", "icb"].map((name) => textAt(mpi, name, rows));
  const byMonth = (newer: (row: number) => string, older: (row: number) => string) => (row: number): string => (hasSubIcbs(month[row]) ? newer(row) : older(row));
  const [identity, stated] = ["genderIdentity", "gender"].map((name) => textAt(mpi, name, rows));
  const indicator = (name: string): TextColumn => firstOf(count, [textAt(indicators, name, indicatorRow)]);
  return {
    count, month, provider, person, ageAtEnd,
    national: Int8Array.from(small("national")),
    district: text("district"),
    subIcb: firstOf(count, [byMonth(subIcbOfGp, ccgOfGp), byMonth(subIcb, ccg)]),
    icb: firstOf(count, [icbOfGp, icb]),
    gender: firstOf(count, [(row) => (["X", "Z"].includes(identity(row)) ? "" : identity(row)), stated, identity]),
    ethnicity: text("ethnicity"),
    school: text("school"),
    lookedAfter: indicator("lookedAfter"),
    childProtection: indicator("childProtection"),
    youngCarer: indicator("youngCarer"),
    learningDisability: indicator("learningDisability"),
    autism: indicator("autism"),
  };
}

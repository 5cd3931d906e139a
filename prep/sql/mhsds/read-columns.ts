import {
  columnsOf,
  mhsdsTables,
  type MhsdsColumn,
  type MhsdsTable,
} from "../../collections/mhsds/fields/fields";
import { formsOf } from "../../collections/mhsds/fields/headings";

/** Columns that a printed job does not read: no figure rests on them, and no fact has them. */
const UNUSED: ReadonlySet<string> = new Set([
  "nhsNumber",
  "school",
  "learningDisability",
  "autism",
  // The platform's own ids are asked for: a job runs where its tables lie.
  "localReferral",
  "localContact",
]);

/** A column as a job reads it. */
interface ReadColumn {
  readonly name: string;
  /** Its headings in lower case, the best one first. */
  readonly headings: readonly string[];
  /** Null for the number that the platform gives each row. */
  readonly column: MhsdsColumn | null;
}

/** Words of SQL that are names of ours. */
const WORDS: Readonly<Record<string, string>> = { start: "started", end: "ended" };

/** `receivedDate` as SQL writes it: `received_date`. */
export const sqlName = (name: string): string =>
  WORDS[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns of a table that a job reads; last the number of the row, which orders alike rows. */
export const readColumns = (table: MhsdsTable): readonly ReadColumn[] => [
  ...columnsOf[table]
    .filter(({ name }) => !UNUSED.has(name))
    .map((column) => ({ name: sqlName(column.name), headings: formsOf(column), column })),
  {
    name: "row_id",
    headings: [`${table.slice(0, 6)}UniqID`.toLowerCase()],
    column: null,
  },
];

/** `mhs101` of MHS101Referral. */
export const shortName = (table: MhsdsTable): string => table.slice(0, 6).toLowerCase();

/** The tables that a job reads, with their columns. */
export const readTableSteps = mhsdsTables.map((table) => ({
  table,
  short: shortName(table),
  columns: readColumns(table),
}));

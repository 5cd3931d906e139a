import type { Place } from "../../check/run";
import type { CensusTable } from "./census";

/** Names a place in a census table: its file, the record's key, the line and the field as the file spells it. Row -1 is the whole table. */
export const placeIn = (table: CensusTable, row: number, field: string | null): Place => ({
  file: table.file(row),
  record: row < 0 ? "" : table.record(row),
  line: row < 0 ? null : table.lines[row] || null,
  field: field === null ? null : table.spelling(field),
});

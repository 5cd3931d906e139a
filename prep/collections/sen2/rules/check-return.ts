import { runRules, type RulesResult, type Locate } from "../../../check/run";
import type { Sen2TableName } from "../fields/fields";
import type { Sen2Return } from "../read/return";
import type { Sen2Source } from "./source";
import { schoolsOfRecords } from "../model/schools-of-records";
import { sen2Rules } from "./sen2-rules";

/**
 * Names places in a return: its file, the record's key, the line and the field as the file spells
 * it.
 */
const placesIn =
  (ret: Sen2Return): Locate =>
  (name, row, field) => {
    const table = ret.tables[name as Sen2TableName];
    return {
      file: table.file,
      record: row < 0 ? "" : table.record(row),
      line: row < 0 ? null : table.lines[row],
      field: field === null ? null : table.spelling(field),
    };
  };

/** The same with the school of the record, where the return has one. */
export function placesWithSchools(ret: Sen2Return): Locate {
  const [locate, schoolOf] = [placesIn(ret), schoolsOfRecords(ret)];
  return (table, row, field) => {
    const school = schoolOf(table, row);
    return school === null ? locate(table, row, field) : { ...locate(table, row, field), school };
  };
}

/** Runs every rule on one return. */
export const checkReturn = (source: Sen2Source): RulesResult =>
  runRules(sen2Rules, source, placesIn(source.ret), schoolsOfRecords(source.ret));

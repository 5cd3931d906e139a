import type { TextColumn } from "../../../columns/column";
import type { PersonSource } from "../../../protect/people";
import type { Sen2Return } from "../read/return";

const currentGender: Readonly<Record<string, number>> = { "1": 0, "2": 1 };

/** Sex by row as an index into `sexes`, -1 where neither says it: Sex (2024 on), else GenderCurrent (2023). */
function sexByRow({ tables: { person } }: Sen2Return): Int8Array {
  const [sex, gender] = [person.text("sex"), person.text("gendercurrent")];
  const indexOf = (column: TextColumn, read: (value: string) => number): number[] =>
    column.dictionary.map((value) => read(value));
  const bySex = indexOf(sex, (value) => (value === "M" ? 0 : value === "F" ? 1 : -1));
  const byGender = indexOf(gender, (value) => currentGender[value] ?? -1);
  return Int8Array.from({ length: person.rowCount }, (_, row) =>
    bySex[sex.codes[row]] >= 0 ? bySex[sex.codes[row]] : byGender[gender.codes[row]],
  );
}

/** The people of a return. */
export function sen2People(ret: Sen2Return): PersonSource {
  const { person } = ret.tables;
  return {
    rowCount: person.rowCount,
    upn: person.text("upn"),
    uln: person.text("uniquelearnernumber"),
    surname: person.text("surname"),
    forename: person.text("forename"),
    birth: person.day("personbirthdate"),
    sex: sexByRow(ret),
    ethnicity: person.code("ethnicity"),
    postcode: person.text("postcode"),
    locate: (row) => ({
      table: "person",
      file: person.file,
      record: person.record(row),
      line: person.lines[row],
      field: null,
    }),
  };
}

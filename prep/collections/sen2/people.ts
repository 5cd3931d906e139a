import { isoOf } from "../../calendar/day";
import { textBuilder } from "../../columns/build";
import { MISSING, type TextColumn } from "../../columns/column";
import { upnFault } from "../../check/identifiers/upn";
import { ulnFault } from "../../check/identifiers/uln";
import type { PersonRecord } from "../../protect/link";
import type { PostcodeDirectory } from "../postcode-directory/directory";
import { ethnicityGroup } from "./code-sets";
import type { Sen2Return } from "./return";

export const sexes = ["M", "F", "not_recorded"] as const;
export const ethnicityGroups = ["white", "mixed", "asian", "black", "other", "not_stated", "not_recorded"] as const;

/** What is kept of each person after linkage: nothing that names them. By person key less one. */
export interface People {
  readonly count: number;
  /** Memory only: never part of the star. */
  readonly birth: Int32Array;
  /** Indexes into `sexes` and `ethnicityGroups`. */
  readonly sex: Uint8Array;
  readonly ethnicityGroup: Uint8Array;
  readonly ethnicity: TextColumn;
  readonly ward: TextColumn;
  readonly lsoa: TextColumn;
  readonly hasUpn: Uint8Array;
}

/** The records that people are linked by, return after return. Identifiers that fail their check link nobody. */
export function personRecords(returns: readonly Sen2Return[]): PersonRecord[] {
  return returns.flatMap(({ tables: { person } }) => {
    const valid = (column: TextColumn, fault: (value: string) => unknown): (string | null)[] => column.dictionary.map((value, code) => (code > 0 && fault(value) === null ? value : null));
    const [upn, uln] = [person.text("upn"), person.text("uniquelearnernumber")];
    const [validUpn, validUln] = [valid(upn, upnFault), valid(uln, ulnFault)];
    const [surname, forename, birth] = [person.text("surname"), person.text("forename"), person.day("personbirthdate")];
    return Array.from({ length: person.rowCount }, (_, row): PersonRecord => ({
      upn: validUpn[upn.codes[row]],
      uln: validUln[uln.codes[row]],
      surname: surname.at(row),
      forename: forename.at(row),
      birth: birth.at(row),
      place: `${person.file}: ${person.record(row)}`,
    }));
  });
}

const currentGender: Readonly<Record<string, number>> = { "1": 0, "2": 1 };

/** Sex by row as an index into `sexes`: Sex (2024 on), else GenderCurrent (2023). */
function sexByRow({ tables: { person } }: Sen2Return): Uint8Array {
  const [sex, gender] = [person.text("sex"), person.text("gendercurrent")];
  const indexOf = (column: TextColumn, read: (value: string) => number): number[] => column.dictionary.map((value) => read(value));
  const bySex = indexOf(sex, (value) => (value === "M" ? 0 : value === "F" ? 1 : 2));
  const byGender = indexOf(gender, (value) => currentGender[value] ?? 2);
  return Uint8Array.from({ length: person.rowCount }, (_, row) => (bySex[sex.codes[row]] < 2 ? bySex[sex.codes[row]] : byGender[gender.codes[row]]));
}

/**
 * Reads what is kept of each person: the newest value that a return gives. `personOf[r][row]` is the person (from 0) of each person row,
 * -1 where left out. A REFU or NOBT of a later return does not replace an ethnicity once given.
 */
export function readPeople(returns: readonly Sen2Return[], personOf: readonly Int32Array[], count: number, directory: PostcodeDirectory | null): People {
  const birth = new Int32Array(count).fill(MISSING);
  const sex = new Uint8Array(count).fill(sexes.indexOf("not_recorded"));
  const group = new Uint8Array(count).fill(ethnicityGroups.indexOf("not_recorded"));
  const hasUpn = new Uint8Array(count);
  const [ethnicity, ward, lsoa] = [textBuilder(count), textBuilder(count), textBuilder(count)];
  const stated = ethnicityGroups.indexOf("not_stated");
  returns.forEach((ret, r) => {
    const { person } = ret.tables;
    const [born, sexes_, upn, postcode, codes] = [person.day("personbirthdate").values, sexByRow(ret), person.text("upn"), person.text("postcode"), person.code("ethnicity")];
    const groups = codes.dictionary.map((code, i) => ethnicityGroups.indexOf(ethnicityGroup(i === 0 ? null : code) as (typeof ethnicityGroups)[number]));
    const upnIsValid = upn.dictionary.map((value, i) => i > 0 && upnFault(value) === null);
    const places = postcode.dictionary.map((value, i) => (i > 0 && directory ? directory.place(value) : null));
    for (let row = 0; row < person.rowCount; row++) {
      const who = personOf[r][row];
      if (who < 0) continue;
      if (born[row] !== MISSING) birth[who] = born[row];
      if (sexes_[row] < 2) sex[who] = sexes_[row];
      if (upnIsValid[upn.codes[row]]) hasUpn[who] = 1;
      const newGroup = groups[codes.codes[row]];
      if (newGroup <= stated && (newGroup < stated || group[who] >= stated)) {
        group[who] = newGroup;
        ethnicity.set(who, codes.at(row));
      } else if (group[who] > stated) ethnicity.set(who, codes.at(row));
      const place = places[postcode.codes[row]];
      if (place) {
        ward.set(who, place.ward);
        lsoa.set(who, place.lsoa);
      }
    }
  });
  return { count, birth, sex, ethnicityGroup: group, ethnicity: ethnicity.column(), ward: ward.column(), lsoa: lsoa.column(), hasUpn };
}

/** Year and month of birth as text, `2014-05`; only for a person dimension that the configuration asks to have it. */
export function birthMonths(birth: Int32Array): TextColumn {
  const builder = textBuilder(birth.length);
  for (let person = 0; person < birth.length; person++) if (birth[person] !== MISSING) builder.set(person, isoOf(birth[person]).slice(0, 7));
  return builder.column();
}


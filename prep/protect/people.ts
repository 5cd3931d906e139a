import { isoOf } from "../calendar/day";
import { textBuilder } from "../columns/build";
import { MISSING, TextColumn, type DayColumn } from "../columns/column";
import { evaluateTexts } from "../columns/evaluate";
import { columns } from "../columns/expression";
import { everyRow } from "../columns/rows";
import { ulnFault } from "../check/identifiers/uln";
import { upnFault } from "../check/identifiers/upn";
import type { RecordPlace } from "../check/run";
import { ethnicityGroupOf, ethnicityGroups } from "./ethnicity-group";
import type { PersonRecord } from "./link";

export const sexes = ["M", "F"] as const;

/** The rows of a table that are people, with what they are linked by and what is kept of them. */
export interface PersonSource {
  readonly rowCount: number;
  readonly upn: TextColumn;
  readonly uln: TextColumn;
  readonly surname: TextColumn;
  readonly forename: TextColumn;
  readonly birth: DayColumn;
  /** Index into `sexes` by row; -1 where it is not said. */
  readonly sex: Int8Array;
  readonly ethnicity: TextColumn;
  readonly postcode: TextColumn;
  /** Where a row stands, for findings. */
  readonly locate: (row: number) => RecordPlace & { readonly table: string };
}

/** What is kept of each person after linkage: nothing that names them. By person key less one. */
export interface People {
  readonly count: number;
  /** Memory only: never part of the star. */
  readonly birth: Int32Array;
  /** Indexes into `sexes`; -1 where it is not known. */
  readonly sex: Int8Array;
  readonly ethnicity: TextColumn;
  readonly ward: TextColumn;
  readonly lsoa: TextColumn;
  /** The council's own area that the ward lies in. */
  readonly locality: TextColumn;
  /** National deciles of deprivation of the home, and of income deprivation affecting children. */
  readonly deprivation: TextColumn;
  readonly childDeprivation: TextColumn;
  /**
   * Memory only: authority of the latest postcode, a three-digit number, or a GSS code outside
   * England.
   */
  readonly home: TextColumn;
  readonly hasUpn: Uint8Array;
}

/** Where a postcode lies; null, or null in parts, where that is not known. */
export type PlaceOfPostcode = (postcode: string) => {
  readonly ward: string | null;
  readonly lsoa: string | null;
  readonly locality: string | null;
  readonly authority: string | null;
  readonly deprivation?: string | null;
  readonly childDeprivation?: string | null;
} | null;

/** By code of a column of identifiers: whether it is a valid one. */
const validCodes = (column: TextColumn, fault: (value: string) => unknown): boolean[] =>
  column.dictionary.map((value, code) => code > 0 && fault(value) === null);

/** Whether the UPN of each row is valid. */
export function validUpns({ upn }: Pick<PersonSource, "upn">): Uint8Array {
  const valid = validCodes(upn, upnFault);
  return Uint8Array.from(upn.codes, (code) => Number(valid[code]));
}

const placeText = ({ file, record }: RecordPlace): string => `${file}: ${record}`;

/**
 * The records that people are linked by, source after source. Identifiers that fail their check
 * link nobody.
 */
export function personRecords(sources: readonly PersonSource[]): PersonRecord[] {
  return sources.flatMap((source) => {
    const { upn, uln, surname, forename, birth } = source;
    const [upnIsValid, ulnIsValid] = [validCodes(upn, upnFault), validCodes(uln, ulnFault)];
    return Array.from({ length: source.rowCount }, (_, row): PersonRecord => ({
      upn: upnIsValid[upn.codes[row]] ? upn.at(row) : null,
      uln: ulnIsValid[uln.codes[row]] ? uln.at(row) : null,
      surname: surname.at(row),
      forename: forename.at(row),
      birth: birth.at(row),
      place: placeText(source.locate(row)),
    }));
  });
}

const q = columns({ ethnicity: "text" });
const groupOf = ethnicityGroupOf(q.ethnicity);

/** The group of each text of a column of ethnicities, as an index into `ethnicityGroups`. */
function groupsOfTexts({ texts, dictionary }: TextColumn): Int32Array {
  const ethnicity = new TextColumn(everyRow(dictionary.length), texts);
  const { values, groups } = evaluateTexts(groupOf, {
    count: dictionary.length,
    columns: { ethnicity },
  })!;
  const places = values.map((value) => ethnicityGroups.findIndex((group) => group === value));
  return Int32Array.from(groups, (group) => places[group]);
}

/**
 * Reads what is kept of each person: the value of the last source that gives one.
 * `personOf[s][row]` is the person (from 0) of each row of
 * source s, -1 where left out. A REFU or NOBT of a later source does not replace an ethnicity once
 * given.
 */
export function readPeople(
  sources: readonly PersonSource[],
  personOf: readonly Int32Array[],
  count: number,
  placeOf: PlaceOfPostcode,
): People {
  const birth = new Int32Array(count).fill(MISSING);
  const sex = new Int8Array(count).fill(-1);
  const group = new Uint8Array(count).fill(ethnicityGroups.indexOf("not_recorded"));
  const hasUpn = new Uint8Array(count);
  const [ethnicity, ward, lsoa, locality, home, deprivation, childDeprivation] = Array.from(
    { length: 7 },
    () => textBuilder(count),
  );
  const stated = ethnicityGroups.indexOf("not_stated");
  sources.forEach((source, s) => {
    const {
      postcode,
      ethnicity: codes,
      birth: { values: born },
    } = source;
    const groups = groupsOfTexts(codes);
    const upnIsValid = validUpns(source);
    const places = postcode.dictionary.map((value, i) => (i > 0 ? placeOf(value) : null));
    for (let row = 0; row < source.rowCount; row++) {
      const who = personOf[s][row];
      if (who < 0) continue;
      if (born[row] !== MISSING) birth[who] = born[row];
      if (source.sex[row] >= 0) sex[who] = source.sex[row];
      if (upnIsValid[row]) hasUpn[who] = 1;
      const newGroup = groups[codes.codes[row]];
      if (newGroup <= stated && (newGroup < stated || group[who] >= stated)) {
        group[who] = newGroup;
        ethnicity.set(who, codes.at(row));
      } else if (group[who] > stated) ethnicity.set(who, codes.at(row));
      const place = places[postcode.codes[row]];
      if (place) {
        ward.set(who, place.ward);
        lsoa.set(who, place.lsoa);
        locality.set(who, place.locality);
        home.set(who, place.authority);
        deprivation.set(who, place.deprivation ?? null);
        childDeprivation.set(who, place.childDeprivation ?? null);
      }
    }
  });
  return {
    count,
    birth,
    sex,
    ethnicity: ethnicity.column(),
    ward: ward.column(),
    lsoa: lsoa.column(),
    locality: locality.column(),
    home: home.column(),
    deprivation: deprivation.column(),
    childDeprivation: childDeprivation.column(),
    hasUpn,
  };
}

/**
 * Year and month of birth as text, `2014-05`; only for a person dimension that the configuration
 * asks to have it.
 */
export function birthMonths(birth: Int32Array): TextColumn {
  const builder = textBuilder(birth.length);
  for (let person = 0; person < birth.length; person++)
    if (birth[person] !== MISSING) builder.set(person, isoOf(birth[person]).slice(0, 7));
  return builder.column();
}

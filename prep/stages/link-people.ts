import type { Finding, RowCount } from "../check/finding";
import { findingOf } from "../check/run";
import type { Collection, NamedPeople } from "../collections/collection";
import { fileFinding } from "../extracts/file-rules";
import { linkRules } from "../protect/link-rules";
import { linkageCounts, type LinkageCount } from "../protect/linkage-counts";
import { personRecords, readPeople, type People, type PlaceOfPostcode } from "../protect/people";
import { protectPeople } from "../protect/protect-people";
import type { PersonRecord } from "../protect/link";
import type { KeyedHash, Pseudonyms } from "../protect/pseudonym";
import type { Localities } from "../sources/localities/localities";
import type { SourceData } from "../sources/source-data";
import type { Loaded } from "./loaded";

/** How the account of rows names the returns together. */
export const ALL_RETURNS = "all returns";

/** The people of all extracts under one key each. */
export interface LinkedPeople {
  readonly people: People;
  readonly pseudonyms: Pseudonyms;
  /**
   * By the sources of people of a collection, in their order: person (from 0) of each row, -1 where
   * left out.
   */
  readonly personOf: (collection: Pick<Collection, "id">) => readonly Int32Array[];
  /** What a collection alone says of them. */
  readonly toldBy: (collection: Pick<Collection, "id">) => People;
  /**
   * Person (from 1) of a council's identifier, or of a pseudonym of an earlier build; 0 where
   * nobody has it.
   */
  readonly personWith: (kind: "upn" | "uln" | "pseudonym", identifier: string) => number;
  readonly linkage: readonly LinkageCount[];
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

/**
 * How far the look-up reaches: wards that people live in and that it does not have, with how many
 * live there.
 */
function withoutLocality({ ward, locality }: People, { file }: Localities): Finding[] {
  const wards = new Set<number>();
  let [people, placed] = [0, 0];
  ward.codes.forEach((code, person) => {
    if (code === 0) return;
    placed++;
    if (locality.codes[person] !== 0) return;
    people++;
    wards.add(code);
  });
  if (people === 0) return [];
  const all = ward.dictionary.length - 1;
  return [
    fileFinding(
      "F11",
      file,
      `${wards.size} of the ${all} wards that people live in are in no locality of the look-up: ${people} of ${placed} people with a ward count as not_recorded.`,
    ),
  ];
}

/** Looks people up by identifier; each kind of identifier is listed when it is first asked for. */
function lookUpPeople(
  records: readonly PersonRecord[],
  personOf: Int32Array,
  { pseudonyms }: Pseudonyms,
): LinkedPeople["personWith"] {
  const lists = new Map<string, ReadonlyMap<string, number>>();
  const listOf = (kind: "upn" | "uln" | "pseudonym"): ReadonlyMap<string, number> =>
    kind === "pseudonym"
      ? new Map(pseudonyms.map((pseudonym, key) => [pseudonym, key]))
      : new Map(
          records.flatMap((record, i) =>
            record[kind] === null || personOf[i] < 0
              ? []
              : [[record[kind], personOf[i] + 1] as const],
          ),
        );
  return (kind, identifier) => {
    let list = lists.get(kind);
    if (!list) lists.set(kind, (list = listOf(kind)));
    return list.get(identifier) ?? 0;
  };
}

interface PeopleOf extends NamedPeople {
  readonly collection: string;
}

/**
 * Links the people of all collections and gives them their keys. What an earlier collection of the
 * list says of a person counts before what a later one says.
 */
export function linkPeopleOfAll(
  loaded: readonly Loaded[],
  { optedOut, directory, localities }: Pick<SourceData, "optedOut" | "directory" | "localities">,
  hash: KeyedHash,
): LinkedPeople {
  const named: PeopleOf[] = loaded.flatMap(({ collection, extracts }) =>
    extracts.flatMap((extract) =>
      (collection.people?.(extract) ?? []).map((people) => ({
        ...people,
        collection: collection.id,
      })),
    ),
  );
  const sources = named.map(({ source }) => source);
  const records = personRecords(sources);
  const { personOf, pseudonyms, linkage } = protectPeople(records, hash, optedOut);
  let at = 0;
  const spans = named.map(({ name, source }) => ({
    source: name,
    from: at,
    to: (at += source.rowCount),
  }));
  const of = spans.map(({ from, to }) => personOf.slice(from, to));
  const indexesOf = (id: string): number[] =>
    named.flatMap(({ collection }, i) => (collection === id ? [i] : []));
  const count = pseudonyms.keyOf.length;
  const findings = linkage.conflicts.map(({ record }) => {
    const s = spans.findIndex(({ from, to }) => from <= record && record < to);
    const { table, ...place } = sources[s].locate(record - spans[s].from);
    return findingOf(linkRules.X04, table, place);
  });
  const placeOf = (postcode: string): ReturnType<PlaceOfPostcode> => {
    const place = directory?.place(postcode) ?? null;
    return (
      place && {
        ...place,
        locality: place.ward === null ? null : (localities?.of(place.ward) ?? null),
      }
    );
  };
  const lastFirst = [...loaded].reverse().flatMap(({ collection: { id } }) => indexesOf(id));
  const read = (indexes: readonly number[], place: PlaceOfPostcode): People =>
    readPeople(
      indexes.map((i) => sources[i]),
      indexes.map((i) => of[i]),
      count,
      place,
    );
  const people = read(lastFirst, placeOf);
  const counts = linkageCounts(records, linkage, personOf, spans);
  const out = counts.at(-1)!.optedOut;
  return {
    pseudonyms,
    people,
    personOf: ({ id }) => indexesOf(id).map((i) => of[i]),
    toldBy: ({ id }) => read(indexesOf(id), () => null),
    personWith: lookUpPeople(records, personOf, pseudonyms),
    linkage: counts,
    findings: [...findings, ...(localities ? withoutLocality(people, localities) : [])],
    rows: optedOut
      ? [
          {
            file: ALL_RETURNS,
            table: "person after the opt-out list",
            rowsIn: records.length,
            rowsOut: records.length - out,
            rowsRejected: out,
          },
        ]
      : [],
  };
}

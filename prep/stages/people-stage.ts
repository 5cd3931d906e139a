import type { Finding, RowCount } from "../check/finding";
import { findingOf } from "../check/run";
import { describeTerm } from "../collections/school-census/describe-term";
import { censusPeople } from "../collections/school-census/people";
import type { CensusModel } from "../collections/school-census/model";
import { reportedElsewhere } from "../collections/sen2/rules/reported-elsewhere";
import { sen2People } from "../collections/sen2/people";
import type { Localities } from "../sources/localities/localities";
import type { Extracts } from "../extracts/extracts";
import { fileFinding } from "../extracts/file-rules";
import { describeReturn } from "../extracts/read-sen2";
import { linkageCounts, type LinkageCount } from "../protect/linkage-counts";
import { personRecords, readPeople, type People, type PlaceOfPostcode } from "../protect/people";
import { protectPeople } from "../protect/protect-people";
import type { PersonRecord } from "../protect/link";
import type { KeyedHash, Pseudonyms } from "../protect/pseudonym";
import type { Chosen } from "./choose-extracts";

/** The people of all extracts under one key each. */
export interface LinkedPeople {
  readonly people: People;
  readonly pseudonyms: Pseudonyms;
  /** What SEN2 alone says of them. */
  readonly inSen2: People;
  /** By return: person (from 0) of each person row, -1 where left out. */
  readonly ofReturns: readonly Int32Array[];
  readonly ofCensuses: CensusModel["personOf"];
  /** Person (from 1) of a council's identifier, or of a pseudonym of an earlier build; 0 where nobody has it. */
  readonly personOf: (kind: "upn" | "uln" | "pseudonym", identifier: string) => number;
  readonly linkage: readonly LinkageCount[];
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

/** How far the look-up reaches: wards that people live in and that it does not have, with how many live there. */
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
): LinkedPeople["personOf"] {
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

/** Links the people of all returns and censuses and gives them their keys. What a SEN2 return says of a person counts before what a census says. */
export function peopleStage(
  { returns, censuses }: Pick<Chosen, "returns" | "censuses">,
  { optedOut, directory, localities }: Pick<Extracts, "optedOut" | "directory" | "localities">,
  hash: KeyedHash,
): LinkedPeople {
  const ofSen2 = returns.map((ret) => ({ name: describeReturn(ret), source: sen2People(ret) }));
  const ofPupils = censuses.flatMap((census) =>
    censusPeople(census).map((source, i) => ({
      name: `${describeTerm(census)}, ${i === 0 ? "on roll" : "no longer on roll"}`,
      source,
    })),
  );
  const named = [...ofSen2, ...ofPupils];
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
  const [ofReturns, pupils] = [of.slice(0, returns.length), of.slice(returns.length)];
  const count = pseudonyms.keyOf.length;
  const findings = linkage.conflicts.map(({ record }) => {
    const s = spans.findIndex(({ from, to }) => from <= record && record < to);
    const { table, ...place } = sources[s].locate(record - spans[s].from);
    return findingOf(reportedElsewhere.X04, table, place);
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
  const people = readPeople(
    [...sources.slice(returns.length), ...sources.slice(0, returns.length)],
    [...pupils, ...ofReturns],
    count,
    placeOf,
  );
  const personWith = lookUpPeople(records, personOf, pseudonyms);
  const counts = linkageCounts(records, linkage, personOf, spans);
  const out = counts.at(-1)!.optedOut;
  return {
    pseudonyms,
    people,
    inSen2: readPeople(sources.slice(0, returns.length), ofReturns, count, () => null),
    ofReturns,
    ofCensuses: censuses.map((_, c) => ({ onroll: pupils[2 * c], offroll: pupils[2 * c + 1] })),
    personOf: personWith,
    linkage: counts,
    findings: [...findings, ...(localities ? withoutLocality(people, localities) : [])],
    rows: optedOut
      ? [
          {
            file: "all returns",
            table: "person after the opt-out list",
            rowsIn: records.length,
            rowsOut: records.length - out,
            rowsRejected: out,
          },
        ]
      : [],
  };
}

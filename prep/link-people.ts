import { capped } from "./check/capped";
import type { Finding } from "./check/finding";
import { findingOf } from "./check/run";
import { censusPeople } from "./collections/school-census/people";
import type { CensusModel } from "./collections/school-census/model";
import { reportedElsewhere } from "./collections/sen2/rules/reported-elsewhere";
import { sen2People } from "./collections/sen2/people";
import type { Chosen } from "./choose-extracts";
import { personRecords, readPeople, type People, type PlaceOfPostcode } from "./protect/people";
import { protectPeople } from "./protect/protect-people";
import type { KeyedHash, Pseudonyms } from "./protect/pseudonym";

/** The people of all extracts under one key each. */
export interface LinkedPeople {
  readonly people: People;
  readonly pseudonyms: Pseudonyms;
  /** What SEN2 alone says of them. */
  readonly inSen2: People;
  /** By return: person (from 0) of each person row, -1 where left out. */
  readonly ofReturns: readonly Int32Array[];
  readonly ofCensuses: CensusModel["personOf"];
  readonly records: number;
  readonly optedOutRecords: number;
  readonly findings: readonly Finding[];
}

/** Links the people of all returns and censuses and gives them their keys. What a SEN2 return says of a person counts before what a census says. */
export function linkAllPeople({ returns, censuses }: Pick<Chosen, "returns" | "censuses">, hash: KeyedHash, optedOut: ReadonlySet<string> | null, placeOf: PlaceOfPostcode): LinkedPeople {
  const ofSen2 = returns.map(sen2People);
  const sources = [...ofSen2, ...censuses.flatMap(censusPeople)];
  const { personOf, pseudonyms, conflicts, optedOutRecords } = protectPeople(personRecords(sources), hash, optedOut);
  const starts = [0];
  for (const { rowCount } of sources) starts.push(starts.at(-1)! + rowCount);
  const of = sources.map((_, s) => personOf.slice(starts[s], starts[s + 1]));
  const [ofReturns, ofPupils] = [of.slice(0, returns.length), of.slice(returns.length)];
  const count = pseudonyms.keyOf.length;
  const clashes = conflicts.map(({ record }) => {
    const source = starts.findIndex((start, s) => start <= record && record < starts[s + 1]);
    const { table, ...place } = sources[source].locate(record - starts[source]);
    return findingOf(reportedElsewhere.X04, table, place);
  });
  return {
    pseudonyms,
    people: readPeople([...sources.slice(returns.length), ...ofSen2], [...ofPupils, ...ofReturns], count, placeOf),
    inSen2: readPeople(ofSen2, ofReturns, count, () => null),
    ofReturns,
    ofCensuses: censuses.map((_, c) => ({ onroll: ofPupils[2 * c], offroll: ofPupils[2 * c + 1] })),
    records: personOf.length,
    optedOutRecords,
    findings: capped(clashes),
  };
}

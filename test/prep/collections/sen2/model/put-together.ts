import {
  findCases,
  type Cases,
  type RepeatedRequest,
} from "../../../../../prep/collections/sen2/model/cases";
import {
  mergeCases,
  type Contradiction,
  type MergedCases,
} from "../../../../../prep/collections/sen2/model/merge";
import { defaultLimits } from "../../../../../prep/collections/sen2/model/limits";
import { sen2Model, type Sen2Model } from "../../../../../prep/collections/sen2/model/model";
import { sen2People } from "../../../../../prep/collections/sen2/model/people";
import { returnPeriod } from "../../../../../prep/collections/sen2/model/periods";
import { readPeople } from "../../../../../prep/protect/people";
import type { Sen2Return } from "../../../../../prep/collections/sen2/read/return";
import { makeReturn, type Row } from "../make-return";

const CENSUS: Readonly<Record<number, string>> = {
  2024: "2024-01-18",
  2025: "2025-01-16",
  2026: "2026-01-15",
};

/** A return of a year with people from plain rows. */
export const returnOf = (year: number, people: Row[]): Sen2Return =>
  makeReturn({
    header: { collection: "SEN2", year: String(year), referencedate: CENSUS[year], lea: "839" },
    people,
    file: `${year}.xml`,
  });

/** People by their position in the return: the n-th row is the n-th person in each. */
const byPosition = (returns: readonly Sen2Return[]): Int32Array[] =>
  returns.map(({ tables }) => Int32Array.from({ length: tables.person.rowCount }, (_, row) => row));

export function merged(
  returns: readonly Sen2Return[],
  until = Infinity,
): {
  cases: Cases;
  merged: MergedCases;
  contradictions: Contradiction[];
  repeated: RepeatedRequest[];
} {
  const { cases, repeated } = findCases(returns, byPosition(returns), until);
  return {
    cases,
    repeated,
    ...mergeCases(
      returns,
      returns.map((ret) => returnPeriod(ret, null)),
      cases,
      until,
    ),
  };
}

export function modelOf(returns: readonly Sen2Return[]): Sen2Model {
  const personOf = byPosition(returns);
  const people = readPeople(
    returns.map(sen2People),
    personOf,
    Math.max(...personOf.map(({ length }) => length)),
    () => null,
  );
  return sen2Model(returns, personOf, people, {
    authority: "839",
    asAt: null,
    limits: defaultLimits,
    register: null,
  });
}

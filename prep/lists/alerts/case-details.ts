import { ageOn, type Day } from "../../calendar/day";
import { MISSING } from "../../columns/column";
import { schoolsOf } from "../../collections/school-census/model/people";
import type { Place } from "../../places/places";
import type { Sen2Model } from "../../collections/sen2/model/model";
import type { CaseSource } from "../../stages/case-source";

/** Who and where a case is, as the council's own extracts say it. */
export interface CaseDetails {
  readonly upn: string | null;
  readonly uln: string | null;
  readonly surname: string | null;
  readonly forename: string | null;
  readonly age: number | null;
  /** File of the newest return that shows the case, and its records there. */
  readonly file: string;
  readonly personRecord: string;
  readonly requestRecord: string;
  readonly urn: string | null;
  readonly school: string | null;
}

/** Enrolment statuses of the school that a pupil is counted at: single and main registration. */
const COUNTED: readonly (string | null)[] = ["C", "M"];

/** The school that each person is on the roll of in the newest census, by person: where the registration is single or main, else any. */
function rolls({ censuses, ofCensuses, sources }: CaseSource): ReadonlyMap<number, Place> {
  const census = censuses.at(-1);
  if (census === undefined) return new Map();
  const schools = schoolsOf(census, sources.register);
  const { pupilonroll } = census.tables;
  const status = pupilonroll.code("enrolstatus");
  const found = new Map<number, Place>();
  ofCensuses.at(-1)!.onroll.forEach((person, row) => {
    if (person >= 0 && (COUNTED.includes(status.at(row)) || !found.has(person)))
      found.set(person, schools[pupilonroll.parent[row]]);
  });
  return found;
}

/** Reads who is meant by a case: identifiers from the newest return that has them, the school from its placement, else from the roll of the newest census. */
export function caseDetails(
  source: CaseSource,
  model: Sen2Model,
): (caseOf: number, setting: number, day: Day) => CaseDetails {
  const { cases, returns, merged, birth, settings } = model;
  const { observations, order, from } = cases;
  const onRoll = rolls(source);
  const newest = (c: number, column: string): string | null => {
    for (let i = from[c + 1] - 1; i >= from[c]; i--) {
      const { requests, person } = returns[observations.ret[order[i]]].tables;
      const value = person.text(column).at(requests.parent[observations.request[order[i]]]);
      if (value !== null) return value;
    }
    return null;
  };
  return (c, setting, day) => {
    const last = order[from[c + 1] - 1];
    const { requests, person } = returns[observations.ret[last]].tables;
    const row = observations.request[last];
    const born = birth[merged.person[c]];
    const place = settings.list[setting] ?? onRoll.get(merged.person[c]) ?? null;
    const establishment =
      place === null
        ? null
        : setting > 0
          ? settings.establishment(setting, day)
          : place.establishment;
    return {
      upn: newest(c, "upn"),
      uln: newest(c, "uniquelearnernumber"),
      surname: newest(c, "surname"),
      forename: newest(c, "forename"),
      age: born === MISSING ? null : ageOn(born, day),
      file: requests.file,
      personRecord: person.record(requests.parent[row]),
      requestRecord: requests.record(row),
      urn: establishment?.urn ?? place?.urn ?? null,
      school: establishment?.name ?? place?.code ?? null,
    };
  };
}

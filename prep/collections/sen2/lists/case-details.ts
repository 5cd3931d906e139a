import { ageOn, type Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import type { CaseSource } from "../../../lists/case-list";
import type { Sen2Model } from "../model/model";

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

/**
 * Reads who is meant by a case: identifiers from the newest return that has them, the school from
 * its placement, else from the roll of the newest census.
 */
export function caseDetails(
  { pupils }: Pick<CaseSource, "pupils">,
  model: Sen2Model,
): (caseOf: number, setting: number, day: Day) => CaseDetails {
  const { cases, returns, merged, birth, settings } = model;
  const { observations, order, from } = cases;
  const onRoll = pupils?.schoolOf();
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
    const place = settings.list[setting > 0 ? setting : (onRoll?.get(merged.person[c]) ?? 0)];
    const establishment =
      setting > 0 ? settings.establishment(setting, day) : (place?.establishment ?? null);
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

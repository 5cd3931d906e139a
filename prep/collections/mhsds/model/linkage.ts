import { cleanIdentifier } from "../../../columns/clean-identifier";
import type { LinkageTable } from "../../../sources/health-linkage";
import type { Mhsds } from "../read/extract";

/** Who of the mental health data is who in SEN2 and the school census. */
export interface HealthMatches {
  /**
   * Person (from 1) of SEN2 and the census by code of a person of the mental health data; 0 where
   * not linked.
   */
  readonly linked: Int32Array;
  /**
   * People of SEN2 and the census that the table names, whether or not the mental health data know
   * them: those who could be linked.
   */
  readonly couldBe: ReadonlySet<number>;
  readonly counts: {
    readonly pairs: number;
    readonly foundInSend: number;
    readonly foundInHealth: number;
    readonly linked: number;
  };
}

/**
 * Looks the pairs of a linkage table up on both sides. `personOf` gives the person (from 1) of a
 * council's identifier, 0 where it has none.
 */
export function matchPeople(
  data: Mhsds,
  table: LinkageTable,
  personOf: (identifier: string) => number,
): HealthMatches {
  const clean = (value: string): string => cleanIdentifier(value).replace(/\s+/g, "");
  const values: readonly (string | null)[] =
    table.health === "person_id" ? data.people() : (data.nhsNumbers ?? []);
  const codeOf = new Map<string, number>();
  values.forEach((value, code) => value !== null && value !== "" && codeOf.set(clean(value), code));
  const linked = new Int32Array(data.counts.people);
  const couldBe = new Set<number>();
  const counts = { pairs: table.pairs.length, foundInSend: 0, foundInHealth: 0, linked: 0 };
  for (const [health, send] of table.pairs) {
    const [code, person] = [codeOf.get(health) ?? 0, personOf(send)];
    if (person > 0) {
      counts.foundInSend++;
      couldBe.add(person);
    }
    if (code > 0) counts.foundInHealth++;
    if (person > 0 && code > 0) {
      linked[code] = person;
      counts.linked++;
    }
  }
  return { linked, couldBe, counts };
}

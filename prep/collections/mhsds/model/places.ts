import { authorityEverOfGss, authorityName, ENGLAND } from "../../../reference/authorities";
import { upperTierOf } from "../../../reference/districts";
import { byMonth } from "../../../columns/by-month";
import type { Mhsds, PersonMonths } from "../read/extract";
import type { MonthIndex } from "../../../calendar/periods";

/**
 * Who answers for the special educational needs of those who live in an area of an ONS code: a
 * three-digit authority number, `outside_england`, or `not_recorded`. A district counts for its
 * county.
 */
export function councilOf(onsCode: string): string {
  if (onsCode === "") return "not_recorded";
  if (!onsCode.startsWith("E")) return /^[NSW]/.test(onsCode) ? "outside_england" : "not_recorded";
  return authorityEverOfGss(upperTierOf(onsCode)) ?? "not_recorded";
}

/** An area whose people are counted. */
export interface HealthArea {
  readonly code: string;
  readonly type: "authority" | "ods" | "gss";
  readonly name: string;
  /** Who belongs to it, in words. */
  readonly footprint: string;
  /** By row of `PersonMonths`: 1 where someone with that home record belongs to it. */
  readonly members: Uint8Array;
}

/**
 * The areas that an extract is counted for: the authority by residence, where the extract says
 * where people live, and the integrated care board by
 * GP practice or residence. An extract without codes of boards is taken to be the board's own: then
 * everyone in it counts.
 */
export function healthAreas(
  { personMonths: people }: Mhsds,
  {
    authority,
    icb,
    isOfEngland,
  }: {
    readonly authority: string | null;
    readonly icb: string | null;
    /** Whether it is a national extract, of which everyone counts for England. */
    readonly isOfEngland: boolean;
  },
): HealthArea[] {
  const areas: HealthArea[] = [];
  const everyone = (): Uint8Array => new Uint8Array(people.count).fill(1);
  if (isOfEngland)
    areas.push({
      code: ENGLAND,
      type: "gss",
      name: "England",
      footprint: "Everyone in the extract",
      members: everyone(),
    });
  const membersOf = (codes: Int32Array, belongs: readonly boolean[]): Uint8Array =>
    Uint8Array.from(codes, (code) => Number(belongs[code]));
  if (authority !== null && people.district.dictionary.some((code) => code !== ""))
    areas.push({
      code: authority,
      type: "authority",
      name: authorityName(authority),
      footprint: `People who live in ${authorityName(authority)}`,
      members: membersOf(
        people.district.codes,
        people.district.dictionary.map((code) => councilOf(code) === authority),
      ),
    });
  if (icb !== null) {
    const told = people.icb.dictionary.some((code) => code !== "");
    areas.push({
      code: icb,
      type: "ods",
      name: icb,
      footprint: told
        ? `People of integrated care board ${icb} by GP practice, else by residence`
        : "Everyone in the extract",
      members: told
        ? membersOf(
            people.icb.codes,
            people.icb.dictionary.map((code) => code === icb),
          )
        : everyone(),
    });
  }
  return areas;
}

/**
 * For each person in a month the record that says where they live: the one that national counts use
 * (PatMRecInRP), which may be another
 * provider's; their own where no loaded record is it, as in an extract that holds some providers
 * only.
 */
export function homeRecords(
  people: PersonMonths,
  months: readonly MonthIndex[],
  peopleCount: number,
): Int32Array {
  const home = Int32Array.from({ length: people.count }, (_, row) => row);
  const national = new Int32Array(peopleCount);
  const { from, order } = byMonth(people.month, months);
  for (let m = 0; m < months.length; m++) {
    national.fill(-1);
    for (let i = from[m]; i < from[m + 1]; i++)
      if (people.national[order[i]] === 1 && people.person[order[i]] > 0)
        national[people.person[order[i]]] = order[i];
    for (let i = from[m]; i < from[m + 1]; i++) {
      const known = people.person[order[i]] > 0 ? national[people.person[order[i]]] : -1;
      if (known >= 0) home[order[i]] = known;
    }
  }
  return home;
}

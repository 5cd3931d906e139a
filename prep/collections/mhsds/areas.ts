import { authorityName } from "../../reference/authorities";
import { councilOf } from "./council";
import type { Mhsds } from "./extract";

/** An area whose people are counted. */
export interface HealthArea {
  readonly code: string;
  readonly type: "authority" | "ods";
  readonly name: string;
  /** Who belongs to it, in words. */
  readonly footprint: string;
  /** By row of `PersonMonths`: 1 where someone with that home record belongs to it. */
  readonly members: Uint8Array;
}

/**
 * The areas that an extract is counted for: the authority by residence, where the extract says where people live, and the integrated care board by
 * GP practice or residence. An extract without codes of boards is taken to be the board's own: then everyone in it counts.
 */
export function healthAreas(
  { personMonths: people }: Mhsds,
  { authority, icb }: { readonly authority: string | null; readonly icb: string | null },
): HealthArea[] {
  const areas: HealthArea[] = [];
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
        : new Uint8Array(people.count).fill(1),
    });
  }
  return areas;
}

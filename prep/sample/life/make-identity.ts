import { addMonths, civilOf, dayOf, type Day } from "../../calendar/day";
import type { Identity } from "../history";
import { ulnOf, upnOf } from "../identifiers";
import { nameOf } from "../names";
import { POSTCODES_PER_PLACE, postcodeOf, type SamplePlace } from "../places";
import type { Random } from "../random";

const ETHNICITIES: readonly (readonly [string, number])[] = [
  ["WBRI", 56],
  ["WENG", 8],
  ["WSCO", 1],
  ["WIRI", 1],
  ["WIRT", 0.5],
  ["WROM", 0.7],
  ["WOTH", 5],
  ["MWBC", 2.5],
  ["MWBA", 1.5],
  ["MWAS", 2],
  ["MOTH", 2.5],
  ["AIND", 2],
  ["APKN", 4],
  ["ABAN", 1.5],
  ["AOTH", 2],
  ["CHNE", 0.3],
  ["CHKC", 0.2],
  ["BCRB", 1.5],
  ["BAFR", 3],
  ["BSOM", 0.8],
  ["BOTH", 1],
  ["OOTH", 2],
  ["REFU", 0.5],
  ["NOBT", 1],
];

/** The birth day for an age on a day; one person in fifty is born on a leap day. */
function birthAt(random: Random, months: number, on: Day): Day {
  const birth = addMonths(on, -months) - random.int(0, 27);
  const { year } = civilOf(birth);
  return random.chance(0.02) && year % 4 === 0 && year % 100 !== 0 ? dayOf(year, 2, 29) : birth;
}

/** An age in months on a day, and the first and last day of the sample's returns. */
interface Aged {
  readonly months: number;
  readonly on: Day;
  readonly window: readonly [Day, Day];
  /** Where the council's people live. */
  readonly places: readonly SamplePlace[];
}

/**
 * Name, numbers and place of an invented person aged so many months on a day. About 92 in 100 have
 * a UPN throughout; the others
 * have only a ULN (from 16), or a UPN that becomes known between returns, or none at all and are
 * known by name and birth date.
 */
export function makeIdentity(
  random: Random,
  index: number,
  { months, on, window, places }: Aged,
): Identity {
  const birth = birthAt(random, months, on);
  const kind = random.weighted([
    ["upn", 92],
    ["uln", 3],
    ["later", 3],
    ["none", 2],
  ] as const);
  const onlyUln = kind === "uln" && addMonths(birth, 16 * 12) <= window[0];
  const never = onlyUln || kind === "none";
  return {
    ...nameOf(index),
    birth,
    sex: random.chance(0.72) ? "M" : "F",
    ethnicity: random.weighted(ETHNICITIES),
    postcode: postcodeOf(random.pick(places), random.int(0, POSTCODES_PER_PLACE - 1)),
    upn: upnOf(index, civilOf(birth).year + 4),
    upnKnown: never ? null : kind === "later" ? random.int(window[0], window[1]) : birth,
    uln: onlyUln ? ulnOf(index) : "",
    shouted: random.chance(0.05),
  };
}

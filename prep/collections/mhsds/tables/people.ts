import { textBuilder } from "../../../columns/build";
import type { TextColumn } from "../../../columns/column";
import { mapText, takeText } from "../../../columns/decode";
import { afterBy } from "../../../columns/row-order";
import { everyRow } from "../../../columns/rows";
import { mhPersonDimension } from "./fact-tables";
import type { StarData } from "../../../star/frame";
import type { Mhsds } from "../read/extract";
import { sexCodes } from "../fields/code-sets";
import { latestOfPerson } from "../read/plans";
import { councilOf } from "../model/places";
import { integers, orMissing, orNotRecorded, table } from "./columns";
import type { StarReferrals } from "./star-referrals";

/**
 * The people of the star's referrals, in the order of their pseudonyms, so that keys do not depend
 * on the order of the files.
 */
export interface StarPeople {
  readonly order: readonly { readonly code: number; readonly pseudonym: string }[];
  /** Key by code of a person. */
  readonly keyOf: ReadonlyMap<number, number>;
  /**
   * Row of `PersonMonths` that says where each person lives at last, in the same order; -1 where
   * none does.
   */
  readonly home: Int32Array;
}

export function keyPeople(
  { referralMonths: r, counts, providers, people: keysOf }: Mhsds,
  { rows, home }: StarReferrals,
  pseudonym: (key: string) => string,
): StarPeople {
  const present = new Uint8Array(counts.people);
  const latest = new Int32Array(counts.people).fill(-1);
  const isAfter = afterBy(latestOfPerson.highest, {
    month: (i) => r.month[rows[i]],
    provider: (i) => providers[r.provider[rows[i]]],
  });
  for (let i = 0; i < rows.length; i++) {
    const person = r.person[rows[i]];
    present[person] = 1;
    if (home[i] < 0) continue;
    if (latest[person] < 0 || isAfter(i, latest[person])) latest[person] = i;
  }
  const keys = keysOf();
  const codes = everyRow(counts.people).filter((person) => present[person] === 1);
  const order = Array.from(codes, (code) => ({ code, pseudonym: pseudonym(keys[code]) })).sort(
    (a, b) => (a.pseudonym < b.pseudonym ? -1 : a.pseudonym > b.pseudonym ? 1 : a.code - b.code),
  );
  return {
    order,
    keyOf: new Map(order.map(({ code }, i) => [code, i + 1])),
    home: Int32Array.from(order, ({ code }) => (latest[code] < 0 ? -1 : home[latest[code]])),
  };
}

/** Council of residence of some rows of `PersonMonths`. */
export const councilAt = ({ personMonths }: Mhsds, at: Int32Array): TextColumn =>
  orNotRecorded(takeText(mapText(personMonths.district, councilOf), at), (value) => value);

const sexOf = new Map<string, string>(sexCodes);

export function peopleTable(
  { personMonths: people, ...data }: Mhsds,
  { order, home }: StarPeople,
  linked: Int32Array | null,
): StarData {
  const names = textBuilder(order.length);
  order.forEach((one, i) => names.set(i, one.pseudonym));
  return table(mhPersonDimension, {
    mh_person_key: integers(order.length, (i) => i + 1),
    pseudonym: names.column(),
    sex: orNotRecorded(takeText(people.gender, home), (code) => sexOf.get(code) ?? null),
    ethnicity: takeText(people.ethnicity, home),
    council: councilAt({ personMonths: people, ...data }, home),
    sub_icb: takeText(people.subIcb, home),
    linked_person_key: integers(order.length, (i) => orMissing(linked?.[order[i].code] ?? 0)),
  });
}

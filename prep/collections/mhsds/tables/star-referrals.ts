import { latestRows, type MhsdsModel } from "../model/model";

/** Facts are kept for those whom SEND speaks of: up to 25 on receipt of the referral. */
export const OLDEST = 25;

/** What the tables of the star are made from. */
export interface MhsdsStar {
  readonly model: MhsdsModel;
  readonly sourceKey: number;
  /** By row of `PersonMonths`: 1 for home records of the area that the flags count. */
  readonly members: Uint8Array;
  /** Pseudonym of a key of `Mhsds.people`. */
  readonly pseudonym: (personKey: string) => string;
  /** Person key of SEN2 and the census by code of a person here; 0 where not linked. */
  readonly linked: Int32Array | null;
  /** The area that was asked for: rows of people who do not belong to it are left out. */
  readonly isOfArea: boolean;
  /** By code of a person: 1 for those who have opted out, who are left out. */
  readonly optedOut: Uint8Array | null;
}

/** The referrals of the star, by row. */
export interface StarReferrals {
  /** Rows of `ReferralMonths`: the latest of each referral. */
  readonly rows: Int32Array;
  /** Rows of `PersonMonths` that say where the people live, or -1. */
  readonly home: Int32Array;
  /** Key by code of a referral; 0 for those that are not in the star. */
  readonly keyOf: Int32Array;
}

/**
 * The referrals that enter the star, with their keys: of those who belong to the area that was
 * asked for, by where they live at last.
 */
export function starReferrals({
  model: { data, referrals },
  members,
  isOfArea,
  optedOut,
}: MhsdsStar): StarReferrals {
  const { referralMonths: r, counts } = data;
  const rows = latestRows(data).filter(
    (row) =>
      r.ageReceived[row] >= 0 &&
      r.ageReceived[row] <= OLDEST &&
      r.person[row] > 0 &&
      (!isOfArea || members[referrals.home[row]] === 1) &&
      !optedOut?.[r.person[row]],
  );
  const keyOf = new Int32Array(counts.referrals);
  rows.forEach((row, i) => (keyOf[r.referral[row]] = i + 1));
  return { rows, keyOf, home: rows.map((row) => referrals.home[row]) };
}

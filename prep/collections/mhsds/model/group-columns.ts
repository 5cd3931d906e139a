import { textBuilder } from "../../../columns/build";
import { TextColumn } from "../../../columns/column";
import { mapText, takeText } from "../../../columns/decode";
import { numberRows } from "../../../columns/rows";
import { sourceGroups } from "../fields/code-sets";
import { councilOf } from "./places";
import { anonymousProviders, type Mhsds } from "../read/extract";
import type { TeamsOfReferrals } from "./teams";

/** The ODS code of the provider of each row. */
export const byProvider = (
  providers: readonly string[],
  provider: Int32Array,
  rows: Int32Array,
): TextColumn => takeText(new TextColumn(provider, providers), rows);

/**
 * The sub-ICB location of GP practice or residence; of the anonymous providers the commissioner
 * (docs/counting-mental-health.md).
 */
function subIcbOf(
  { personMonths, referralMonths, providers }: Mhsds,
  home: Int32Array,
  referralMonth: Int32Array,
): TextColumn {
  const anonymous = Uint8Array.from(providers, (code) => Number(anonymousProviders.has(code)));
  const text = textBuilder(home.length);
  for (let i = 0; i < home.length; i++) {
    const referral = referralMonth[i];
    const code =
      referral >= 0 && anonymous[referralMonths.provider[referral]]
        ? referralMonths.commissioner.at(referral)
        : home[i] < 0
          ? null
          : personMonths.subIcb.at(home[i]);
    text.set(i, code);
  }
  return text.column();
}

const sourceGroupOf = (code: string): string => sourceGroups[code[0]] ?? "";

/** The values of some rows; -1 is no row. */
export const agesAt = (ages: ArrayLike<number>, rows: Int32Array): Int32Array =>
  numberRows(rows.length, (i) => (rows[i] < 0 ? -1 : ages[rows[i]]));

/**
 * Makers of the columns that say who the people of some rows are (there may be millions): `home[i]`
 * is the record that says where the person of row i lives, `referralMonth[i]` the row of the
 * referral. Councils are authority numbers, with districts rolled up to their county.
 */
export const personColumnsOf = (data: Mhsds, home: Int32Array, referralMonth: Int32Array) => ({
  sub_icb: () => subIcbOf(data, home, referralMonth),
  council: () => takeText(mapText(data.personMonths.district, councilOf), home),
  sex: () => takeText(data.personMonths.gender, home),
  ethnicity: () => takeText(data.personMonths.ethnicity, home),
});

/** And those that say what some rows of `ReferralMonths` are. */
export function referralColumnsOf(
  data: Mhsds,
  teams: TeamsOfReferrals,
  rows: Int32Array,
  home: Int32Array,
) {
  const { referralMonths: r, providers } = data;
  return {
    ...personColumnsOf(data, home, rows),
    provider: () => byProvider(providers, r.provider, rows),
    band_age: () => agesAt(r.ageReceived, rows),
    referral_reason: () => takeText(r.reason, rows),
    referral_source: () => takeText(mapText(r.source, sourceGroupOf), rows),
    team_type: () => takeText(teams.mainType, rows),
  };
}

import { textBuilder } from "../../../columns/build";
import { TextColumn } from "../../../columns/column";
import { mapText, takeText } from "../../../columns/decode";
import { numberRows } from "../../../columns/rows";
import { sourceGroups } from "../fields/code-sets";
import { councilOf } from "./places";
import { anonymousProviders, type Mhsds } from "../read/extract";

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

/**
 * The first team's type of each referral, the referral's own team before others: an index into the
 * dictionary of the team types, 0 where there is none.
 */
export function mainTeam({ referralMonths, referralTeams: teams }: Mhsds): Int32Array {
  const type = new Int32Array(referralMonths.count);
  for (let row = 0; row < teams.count; row++)
    if (type[teams.referralMonth[row]] === 0 || teams.main[row] === 1)
      type[teams.referralMonth[row]] = teams.type.codes[row];
  return type;
}

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
export function referralColumnsOf(data: Mhsds, rows: Int32Array, home: Int32Array) {
  const { referralMonths: r, providers, referralTeams } = data;
  return {
    ...personColumnsOf(data, home, rows),
    provider: () => byProvider(providers, r.provider, rows),
    band_age: () => agesAt(r.ageReceived, rows),
    referral_reason: () => takeText(r.reason, rows),
    referral_source: () => takeText(mapText(r.source, sourceGroupOf), rows),
    team_type: () => takeText(new TextColumn(mainTeam(data), referralTeams.type.dictionary), rows),
  };
}

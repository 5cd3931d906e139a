import { TextColumn } from "../../columns/column";
import type { Breakdown } from "../../indicators/definition";
import type { Mhsds } from "./extract";
import {
  byAge,
  byCouncil,
  byProvider,
  bySubIcb,
  byText,
  itself,
  sexOf,
  sourceGroupOf,
} from "./groups";

/** The first team's type of each referral, the referral's own team before others: an index into the dictionary of the team types, 0 where there is none. */
export function mainTeam({ referralMonths, referralTeams: teams }: Mhsds): Int32Array {
  const type = new Int32Array(referralMonths.count);
  for (let row = 0; row < teams.count; row++)
    if (type[teams.referralMonth[row]] === 0 || teams.main[row] === 1)
      type[teams.referralMonth[row]] = teams.type.codes[row];
  return type;
}

/** The breakdowns of some rows of `ReferralMonths`, each made when it is asked for; `home[i]` is the record that says where the person of row i lives. */
export function referralBreakdowns(
  data: Mhsds,
  rows: Int32Array,
  home: Int32Array,
): Readonly<Record<string, () => Breakdown>> {
  const { referralMonths: r, personMonths: people, providers, referralTeams } = data;
  return {
    provider: () => byProvider(providers, r.provider, rows),
    sub_icb: () => bySubIcb(data, home, rows),
    council: () => byCouncil(data, home),
    sex: () => byText(people.gender, home, sexOf),
    ethnicity: () => byText(people.ethnicity, home, itself),
    age_band: () => byAge(r.ageReceived, rows),
    referral_reason: () => byText(r.reason, rows, itself),
    referral_source: () => byText(r.source, rows, sourceGroupOf),
    team_type: () =>
      byText(new TextColumn(mainTeam(data), referralTeams.type.dictionary), rows, itself),
  };
}

import { TextColumn } from "../../columns/column";
import { monthEnd } from "../../calendar/periods";
import { serviceTeamDimension } from "../../star/mental-health-facts";
import type { StarData } from "../../star/frame";
import type { Mhsds } from "./extract";
import { everyRow } from "./rows-of";
import { days, integers, table, take } from "./star-columns";

/** Teams that referrals of the star are with, keyed in the order of provider and of their code in the extract; `keyOf[team]` is 0 for the others. */
export function teamTable({ referralMonths: r, referralTeams: t, providers, counts }: Mhsds): {
  data: StarData;
  keyOf: Int32Array;
} {
  const latest = new Int32Array(counts.teams).fill(-1);
  const first = new Int32Array(counts.teams).fill(0x7fffffff);
  for (let row = 0; row < t.count; row++) {
    const team = t.team[row];
    const month = r.month[t.referralMonth[row]];
    if (team === 0) continue;
    if (month < first[team]) first[team] = month;
    if (latest[team] < 0 || month >= r.month[t.referralMonth[latest[team]]]) latest[team] = row;
  }
  const teams = everyRow(counts.teams).filter((team) => latest[team] >= 0);
  const rows = teams.map((team) => latest[team]);
  const keyOf = new Int32Array(counts.teams);
  teams.forEach((team, i) => (keyOf[team] = i + 1));
  return {
    keyOf,
    data: table(serviceTeamDimension, {
      team_key: integers(teams.length, (i) => i + 1),
      provider: new TextColumn(
        rows.map((row) => r.provider[t.referralMonth[row]]),
        providers,
      ),
      team_type: take(t.type, rows),
      intended_age_group: take(t.ageGroup, rows),
      first_month: days(teams.length, (i) => monthEnd(first[teams[i]])),
      last_month: days(teams.length, (i) => monthEnd(r.month[t.referralMonth[rows[i]]])),
    }),
  };
}

import { takeText } from "../../../columns/decode";
import { MISSING, TextColumn } from "../../../columns/column";
import { textBuilder } from "../../../columns/build";
import { monthEnd, type MonthIndex } from "../../../calendar/periods";
import { mhOrganisationDimension, serviceTeamDimension } from "./fact-tables";
import type { StarData } from "../../../star/frame";
import type { Mhsds } from "../read/extract";
import { days, integers, table } from "./columns";
import { everyRow } from "../../../columns/rows";
import { afterBy } from "../../../columns/row-order";
import { latestOfTeam } from "../read/plans";

/** Organisation codes in each role, with the months that name them. */
export function organisationTable({
  submissions,
  providers,
  referralMonths,
  personMonths,
}: Mhsds): StarData {
  const spans = new Map<
    string,
    { role: string; code: string; first: MonthIndex; last: MonthIndex }
  >();
  const note = (role: string, code: string, month: MonthIndex): void => {
    if (code === "") return;
    const known = spans.get(`${role} ${code}`);
    if (!known) spans.set(`${role} ${code}`, { role, code, first: month, last: month });
    else if (month < known.first) known.first = month;
    else if (month > known.last) known.last = month;
  };
  const noteColumn = (role: string, column: TextColumn, months: Int32Array): void => {
    const [first, last] = [
      new Int32Array(column.dictionary.length).fill(0x7fffffff),
      new Int32Array(column.dictionary.length),
    ];
    for (let row = 0; row < column.length; row++) {
      const code = column.codes[row];
      if (months[row] < first[code]) first[code] = months[row];
      if (months[row] > last[code]) last[code] = months[row];
    }
    for (let code = 1; code < first.length; code++)
      if (last[code] > 0)
        for (const month of [first[code], last[code]]) note(role, column.dictionary[code], month);
  };
  for (const { provider, month } of submissions) note("provider", provider, month);
  noteColumn("commissioner", referralMonths.commissioner, referralMonths.month);
  noteColumn("sub_icb", personMonths.subIcb, personMonths.month);
  noteColumn("icb", personMonths.icb, personMonths.month);
  const sent = new Map(
    providers.map((provider) => [
      provider,
      submissions.filter((one) => one.provider === provider).length,
    ]),
  );
  const rows = [...spans.values()].sort((a, b) => {
    if (a.role !== b.role) return a.role < b.role ? -1 : 1;
    return a.code < b.code ? -1 : 1;
  });
  const texts = (read: (row: number) => string): TextColumn => {
    const builder = textBuilder(rows.length);
    rows.forEach((_, row) => builder.set(row, read(row)));
    return builder.column();
  };
  return table(mhOrganisationDimension, {
    role: texts((row) => rows[row].role),
    organisation: texts((row) => rows[row].code),
    first_month: days(rows.length, (row) => monthEnd(rows[row].first)),
    last_month: days(rows.length, (row) => monthEnd(rows[row].last)),
    months_sent: integers(rows.length, (row) =>
      rows[row].role === "provider" ? sent.get(rows[row].code)! : MISSING,
    ),
  });
}

/**
 * Teams that referrals of the star are with, keyed in the order of provider and of their code in
 * the extract; `keyOf[team]` is 0 for the others.
 */
export function teamTable({ referralMonths: r, referralTeams: t, providers, counts }: Mhsds): {
  data: StarData;
  keyOf: Int32Array;
} {
  const latest = new Int32Array(counts.teams).fill(-1);
  const first = new Int32Array(counts.teams).fill(0x7fffffff);
  const isAfter = afterBy(latestOfTeam.highest, {
    month: (row) => r.month[t.referralMonth[row]],
    main: (row) => t.main[row],
    type: (row) => t.type.dictionary[t.type.codes[row]],
    ageGroup: (row) => t.ageGroup.dictionary[t.ageGroup.codes[row]],
  });
  for (let row = 0; row < t.count; row++) {
    const team = t.team[row];
    const month = r.month[t.referralMonth[row]];
    if (team === 0) continue;
    if (month < first[team]) first[team] = month;
    if (latest[team] < 0 || isAfter(row, latest[team])) latest[team] = row;
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
      team_type: takeText(t.type, rows),
      intended_age_group: takeText(t.ageGroup, rows),
      first_month: days(teams.length, (i) => monthEnd(first[teams[i]])),
      last_month: days(teams.length, (i) => monthEnd(r.month[t.referralMonth[rows[i]]])),
    }),
  };
}

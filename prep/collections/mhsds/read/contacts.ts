import { ageOn } from "../../../calendar/day";
import { MISSING, TextColumn } from "../../../columns/column";
import { keptRows } from "./code-table";
import type { Contacts, IndirectActivities, ReferralMonths } from "./extract";
import { compact, gather16 } from "../../../columns/rows";
import type { KnownPeople } from "./people";
import type { ReadyTable } from "./reduce";
import type { Submissions } from "./submissions";

/**
 * What contacts and indirect activity have in common: whose they are, of which referral and when.
 * Takes the columns of the table over.
 */
function activity(
  { table, above }: ReadyTable,
  referrals: ReferralMonths | null,
  { all }: Submissions,
  rows: Int32Array,
): IndirectActivities {
  const month = compact(table.column("submission"), rows);
  const provider = month.slice();
  for (let i = 0; i < rows.length; i++) {
    const { month: of, providerCode } = all[month[i]];
    month[i] = of;
    provider[i] = providerCode;
  }
  const referralMonth = compact(above, rows);
  const personMonth = referrals
    ? referralMonth.map((row) => (row === -1 ? -1 : referrals.personMonth[row]))
    : new Int32Array(rows.length).fill(-1);
  return {
    count: rows.length,
    month,
    provider,
    personMonth,
    referralMonth,
    referral: compact(table.column("referral"), rows),
    date: compact(table.column("date"), rows),
  };
}

/**
 * Care contacts, one row each. Ages that the extract lacks come from the birth day of the person.
 * The table is used up.
 */
export function contacts(
  ready: ReadyTable,
  referrals: ReferralMonths | null,
  people: KnownPeople | null,
  submissions: Submissions,
): Contacts {
  const { table, texts } = ready;
  const rows = keptRows(table);
  const common = activity(ready, referrals, submissions, rows);
  const text = (name: string): TextColumn =>
    new TextColumn(compact(table.column(name), rows), texts.get(name)!);
  const age = gather16(table.column("age"), rows);
  const birth = people?.birth;
  if (birth)
    for (let i = 0; i < rows.length; i++) {
      const born = common.personMonth[i] === -1 ? MISSING : birth[common.personMonth[i]];
      if (age[i] === -1 && born !== MISSING && common.date[i] !== MISSING)
        age[i] = Math.max(-1, ageOn(born, common.date[i]));
    }
  return {
    ...common,
    age,
    status: text("status"),
    mechanism: text("mechanism"),
    duration: gather16(table.column("duration"), rows),
  };
}

/** Indirect activity, without its repeats. The table is used up. */
export const indirectActivities = (
  ready: ReadyTable,
  referrals: ReferralMonths | null,
  submissions: Submissions,
): IndirectActivities => activity(ready, referrals, submissions, keptRows(ready.table));

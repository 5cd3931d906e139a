import { ageOn } from "../../calendar/day";
import { MISSING } from "../../columns/column";
import { keptRows, type CodeTable } from "./code-table";
import type { Texts } from "./decode";
import type { Contacts, IndirectActivities, ReferralMonths } from "./extract";
import { columnsOfRows, gather } from "./gather";
import type { KnownPeople, ReadyTable } from "./person-months";
import type { Submissions } from "./submissions";

/** What contacts and indirect activity have in common: whose they are, of which referral and when. */
function activity(table: CodeTable, texts: Texts, above: Int32Array, referrals: ReferralMonths | null, { all }: Submissions, rows: Int32Array) {
  const { cells } = columnsOfRows(table, texts, rows);
  const month = cells("submission");
  const provider = month.slice();
  for (let i = 0; i < rows.length; i++) {
    const { month: of, providerCode } = all[month[i]];
    month[i] = of;
    provider[i] = providerCode;
  }
  const referralMonth = gather(above, rows);
  const personMonth = referrals ? referralMonth.map((row) => (row === -1 ? -1 : referrals.personMonth[row])) : new Int32Array(rows.length).fill(-1);
  return { count: rows.length, month, provider, personMonth, referralMonth, referral: cells("referral"), date: cells("date") };
}

/** Care contacts, one row each. Ages that the extract lacks come from the birth day of the person. */
export function contacts({ table, texts, above }: ReadyTable, referrals: ReferralMonths | null, people: KnownPeople | null, submissions: Submissions): Contacts {
  const rows = keptRows(table);
  const common = activity(table, texts, above, referrals, submissions, rows);
  const { small, text } = columnsOfRows(table, texts, rows);
  const age = small("age");
  const birth = people?.birth;
  if (birth)
    for (let i = 0; i < rows.length; i++) {
      const born = common.personMonth[i] === -1 ? MISSING : birth[common.personMonth[i]];
      if (age[i] === -1 && born !== MISSING && common.date[i] !== MISSING) age[i] = Math.max(-1, ageOn(born, common.date[i]));
    }
  return { ...common, age, status: text("status"), mechanism: text("mechanism"), duration: small("duration") };
}

/** Indirect activity, without its repeats. */
export const indirectActivities = ({ table, texts, above }: ReadyTable, referrals: ReferralMonths | null, submissions: Submissions): IndirectActivities => activity(table, texts, above, referrals, submissions, keptRows(table));

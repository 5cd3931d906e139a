import type { RowCount } from "../../check/finding";
import type { CheckResult } from "../../check/run";
import { monthEnd, monthStart } from "../../calendar/periods";
import { KEPT, type CodeTable } from "./code-table";
import { composeIds } from "./compose-ids";
import { contacts, indirectActivities } from "./contacts";
import { decodeTable } from "./decode";
import { noActivities, noContacts, noPeople, noReferrals, noTeams } from "./empty";
import type { FieldQuality, Mhsds } from "./extract";
import { nhsNumbersOf, tellNhsLikeIds } from "./nhs-numbers";
import { knownPeople, personMonths, type KnownPeople, type ReadyTable } from "./person-months";
import { plans } from "./plans";
import { knownReferrals, markInpatients, referralTeams, withOlderReasons, type KnownReferrals } from "./referral-months";
import { rejectedFindings } from "./rejected-findings";
import { runPlan, type ParentTable } from "./run-plan";
import { datesInOrder, inOrder, rowsBySubmission, submissionFindings, type SubmissionRows } from "./submission-findings";
import { findSubmissions } from "./submissions";
import { tableWords, type IdDomain, type MhsdsTable } from "./tables";
import { findingTally } from "./tally";
import type { Values } from "./values";

/** What reading MHSDS gives. */
export interface ReadMhsds {
  /** Null where there is no submission. */
  readonly mhsds: Mhsds | null;
  readonly checks: CheckResult;
  readonly rows: readonly RowCount[];
}

/** Tables whose absence takes nothing from the figures of one version or the other, or of extracts without hospital stays. */
const optional: ReadonlySet<MhsdsTable> = new Set(["MHS000Header", "MHS501HospProvSpell", "MHS902ServiceTeamDetails", "MHS102OtherServiceType"]);

/**
 * Reads all tables, one after the other, and puts them together. `read` gives all files of a table, or null where there are none; a table is
 * let go of as soon as what it holds is in its place.
 */
export async function assembleMhsds(files: readonly string[], read: (table: MhsdsTable) => Promise<CodeTable | null>, values: Values): Promise<ReadMhsds> {
  const tally = findingTally();
  const quality: FieldQuality[] = [];
  const rowCounts: RowCount[] = [];
  const absent = new Set<MhsdsTable>();
  const sizes: SubmissionRows[] = [];
  const told = new Set<IdDomain>();

  const take = async (name: MhsdsTable): Promise<CodeTable | null> => {
    const table = await read(name);
    if (!table) absent.add(name);
    return table;
  };
  const headers = await take("MHS000Header");
  const mpi = await take("MHS001MPI");
  const referralRows = await take("MHS101Referral");
  const submissions = findSubmissions([headers, mpi, referralRows].flatMap((table) => table ?? []), values, tally);

  function count(table: CodeTable): void {
    for (const { file, from, to, seen } of table.files) {
      let out = 0;
      for (let row = from; row < to; row++) if (table.why[row] === KEPT) out++;
      rowCounts.push({ file, table: table.table, rowsIn: seen, rowsOut: out, rowsRejected: seen - out });
    }
    rejectedFindings(table, submissions, tally);
  }

  /** Takes a table through its steps: whose rows, ids, values, plan. */
  function ready(table: CodeTable, parent: ParentTable | null): ReadyTable {
    submissions.resolve(table);
    composeIds(table, values, submissions);
    const texts = decodeTable(table, values, submissions, tally, quality);
    const plan = plans[table.table as Exclude<MhsdsTable, "MHS000Header">];
    const compare = (name: string, a: number, b: number): number => {
      const cells = table.column(name);
      return values.domain("activity").compareAsNumbers(cells[a], cells[b]);
    };
    const above = runPlan(plan, table, { parent, compare });
    count(table);
    tellNhsLikeIds(table, values, tally, told);
    sizes.push({ table: table.table, counts: rowsBySubmission(table.column("submission"), table.why, submissions.all.length) });
    return { table, texts, above };
  }
  const next = async (name: MhsdsTable, parent: ParentTable | null): Promise<ReadyTable | null> => {
    const table = await take(name);
    return table && ready(table, parent);
  };

  if (headers) count(headers);
  let people: KnownPeople | null = null;
  let months = noPeople;
  let nhsNumbers: readonly (string | null)[] | null = null;
  if (mpi) {
    const readyPeople = ready(mpi, null);
    people = knownPeople(mpi, values, submissions);
    nhsNumbers = nhsNumbersOf(mpi, people, values, submissions, tally);
    months = personMonths({ mpi: readyPeople, gp: await next("MHS002GP", people), indicators: await next("MHS005PatInd", people) }, people, values);
  }
  const details = await next("MHS902ServiceTeamDetails", null);
  let referrals: KnownReferrals | null = null;
  let referralMonths = noReferrals;
  let teams = noTeams;
  if (referralRows) {
    const readyReferrals = ready(referralRows, people);
    referrals = knownReferrals(readyReferrals, people, submissions);
    referralMonths = referrals.months;
    datesInOrder(referralMonths, submissions.providers, referralRows.files[0].file, tally);
    const spells = await next("MHS501HospProvSpell", referrals);
    if (spells) markInpatients(spells, referralMonths.inpatient);
    const services = await next("MHS102OtherServiceType", referrals);
    if (services) referralMonths = withOlderReasons(referralMonths, services);
    teams = referralTeams({ referrals: readyReferrals, services, details }, referrals, submissions);
  }
  const contactRows = await next("MHS201CareContact", referrals);
  values.forget("contact");
  const indirectRows = await next("MHS204IndirectActivity", referrals);
  const known = referrals && referralMonths;
  submissionFindings(submissions, sizes, files[0], tally);
  for (const table of absent) if (!optional.has(table)) tally.add("MH09", { file: files[0], table, field: null, line: null, provider: null }, `No file has the table ${table} (${tableWords[table]}); what it holds cannot be counted.`);
  const latest = submissions.all.filter(({ isLatest }) => isLatest);
  const covered = [...new Set(latest.map(({ month }) => month))].sort((a, b) => a - b);
  const person = values.domain("person");
  let texts: readonly string[] | null = null;
  const mhsds: Mhsds | null = covered.length === 0 ? null : {
    files, nhsNumbers, absent, referralMonths,
    submissions: latest.map(({ provider, month, version }) => ({ provider, month, version })),
    months: covered,
    providers: submissions.providers,
    counts: { people: person.size, referrals: values.domain("referral").size, teams: values.domain("team").size },
    people: () => (texts ??= person.strings()),
    personMonths: months,
    referralTeams: teams,
    contacts: contactRows ? contacts(contactRows, known, people, submissions) : noContacts,
    indirect: indirectRows ? indirectActivities(indirectRows, known, submissions) : noActivities,
    quality: inOrder(quality),
    start: monthStart(covered[0]),
    end: monthEnd(covered[covered.length - 1]),
  };
  return { mhsds, checks: tally.finish(), rows: rowCounts };
}

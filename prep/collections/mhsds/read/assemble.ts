import type { RowCount } from "../../../check/finding";
import type { RulesResult } from "../../../check/run";
import { monthEnd, monthStart } from "../../../calendar/periods";
import type { ByteDictionary } from "../../../scan/dictionary";
import { contacts, indirectActivities } from "./contacts";
import {
  noActivities,
  noContacts,
  noPeople,
  noReferrals,
  noTeams,
  type Mhsds,
  type PersonMonths,
  type ReferralMonths,
  type ReferralTeams,
} from "./extract";
import { nhsNumbersOf, knownPeople, personMonths, type KnownPeople } from "./people";
import { startReduction, type LostRows, type ReadTable, type Reduction } from "./reduce";
import {
  knownReferrals,
  markInpatients,
  referralTeams,
  withOlderReasons,
  type KnownReferrals,
} from "./referrals";
import {
  datesInOrder,
  inOrder,
  submissionFindings,
  tellAbsentTables,
} from "../rules/submission-findings";
import { findingTally, type Tally } from "../rules/tally";
import type { Values } from "./values";

/** What reading MHSDS gives. */
export interface ReadMhsds {
  /** Null where there is no submission. */
  readonly mhsds: Mhsds | null;
  readonly checks: RulesResult;
  readonly rows: readonly RowCount[];
  readonly lost: ReadonlyMap<string, LostRows>;
}

interface AssembledPeople {
  readonly known: KnownPeople | null;
  readonly months: PersonMonths;
  readonly nhsNumbers: readonly (string | null)[] | null;
}

async function assemblePeople(
  { next, submissions }: Reduction,
  values: Values,
  tally: Tally,
): Promise<AssembledPeople> {
  const mpi = await next("MHS001MPI", null);
  if (!mpi) return { known: null, months: noPeople, nhsNumbers: null };
  const known = knownPeople(mpi.table, values, submissions);
  const nhsNumbers = nhsNumbersOf(mpi.table, known, { values, submissions }, tally);
  const [gp, indicators] = [await next("MHS002GP", known), await next("MHS005PatInd", known)];
  return { known, nhsNumbers, months: personMonths({ mpi, gp, indicators }, known, values) };
}

interface AssembledReferrals {
  readonly known: KnownReferrals | null;
  readonly months: ReferralMonths;
  readonly teams: ReferralTeams;
}

async function assembleReferrals(
  { next, submissions }: Reduction,
  people: KnownPeople | null,
  tally: Tally,
): Promise<AssembledReferrals> {
  const details = await next("MHS902ServiceTeamDetails", null);
  const referrals = await next("MHS101Referral", people);
  if (!referrals) return { known: null, months: noReferrals, teams: noTeams };
  const known = knownReferrals(referrals, people, submissions);
  datesInOrder(known.months, submissions.providers, referrals.table.files[0].file, tally);
  const spells = await next("MHS501HospProvSpell", known);
  if (spells) markInpatients(spells, known.months.inpatient);
  const services = await next("MHS102OtherServiceType", known);
  return {
    known,
    months: services ? withOlderReasons(known.months, services) : known.months,
    teams: referralTeams({ referrals, services, details }, known, submissions),
  };
}

/** The values of a dictionary, made when they are first asked for. */
function lazily(dictionary: ByteDictionary): () => readonly string[] {
  let texts: readonly string[] | null = null;
  return () => (texts ??= dictionary.strings());
}

/**
 * Reads all tables, one after the other, and puts them together; `files` are their names. A table
 * is let go of as soon as what it holds is
 * in its place, so that memory is bounded by what comes out and the largest table.
 */
export async function assembleMhsds(
  files: readonly string[],
  read: ReadTable,
  values: Values,
): Promise<ReadMhsds> {
  const tally = findingTally();
  const reduction = await startReduction(read, values, tally);
  const { submissions, next, absent } = reduction;
  const people = await assemblePeople(reduction, values, tally);
  const referrals = await assembleReferrals(reduction, people.known, tally);
  const contactRows = await next("MHS201CareContact", referrals.known);
  values.forget("contact");
  const months = referrals.known && referrals.months;
  const careContacts = contactRows
    ? contacts(contactRows, months, people.known, submissions)
    : noContacts;
  const indirectRows = await next("MHS204IndirectActivity", referrals.known);
  submissionFindings(submissions, reduction.sizes, files[0], tally);
  tellAbsentTables(absent, { submissions, teams: referrals.teams }, files[0], tally);
  const told = { rows: reduction.rows, lost: reduction.lost };
  const latest = submissions.all.filter(({ isLatest }) => isLatest);
  const covered = [...new Set(latest.map(({ month }) => month))].sort((a, b) => a - b);
  if (covered.length === 0) return { mhsds: null, checks: tally.finish(), ...told };
  const mhsds: Mhsds = {
    files,
    absent,
    submissions: latest.map(({ provider, month, version }) => ({ provider, month, version })),
    months: covered,
    providers: submissions.providers,
    counts: {
      people: values.domain("person").size,
      referrals: values.domain("referral").size,
      teams: values.domain("team").size,
    },
    people: lazily(values.domain("person")),
    nhsNumbers: people.nhsNumbers,
    personMonths: people.months,
    referralMonths: referrals.months,
    referralTeams: referrals.teams,
    contacts: careContacts,
    indirect: indirectRows ? indirectActivities(indirectRows, months, submissions) : noActivities,
    quality: inOrder(reduction.quality),
    start: monthStart(covered[0]),
    end: monthEnd(covered[covered.length - 1]),
  };
  return { mhsds, checks: tally.finish(), ...told };
}

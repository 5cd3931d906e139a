import { ageOn } from "../../../calendar/day";
import { MISSING, TextColumn } from "../../../columns/column";
import { rowIndex } from "../../../columns/row-index";
import { keptRows, ROW_NUMBER } from "./code-table";
import type { ReferralMonths, ReferralTeams } from "./extract";
import { gather } from "../../../columns/rows";
import { columnsOfRows } from "./decode";
import { numbering } from "../../../columns/numbering";
import type { KnownPeople } from "./people";
import type { ReadyTable } from "./reduce";
import type { ParentTable } from "./plans";
import type { Submissions } from "./submissions";

/** The rows of MHS101 that stay. */
export interface KnownReferrals extends ParentTable {
  readonly rows: Int32Array;
  readonly submission: Int32Array;
  readonly months: ReferralMonths;
}

/** Fills ages that the extract lacks from the birth day of the person. */
function fillAges(
  ages: Int16Array,
  days: Int32Array,
  personMonth: Int32Array,
  birth: Int32Array | null,
): Int16Array {
  if (birth)
    for (let i = 0; i < ages.length; i++) {
      const born = personMonth[i] === -1 ? MISSING : birth[personMonth[i]];
      if (ages[i] === -1 && born !== MISSING && days[i] !== MISSING)
        ages[i] = Math.max(-1, ageOn(born, days[i]));
    }
  return ages;
}

/**
 * Referrals by month, each with its row of people; reasons of closure and rejection come from
 * `teams` (MHS102) where MHS101 has none, as before version 6.
 */
export function knownReferrals(
  { table, texts, above }: ReadyTable,
  people: KnownPeople | null,
  { all }: Submissions,
): KnownReferrals {
  const rows = keptRows(table);
  const { cells, small, text } = columnsOfRows(table, texts, rows);
  const count = rows.length;
  const [submission, referral, record] = [cells("submission"), cells("referral"), cells("record")];
  const personMonth = gather(above, rows);
  const person = cells("person");
  if (people)
    for (let i = 0; i < count; i++)
      if (personMonth[i] !== -1) person[i] = people.person[personMonth[i]];
  const [received, discharged] = [cells("received"), cells("discharged")];
  const birth = people?.birth ?? null;
  const columns: Readonly<Record<string, Int32Array>> = { submission, referral, record };
  const months: ReferralMonths = {
    count,
    personMonth,
    person,
    referral,
    received,
    discharged,
    month: submission.map((s) => all[s].month),
    provider: submission.map((s) => all[s].providerCode),
    rejected: cells("rejected"),
    ageReceived: fillAges(small("ageReceived"), received, personMonth, birth),
    ageDischarged: fillAges(small("ageDischarged"), discharged, personMonth, birth),
    source: text("source"),
    reason: text("reason"),
    priority: text("priority"),
    rejectReason: text("rejectReason"),
    closeReason: text("closeReason"),
    commissioner: text("commissioner"),
    inpatient: new Uint8Array(count),
  };
  return {
    rows,
    submission,
    months,
    index: rowIndex([submission, referral]),
    column: (name) => columns[name],
  };
}

/** Marks the referrals that have a hospital spell. */
export function markInpatients({ table, above }: ReadyTable, inpatient: Uint8Array): void {
  for (const row of keptRows(table)) if (above[row] !== -1) inpatient[above[row]] = 1;
}

/** The rows of MHS102 that stay: those of a referral by the platform's numbers of them. */
function inOrder({ table, above }: ReadyTable): Int32Array {
  const rows = keptRows(table).filter((row) => above[row] !== -1);
  const numbers = table.column(ROW_NUMBER);
  const last = new Int32Array(rows.reduce((most, row) => Math.max(most, above[row] + 1), 0));
  const isSorted = rows.every((row) => {
    const before = last[above[row]];
    last[above[row]] = numbers[row];
    return before <= numbers[row];
  });
  return isSorted ? rows : rows.sort((a, b) => numbers[a] - numbers[b] || a - b);
}

/**
 * The same referrals with the reasons that MHS102 gives where MHS101 gives none, as before version
 * 6.
 */
export function withOlderReasons(months: ReferralMonths, services: ReadyTable): ReferralMonths {
  const rows = inOrder(services);
  const filled = (name: "rejectReason" | "closeReason"): TextColumn => {
    const { texts, of } = numbering();
    const own = months[name].dictionary.map(of);
    const theirs = services.texts.get(name)!.map(of);
    const codes = months[name].codes.map((code) => own[code]);
    const cells = services.table.column(name);
    for (const row of rows) {
      const referral = services.above[row];
      if (codes[referral] === 0) codes[referral] = theirs[cells[row]];
    }
    return new TextColumn(codes, texts);
  };
  return { ...months, rejectReason: filled("rejectReason"), closeReason: filled("closeReason") };
}

/** The tables that teams are known from. */
interface TeamTables {
  readonly referrals: ReadyTable;
  /** MHS102; null where no file has it. */
  readonly services: ReadyTable | null;
  /** MHS902; null where no file has it. */
  readonly details: ReadyTable | null;
}

/**
 * The teams that referrals are with: rows of MHS102, then from version 6 the team of MHS101 itself,
 * with or without an id (docs/reading-mhsds.md). Type and age group are the row's own, else those
 * of MHS902.
 */
export function referralTeams(
  { referrals, services, details }: TeamTables,
  known: KnownReferrals,
  { all }: Submissions,
): ReferralTeams {
  const isNew = all.map(({ version }) => version >= 6);
  const serviceRows = services ? inOrder(services) : new Int32Array(0);
  const own = new Int32Array(known.submission.reduce((sum, s) => sum + Number(isNew[s]), 0));
  for (let i = 0, at = 0; i < known.rows.length; i++) if (isNew[known.submission[i]]) own[at++] = i;
  const ownRows = gather(known.rows, own);
  const count = serviceRows.length + own.length;
  const joined = (first: Int32Array, second: Int32Array): Int32Array => {
    const both = new Int32Array(count);
    both.set(first);
    both.set(second, first.length);
    return both;
  };
  const cells = (name: string, ofOwn = name): Int32Array =>
    joined(
      services ? gather(services.table.column(name), serviceRows) : new Int32Array(0),
      gather(referrals.table.column(ofOwn), ownRows),
    );
  const team = cells("team");
  const submission = cells("submission");

  const detailRow = new Int32Array(count).fill(-1);
  if (details) {
    const rows = keptRows(details.table);
    const index = rowIndex([
      gather(details.table.column("submission"), rows),
      gather(details.table.column("team"), rows),
    ]);
    for (let i = 0; i < count; i++) {
      const at = team[i] === 0 ? -1 : index.find([submission, team], i);
      if (at !== -1) detailRow[i] = rows[at];
    }
  }
  const text = (name: "teamType" | "ageGroup"): TextColumn => {
    const { texts, of } = numbering();
    const read = (ready: ReadyTable | null): { codes: Int32Array; cells: Int32Array } => ({
      codes: Int32Array.from(ready?.texts.get(name) ?? [""], of),
      cells: ready?.table.column(name) ?? new Int32Array(0),
    });
    const ofDetails = read(details);
    const codes = new Int32Array(count);
    const fill = (from: ReturnType<typeof read>, rows: Int32Array, start: number): void => {
      for (let i = 0; i < rows.length; i++) {
        const detail = detailRow[start + i];
        codes[start + i] =
          from.codes[from.cells[rows[i]]] ||
          (detail === -1 ? 0 : ofDetails.codes[ofDetails.cells[detail]]);
      }
    };
    fill(read(services), serviceRows, 0);
    fill(read(referrals), ownRows, serviceRows.length);
    return new TextColumn(codes, texts);
  };
  return {
    count,
    team,
    referralMonth: joined(services ? gather(services.above, serviceRows) : new Int32Array(0), own),
    type: text("teamType"),
    ageGroup: text("ageGroup"),
    closed: cells("closed", "discharged"),
    rejected: cells("rejected"),
    main: new Uint8Array(count).fill(1, serviceRows.length),
  };
}

import { monthLabel } from "../../../calendar/periods";
import type { FieldQuality, ReferralMonths, ReferralTeams } from "../read/extract";
import { MISSING } from "../../../columns/column";
import { mhsdsRules } from "./mhsds-rules";
import type { Submissions } from "../read/submissions";
import { tableWords, type MhsdsTable } from "../fields/fields";
import type { Tally } from "./tally";

const place = (
  file: string,
  table: string,
  provider: string | null,
  field: string | null = null,
) => ({ file, table, field, line: null, provider });

/** How many rows of a table each submission has. */
export interface SubmissionRows {
  readonly table: string;
  readonly counts: Int32Array;
}

/** Rows by submission of a table; rows that were left out are not counted. */
export function rowsBySubmission(
  submission: Int32Array,
  why: Uint8Array,
  submissions: number,
): Int32Array {
  const counts = new Int32Array(submissions);
  for (let row = 0; row < why.length; row++) if (why[row] === 0) counts[submission[row]]++;
  return counts;
}

/**
 * Below this many rows in a neighbouring month nothing is said of a fall; and the share of both
 * that is far fewer.
 */
const FEWEST = 50;
const FAR_FEWER = 0.5;

/**
 * What is odd in the row of months: months without a submission, falls in the number of rows, and
 * versions mixed.
 */
export function submissionFindings(
  { all }: Submissions,
  tables: readonly SubmissionRows[],
  file: string,
  tally: Tally,
): void {
  const latest = all.flatMap((one, s) => (one.isLatest ? [{ ...one, s }] : []));
  const byProvider = new Map<string, typeof latest>();
  for (const one of latest)
    byProvider.set(one.provider, [...(byProvider.get(one.provider) ?? []), one]);
  for (const [provider, own] of byProvider) {
    own.sort((a, b) => a.month - b.month);
    for (let i = 1; i < own.length; i++)
      for (let month = own[i - 1].month + 1; month < own[i].month; month++)
        tally.add(
          "MH17",
          place(file, "MHS000Header", provider),
          `${mhsdsRules.MH17.message} Provider ${provider}, ${monthLabel(month)}.`,
        );
    for (const { table, counts } of tables)
      for (let i = 1; i + 1 < own.length; i++) {
        const [before, here, after] = [own[i - 1], own[i], own[i + 1]];
        if (after.month - before.month !== 2) continue;
        const neighbours = Math.min(counts[before.s], counts[after.s]);
        if (neighbours >= FEWEST && counts[here.s] < neighbours * FAR_FEWER)
          tally.add(
            "MH18",
            place(file, table, provider),
            `${mhsdsRules.MH18.message} Provider ${provider}, ${monthLabel(here.month)}.`,
          );
      }
  }
  const versions = new Set(latest.map(({ version }) => version >= 6));
  if (versions.size > 1) tally.add("MH19", place(file, "MHS101Referral", null));
}

/** Referrals that were discharged before they were received, by provider. */
export function datesInOrder(
  { count, received, discharged, provider }: ReferralMonths,
  providers: readonly string[],
  file: string,
  tally: Tally,
): void {
  const counts = new Int32Array(providers.length);
  for (let row = 0; row < count; row++)
    if (received[row] !== MISSING && discharged[row] !== MISSING && received[row] > discharged[row])
      counts[provider[row]]++;
  providers.forEach((name, code) =>
    tally.addMany("MH16", place(file, "MHS101Referral", name, "ServDischDate"), counts[code]),
  );
}

/**
 * Tables that some figures cannot do without; the others are of one version, or of extracts with
 * hospital stays.
 */
export const always: readonly MhsdsTable[] = [
  "MHS001MPI",
  "MHS002GP",
  "MHS005PatInd",
  "MHS101Referral",
  "MHS201CareContact",
  "MHS204IndirectActivity",
];

/**
 * Tells of tables that no file has: those that every version needs, MHS102 before version 6, MHS902
 * from then on where no team has a type.
 */
export function tellAbsentTables(
  absent: ReadonlySet<MhsdsTable>,
  { submissions: { all }, teams }: { submissions: Submissions; teams: ReferralTeams },
  file: string,
  tally: Tally,
): void {
  const hasTypes = teams.type.codes.some((code) => code !== 0);
  const needed = [
    ...always,
    ...(all.some(({ version }) => version < 6) ? ["MHS102OtherServiceType" as const] : []),
    ...(all.some(({ version }) => version >= 6) && !hasTypes
      ? ["MHS902ServiceTeamDetails" as const]
      : []),
  ];
  for (const table of needed)
    if (absent.has(table))
      tally.add(
        "MH09",
        place(file, table, null),
        `No file has the table ${table} (${tableWords[table]}); what it holds cannot be counted.`,
      );
}

/** Figures of data quality in the order in which they are published. */
export const inOrder = (quality: readonly FieldQuality[]): FieldQuality[] =>
  [...quality].sort((a, b) =>
    a.provider < b.provider ? -1 : a.provider > b.provider ? 1 : a.month - b.month,
  );

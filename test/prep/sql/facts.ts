import type { StarTable } from "../../../prep/star/declaration";
import {
  mhContact,
  mhOrganisationDimension,
  mhPersonDimension,
  mhReferral,
  serviceTeamDimension,
} from "../../../prep/collections/mhsds/tables/fact-tables";

export type Rows = readonly Readonly<Record<string, string>>[];
/** Rows of tables of the star, by the name of the table. */
export type Tables = ReadonlyMap<string, Rows>;

/** The tables that are compared. */
export const FACT_TABLES = [
  mhPersonDimension,
  serviceTeamDimension,
  mhOrganisationDimension,
  mhReferral,
  mhContact,
];

/** Columns whose values each engine makes for itself. */
const isOwn = (name: string): boolean => name.endsWith("_key") || name === "pseudonym";

const wordsOf = ({ columns }: StarTable, row: Readonly<Record<string, string>>): string =>
  columns
    .filter(({ name }) => !isOwn(name))
    .map(({ name }) => `${name} ${row[name]}`)
    .join(", ");

function groupsOf(rows: Rows, key: string, words: (row: Rows[number]) => string) {
  const groups = new Map<string, string[]>();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), words(row)]);
  return (of: string): string => (groups.get(of) ?? []).sort().join("\n    ");
}

/**
 * Facts as words without keys: each person with all referrals, each with its team and all contacts;
 * then teams and organisations. Two stars with the same words are equal but for their keys.
 */
export function wordsOfFacts(tables: Tables): string[] {
  const of = ({ name }: StarTable): Rows => tables.get(name)!;
  const teams = new Map(
    of(serviceTeamDimension).map((row) => [row.team_key, wordsOf(serviceTeamDimension, row)]),
  );
  const contacts = groupsOf(of(mhContact), "mh_referral_key", (row) => wordsOf(mhContact, row));
  const referrals = groupsOf(
    of(mhReferral),
    "mh_person_key",
    (row) =>
      `${wordsOf(mhReferral, row)}, of ${teams.get(row.team_key) ?? "no team"}\n    ${contacts(row.mh_referral_key)}`,
  );
  return [
    ...of(mhPersonDimension).map(
      (row) => `${wordsOf(mhPersonDimension, row)}\n  ${referrals(row.mh_person_key)}`,
    ),
    ...teams.values(),
    ...of(mhOrganisationDimension).map((row) => wordsOf(mhOrganisationDimension, row)),
  ].sort();
}

/** Words that only one of two has, as often as it has them. */
export function unlike(one: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  const alone = one.filter((words) => {
    const at = left.indexOf(words);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...alone.map((words) => `star: ${words}`), ...left.map((words) => `job: ${words}`)];
}

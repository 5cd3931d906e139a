import { textBuilder } from "../../../columns/build";
import { TextColumn } from "../../../columns/column";
import type { Grouped } from "../../../columns/evaluate";
import { sourceGroups } from "../fields/code-sets";
import { councilOf } from "./places";
import { anonymousProviders, type Mhsds } from "../read/extract";

const NOT_RECORDED = "not_recorded";
const ageBands: readonly (readonly [label: string, from: number, to: number])[] = [
  ["0-4", 0, 4],
  ["5-10", 5, 10],
  ["11-15", 11, 15],
  ["16-17", 16, 17],
  ["18", 18, 18],
  ["19-25", 19, 25],
  ["26_and_over", 26, 130],
];
const sexes: Readonly<Record<string, string>> = {
  "1": "M",
  "2": "F",
  "3": "non_binary",
  "4": "other",
  "9": "indeterminate",
};

/**
 * A breakdown by the values of a text column, each put into words by `word`; what has no word is
 * not recorded. Values in the order of the alphabet.
 */
export function byText(
  column: TextColumn,
  rows: Int32Array,
  word: (value: string) => string | null,
): Grouped {
  const words = column.dictionary.map((value, code) =>
    code === 0 || value === "" ? NOT_RECORDED : (word(value) ?? NOT_RECORDED),
  );
  const values = [...new Set([NOT_RECORDED, ...words])].sort();
  const place = new Map(values.map((value, i) => [value, i]));
  const groupOf = Uint16Array.from(words, (value) => place.get(value)!);
  const none = place.get(NOT_RECORDED)!;
  const groups = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++)
    groups[i] = rows[i] < 0 ? none : groupOf[column.codes[rows[i]]];
  return { values, groups };
}

/** Age bands of completed years. */
export function byAge(ages: ArrayLike<number>, rows: Int32Array): Grouped {
  const values = [...ageBands.map(([label]) => label), NOT_RECORDED];
  const bandOf = Uint8Array.from({ length: 131 }, (_, age) =>
    ageBands.findIndex(([, from, to]) => age >= from && age <= to),
  );
  const none = values.length - 1;
  const groups = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const age = rows[i] < 0 ? -1 : ages[rows[i]];
    groups[i] = age < 0 || age > 130 ? none : bandOf[age];
  }
  return { values, groups };
}

/** By provider: ODS codes. */
export function byProvider(
  providers: readonly string[],
  provider: Int32Array,
  rows: Int32Array,
): Grouped {
  const values = [NOT_RECORDED, ...providers.slice(1)];
  const groups = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) groups[i] = rows[i] < 0 ? 0 : provider[rows[i]];
  return { values, groups };
}

/**
 * By council of residence: authority numbers, with districts rolled up to their county. `home[i]`
 * is the record of row i that says where the person lives.
 */
const byCouncil = ({ personMonths }: Mhsds, home: Int32Array): Grouped =>
  byText(personMonths.district, home, councilOf);

/**
 * By sub-ICB location of GP practice or residence; of the anonymous providers by commissioner
 * (docs/counting-mental-health.md).
 */
function bySubIcb(
  { personMonths, referralMonths, providers }: Mhsds,
  home: Int32Array,
  referralMonth: Int32Array,
): Grouped {
  const anonymous = Uint8Array.from(providers, (code) => Number(anonymousProviders.has(code)));
  const text = textBuilder(home.length);
  for (let i = 0; i < home.length; i++) {
    const referral = referralMonth[i];
    const column =
      referral >= 0 && anonymous[referralMonths.provider[referral]]
        ? referralMonths.commissioner.at(referral)
        : home[i] < 0
          ? null
          : personMonths.subIcb.at(home[i]);
    text.set(i, column);
  }
  return byText(
    text.column(),
    Int32Array.from(home, (_, i) => i),
    (value) => value,
  );
}

export const sexOf = (code: string): string | null => sexes[code] ?? null;
const sourceGroupOf = (code: string): string | null => sourceGroups[code[0]] ?? null;
export const itself = (value: string): string => value;

/**
 * The first team's type of each referral, the referral's own team before others: an index into the
 * dictionary of the team types, 0 where there is none.
 */
export function mainTeam({ referralMonths, referralTeams: teams }: Mhsds): Int32Array {
  const type = new Int32Array(referralMonths.count);
  for (let row = 0; row < teams.count; row++)
    if (type[teams.referralMonth[row]] === 0 || teams.main[row] === 1)
      type[teams.referralMonth[row]] = teams.type.codes[row];
  return type;
}

/** Makers of breakdowns, by name: there may be millions of rows. */
type Makers<N extends string> = Readonly<Record<N, () => Grouped>>;

/**
 * Breakdowns by who the people of some rows are: `home[i]` is the record that says where the person
 * of row i lives, `referralMonth[i]` the row of the referral.
 */
export const personBreakdowns = (
  data: Mhsds,
  home: Int32Array,
  referralMonth: Int32Array,
): Makers<"sub_icb" | "council" | "sex" | "ethnicity"> => ({
  sub_icb: () => bySubIcb(data, home, referralMonth),
  council: () => byCouncil(data, home),
  sex: () => byText(data.personMonths.gender, home, sexOf),
  ethnicity: () => byText(data.personMonths.ethnicity, home, itself),
});

/** Breakdowns of some rows of `ReferralMonths`. */
export function referralBreakdowns(data: Mhsds, rows: Int32Array, home: Int32Array) {
  const { referralMonths: r, providers, referralTeams } = data;
  return {
    ...personBreakdowns(data, home, rows),
    provider: () => byProvider(providers, r.provider, rows),
    age_band: () => byAge(r.ageReceived, rows),
    referral_reason: () => byText(r.reason, rows, itself),
    referral_source: () => byText(r.source, rows, sourceGroupOf),
    team_type: () =>
      byText(new TextColumn(mainTeam(data), referralTeams.type.dictionary), rows, itself),
  } satisfies Makers<string>;
}

import type { StarData } from "./frame";
import { idInWords, wordOfCode } from "./words-of-codes";

/** Breakdowns whose groups stand in a dimension: its table, the column of codes, that of names. */
const DIMENSIONS: Readonly<Record<string, readonly [table: string, code: string, name: string]>> = {
  primary_need: ["need", "need", "need_label"],
  setting_group: ["setting_group", "setting_group", "setting_group_label"],
  school: ["setting", "setting_id", "setting_name"],
  ward: ["area", "area_code", "area_name"],
  council: ["area", "area_code", "area_name"],
  sub_icb: ["area", "area_code", "area_name"],
};

/** Breakdowns that are called otherwise than their id. */
const BREAKDOWNS: Readonly<Record<string, string>> = { setting_group: "placement group" };

/** A breakdown in words: `age_band_by_primary_need` is "Age band by primary need". */
export const breakdownName = (breakdown: string): string =>
  idInWords(
    breakdown
      .split("_by_")
      .map((part) => (BREAKDOWNS[part] ?? part).replaceAll(" ", "_"))
      .join("_by_"),
  );

/** A group of a breakdown by its ids. */
export interface Group {
  readonly breakdown: string;
  readonly breakdown_value: string;
}

function namesIn(tables: readonly StarData[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [breakdown, [table, code, name]] of Object.entries(DIMENSIONS)) {
    const frame = tables.find(({ declaration }) => declaration.name === table)?.frame;
    if (frame === undefined) continue;
    const names = frame.array(name) as (string | null)[];
    (frame.array(code) as string[]).forEach((value, row) => {
      const called = names[row];
      if (called !== null && called !== undefined) found.set(`${breakdown} ${value}`, called);
    });
  }
  return found;
}

/**
 * Says what groups are called: by the dimensions among the tables, by the lists of codes, else their
 * code in words. No two groups of a breakdown have one name: then their codes stand behind it.
 */
export function groupNames(
  groups: readonly Group[],
  tables: readonly StarData[],
): (group: Group) => string {
  const inTables = namesIn(tables);
  const single = (breakdown: string, code: string): string =>
    inTables.get(`${breakdown} ${code}`) ?? wordOfCode(breakdown, code);
  const nameOf = ({ breakdown, breakdown_value: value }: Group): string => {
    const parts = breakdown.split("_by_");
    const codes = value.split(" | ");
    return parts.length === codes.length && parts.length > 1
      ? codes.map((code, i) => single(parts[i], code)).join(", ")
      : single(breakdown, value);
  };
  const names = new Map<string, string>();
  const owners = new Map<string, Set<string>>();
  for (const group of groups) {
    const key = `${group.breakdown}\0${group.breakdown_value}`;
    if (names.has(key)) continue;
    const name = nameOf(group);
    names.set(key, name);
    const own = `${group.breakdown}\0${name.toLowerCase()}`;
    owners.set(own, (owners.get(own) ?? new Set()).add(key));
  }
  for (const keys of owners.values())
    if (keys.size > 1)
      for (const key of keys) names.set(key, `${names.get(key)} (${key.split("\0")[1]})`);
  return ({ breakdown, breakdown_value: value }) => names.get(`${breakdown}\0${value}`)!;
}

import { labels } from "../../../columns/build";
import { civilOf, type Day } from "../../../calendar/day";
import { monthEnd } from "../../../calendar/periods";
import { DayColumn, IntegerColumn, MISSING } from "../../../columns/column";
import { take } from "../../../columns/rows";
import type { StarData } from "../../../star/frame";
import { ehcCaseload } from "./caseload-fact";
import { settingGroups } from "../../../sources/school-register/setting-groups";
import type { Caseload } from "../model/caseload";
import { caseloadView, type CaseloadRows } from "../views/caseload-view";
import { populationOn } from "../views/population";
import { sen2KnownDays } from "../indicators/figures";
import type { Sen2Model } from "../model/model";
import { plusOne, starTable, type CaseKeys } from "./star-rows";

const constant = (length: number, value: number): Int32Array => new Int32Array(length).fill(value);

/**
 * Days that the caseload fact holds: census dates, the ends of March, August and December, and the
 * end of the last whole month.
 */
function caseloadDays({ periods }: Sen2Model): Day[] {
  const known = sen2KnownDays(periods).plans;
  const found = new Set<Day>(periods.flatMap(({ census }) => census ?? []));
  if (known.months) {
    const { first, last } = known.months;
    let latest = -Infinity;
    for (let month = first; month <= last; month++) {
      const day = monthEnd(month);
      if (!known.has(day)) continue;
      latest = day;
      if ([3, 8, 12].includes(civilOf(day).month)) found.add(day);
    }
    if (latest > -Infinity) found.add(latest);
  }
  return [...found].sort((a, b) => a - b);
}

/** The caseload on those days, one row a person and day. */
export function caseloadTable(
  model: Sen2Model,
  { keyOf }: CaseKeys,
  sourceKeys: readonly number[],
): StarData {
  const populations = caseloadDays(model).flatMap(
    (day) => populationOn(model, day, { keep: true }) ?? [],
  );
  const loads = populations.map(({ load }) => load);
  const orders = loads.map((load) =>
    Int32Array.from({ length: load.count }, (_, i) => i).sort(
      (a, b) => load.person[a] - load.person[b],
    ),
  );
  const total = loads.reduce((sum, { count }) => sum + count, 0);
  const rows = populations.map((population) => population.rows);
  const flagNames = ehcCaseload.columns
    .map(({ name }) => name)
    .filter((name) => name in caseloadView.flags);
  const column = (read: (load: Caseload, l: number) => ArrayLike<number>): Int32Array => {
    const values = new Int32Array(total);
    let at = 0;
    loads.forEach((load, l) => {
      values.set(take(read(load, l), orders[l]), at);
      at += load.count;
    });
    return values;
  };
  /** The groups of a breakdown, which are the same on every day. */
  const grouped = (name: "primary_need" | "age_band") =>
    labels(
      column((_, l) => rows[l].breakdowns[name]!.groups),
      rows[0]?.breakdowns[name]?.values ?? [],
    );
  const groups = settingGroups.map(({ id }) => id);
  return starTable(ehcCaseload, {
    snapshot_date: new DayColumn(column((load) => constant(load.count, load.day))),
    person_key: plusOne(column((load) => load.person)),
    plan_key: new IntegerColumn(column((load) => load.caseOf).map((c) => keyOf[c])),
    source_key: new IntegerColumn(column((load) => constant(load.count, sourceKeys[load.ret]))),
    setting_key: new IntegerColumn(column((load) => load.setting).map((key) => key || MISSING)),
    primary_need: grouped("primary_need"),
    age_band: grouped("age_band"),
    setting_group: labels(
      column((load) => load.group),
      groups,
    ),
    ...Object.fromEntries(
      flagNames.map((flag) => [
        flag,
        new IntegerColumn(
          column((_, l) => rows[l].measures[flag as keyof CaseloadRows["measures"]]),
        ),
      ]),
    ),
  });
}

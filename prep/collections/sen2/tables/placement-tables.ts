import { labels, textBuilder } from "../../../columns/build";
import { childrenOf, type Children } from "../../../columns/children";
import { DayColumn, FlagColumn, IntegerColumn, MISSING } from "../../../columns/column";
import { take } from "../../../columns/rows";
import type { StarData, StarValues } from "../../../star/frame";
import { placement, planNeed } from "./fact-tables";
import { settingGroups } from "../../../sources/school-register/setting-groups";
import type { Sen2Model } from "../model/model";
import type { Sen2Table } from "../read/return";
import { integers, keysFrom, plusOne, starTable, type CaseKeys } from "./star-rows";

/**
 * Rows of tables under the plans: the case, the return and the row of each, in the order of the
 * plans, then of the returns, then of the file.
 */
interface RowsUnder {
  readonly cases: Int32Array;
  readonly returns: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Rows that hang under one record (`parentOf`, a row of the parent table in each observation) of
 * the observations of the plans.
 */
function rowsUnder(
  { cases }: Sen2Model,
  plans: Int32Array,
  parentOf: Int32Array,
  childrenIn: readonly Children[],
): RowsUnder {
  const { order, from, observations } = cases;
  const found = { cases: [] as number[], returns: [] as number[], rows: [] as number[] };
  for (const c of plans)
    for (let i = from[c]; i < from[c + 1]; i++) {
      const ret = observations.ret[order[i]];
      const parent = parentOf[order[i]];
      const children = childrenIn[ret];
      for (
        let at = parent < 0 ? 0 : children.from[parent];
        parent >= 0 && at < children.from[parent + 1];
        at++
      ) {
        found.cases.push(c);
        found.returns.push(ret);
        found.rows.push(children.rows[at]);
      }
    }
  return {
    cases: Int32Array.from(found.cases),
    returns: Int32Array.from(found.returns),
    rows: Int32Array.from(found.rows),
  };
}

/** Columns that every table of rows under the plans has. */
function underColumns(
  { merged, periods }: Sen2Model,
  keyOf: Int32Array,
  sourceKeys: readonly number[],
  { cases, returns }: RowsUnder,
): Record<string, StarValues> {
  return {
    plan_key: integers(keyOf, cases),
    person_key: plusOne(take(merged.person, cases)),
    source_key: integers(sourceKeys, returns),
    valid_from: new DayColumn(returns.map((ret) => periods[ret].start)),
    valid_to: new DayColumn(returns.map((ret) => periods[ret].plansEnd)),
  };
}

/** Values by return, null for a return that has none. */
type ByReturn = readonly (ArrayLike<number> | null)[];

/** Values of the rows from columns by return; `missing` where a return does not have the column. */
function gather(columns: ByReturn, { returns, rows }: RowsUnder, missing = MISSING): Int32Array {
  const values = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = columns[returns[i]]?.[rows[i]] ?? missing;
  return values;
}

const join = (a: Int32Array, b: Int32Array): Int32Array => {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/** Values of some rows, read from the columns of two tables: placements, then what plans name. */
type Both = (placements: ByReturn, details: ByReturn, missing?: number) => Int32Array;

/** Placements, and what the plans name, as rows of one table. */
function placementRows(
  model: Sen2Model,
  plans: Int32Array,
): { all: RowsUnder; placements: number; both: Both } {
  const { records } = model;
  const { activePlan, namedPlan } = model.cases.observations;
  const placed = rowsUnder(
    model,
    plans,
    activePlan,
    records.map(({ placementsOf }) => placementsOf),
  );
  const named = rowsUnder(
    model,
    plans,
    namedPlan,
    records.map(({ detailsOf }) => detailsOf),
  );
  return {
    all: {
      cases: join(placed.cases, named.cases),
      returns: join(placed.returns, named.returns),
      rows: join(placed.rows, named.rows),
    },
    placements: placed.rows.length,
    both: (placements, details, missing) =>
      join(gather(placements, placed, missing), gather(details, named, missing)),
  };
}

/** Placements and what the plans name, as each return has them. */
export function placementTable(
  model: Sen2Model,
  { keyOf }: CaseKeys,
  plans: Int32Array,
  sourceKeys: readonly number[],
): StarData {
  const { records, returns, periods, settings } = model;
  const { all, placements, both } = placementRows(model, plans);
  const nowhere = returns.map(() => null);
  const tables = (read: (table: Sen2Table) => ArrayLike<number>, missing?: number): Int32Array =>
    both(
      returns.map((ret) => read(ret.tables.placementdetail)),
      returns.map((ret) => read(ret.tables.plandetail)),
      missing,
    );
  const ofPlacements = (
    read: (record: Sen2Model["records"][number]) => ArrayLike<number>,
    missing?: number,
  ): Int32Array => both(records.map(read), nowhere, missing);
  const ofDetail = (name: "setting" | "place"): Int32Array =>
    both(
      records.map((record) => record.placement[name]),
      records.map((record) => record.detail[name]),
    );
  const [settingKeys, places] = [ofDetail("setting"), ofDetail("place")];
  const flags = (column: string): FlagColumn =>
    new FlagColumn(Int8Array.from(tables((table) => table.flag(column).values, -1)));
  return starTable(placement, {
    placement_key: keysFrom(all.rows.length),
    ...underColumns(model, keyOf, sourceKeys, all),
    kind: labels(
      Int32Array.from(all.rows, (_, i) => Number(i >= placements)),
      ["placement", "named_in_plan"],
    ),
    setting_key: new IntegerColumn(settingKeys.map((key) => key || MISSING)),
    rank: new IntegerColumn(tables((of) => of.integer("placementrank").values)),
    entry_date: new DayColumn(ofPlacements(({ entry }) => entry)),
    leaving_date: new DayColumn(ofPlacements(({ leaving }) => leaving)),
    sen_unit: flags("senunitindicator"),
    resourced_provision: flags("resourcedprovisionindicator"),
    setting_group: labels(
      all.returns.map((ret, i) => settings.group(settingKeys[i], places[i], periods[ret].plansEnd)),
      settingGroups.map(({ id }) => id),
    ),
    residential: labels(
      ofPlacements(({ placementResidential }) => placementResidential, 0).map((weeks) => weeks - 1),
      ["A", "B"],
    ),
  });
}

/** Needs of the plans, as each return has them. */
export function needTable(
  model: Sen2Model,
  { keyOf }: CaseKeys,
  plans: Int32Array,
  sourceKeys: readonly number[],
): StarData {
  const { cases, returns } = model;
  const under = rowsUnder(
    model,
    plans,
    cases.observations.activePlan,
    returns.map(({ tables: { senneed, activeplans } }) =>
      childrenOf(senneed.parent, activeplans.rowCount),
    ),
  );
  const types = returns.map(({ tables }) => tables.senneed.code("sentype"));
  const need = textBuilder(under.rows.length);
  under.rows.forEach((row, i) => need.set(i, types[under.returns[i]].at(row)));
  return starTable(planNeed, {
    plan_need_key: keysFrom(under.rows.length),
    ...underColumns(model, keyOf, sourceKeys, under),
    need: need.column(),
    rank: new IntegerColumn(
      gather(
        returns.map(({ tables }) => tables.senneed.integer("sentyperank").values),
        under,
      ),
    ),
  });
}

import { MISSING, type TextColumn } from "../../../columns/column";
import { childrenOf, type Children } from "../../../columns/children";
import type { Day } from "../../../calendar/day";
import {
  codeSets,
  directPaymentKinds,
  schemaMeanings,
  workBasedKinds,
  type CodeMeanings,
} from "../fields/code-sets";
import type { Sen2Return } from "../read/return";
import type { SettingColumns, NamedSettings } from "./settings";

/** SEN types. */
export const needs = codeSets.SENtype.map(({ code }) => code);

/** The columns of one return that say how a plan stands on a day, ready for plain loops. */
export interface PlanRecords {
  readonly placementsOf: Children;
  readonly detailsOf: Children;
  readonly rank: Int32Array;
  readonly entry: Int32Array;
  readonly leaving: Int32Array;
  readonly detailRank: Int32Array;
  readonly placement: SettingColumns;
  readonly detail: SettingColumns;
  /**
   * Need of each ActivePlans record, of rank 1, else the only one given: an index into `needs` from
   * 1, 0 where there is none.
   */
  readonly need: Uint8Array;
  /**
   * Residential weeks, 0 none, 1 for A, 2 for B: by placement (from 2024), by ActivePlans record
   * (2023), by named plan.
   */
  readonly placementResidential: Uint8Array;
  readonly activeResidential: Uint8Array | null;
  readonly namedResidential: Uint8Array;
  readonly personalBudget: Int8Array;
  /**
   * Kinds of direct payments and of work-based learning, from 1 in the order of their lists; 0 for
   * none, and for a letter that is not known.
   */
  readonly directPayment: Uint8Array;
  readonly placementWork: Uint8Array;
  readonly activeWork: Uint8Array | null;
  readonly namedWork: Uint8Array;
  /** Whether all letters of the return are known. */
  readonly knowsPayments: boolean;
  readonly knowsWork: boolean;
  readonly reviewMeeting: Int32Array;
  readonly lastReview: Int32Array;
  readonly transferred: Uint8Array;
}

/**
 * 1 for A (38 to 51 weeks), 2 for B (52 weeks), 0 for not residential or a code that is neither.
 */
function residential(text: TextColumn): Uint8Array {
  const weeks = Uint8Array.from(text.dictionary, (code) =>
    code === "A" ? 1 : code === "B" ? 2 : 0,
  );
  return Uint8Array.from(text.codes, (code) => weeks[code]);
}

/**
 * Kinds of the codes of a column by what they mean: from 1, 0 where there is no code or none that
 * is known.
 */
function kindsOf(
  text: TextColumn,
  kinds: readonly string[],
  meanings: Readonly<Record<string, string>>,
): Uint8Array {
  const kind = Uint8Array.from(
    text.dictionary,
    (code) => kinds.indexOf(meanings[code.toUpperCase()] ?? "") + 1,
  );
  return Uint8Array.from(text.codes, (code) => kind[code]);
}

/** Whether every code of some columns has been told apart. */
const areKnown = (...columns: readonly (readonly [TextColumn, Uint8Array])[]): boolean =>
  columns.every(([{ codes }, kinds]) => codes.every((code, row) => code === 0 || kinds[row] > 0));

function primaryNeeds(ret: Sen2Return): Uint8Array {
  const { senneed, activeplans } = ret.tables;
  const type = senneed.text("sentype");
  const index = Uint8Array.from(
    type.dictionary,
    (value) => needs.findIndex((code) => code === value) + 1,
  );
  const rank = senneed.integer("sentyperank").values;
  const under = childrenOf(senneed.parent, activeplans.rowCount);
  const primary = new Uint8Array(activeplans.rowCount);
  for (let plan = 0; plan < primary.length; plan++) {
    const [from, to] = [under.from[plan], under.from[plan + 1]];
    let chosen = to - from === 1 ? under.rows[from] : -1;
    for (let i = to - 1; i >= from; i--) if (rank[under.rows[i]] === 1) chosen = under.rows[i];
    if (chosen >= 0) primary[plan] = index[type.codes[chosen]];
  }
  return primary;
}

/** Reads the plan records of each return. */
export function planRecords(
  returns: readonly Sen2Return[],
  settings: NamedSettings,
  { workBased, directPayments }: CodeMeanings = schemaMeanings,
): PlanRecords[] {
  return returns.map((ret, r) => {
    const { placementdetail, plandetail, activeplans, namedplan } = ret.tables;
    const [payment, atPlacement, ofPlan, named] = [
      namedplan.text("dp"),
      placementdetail.text("wbp"),
      activeplans.text("wbp"),
      namedplan.text("planwbp"),
    ];
    const paid = kindsOf(payment, directPaymentKinds, directPayments);
    const [placementWork, planWork, namedWork] = [atPlacement, ofPlan, named].map((text) =>
      kindsOf(text, workBasedKinds, workBased),
    );
    return {
      directPayment: paid,
      placementWork,
      activeWork: activeplans.has("wbp") ? planWork : null,
      namedWork,
      knowsPayments: areKnown([payment, paid]),
      knowsWork: areKnown([atPlacement, placementWork], [ofPlan, planWork], [named, namedWork]),
      placementsOf: childrenOf(placementdetail.parent, activeplans.rowCount),
      detailsOf: childrenOf(plandetail.parent, namedplan.rowCount),
      rank: placementdetail.integer("placementrank").values,
      entry: placementdetail.day("entrydate").values,
      leaving: placementdetail.day("leavingdate").values,
      detailRank: plandetail.integer("placementrank").values,
      placement: settings.placements[r],
      detail: settings.planDetails[r],
      need: primaryNeeds(ret),
      placementResidential: residential(placementdetail.text("res")),
      activeResidential: activeplans.has("res") ? residential(activeplans.text("res")) : null,
      namedResidential: residential(namedplan.text("planres")),
      personalBudget: namedplan.flag("pb").values,
      reviewMeeting: activeplans.day("reviewmeeting").values,
      lastReview: activeplans.day("lastreview").values,
      transferred: Uint8Array.from(activeplans.text("transferla").codes, (code) =>
        code === 0 ? 0 : 1,
      ),
    };
  });
}

/**
 * Row of the placement that counts on a day among those of an ActivePlans record: open rank 1, else
 * another open one; -1 when none is open. One without a start has begun.
 */
export function openPlacement(records: PlanRecords, activePlan: number, day: Day): number {
  let other = -1;
  const { placementsOf, entry, leaving, rank } = records;
  for (let i = placementsOf.from[activePlan]; i < placementsOf.from[activePlan + 1]; i++) {
    const row = placementsOf.rows[i];
    if (entry[row] > day || (leaving[row] !== MISSING && leaving[row] < day)) continue;
    if (rank[row] === 1) return row;
    if (other < 0) other = row;
  }
  return other;
}

/** Whether an ActivePlans record has placements and all of them begin after a day. */
export function areToCome(
  { placementsOf: { from, rows }, entry }: PlanRecords,
  activePlan: number,
  day: Day,
): boolean {
  const placements = rows.subarray(from[activePlan], from[activePlan + 1]);
  return placements.length > 0 && placements.every((row) => entry[row] > day);
}

/** Row of the plan detail that counts: rank 1, else the first; -1 when there is none. */
export function mainDetail(records: PlanRecords, namedPlan: number): number {
  const { detailsOf, detailRank } = records;
  const [from, to] = [detailsOf.from[namedPlan], detailsOf.from[namedPlan + 1]];
  for (let i = from; i < to; i++) if (detailRank[detailsOf.rows[i]] === 1) return detailsOf.rows[i];
  return from < to ? detailsOf.rows[from] : -1;
}

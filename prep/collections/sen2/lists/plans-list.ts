import type { Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { caseloadOn, observationAt } from "../model/caseload";
import { caseloadRows } from "../views/caseload-view";
import type { Sen2Model } from "../model/model";
import { needs, openPlacement, type PlanRecords } from "../model/plan-records";
import { needAnswer, yesNoAnswer } from "../../../lists/annex-a/answers";
import { cellsOf, subsidiaryPhase, type ListedChildren } from "../../../lists/annex-a/children";
import type { AnnexList, AnnexRow, ListRowSource } from "../../../lists/annex-a/row";

/** Dates of a plan that SEN2 gives besides its start; null where there is none. */
interface PlanDates {
  readonly lastReview: Day | null;
  readonly updated: Day | null;
}

/**
 * When a plan was last reviewed and last updated, as known on a day: from the returns up to the one
 * that covers it, the newest first. A date between
 * the day and the return's reference date had not come yet; one after the reference date is a
 * mistake, which the checks are there to find.
 */
function planDatesOf(
  { cases, records, returns }: Sen2Model,
  ret: number,
  day: Day,
): (c: number) => PlanDates {
  const { order, from, observations } = cases;
  const finals = returns.map(
    ({ tables }) => tables.activeplans.day("phasetransferfinaldate").values,
  );
  return (c) => {
    let lastReview: Day | null = null;
    let updated: Day | null = null;
    for (let at = observationAt(cases, c, ret); at >= from[c]; at--) {
      const r = observations.ret[order[at]];
      const active = observations.activePlan[order[at]];
      if (active < 0) continue;
      const known = (date: Day): Day | null =>
        date !== MISSING && (date <= day || date > returns[r].referenceDate) ? date : null;
      lastReview ??=
        known(records[r].lastReview[active]) ?? known(records[r].reviewMeeting[active]);
      const final = known(finals[r][active]);
      if (final !== null && (updated === null || final > updated)) updated = final;
    }
    return { lastReview, updated };
  };
}

/** Row of the open placement of rank 2 beside one of rank 1, or -1. */
function secondPlacement(records: PlanRecords, activePlan: number, day: Day): number {
  const { placementsOf, entry, leaving, rank } = records;
  const main = openPlacement(records, activePlan, day);
  if (main < 0 || rank[main] !== 1) return -1;
  for (let i = placementsOf.from[activePlan]; i < placementsOf.from[activePlan + 1]; i++) {
    const row = placementsOf.rows[i];
    if (rank[row] === 2 && entry[row] <= day && (leaving[row] === MISSING || leaving[row] >= day))
      return row;
  }
  return -1;
}

/**
 * Setting of the second placement of a plan as the newest return that has the plan shows it; 0
 * where there is none.
 */
function secondSetting({ cases, records }: Sen2Model, c: number, ret: number, day: Day): number {
  const { order, from, observations } = cases;
  for (let at = observationAt(cases, c, ret); at >= from[c]; at--) {
    const active = observations.activePlan[order[at]];
    if (active < 0 && observations.namedPlan[order[at]] < 0) continue;
    const of = records[observations.ret[order[at]]];
    const row = active < 0 ? -1 : secondPlacement(of, active, day);
    return row < 0 ? 0 : of.placement.setting[row];
  }
  return 0;
}

/** The person record of the newest return that shows a case, up to the one that covers the day. */
function sourceOf({ cases, returns }: Sen2Model, c: number, ret: number): ListRowSource {
  const observation = cases.order[Math.max(observationAt(cases, c, ret), cases.from[c])];
  const { person, requests } = returns[cases.observations.ret[observation]].tables;
  return {
    file: person.file,
    record: person.record(requests.parent[cases.observations.request[observation]]),
  };
}

/**
 * List 1: everyone with a plan in force on a day, one row a person, in the order of their keys.
 * Empty when no return covers the day.
 */
export function plansList(model: Sen2Model, day: Day, children: ListedChildren): AnnexList {
  const load = caseloadOn(model, day);
  if (!load) return { list: 1, rows: [], sources: [], persons: [] };
  const { measures } = caseloadRows(model, load);
  const datesOf = planDatesOf(model, load.ret, day);
  const { establishments } = children;
  const order = Array.from(load.person.keys()).sort((a, b) => load.person[a] - load.person[b]);
  const sources = order.map((i) => sourceOf(model, load.caseOf[i], load.ret));
  const rows = order.map((i, n): AnnexRow => {
    const [c, person, setting] = [load.caseOf[i], load.person[i], load.setting[i]];
    const { lastReview, updated } = datesOf(c);
    const second = secondSetting(model, c, load.ret, day);
    return {
      ...cellsOf(person, children, sources[n]),
      initialPlan: model.merged.start[c],
      updatedPlan: updated,
      lastReview,
      need: load.need[i] === 0 ? null : needAnswer(needs[load.need[i] - 1]),
      urn: establishments.urn(setting, day),
      phase: establishments.phase(setting, day),
      subsidiaryPhase:
        (second > 0 ? establishments.phase(second, day) : null) ??
        subsidiaryPhase(person, setting, day, children),
      homeEducation: setting === 0 ? null : yesNoAnswer(measures.elective_home_education[i] === 1),
    };
  });
  return { list: 1, rows, sources, persons: order.map((i) => load.person[i]) };
}

import { labels, textBuilder } from "../../columns/build";
import { civilOf, type Day } from "../../calendar/day";
import { monthEnd } from "../../calendar/periods";
import { DayColumn, FlagColumn, IntegerColumn, MISSING } from "../../columns/column";
import { ageBands } from "../../star/age-bands";
import { starFrame, type StarData, type StarValues } from "../../star/frame";
import { annualReview, ehcCaseload, ehcPlan, ehcRequest, phaseTransfer, placement, planNeed } from "../../star/sen2-facts";
import type { StarTable } from "../../star/declaration";
import { settingGroups } from "../school-register/setting-groups";
import { caseloadFlags, caseloadOn, type Caseload } from "./caseload";
import { sen2KnownDays } from "./figures";
import type { Sen2Model } from "./model";
import type { ReviewFacts } from "./plan-facts";
import { needs } from "./plan-records";
import { requestFlags } from "./request-facts";
import { caseKeys, days, flagColumn, integers, labelled, later, outcomes, sourceOfCase, take, texts, type CaseKeys } from "./star-rows";

const table = (declaration: StarTable, columns: Record<string, StarValues>): StarData => ({ declaration, frame: starFrame(declaration, columns) });
const plusOne = (values: Int32Array): IntegerColumn => new IntegerColumn(values.map((value) => value + 1));
const constant = (length: number, value: number): Int32Array => new Int32Array(length).fill(value);

function requestTable(model: Sen2Model, { order, keyOf }: CaseKeys, source: Int32Array): StarData {
  const { merged, requests, options } = model;
  const { limits } = options;
  return table(ehcRequest, {
    request_key: integers(keyOf, order),
    person_key: plusOne(take(merged.person, order)),
    source_key: integers(source, order),
    received_date: days(merged.received, order),
    request_source: texts(requests.source, order),
    rya: flagColumn(requests.rya, order),
    exported_to: texts(requests.exported, order),
    decision: outcomes(merged.decision.outcome, order),
    decision_date: days(merged.decision.date, order),
    decision_due_date: days(later(merged.received, limits.requestDays), order),
    assessment_outcome: outcomes(merged.assessment.outcome, order),
    assessment_outcome_date: days(merged.assessment.date, order),
    not_issue_due_date: days(later(merged.received, limits.notIssuedDays), order),
    plan_due_date: days(later(merged.received, limits.planDays), order),
    exception_applies: flagColumn(requests.exception, order),
    age_at_request: integers(requests.age, order),
    age_band: labelled(requests.ageBand, order, ageBands),
    need_at_issue: labels(Array.from(order, (c) => (requests.flags.issued[c] ? requests.needAtIssue[c] : -1)), needs),
    days_to_decision: integers(requests.daysToDecision, order),
    days_to_outcome: integers(requests.daysToOutcome, order),
    ...Object.fromEntries(requestFlags.map((flag) => [flag, integers(requests.flags[flag], order)])),
  });
}

/** Newest text or flag of a named plan or active plan column over the observations of each case. */
function planColumns(model: Sen2Model) {
  const { cases, returns } = model;
  const { observations, order, from } = cases;
  const newest = <V>(rowOf: Int32Array, read: readonly ((row: number) => V | null)[]) => (c: number): V | null => {
    for (let i = from[c + 1] - 1; i >= from[c]; i--) {
      const observation = order[i];
      const value = rowOf[observation] < 0 ? null : read[observations.ret[observation]](rowOf[observation]);
      if (value !== null) return value;
    }
    return null;
  };
  const named = (column: string) => newest(observations.namedPlan, returns.map(({ tables }) => (row) => tables.namedplan.code(column).at(row)));
  const active = (column: string) => newest(observations.activePlan, returns.map(({ tables }) => (row) => tables.activeplans.code(column).at(row)));
  const flag = (column: string) => newest(observations.namedPlan, returns.map(({ tables }) => (row) => tables.namedplan.flag(column).at(row)));
  return { named, active, flag };
}

function planTable(model: Sen2Model, { keyOf }: CaseKeys, plans: Int32Array, source: Int32Array): StarData {
  const { merged, ceased } = model;
  const { named, active, flag } = planColumns(model);
  const text = (read: (c: number) => string | null) => {
    const builder = textBuilder(plans.length);
    plans.forEach((c, row) => builder.set(row, read(c)));
    return builder.column();
  };
  const yesNo = (read: (c: number) => boolean | null) => new FlagColumn(Int8Array.from(plans, (c) => ({ true: 1, false: 0, null: -1 })[String(read(c)) as "true" | "false" | "null"]));
  const whenCeased = (values: Uint8Array) => Array.from(plans, (c) => (ceased.ceased[c] ? values[c] : -1));
  const workBased = { named: named("planwbp"), active: active("wbp") };
  return table(ehcPlan, {
    plan_key: integers(keyOf, plans),
    request_key: integers(keyOf, plans),
    person_key: plusOne(take(merged.person, plans)),
    source_key: integers(source, plans),
    start_date: days(merged.start, plans),
    cease_date: days(merged.cease, plans),
    shown_until: days(merged.planShownUntil, plans),
    cease_reason: text(named("ceasereason")),
    transferred_from: text(active("transferla")),
    personal_budget: yesNo(flag("pb")),
    organised_arrangements: yesNo(flag("oa")),
    direct_payments: text(named("dp")),
    work_based_learning: text((c) => workBased.named(c) ?? workBased.active(c)),
    age_band_ceased: labels(whenCeased(ceased.ageBand), ageBands),
    need_when_ceased: labels(whenCeased(ceased.need), needs),
    ceased: integers(ceased.ceased, plans),
  });
}

interface PlanRow {
  readonly c: number;
  readonly ret: number;
  readonly row: number;
}

/** Rows of a table under the plans, in the order of the plans, then of the returns, then of the file. */
function rowsUnder(model: Sen2Model, plans: Int32Array, children: (observation: number, ret: number) => Iterable<number>): PlanRow[] {
  const { order, from, observations } = model.cases;
  const rows: PlanRow[] = [];
  for (const c of plans)
    for (let i = from[c]; i < from[c + 1]; i++) {
      const ret = observations.ret[order[i]];
      for (const row of children(order[i], ret)) rows.push({ c, ret, row });
    }
  return rows;
}

function placementTable(model: Sen2Model, { keyOf }: CaseKeys, plans: Int32Array, sourceKeys: readonly number[]): StarData {
  const { cases, records, returns, periods, merged, settings } = model;
  const { observations } = cases;
  const rows = [
    ...rowsUnder(model, plans, (observation, ret) => {
      const active = observations.activePlan[observation];
      const { from, rows: of } = records[ret].placementsOf;
      return active < 0 ? [] : of.subarray(from[active], from[active + 1]);
    }).map((row) => ({ ...row, named: false })),
    ...rowsUnder(model, plans, (observation, ret) => {
      const named = observations.namedPlan[observation];
      const { from, rows: of } = records[ret].detailsOf;
      return named < 0 ? [] : of.subarray(from[named], from[named + 1]);
    }).map((row) => ({ ...row, named: true })),
  ];
  type Row = (typeof rows)[number];
  const of = ({ named, ret }: Row) => returns[ret].tables[named ? "plandetail" : "placementdetail"];
  const where = ({ named, ret }: Row) => (named ? records[ret].detail : records[ret].placement);
  const ints = (read: (row: Row) => number) => new IntegerColumn(Int32Array.from(rows, read));
  const flags = (column: string) => new FlagColumn(Int8Array.from(rows, (row) => of(row).flag(column).values[row.row]));
  const residential = (row: Row): number => (row.named ? -1 : records[row.ret].placementResidential[row.row] - 1);
  return table(placement, {
    placement_key: new IntegerColumn(Int32Array.from(rows, (_, i) => i + 1)),
    plan_key: ints(({ c }) => keyOf[c]),
    person_key: ints(({ c }) => merged.person[c] + 1),
    source_key: ints(({ ret }) => sourceKeys[ret]),
    kind: labels(rows.map(({ named }) => Number(named)), ["placement", "named_in_plan"]),
    setting_key: ints((row) => where(row).setting[row.row] || MISSING),
    rank: ints((row) => of(row).integer("placementrank").values[row.row]),
    entry_date: new DayColumn(Int32Array.from(rows, (row) => (row.named ? MISSING : records[row.ret].entry[row.row]))),
    leaving_date: new DayColumn(Int32Array.from(rows, (row) => (row.named ? MISSING : records[row.ret].leaving[row.row]))),
    sen_unit: flags("senunitindicator"),
    resourced_provision: flags("resourcedprovisionindicator"),
    setting_group: labels(rows.map((row) => settings.group(where(row).setting[row.row], where(row).place[row.row], periods[row.ret].plansEnd)), settingGroups.map(({ id }) => id)),
    residential: labels(rows.map(residential), ["A", "B"]),
    valid_from: new DayColumn(Int32Array.from(rows, ({ ret }) => periods[ret].start)),
    valid_to: new DayColumn(Int32Array.from(rows, ({ ret }) => periods[ret].plansEnd)),
  });
}

function needTable(model: Sen2Model, { keyOf }: CaseKeys, plans: Int32Array, sourceKeys: readonly number[]): StarData {
  const { cases, returns, periods, merged } = model;
  const needsOf = returns.map(({ tables }) => {
    const under = new Map<number, number[]>();
    tables.senneed.parent.forEach((parent, row) => under.set(parent, [...(under.get(parent) ?? []), row]));
    return under;
  });
  const rows = rowsUnder(model, plans, (observation, ret) => needsOf[ret].get(cases.observations.activePlan[observation]) ?? []);
  const need = textBuilder(rows.length);
  rows.forEach(({ ret, row }, i) => need.set(i, returns[ret].tables.senneed.code("sentype").at(row)));
  const ints = (read: (row: PlanRow, i: number) => number) => new IntegerColumn(Int32Array.from(rows, read));
  return table(planNeed, {
    plan_need_key: ints((_, i) => i + 1),
    plan_key: ints(({ c }) => keyOf[c]),
    person_key: ints(({ c }) => merged.person[c] + 1),
    source_key: ints(({ ret }) => sourceKeys[ret]),
    need: need.column(),
    rank: ints(({ ret, row }) => returns[ret].tables.senneed.integer("sentyperank").values[row]),
    valid_from: new DayColumn(Int32Array.from(rows, ({ ret }) => periods[ret].start)),
    valid_to: new DayColumn(Int32Array.from(rows, ({ ret }) => periods[ret].plansEnd)),
  });
}

/** Reviews or phase transfers in the order of the case keys, then of their dates. */
function inKeyOrder({ caseOf, date }: ReviewFacts, keyOf: Int32Array): Int32Array {
  return Int32Array.from({ length: caseOf.length }, (_, i) => i).sort((a, b) => keyOf[caseOf[a]] - keyOf[caseOf[b]] || date[a] - date[b]);
}

function reviewTables(model: Sen2Model, { keyOf }: CaseKeys, sourceKeys: readonly number[]): StarData[] {
  const { merged, cases, reviews, phaseTransfers, returns, options } = model;
  const { observations } = cases;
  const common = (facts: ReviewFacts, rows: Int32Array) => ({
    plan_key: new IntegerColumn(Int32Array.from(rows, (i) => keyOf[facts.caseOf[i]])),
    person_key: new IntegerColumn(Int32Array.from(rows, (i) => merged.person[facts.caseOf[i]] + 1)),
    source_key: new IntegerColumn(Int32Array.from(rows, (i) => sourceKeys[observations.ret[facts.observation[i]]])),
  });
  const keys = (rows: Int32Array) => new IntegerColumn(Int32Array.from(rows, (_, i) => i + 1));
  const active = (i: number) => ({ row: observations.activePlan[reviews.observation[i]], of: returns[observations.ret[reviews.observation[i]]].tables.activeplans });
  const byKey = inKeyOrder(reviews, keyOf);
  const outcome = textBuilder(byKey.length);
  byKey.forEach((i, row) => outcome.set(row, active(i).of.code("reviewoutcome").at(active(i).row)));
  const due = inKeyOrder(phaseTransfers, keyOf);
  return [
    table(annualReview, {
      review_key: keys(byKey),
      ...common(reviews, byKey),
      meeting_date: days(reviews.date, byKey),
      decision_date: days(reviews.done, byKey),
      decision_due_date: days(later(reviews.date, options.limits.reviewDecisionDays), byKey),
      decision: outcome.column(),
      draft_date: new DayColumn(Int32Array.from(byKey, (i) => active(i).of.day("reviewdraft").values[active(i).row])),
      decided: integers(reviews.counted, byKey),
      decided_in_time: integers(reviews.onTime, byKey),
    }),
    table(phaseTransfer, {
      phase_transfer_key: keys(due),
      ...common(phaseTransfers, due),
      due_date: days(phaseTransfers.date, due),
      final_date: days(phaseTransfers.done, due),
      due: integers(phaseTransfers.counted, due),
      on_time: integers(phaseTransfers.onTime, due),
    }),
  ];
}

/** Days that the caseload fact holds: census dates, the ends of March, August and December, and the end of the last whole month. */
export function caseloadDays({ periods }: Sen2Model): Day[] {
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

function caseloadTable(model: Sen2Model, { keyOf }: CaseKeys, sourceKeys: readonly number[]): StarData {
  const loads = caseloadDays(model).flatMap((day) => caseloadOn(model, day) ?? []);
  const orders = loads.map((load) => Int32Array.from({ length: load.count }, (_, i) => i).sort((a, b) => load.person[a] - load.person[b]));
  const total = loads.reduce((sum, { count }) => sum + count, 0);
  const column = (read: (load: Caseload) => ArrayLike<number>): Int32Array => {
    const values = new Int32Array(total);
    let at = 0;
    loads.forEach((load, l) => {
      values.set(take(read(load), orders[l]), at);
      at += load.count;
    });
    return values;
  };
  const groups = settingGroups.map(({ id }) => id);
  return table(ehcCaseload, {
    snapshot_date: new DayColumn(column((load) => constant(load.count, load.day))),
    person_key: plusOne(column((load) => load.person)),
    plan_key: new IntegerColumn(column((load) => load.caseOf).map((c) => keyOf[c])),
    source_key: new IntegerColumn(column((load) => constant(load.count, sourceKeys[load.ret]))),
    setting_key: new IntegerColumn(column((load) => load.setting).map((key) => key || MISSING)),
    primary_need: labels(column((load) => load.need), needs),
    age_band: labels(column((load) => load.ageBand), ageBands),
    setting_group: labels(column((load) => load.group), groups),
    ...Object.fromEntries(caseloadFlags.map((flag) => [flag, new IntegerColumn(column((load) => load.flags[flag]))])),
  });
}

/** The fact tables that SEN2 feeds. `sourceKeys[r]` is the source key of return r. */
export function sen2Facts(model: Sen2Model, sourceKeys: readonly number[]): StarData[] {
  const keys = caseKeys(model);
  const source = sourceOfCase(model, sourceKeys);
  const plans = keys.order.filter((c) => model.merged.start[c] !== MISSING);
  return [
    requestTable(model, keys, source),
    planTable(model, keys, plans, source),
    placementTable(model, keys, plans, sourceKeys),
    needTable(model, keys, plans, sourceKeys),
    ...reviewTables(model, keys, sourceKeys),
    caseloadTable(model, keys, sourceKeys),
  ];
}

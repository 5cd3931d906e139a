import {
  above,
  and,
  atLeast,
  atMost,
  below,
  between,
  columns,
  daysBetween,
  isMissing,
  minus,
  not,
  or,
  parameters,
  type Expression,
} from "../../../columns/expression";
import type { Day } from "../../../calendar/day";
import { columnsAt, type Grouped } from "../../../columns/column-source";
import { evaluateFlags } from "../../../columns/evaluate";
import { rowsOf } from "../../../columns/rows";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import { ethnicityGroups } from "../../../protect/ethnicity-group";
import { placeColumns } from "../../../protect/place-groups";
import { ageBands } from "../../../star/age-bands";
import type { Sen2Limits } from "../model/limits";
import type { MergedCases } from "../model/merge";
import { outcomeGroups, outcomes } from "./groups";
import { openOn } from "./open-on";
import { ofCase, ofPersonGroups, ofRequest } from "./rests-on";
import type { RequestRows } from "./request-view";

const q = {
  ...placeColumns,
  ...columns({
    received_date: "day",
    decision: outcomes,
    decision_date: "day",
    /** The decision had been taken by this day: a return says H of it. */
    decision_before: "day",
    assessment_outcome: outcomes,
    assessment_outcome_date: "day",
    assessment_before: "day",
    /** Last day that a return shows the request, where later ones leave it out. */
    shown_until: "day",
    exception_applies: "flag",
    /** Groups of the person, as the view of requests has them. */
    age_band: ageBands,
    sex: "text",
    ethnicity_group: ethnicityGroups,
    request_source: "text",
  }),
};
const p = parameters({
  day: "day",
  request_days: "number",
  not_issued_days: "number",
  plan_days: "number",
});

type Flag = Expression<"flag">;

const since = daysBetween(q.received_date, p.day);
const { awaiting, open, decidedToIssue, awaitingUntimed } = openOn(q, p.day);
const openUntimed = and(open, isMissing(q.received_date));

/** Cases that a limit runs for: those without a date received have no due date. */
const timedOpen = and(open, atLeast(since, 0));
const undecided = and(timedOpen, not(decidedToIssue));
const left = {
  request_decision: minus(p.request_days, since),
  not_issue_decision: minus(p.not_issued_days, since),
  final_plan: minus(p.plan_days, since),
};
/** Due on the day or within so many days after it. */
const dueWithin = (cases: Flag, daysLeft: Expression<"number">, days: number): Flag =>
  and(cases, between(daysLeft, 0, days));
const overdue = (cases: Flag, daysLeft: Expression<"number">): Flag =>
  and(cases, below(daysLeft, 0));
const finalPlanOverdue = overdue(timedOpen, left.final_plan);

/**
 * All requests on a day: those that await a decision or whose assessment is open, and what is due
 * of them.
 */
export const openRequestView = defineView({
  name: "requests",
  columns: q,
  parameters: p,
  flags: {
    awaiting,
    awaiting_over_6_weeks: and(awaiting, above(since, p.request_days)),
    open,
    open_over_20_weeks: and(open, above(since, p.plan_days)),
    open_over_30_weeks: and(open, above(since, 30 * 7)),
    open_over_52_weeks: and(open, above(since, 52 * 7)),
    request_decision_due_14: dueWithin(awaiting, left.request_decision, 14),
    request_decision_due_28: dueWithin(awaiting, left.request_decision, 28),
    request_decision_overdue: overdue(awaiting, left.request_decision),
    not_issue_decision_overdue: overdue(undecided, left.not_issue_decision),
    final_plan_due_14: dueWithin(timedOpen, left.final_plan, 14),
    final_plan_due_28: dueWithin(timedOpen, left.final_plan, 28),
    final_plan_overdue: finalPlanOverdue,
    final_plan_overdue_no_exception: and(finalPlanOverdue, not(q.exception_applies)),
    /** Those that figures by the time since receipt leave out. */
    awaiting_untimed: awaitingUntimed,
    open_untimed: openUntimed,
    undecided_untimed: and(openUntimed, not(decidedToIssue)),
    untimed: or(awaitingUntimed, openUntimed),
    /** And all that they are left out of. */
    awaiting_in_all: or(awaiting, awaitingUntimed),
    undecided_in_all: and(open, not(decidedToIssue)),
    open_in_all: or(awaiting, awaitingUntimed, open),
    near_deadline: or(
      and(awaiting, atMost(left.request_decision, 14)),
      and(undecided, atMost(left.not_issue_decision, 14)),
      and(timedOpen, atMost(left.final_plan, 14)),
    ),
  },
  measures: {
    request_decision_days_overdue: minus(since, p.request_days),
    final_plan_days_overdue: minus(since, p.plan_days),
  },
  breakdowns: {
    age_band: q.age_band,
    sex: q.sex,
    ethnicity_group: q.ethnicity_group,
    request_source: q.request_source,
    ...placeColumns,
  },
  restsOn: {
    rows: ofCase,
    columns: {
      ...ofPersonGroups,
      ...ofRequest,
      decision_before: ofRequest.decision,
      assessment_before: ofRequest.assessment_outcome,
      shown_until: [],
    },
  },
});

export type OpenRequestRows = ViewRows<typeof openRequestView>;

/** What a model has of the requests, the same on every day. */
interface OpenRequestSource {
  readonly merged: MergedCases;
  readonly requests: { readonly exception: Int8Array };
  readonly events: { readonly request: RequestRows };
  readonly options: { readonly limits: Sen2Limits };
}

/** What is known of the requests of a model on a day; `asked` says who made them. */
function dataOn(
  { merged, requests, events, options: { limits } }: OpenRequestSource,
  day: Day,
  asked: Grouped | null,
) {
  const { decision: decided, assessment: ended } = merged;
  const { age_band = null, sex = null, ethnicity_group = null } = events.request.breakdowns;
  const { ward = null, locality = null } = events.request.breakdowns;
  const { deprivation_decile = null, idaci_decile = null } = events.request.breakdowns;
  return {
    count: merged.count,
    columns: {
      received_date: merged.received,
      decision: outcomeGroups(decided.outcome),
      decision_date: decided.date,
      decision_before: decided.before,
      assessment_outcome: outcomeGroups(ended.outcome),
      assessment_outcome_date: ended.date,
      assessment_before: ended.before,
      shown_until: merged.requestShownUntil,
      exception_applies: requests.exception,
      age_band,
      sex,
      ethnicity_group,
      request_source: asked,
      ward,
      locality,
      deprivation_decile,
      idaci_decile,
    },
    parameters: {
      day,
      request_days: limits.requestDays,
      not_issued_days: limits.notIssuedDays,
      plan_days: limits.planDays,
    },
  };
}

/** The requests of a model on a day, one row a case. */
export const openRequestRows = (source: OpenRequestSource, day: Day): OpenRequestRows =>
  viewRows(openRequestView, dataOn(source, day, null));

/**
 * Those of them that are open on the day, or not known to be closed: no flag of the view holds for
 * another one. `asked` is null where who made the requests is not known of that day.
 */
export function openOnlyRows(
  source: OpenRequestSource,
  day: Day,
  asked: Grouped | null,
): OpenRequestRows {
  const data = dataOn(source, day, asked);
  const rows = rowsOf(evaluateFlags(openRequestView.flags.open_in_all, data));
  return viewRows(openRequestView, {
    ...data,
    count: rows.length,
    columns: columnsAt(data.columns, rows),
  });
}

import {
  and,
  atMost,
  columns,
  equal,
  isGiven,
  isIn,
  isMissing,
  not,
  or,
  parameters,
  plus,
  recode,
  when,
} from "../../../columns/expression";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import type { People } from "../../../protect/people";
import { personColumns, personData, personGroups } from "../../../protect/person-groups";
import { placeColumns, placeData, placesOfPeople } from "../../../protect/place-groups";
import { ageBandOf } from "../../../star/age-bands";
import { ehcRequest } from "../tables/request-fact";
import type { Sen2Limits } from "../model/limits";
import type { MergedCases } from "../model/merge";
import { needs } from "../model/plan-records";
import type { RequestFacts } from "../model/request-facts";
import { fromOne, needOf, outcomeGroups, outcomes } from "./groups";
import { openOn } from "./open-on";
import { ofCase, ofNeed, ofPerson, ofPlace, ofRequest } from "./rests-on";

const q = {
  ...personColumns,
  ...placeColumns,
  ...columns({
    received_date: "day",
    decision: outcomes,
    decision_date: "day",
    decision_before: "day",
    assessment_outcome: outcomes,
    assessment_outcome_date: "day",
    assessment_before: "day",
    shown_until: "day",
    request_source: ["1", "2", "3", "4", "5"],
    exception_applies: "flag",
    days_to_decision: "number",
    days_to_outcome: "number",
    age_at_request: "number",
    need_at_issue: needs,
    received_in_period: "flag",
    decided_in_period: "flag",
    ended_in_period: "flag",
    source_asked: "flag",
    mediation_at_request: "flag",
    tribunal_at_request: "flag",
    mediation_at_assessment: "flag",
    tribunal_at_assessment: "flag",
  }),
};
const limits = parameters({
  request_days: "number",
  not_issued_days: "number",
  plan_days: "number",
});

const received = and(q.received_in_period, isIn(q.decision, ["Y", "N", "A", "W"]));
const sourceGiven = and(received, q.source_asked, isGiven(q.request_source));
const agreed = and(q.decided_in_period, equal(q.decision, "Y"));
const refused = and(q.decided_in_period, equal(q.decision, "N"));
const decided = or(agreed, refused);
const issued = and(q.ended_in_period, equal(q.assessment_outcome, "Y"));
const notIssued = and(q.ended_in_period, equal(q.assessment_outcome, "N"));
const issuedTimed = and(issued, isGiven(q.days_to_outcome));
const issuedInTime = and(issued, atMost(q.days_to_outcome, limits.plan_days));

const untimed = isMissing(q.days_to_outcome);

/** Last day in time of a decision on the request, and of a plan. */
const due = {
  decision: plus(q.received_date, limits.request_days),
  plan: plus(q.received_date, limits.plan_days),
};
const decidedByDue = and(isIn(q.decision, ["Y", "N"]), atMost(q.decision_date, due.decision));
const issuedByDue = and(
  equal(q.assessment_outcome, "Y"),
  atMost(q.assessment_outcome_date, due.plan),
);
const onPlanDue = openOn(q, due.plan);

/**
 * Requests for an EHC needs assessment, over all returns: one row a case. Events count where a
 * loaded reference period contains them.
 */
export const requestView = defineView({
  name: "request",
  star: { table: ehcRequest },
  columns: q,
  parameters: limits,
  dates: {
    received_date: q.received_date,
    decision_date: q.decision_date,
    assessment_outcome_date: q.assessment_outcome_date,
    decision_due_date: due.decision,
    plan_due_date: due.plan,
  },
  flags: {
    received,
    source_given: sourceGiven,
    source_parent: and(sourceGiven, equal(q.request_source, "1")),
    decided,
    decision_timed: and(decided, isGiven(q.days_to_decision)),
    decided_in_time: and(decided, atMost(q.days_to_decision, limits.request_days)),
    refused,
    agreed,
    completed: or(issued, notIssued),
    not_issued: notIssued,
    not_issued_timed: and(notIssued, isGiven(q.days_to_outcome)),
    not_issued_in_time: and(notIssued, atMost(q.days_to_outcome, limits.not_issued_days)),
    issued,
    issued_timed: issuedTimed,
    issued_in_time: issuedInTime,
    issued_timed_no_exception: and(issuedTimed, not(q.exception_applies)),
    issued_in_time_no_exception: and(issuedInTime, not(q.exception_applies)),
    /** Those that no figure of time holds, for want of the date received. */
    decision_untimed: and(decided, isMissing(q.days_to_decision)),
    not_issued_untimed: and(notIssued, untimed),
    issued_untimed: and(issued, untimed),
    issued_untimed_no_exception: and(issued, untimed, not(q.exception_applies)),
    /** The limit ran out, or was kept, on a case that had not ended in another way by then. */
    decision_fell_due: or(decidedByDue, openOn(q, due.decision).awaiting),
    decided_by_due: decidedByDue,
    plan_fell_due: or(issuedByDue, onPlanDue.awaiting, onPlanDue.open),
    issued_by_due: issuedByDue,
    request_mediation: and(q.decided_in_period, q.mediation_at_request),
    request_tribunal: and(q.decided_in_period, q.tribunal_at_request),
    assessment_mediation: and(q.ended_in_period, q.mediation_at_assessment),
    assessment_tribunal: and(q.ended_in_period, q.tribunal_at_assessment),
  },
  measures: { days_to_issue: when([[issuedTimed, q.days_to_outcome]]) },
  breakdowns: {
    ...personGroups,
    ...placeColumns,
    age_band: ageBandOf(q.age_at_request),
    request_source: recode(
      q.request_source,
      [
        ["1", "parent_or_young_person"],
        ["2", "education_setting"],
        ["3", "health"],
        ["4", "social_care"],
        ["5", "other"],
      ],
      "not_recorded",
    ),
    primary_need: needOf(q.need_at_issue),
  },
  restsOn: {
    rows: ofCase,
    columns: {
      ...ofPerson,
      ...ofPlace,
      ...ofRequest,
      age_at_request: ofPerson.age,
      days_to_decision: [...ofRequest.received_date, ...ofRequest.decision_date],
      days_to_outcome: [...ofRequest.received_date, ...ofRequest.assessment_outcome_date],
      need_at_issue: ofNeed,
      decision_before: ofRequest.decision,
      assessment_before: ofRequest.assessment_outcome,
      shown_until: [],
      received_in_period: ofRequest.received_date,
      decided_in_period: [...ofRequest.decision, ...ofRequest.decision_date],
      ended_in_period: [...ofRequest.assessment_outcome, ...ofRequest.assessment_outcome_date],
      source_asked: [],
      mediation_at_request: ["requests.requestmediation"],
      tribunal_at_request: ["requests.requesttribunal"],
      mediation_at_assessment: ["assessment.assessmentmediation", "assessment.othermediation"],
      tribunal_at_assessment: ["assessment.assessmenttribunal", "assessment.othertribunal"],
    },
  },
  known: ["requests", "request_source", "decisions_due", "plans_due"],
});

export type RequestRows = ViewRows<typeof requestView>;

/** The requests of a model as rows of their view. */
export const requestRows = (
  merged: MergedCases,
  facts: RequestFacts,
  people: People,
  { requestDays, notIssuedDays, planDays }: Sen2Limits,
): RequestRows =>
  viewRows(requestView, {
    count: merged.count,
    columns: {
      received_date: merged.received,
      decision: outcomeGroups(merged.decision.outcome),
      decision_date: merged.decision.date,
      decision_before: merged.decision.before,
      assessment_outcome: outcomeGroups(merged.assessment.outcome),
      assessment_outcome_date: merged.assessment.date,
      assessment_before: merged.assessment.before,
      shown_until: merged.requestShownUntil,
      request_source: facts.source,
      exception_applies: facts.exception,
      days_to_decision: facts.daysToDecision,
      days_to_outcome: facts.daysToOutcome,
      age_at_request: facts.age,
      need_at_issue: fromOne(needs, facts.needAtIssue),
      ...personData(merged.person, people),
      ...placeData(placesOfPeople(people), merged.person),
      received_in_period: facts.receivedInPeriod,
      decided_in_period: facts.decidedInPeriod,
      ended_in_period: facts.endedInPeriod,
      source_asked: facts.sourceAsked,
      mediation_at_request: facts.mediationAtRequest,
      tribunal_at_request: facts.tribunalAtRequest,
      mediation_at_assessment: facts.mediationAtAssessment,
      tribunal_at_assessment: facts.tribunalAtAssessment,
    },
    parameters: {
      request_days: requestDays,
      not_issued_days: notIssuedDays,
      plan_days: planDays,
    },
  });

import { take } from "../../../columns/rows";
import type { StarData } from "../../../star/frame";
import { ehcRequest } from "./request-fact";
import type { Sen2Model } from "../model/model";
import { requestView } from "../views/request-view";
import {
  days,
  flagColumn,
  integers,
  grouped,
  later,
  outcomes,
  plusOne,
  starTable,
  texts,
  type CaseKeys,
} from "./star-rows";

/** The requests, one row a case in the order of the case keys. */
export function requestTable(
  model: Sen2Model,
  { order, keyOf }: CaseKeys,
  source: Int32Array,
): StarData {
  const { merged, requests, events, options } = model;
  const { measures, breakdowns } = events.request;
  const flagNames = ehcRequest.columns.flatMap(({ name }) =>
    name in requestView.flags ? [name as keyof typeof requestView.flags] : [],
  );
  const { limits } = options;
  return starTable(ehcRequest, {
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
    age_band: grouped(breakdowns.age_band, order),
    need_at_issue: grouped(breakdowns.primary_need, order, (c) => measures.issued[c] === 1),
    days_to_decision: integers(requests.daysToDecision, order),
    days_to_outcome: integers(requests.daysToOutcome, order),
    ...Object.fromEntries(flagNames.map((flag) => [flag, integers(measures[flag], order)])),
  });
}

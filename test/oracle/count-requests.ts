import type { Day } from "../../prep/calendar/day";
import type { Life, AssessmentOutcome, Request, ReturnInfo } from "../../prep/sample/history";
import { ageBand, ethnicityGroup } from "./groups";
import type { IndicatorId } from "./indicators";
import type { Knowable } from "./knowable";
import { needOn } from "./plan-on-day";
import { monthOf, type Tally } from "./tally";
import { isToCome } from "./to-come";

const SOURCES = ["parent_or_young_person", "education_setting", "health", "social_care", "other"];

function groupsOf({ person }: Life, { received, source }: Request): string[] {
  const asked = received === null ? "not_recorded" : SOURCES[source - 1];
  return [
    "all|all",
    `age_band|${ageBand(person.birth, received)}`,
    `sex|${person.sex}`,
    `ethnicity_group|${ethnicityGroup(person.ethnicity)}`,
    `request_source|${asked}`,
  ];
}

/**
 * Counts the decisions and plans that were due: each request by the last day in time, where it had
 * its decision (its plan) by then or still waited for it. One that had ended in another way is not
 * counted.
 */
function countDue(
  { received, decision, assessment }: Request,
  groups: readonly string[],
  end: Day,
  { spans }: Knowable,
  tally: Tally,
): void {
  if (received === null) return;
  const add = (
    id: IndicatorId,
    due: Day,
    { first, last }: Knowable["spans"]["requests"],
    done: boolean,
    waits: boolean,
  ): void => {
    if (due >= first && due <= last) tally.add(id, monthOf(due), groups, done, done || waits);
  };
  const [sixWeeks, twentyWeeks] = [received + 42, received + 140];
  const isDone = (
    step: AssessmentOutcome | null | undefined,
    outcomes: string,
    due: Day,
  ): boolean => !!step?.dated && outcomes.includes(step.outcome) && step.date <= due;
  add(
    "ehc_requests_due_decided_within_6_weeks_pct",
    sixWeeks,
    spans.decisions_due,
    isDone(decision, "YN", sixWeeks),
    isToCome(decision, sixWeeks, end),
  );
  const underWay =
    decision?.outcome === "Y" &&
    assessment !== null &&
    isToCome(assessment.result, twentyWeeks, end);
  add(
    "ehc_plans_due_issued_within_20_weeks_pct",
    twentyWeeks,
    spans.plans_due,
    isDone(assessment?.result, "Y", twentyWeeks),
    isToCome(decision, twentyWeeks, end) || underWay,
  );
}

/** Counts what happened to a person's requests: received, decided, assessed, issued. */
export function countRequestEvents(
  life: Life,
  returns: readonly ReturnInfo[],
  known: Knowable,
  tally: Tally,
): void {
  for (const request of life.requests) {
    const { received, decision, assessment, plan } = request;
    if (plan?.transfer) continue;
    const groups = groupsOf(life, request);
    const on = (
      day: Day,
      id: IndicatorId,
      numerator: boolean,
      denominator = false,
      more: readonly string[] = groups,
      days?: number,
    ): void => {
      const { first, last } = known.spans.requests;
      if (day >= first && day <= last)
        tally.add(id, monthOf(day), more, numerator, denominator, days);
    };
    countDue(request, groups, returns[returns.length - 1].end, known, tally);
    const missing = (day: Day, id: IndicatorId, more: readonly string[] = groups): void => {
      const { first, last } = known.spans.requests;
      if (day >= first && day <= last) tally.miss(id, monthOf(day), more);
    };
    if (received !== null) {
      on(received, "ehc_requests_received", true);
      if (received >= known.spans.source.first)
        on(received, "ehc_requests_by_parents_pct", request.source === 1, true);
    }
    if (decision?.dated && decision.outcome !== "W") {
      on(decision.date, "ehc_request_decisions", true);
      on(decision.date, "ehc_requests_refused_pct", decision.outcome === "N", true);
      on(decision.date, "ehc_assessments_agreed", decision.outcome === "Y");
      if (received !== null)
        on(
          decision.date,
          "ehc_request_decisions_within_6_weeks_pct",
          decision.date - received <= 42,
          true,
        );
      else missing(decision.date, "ehc_request_decisions_within_6_weeks_pct");
      on(decision.date, "ehc_mediation_cases", decision.mediation);
      on(decision.date, "ehc_tribunal_cases", decision.tribunal);
    }
    const result = assessment?.result;
    if (!result?.dated || result.outcome === "W") continue;
    on(result.date, "ehc_assessments_completed", true);
    on(result.date, "ehc_assessments_not_issued_pct", result.outcome === "N", true);
    on(result.date, "ehc_mediation_cases", result.mediation || result.otherMediation);
    on(result.date, "ehc_tribunal_cases", result.tribunal || result.otherTribunal);
    const days = received === null ? null : result.date - received;
    if (result.outcome === "N") {
      if (days === null) missing(result.date, "ehc_not_issued_within_16_weeks_pct");
      else on(result.date, "ehc_not_issued_within_16_weeks_pct", days <= 112, true);
      continue;
    }
    const issued = [
      ...groups,
      `primary_need|${plan ? needOn(plan, result.date, returns) : "not_recorded"}`,
    ];
    on(result.date, "ehc_plans_issued", true, false, issued);
    const timed = [
      "ehc_plans_within_20_weeks_pct",
      ...(assessment?.week20 ? [] : (["ehc_plans_within_20_weeks_excl_exceptions_pct"] as const)),
    ] as const;
    const lengths = [
      "ehc_plan_weeks_mean",
      "ehc_plan_weeks_median",
      "ehc_plan_weeks_p90",
      "ehc_plan_weeks_longest",
    ] as const;
    if (days === null) for (const id of [...timed, ...lengths]) missing(result.date, id, issued);
    else {
      for (const id of timed) on(result.date, id, days <= 140, true, issued);
      for (const id of lengths) on(result.date, id, false, true, issued, days);
    }
  }
}

const OPEN_OVER = [
  ["ehc_assessments_open_over_20_weeks", 140],
  ["ehc_assessments_open_over_30_weeks", 210],
  ["ehc_assessments_open_over_52_weeks", 364],
] as const;

/** Counts the requests that await a decision, and the assessments under way, at each month end. */
export function countWaiting(
  life: Life,
  returns: readonly ReturnInfo[],
  known: Knowable,
  tally: Tally,
): void {
  const end = returns[returns.length - 1].end;
  for (const request of life.requests) {
    const { received, decision, assessment, plan } = request;
    if (plan?.transfer) continue;
    const groups = groupsOf(life, request);
    for (const day of known.requestDays) {
      if (received !== null && received > day) continue;
      const waited = received === null ? null : day - received;
      const add = (id: IndicatorId, counts: boolean): void =>
        tally.add(id, day, groups, counts, false);
      if (isToCome(decision, day, end)) {
        add("ehc_requests_awaiting_decision", true);
        add("ehc_requests_awaiting_over_6_weeks", waited !== null && waited > 42);
      } else if (decision?.outcome === "Y" && assessment && isToCome(assessment.result, day, end)) {
        add("ehc_assessments_open", true);
        for (const [id, days] of OPEN_OVER)
          if (waited === null) tally.miss(id, day, groups);
          else tally.add(id, day, groups, waited > days, true);
      }
    }
  }
}

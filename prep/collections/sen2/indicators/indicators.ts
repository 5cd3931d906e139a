import type { Counted } from "../../../indicators/count";
import type { CountOf, Indicator } from "../../../indicators/indicator";
import type { View } from "../../../indicators/view";
import { caseloadView } from "../views/caseload-view";
import { requestView } from "../views/request-view";
import { assessmentIndicators } from "./assessments";
import { deadlineIndicators } from "./deadlines";
import { disputeIndicators } from "./disputes";
import { newPlanIndicators } from "./new-plans";
import { openAssessmentIndicators } from "./open-assessments";
import { phaseTransferIndicators } from "./phase-transfers";
import { placementIndicators } from "./placements";
import { arrangementIndicators } from "./arrangements";
import { planDeadlineIndicators } from "./plan-deadlines";
import { planIndicators } from "./plans";
import { requestIndicators } from "./requests";
import { reviewIndicators } from "./reviews";

/**
 * Every indicator that is counted from SEN2, in the order in which they are counted and listed: the
 * deadlines, which are looked at first, before the plans.
 */
export const sen2Indicators: readonly Indicator[] = [
  ...requestIndicators,
  ...assessmentIndicators,
  ...newPlanIndicators,
  ...openAssessmentIndicators,
  ...deadlineIndicators,
  ...planDeadlineIndicators,
  ...planIndicators,
  ...reviewIndicators,
  ...placementIndicators,
  ...arrangementIndicators,
  ...disputeIndicators,
  ...phaseTransferIndicators,
];

const counted = <const V extends View>(view: V, id: string, count: CountOf<V>): Counted => ({
  id,
  count: { ...count, view } as Counted["count"],
});
const ofReceived = {
  clock: "event",
  date: "received_date",
  known: "requests",
  statistic: "percent",
  breakdowns: [],
} as const;
const ofAllPlans = {
  clock: "day",
  statistic: "percent",
  denominator: "in_force",
  needs: "school_register",
  breakdowns: [],
} as const;

/**
 * Indicators as the Department for Education publishes them where that differs from ours: refusals
 * over requests
 * received, placements over all plans.
 * They are counted for reconciliation alone, so that like is held against like.
 */
export const sen2PublishedVariants: readonly Counted[] = [
  counted(requestView, "ehc_requests_refused_of_received_pct", {
    ...ofReceived,
    numerator: "refused",
    denominator: "received",
  }),
  counted(requestView, "ehc_request_decisions_within_6_weeks_of_received_pct", {
    ...ofReceived,
    numerator: "decided_in_time",
    denominator: "decision_timed",
  }),
  counted(caseloadView, "ehc_mainstream_pct_of_all_plans", {
    ...ofAllPlans,
    numerator: "mainstream",
  }),
  counted(caseloadView, "ehc_special_pct_of_all_plans", {
    ...ofAllPlans,
    numerator: "state_special",
  }),
  counted(caseloadView, "ehc_inmss_pct_of_all_plans", {
    ...ofAllPlans,
    numerator: "independent_special",
  }),
  counted(caseloadView, "ehc_alternative_provision_pct_of_all_plans", {
    ...ofAllPlans,
    numerator: "alternative_provision",
  }),
  counted(caseloadView, "ehc_further_education_pct_of_all_plans", {
    ...ofAllPlans,
    numerator: "further_education",
  }),
];

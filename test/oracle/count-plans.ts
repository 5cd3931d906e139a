import { lastAugust31, type Day } from "../../prep/calendar/day";
import type { Life, ReturnInfo } from "../../prep/sample/history";
import {
  showsActive,
  phaseTransferShown,
  reviewShown,
} from "../../prep/sample/what-a-return-shows";
import { SAMPLESHIRE } from "../../prep/sample/councils";
import { ageBand, ethnicityGroup } from "./groups";
import type { IndicatorId } from "./indicators";
import type { Knowable } from "./knowable";
import { hasPlanInForce } from "../../prep/sample/plan-in-force";
import {
  hasBudget,
  isAged16OrOver,
  isAged16To18,
  isOutOfArea,
  needOn,
  paymentOf,
  reviewOn,
  settingGroup,
  settingOn,
} from "./plan-on-day";
import { monthOf, type Tally } from "./tally";

const WORK: Readonly<Record<string, string>> = {
  A: "apprenticeship",
  T: "traineeship",
  S: "supported_internship",
};
const NOT_IN_EDUCATION = ["NEET", "NIEC", "NIEO"];

/** Counts a person's plan on each day of the caseload. */
export function countCaseload(
  life: Life,
  returns: readonly ReturnInfo[],
  known: Knowable,
  tally: Tally,
  withRegister: boolean,
): void {
  const { birth, sex, ethnicity, postcode } = life.person;
  const ward =
    SAMPLESHIRE.places.find(({ outward }) => outward === postcode.split(" ")[0])?.ward ??
    "not_recorded";
  for (const day of known.planDays) {
    const plan = hasPlanInForce(life, day, returns);
    if (!plan) continue;
    const ret = known.covering(day)!;
    const setting = settingOn(plan, day, ret);
    const group = settingGroup(setting, day);
    const code = setting.placement?.setting ?? "";
    const [age, need] = [ageBand(birth, lastAugust31(day)), needOn(plan, day, returns)];
    const groups = [
      "all|all",
      `age_band|${age}`,
      `sex|${sex}`,
      `ethnicity_group|${ethnicityGroup(ethnicity)}`,
      `primary_need|${need}`,
    ];
    const pairs = [`age_band_by_primary_need|${age} | ${need}`];
    if (withRegister) {
      groups.push(`setting_group|${group}`);
      pairs.push(`setting_group_by_primary_need|${group} | ${need}`);
    }
    const add = (id: IndicatorId, numerator: boolean, denominator = false): void =>
      tally.add(id, day, groups, numerator, denominator);

    tally.add("ehc_plans_maintained", day, [...groups, ...pairs, `ward|${ward}`], true, false);
    add("ehc_elective_home_education", code === "EHE");
    add("ehc_eotas", code === "OLA");
    add("ehc_neet", code === "NEET");
    add("ehc_awaiting_provision", setting.awaiting);
    if (setting.residential)
      tally.add(
        "ehc_residential",
        day,
        [...groups, `residential|${setting.residential === "A" ? "38_to_51_weeks" : "52_weeks"}`],
        true,
        false,
      );
    add("ehc_personal_budget_pct", hasBudget(plan, ret), true);
    const payment = paymentOf(plan, ret);
    if (payment)
      tally.add(
        "personal_budgets_by_component",
        day,
        [...groups, `direct_payment|${payment}`],
        true,
        false,
      );
    add("integrated_personal_budgets", payment === "integrated");
    if (setting.workBased && isAged16OrOver(birth, day))
      tally.add(
        "in_training_with_plan",
        day,
        [...groups, `work_based_learning|${WORK[setting.workBased]}`],
        true,
        false,
      );
    const student = isAged16To18(birth, day);
    add(
      "ehc_16_18_in_education_pct",
      student && setting.placement !== null && !NOT_IN_EDUCATION.includes(code),
      student,
    );
    if (withRegister) {
      const placed = group !== "not_recorded";
      add("ehc_mainstream_pct", group.startsWith("mainstream_"), placed);
      add("ehc_special_pct", group === "special_maintained" || group === "special_academy", placed);
      add(
        "ehc_inmss_pct",
        group === "special_non_maintained" || group === "special_independent",
        placed,
      );
      add("ehc_alternative_provision_pct", group.startsWith("ap_"), placed);
      add("ehc_further_education_pct", group.startsWith("fe_"), placed);
      if (setting.urn) add("ehc_out_of_area_pct", isOutOfArea(setting), true);
    }
    if (known.hasReviews(day)) {
      const review = reviewOn(plan, day, ret, returns);
      if (review.isKnown) {
        add("annual_review_held_12_months_pct", review.held, review.old);
        add("annual_reviews_overdue", review.overdue, true);
        add("annual_reviews_awaiting_decision", review.awaiting, true);
      } else {
        if (review.old) tally.miss("annual_review_held_12_months_pct", day, groups);
        tally.miss("annual_reviews_overdue", day, groups);
        tally.miss("annual_reviews_awaiting_decision", day, groups);
      }
    }
  }
}

/** Counts the ends of a person's plans, their reviews and their phase transfers. */
export function countPlanEvents(
  life: Life,
  returns: readonly ReturnInfo[],
  known: Knowable,
  tally: Tally,
): void {
  const { birth, sex, ethnicity } = life.person;
  const isIn = (span: { first: Day; last: Day }, day: Day): boolean =>
    day >= span.first && day <= span.last;
  for (const { plan } of life.requests) {
    if (!plan) continue;
    if (
      plan.cease &&
      isIn(known.spans.plans, plan.cease.date) &&
      (plan.transfer === null || plan.transfer.day <= plan.cease.date)
    ) {
      const { date, reason } = plan.cease;
      const groups = [
        "all|all",
        `age_band|${ageBand(birth, date)}`,
        `sex|${sex}`,
        `ethnicity_group|${ethnicityGroup(ethnicity)}`,
        `primary_need|${needOn(plan, date, returns)}`,
        `cease_reason|${reason}`,
      ];
      tally.add("ehc_plans_ceased", monthOf(date), groups, true, false);
    }
    // Each return shows one review and one phase transfer of an active plan; a later return adds
    // the decision or the final date.
    const decisions = new Map<Day, { decided: Day | null; shownOn: Day }>();
    const finals = new Map<Day, Day | null>();
    for (const ret of returns.filter((shown) => showsActive(plan, shown))) {
      const review = ret.year >= 2024 ? reviewShown(plan, ret) : null;
      if (review)
        decisions.set(review.meeting, { decided: review.decided, shownOn: ret.reference });
      const phase = ret.year >= 2025 ? phaseTransferShown(plan, ret) : null;
      if (phase) finals.set(phase.due, phase.final);
    }
    // Not in time without a decision once more than 28 days had passed on the last day that a
    // return tells of the meeting; before that, it is not known.
    const { last } = known.spans.reviews;
    for (const [meeting, { decided, shownOn }] of decisions) {
      if (!isIn(known.spans.reviews, meeting)) continue;
      const id = "annual_review_decision_within_4_weeks_pct";
      const made = decided !== null && decided <= last;
      const isOver = Math.min(shownOn, last) - meeting > 28;
      tally.add(id, monthOf(meeting), ["all|all"], made && decided - meeting <= 28, made || isOver);
      if (!made && !isOver && last - meeting > 28) tally.miss(id, monthOf(meeting), ["all|all"]);
    }
    for (const [due, final] of finals)
      if (isIn(known.spans.phase, due))
        tally.add(
          "phase_transfer_on_time_pct",
          monthOf(due),
          ["all|all"],
          final !== null && final <= due,
          true,
        );
  }
}

import type { Grouped } from "../../../columns/column-source";
import { MISSING } from "../../../columns/column";
import {
  above,
  and,
  atLeast,
  atMost,
  below,
  between,
  coalesce,
  columns,
  constant,
  daysBetween,
  differ,
  equal,
  isGiven,
  isIn,
  not,
  or,
  parameters,
  plus,
  type Expression,
} from "../../../columns/expression";
import { take } from "../../../columns/rows";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import { breakdownPairs } from "../../../indicators/breakdown-pairs";
import { personColumns, personData, personGroups } from "../../../protect/person-groups";
import {
  placeColumns,
  placeData,
  type PlaceGroups,
  type PlacesOfPeople,
} from "../../../protect/place-groups";
import { ageBandOf } from "../../../star/age-bands";
import { ehcCaseload } from "../tables/caseload-fact";
import {
  familyOf,
  settingGroups,
  type SettingFamily,
} from "../../../sources/school-register/setting-groups";
import type { Alert } from "../model/alerts";
import type { planAlertKinds } from "../model/alerts";
import type { Caseload } from "../model/caseload";
import { codeSets, directPaymentKinds, workBasedKinds } from "../fields/code-sets";
import type { Sen2Model } from "../model/model";
import { needs } from "../model/plan-records";
import { fromOne, needOf } from "./groups";
import { ofCase, ofNeed, ofPerson, ofPlace } from "./rests-on";

const groupIds = settingGroups.map(({ id }) => id);
const settingCodes = codeSets.SENsetting.map(({ code }) => code);
const residentialWeeks = ["38_to_51_weeks", "52_weeks"] as const;

/** Setting groups of a family, as the published release has them. */
export const groupsOfFamily = (family: SettingFamily): readonly string[] =>
  groupIds.filter((id) => familyOf(id) === family);

/** Every group of a known placement. */
export const groupsOfPlaced = groupIds.filter((id) => id !== "not_recorded");

const q = {
  ...personColumns,
  ...placeColumns,
  ...columns({
    need: needs,
    setting_group: groupIds,
    /** The same, where a school register tells the groups of schools. */
    registered_group: groupIds,
    setting_code: settingCodes,
    residential: residentialWeeks,
    direct_payment: directPaymentKinds,
    work_based_learning: workBasedKinds,
    /** Id of the school or college; not_at_school elsewhere. */
    school: "text",
    has_setting: "flag",
    /** The covering return shows the plan as active, with no placement open on the day. */
    unplaced: "flag",
    at_school: "flag",
    elsewhere: "flag",
    budget_taken_up: "flag",
    /** Completed years on the 31 August before. */
    age: "number",
    start_date: "day",
    review_meeting: "day",
    review_decision: "day",
    /**
     * The returns show no review by the day and cannot say that there was none: a later one hides it.
     */
    review_hidden: "flag",
    annual_review_due: "day",
    review_decision_due: "day",
    amended_plan_due: "day",
    phase_transfer_due: "day",
  }),
};
const p = parameters({
  day: "day",
  /** The day so many months before that a review must lie after. */
  review_limit: "day",
  reviews_known: "flag",
});

/** Which of a plan's placements counts on a day. */
const ofChoice = [
  "placementdetail.placementrank",
  "placementdetail.entrydate",
  "placementdetail.leavingdate",
] as const;

/** Where a plan's child or young person is placed on a day. */
const ofSetting = [
  "placementdetail.urn",
  "placementdetail.ukprn",
  "placementdetail.sensetting",
  ...ofChoice,
  "plandetail.urn",
  "plandetail.sensetting",
  "plandetail.placementrank",
];

const inFamily = (family: SettingFamily): Expression<"flag"> =>
  isIn(q.setting_group, groupsOfFamily(family));
const aged16To18 = between(q.age, 16, 18);
const inForceForAYear = atMost(q.start_date, p.review_limit);
const reviewKnown = and(p.reviews_known, not(q.review_hidden));
const reviewUnknown = and(p.reviews_known, q.review_hidden);
const reviewExpected = and(reviewKnown, inForceForAYear);
const lastReview = coalesce(q.review_decision, q.review_meeting, q.start_date);

/** Due on the day or within so many days after it. */
const dueWithin = (due: Expression<"day">, days: number): Expression<"flag"> =>
  between(due, p.day, plus(p.day, days));
const daysOverdue = (due: Expression<"day">): Expression<"number"> => daysBetween(due, p.day);

/** Everyone with a plan in force on a day, one row a person, and what is due of the plan. */
export const caseloadView = defineView({
  name: "caseload",
  star: { table: ehcCaseload, day: "snapshot_date" },
  columns: q,
  parameters: p,
  flags: {
    in_force: constant(true),
    placement_known: differ(q.setting_group, "not_recorded"),
    mainstream: inFamily("mainstream"),
    state_special: inFamily("state_special"),
    independent_special: inFamily("independent_special"),
    alternative_provision: inFamily("alternative_provision"),
    further_education: inFamily("further_education"),
    elective_home_education: equal(q.setting_code, "EHE"),
    eotas: equal(q.setting_code, "OLA"),
    neet: equal(q.setting_code, "NEET"),
    awaiting_provision: or(q.unplaced, equal(q.setting_code, "NIEO")),
    urn_known: q.at_school,
    out_of_area: and(q.at_school, q.elsewhere),
    residential: isGiven(q.residential),
    personal_budget: q.budget_taken_up,
    direct_payment: isGiven(q.direct_payment),
    integrated_payment: equal(q.direct_payment, "integrated"),
    in_training: and(isGiven(q.work_based_learning), atLeast(q.age, 16)),
    aged_16_18: aged16To18,
    aged_16_18_in_education: and(
      aged16To18,
      q.has_setting,
      not(isIn(q.setting_code, ["NEET", "NIEC", "NIEO"])),
    ),
    review_expected: reviewExpected,
    review_held: and(
      reviewExpected,
      or(above(q.review_meeting, p.review_limit), above(q.review_decision, p.review_limit)),
    ),
    review_overdue: and(reviewKnown, below(lastReview, p.review_limit)),
    review_awaiting_decision: and(
      p.reviews_known,
      isGiven(q.review_meeting),
      not(atLeast(q.review_decision, q.review_meeting)),
    ),
    /**
     * Those that the figures of reviews leave out: all of them, and of those in force for a year.
     */
    review_unknown: reviewUnknown,
    expected_review_unknown: and(reviewUnknown, inForceForAYear),
    annual_review_due_14: dueWithin(q.annual_review_due, 14),
    annual_review_due_28: dueWithin(q.annual_review_due, 28),
    annual_review_overdue: below(q.annual_review_due, p.day),
    review_decision_overdue: below(q.review_decision_due, p.day),
    amended_plan_due_28: dueWithin(q.amended_plan_due, 28),
    phase_transfer_due_28: dueWithin(q.phase_transfer_due, 28),
    phase_transfer_overdue: below(q.phase_transfer_due, p.day),
  },
  measures: {
    annual_review_days_overdue: daysOverdue(q.annual_review_due),
    review_decision_days_overdue: daysOverdue(q.review_decision_due),
    phase_transfer_days_overdue: daysOverdue(q.phase_transfer_due),
  },
  breakdowns: {
    ...personGroups,
    primary_need: needOf(q.need),
    age_band: ageBandOf(q.age),
    residential: q.residential,
    direct_payment: q.direct_payment,
    work_based_learning: q.work_based_learning,
    setting_group: q.registered_group,
    school: q.school,
    ...placeColumns,
  },
  pairs: {
    age_band_by_primary_need: breakdownPairs.age_band_by_primary_need,
    setting_group_by_primary_need: breakdownPairs.setting_group_by_primary_need,
  },
  restsOn: {
    rows: [...ofCase, "namedplan.startdate", "namedplan.ceasedate", "activeplans"],
    columns: {
      ...ofPerson,
      need: ofNeed,
      setting_group: ofSetting,
      registered_group: ofSetting,
      setting_code: ofSetting,
      residential: [...ofChoice, "placementdetail.res", "activeplans.res", "namedplan.planres"],
      school: ofSetting,
      ...ofPlace,
      has_setting: ofSetting,
      unplaced: ofSetting,
      at_school: ofSetting,
      elsewhere: ofSetting,
      direct_payment: ["namedplan.dp"],
      work_based_learning: [
        ...ofChoice,
        "placementdetail.wbp",
        "activeplans.wbp",
        "namedplan.planwbp",
      ],
      budget_taken_up: ["namedplan.pb"],
      start_date: ["namedplan.startdate"],
      review_meeting: ["activeplans.reviewmeeting"],
      review_decision: ["activeplans.lastreview"],
      review_hidden: ["activeplans.reviewmeeting", "activeplans.lastreview"],
      annual_review_due: ["activeplans.reviewmeeting", "activeplans.lastreview"],
      review_decision_due: ["activeplans.reviewmeeting", "activeplans.lastreview"],
      amended_plan_due: [
        "activeplans.reviewmeeting",
        "activeplans.reviewoutcome",
        "activeplans.reviewdraft",
      ],
      phase_transfer_due: [
        "activeplans.phasetransferduedate",
        "activeplans.phasetransferfinaldate",
        ...ofPerson.age,
      ],
    },
  },
  known: ["reviews", "phase_transfers"],
  needs: ["school_register", "direct_payment_codes", "work_based_codes"],
});

export type CaseloadRows = ViewRows<typeof caseloadView>;

type DueColumns = Readonly<Record<`${(typeof planAlertKinds)[number]}_due`, Int32Array | null>>;

const notAsked: DueColumns = {
  annual_review_due: null,
  review_decision_due: null,
  amended_plan_due: null,
  phase_transfer_due: null,
};

/** Due days of the plans of a caseload, by kind of alert: each plan has one at most. */
function dueColumns(alerts: readonly Alert[], count: number): DueColumns {
  const none = (): Int32Array => new Int32Array(count).fill(MISSING);
  const due: Record<string, Int32Array> = {
    annual_review_due: none(),
    review_decision_due: none(),
    amended_plan_due: none(),
    phase_transfer_due: none(),
  };
  for (const { kind, row, due: day } of alerts) due[`${kind}_due`][row] = day;
  return due as DueColumns;
}

/** What is told of the rows besides the caseload itself. */
interface CaseloadExtras {
  /** What the law wants done of its plans. */
  readonly alerts?: readonly Alert[];
  readonly places?: PlacesOfPeople;
  /** Schools and colleges by setting key. */
  readonly schools?: PlaceGroups;
}

/** A caseload as rows of its view. */
export function caseloadRows(
  { people, options }: Pick<Sen2Model, "people" | "options">,
  load: Caseload,
  { alerts, places, schools }: CaseloadExtras = {},
): CaseloadRows {
  const group: Grouped = { values: groupIds, groups: load.group };
  return viewRows(caseloadView, {
    count: load.count,
    columns: {
      need: fromOne(needs, load.need),
      setting_group: group,
      registered_group: options.register ? group : null,
      setting_code: fromOne(settingCodes, load.settingCode),
      ...personData(load.person, people),
      residential: fromOne(residentialWeeks, load.residential),
      direct_payment: fromOne(directPaymentKinds, load.payment),
      work_based_learning: fromOne(workBasedKinds, load.work),
      ...placeData(places, load.person),
      school: schools ? { values: schools.values, groups: take(schools.of, load.setting) } : null,
      has_setting: load.setting,
      unplaced: load.unplaced,
      at_school: load.atSchool,
      elsewhere: load.elsewhere,
      budget_taken_up: load.budget,
      age: load.age,
      start_date: load.start,
      review_meeting: load.reviewMeeting,
      review_decision: load.reviewDecision,
      review_hidden: load.reviewHidden,
      ...(alerts ? dueColumns(alerts, load.count) : notAsked),
    },
    parameters: {
      day: load.day,
      review_limit: load.reviewLimit,
      reviews_known: load.reviewsKnown,
    },
    caution:
      load.transfersUncertain === 0
        ? null
        : `Includes ${load.transfersUncertain} transferred in whose date of transfer is not known`,
  });
}

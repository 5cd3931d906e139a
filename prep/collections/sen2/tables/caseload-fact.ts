import { date, flag, key, text } from "../../../star/column-kinds";
import type { StarTable } from "../../../star/declaration";
import { personKey, sourceKey } from "./fact-tables";

export const ehcCaseload: StarTable = {
  name: "ehc_caseload",
  kind: "fact",
  label: "EHC caseload",
  description:
    "Children and young people with a plan in force on the census dates, at the ends of March, August and December, and at the end of the last month known.",
  grain: "One person with a plan in force on one day",
  key: ["snapshot_date", "person_key"],
  columns: [
    date("snapshot_date", "Snapshot date", "The day of the row.", { inactive: false }),
    personKey,
    key("plan_key", "Plan key"),
    sourceKey,
    key("setting_key", "Setting key", "setting.setting_key"),
    text("primary_need", "Primary need", "Primary need on the day.", { references: "need.need" }),
    text("age_band", "Age band", "By age on the 31 August before the day.", {
      references: "age_band.age_band",
    }),
    text("setting_group", "Setting group", "Published placement group on the day.", {
      references: "setting_group.setting_group",
    }),
    flag("in_force", "In force", "Always 1: sum it to count plans."),
    flag("placement_known", "Placement known", "The setting group is known."),
    flag("mainstream", "Mainstream", "Placed in a mainstream school."),
    flag("state_special", "State-funded special", "Placed in a state-funded special school."),
    flag(
      "independent_special",
      "Independent or non-maintained special",
      "Placed in a non-maintained or independent special school.",
    ),
    flag(
      "alternative_provision",
      "Alternative provision",
      "Placed in alternative provision or a pupil referral unit.",
    ),
    flag(
      "further_education",
      "Further education",
      "Placed in further education or a specialist post-16 institution.",
    ),
    flag("elective_home_education", "Elective home education", "SENsetting EHE."),
    flag("eotas", "Education otherwise than at school", "SENsetting OLA."),
    flag("neet", "NEET", "SENsetting NEET."),
    flag(
      "awaiting_provision",
      "Awaiting provision",
      "SENsetting NIEO, or no placement open on the day.",
    ),
    flag(
      "urn_known",
      "Placed at a school",
      "Placed at a school with a URN that the register knows.",
    ),
    flag("out_of_area", "Out of area", "… in another authority."),
    flag("residential", "Residential", "Residential 38 to 51 or 52 weeks."),
    flag("personal_budget", "Personal budget", "Personal budget taken up."),
    flag("aged_16_18", "Aged 16 to 18", "Aged 16 to 18 on the 31 August before the day."),
    flag(
      "aged_16_18_in_education",
      "Aged 16 to 18 in education",
      "… and in education or training.",
    ),
    flag(
      "review_expected",
      "Review expected",
      "In force for 12 months or more, on a day that reviews are known for.",
    ),
    flag("review_held", "Review held", "… and reviewed in the 12 months to the day."),
    flag("review_overdue", "Review overdue", "Last review more than 12 months before the day."),
    flag(
      "review_awaiting_decision",
      "Review awaiting decision",
      "Review meeting held and no decision by the day.",
    ),
  ],
};

import { date, flag, key, text, whole } from "../../../star/column-kinds";
import type { StarTable } from "../../../star/declaration";

const person = key("person_key", "Person key", "person.person_key");
const source = key("source_key", "Source key", "source.source_key");

export const ehcRequest: StarTable = {
  name: "ehc_request",
  kind: "fact",
  label: "EHC request",
  description:
    "Requests for an education, health and care needs assessment, followed to the decision, the assessment and the plan, over all returns.",
  grain: "One request",
  key: ["request_key"],
  columns: [
    key("request_key", "Request key"),
    person,
    source,
    date(
      "received_date",
      "Request received",
      "Date request was received; the 20 weeks start here.",
      { source: "SEN2 ReceivedDate", inactive: false },
    ),
    text("request_source", "Source of request", "Who asked; from the 2025 return.", {
      source: "SEN2 RequestSource",
      codeSet: "RequestSource",
    }),
    {
      name: "rya",
      type: "boolean",
      label: "In relevant youth accommodation",
      description: "Initial request whilst in relevant youth accommodation.",
      source: "SEN2 RYA",
    },
    text(
      "exported_to",
      "Exported to authority",
      "Authority that the child moved to before the assessment was completed.",
      { source: "SEN2 Exported" },
    ),
    text(
      "decision",
      "Decision on request",
      "Y assess, N refuse, A awaited, W withdrawn, H decided before the first return loaded.",
      { source: "SEN2 RequestOutcome", codeSet: "RequestOutcome" },
    ),
    date("decision_date", "Decision date", "Date the requester was told.", {
      source: "SEN2 RequestOutcomeDate",
    }),
    date(
      "decision_due_date",
      "Decision due",
      "Received date plus the limit for a decision (6 weeks).",
    ),
    text(
      "assessment_outcome",
      "Assessment outcome",
      "Y plan, N no plan, A awaited, W withdrawn, H historical.",
      { source: "SEN2 AssessmentOutcome", codeSet: "AssessmentOutcome" },
    ),
    date(
      "assessment_outcome_date",
      "Assessment outcome date",
      "Date the plan was issued, or the parent told that there will be none.",
      { source: "SEN2 AssessmentOutcomeDate" },
    ),
    date(
      "not_issue_due_date",
      "Decision not to issue due",
      "Received date plus the limit for a decision not to issue (16 weeks).",
    ),
    date("plan_due_date", "Plan due", "Received date plus the limit for a plan (20 weeks)."),
    {
      name: "exception_applies",
      type: "boolean",
      label: "20-week exception applies",
      description: "The authority says that an exception to the 20 weeks applies.",
      source: "SEN2 Week20",
    },
    whole(
      "age_at_request",
      "Age at request",
      "Completed years on the date the request was received.",
    ),
    text("age_band", "Age band at request", "0-4, 5-10, 11-15, 16-19, 20-25.", {
      references: "age_band.age_band",
    }),
    text(
      "need_at_issue",
      "Primary need at issue",
      "Primary need in the return that covers the date of issue.",
      { references: "need.need" },
    ),
    whole("days_to_decision", "Days to decision", "Calendar days from received to decision."),
    whole(
      "days_to_outcome",
      "Days to assessment outcome",
      "Calendar days from received to the assessment outcome.",
    ),
    flag(
      "received",
      "Received",
      "Request received in a loaded reference period, outcome Y, N, A or W.",
    ),
    flag(
      "source_given",
      "Source given",
      "Request received from the 2025 return on, with its source.",
    ),
    flag("source_parent", "Asked by parent", "… whose source is the young person or parent."),
    flag("decided", "Decided", "Decision Y or N in a loaded reference period."),
    flag("decision_timed", "Decision timed", "… with a date received on or before it."),
    flag("decided_in_time", "Decided in time", "… within the limit (6 weeks)."),
    flag("refused", "Refused", "Decision N in a loaded reference period."),
    flag("agreed", "Agreed", "Decision Y in a loaded reference period."),
    flag(
      "completed",
      "Assessment completed",
      "Assessment outcome Y or N in a loaded reference period.",
    ),
    flag("not_issued", "Not issued", "Assessment outcome N in a loaded reference period."),
    flag("not_issued_timed", "Not issued, timed", "… with a date received on or before it."),
    flag("not_issued_in_time", "Not issued in time", "… within the limit (16 weeks)."),
    flag("issued", "Plan issued", "Assessment outcome Y dated in a loaded reference period."),
    flag("issued_timed", "Plan issued, timed", "… with a date received on or before it."),
    flag("issued_in_time", "Plan issued in time", "… within the limit (20 weeks)."),
    flag(
      "issued_timed_no_exception",
      "Plan issued, timed, no exception",
      "… where no exception applies.",
    ),
    flag(
      "issued_in_time_no_exception",
      "Plan issued in time, no exception",
      "… within the limit (20 weeks).",
    ),
    flag(
      "request_mediation",
      "Mediation on request",
      "Mediation flagged on a request decided in a loaded reference period.",
    ),
    flag(
      "request_tribunal",
      "Tribunal on request",
      "Tribunal flagged on a request decided in a loaded reference period.",
    ),
    flag(
      "assessment_mediation",
      "Mediation on assessment",
      "Mediation flagged on an assessment completed in a loaded reference period.",
    ),
    flag(
      "assessment_tribunal",
      "Tribunal on assessment",
      "Tribunal flagged on an assessment completed in a loaded reference period.",
    ),
  ],
};

export const ehcPlan: StarTable = {
  name: "ehc_plan",
  kind: "fact",
  label: "EHC plan",
  description:
    "Education, health and care plans with their start, their end and what is arranged, over all returns.",
  grain: "One plan",
  key: ["plan_key"],
  columns: [
    key("plan_key", "Plan key"),
    key("request_key", "Request key"),
    person,
    source,
    date(
      "start_date",
      "Plan start",
      "Start of the plan as first reported; before the transfer for a plan transferred in.",
      { source: "SEN2 StartDate", inactive: false },
    ),
    date(
      "cease_date",
      "Plan ceased",
      "Day the plan ceased or passed to another authority; it was in force on that day.",
      { source: "SEN2 CeaseDate" },
    ),
    date(
      "shown_until",
      "Shown until",
      "Last day that a return shows the plan, where later returns leave it out without an end; it is not counted after.",
    ),
    text("cease_reason", "Reason ceased", "Why the plan ceased.", {
      source: "SEN2 CeaseReason",
      codeSet: "CeaseReason",
    }),
    text(
      "transferred_from",
      "Transferred in from authority",
      "Authority that the plan came from.",
      { source: "SEN2 TransferLA" },
    ),
    {
      name: "personal_budget",
      type: "boolean",
      label: "Personal budget",
      description: "Personal budget taken up, in the latest return.",
      source: "SEN2 PB",
    },
    {
      name: "organised_arrangements",
      type: "boolean",
      label: "Organised arrangements",
      description: "Personal budget by organised arrangements.",
      source: "SEN2 OA",
    },
    text("direct_payments", "Direct payments", "Personal budget by direct payments, as coded.", {
      source: "SEN2 DP",
    }),
    text("work_based_learning", "Work-based learning", "Work-based learning activity, as coded.", {
      source: "SEN2 PlanWBP, WBP",
    }),
    text("age_band_ceased", "Age band when ceased", "Age band on the day the plan ceased.", {
      references: "age_band.age_band",
    }),
    text(
      "need_when_ceased",
      "Primary need when ceased",
      "Primary need in the return that covers the day it ceased, else the one before.",
      { references: "need.need" },
    ),
    flag("ceased", "Ceased", "Ceased in a loaded reference period."),
  ],
};

export const placement: StarTable = {
  name: "placement",
  kind: "fact",
  label: "Placement",
  description:
    "Where children with a plan are placed, and what the plan names, as each return says.",
  grain: "One placement or plan detail in one return",
  key: ["placement_key"],
  columns: [
    key("placement_key", "Placement key"),
    key("plan_key", "Plan key"),
    person,
    source,
    text("kind", "Kind", "placement, or named_in_plan for what Section I of the plan names."),
    key("setting_key", "Setting key", "setting.setting_key"),
    whole("rank", "Placement rank", "1 primary, 2 secondary.", { source: "SEN2 PlacementRank" }),
    date("entry_date", "Placement start", "Start of the placement.", { source: "SEN2 EntryDate" }),
    date("leaving_date", "Placement end", "End of the placement.", { source: "SEN2 LeavingDate" }),
    {
      name: "sen_unit",
      type: "boolean",
      label: "SEN unit",
      description: "In a SEN unit.",
      source: "SEN2 SENunitIndicator",
    },
    {
      name: "resourced_provision",
      type: "boolean",
      label: "Resourced provision",
      description: "In resourced provision.",
      source: "SEN2 ResourcedProvisionIndicator",
    },
    text(
      "setting_group",
      "Setting group",
      "Published placement group, by the school register's establishment type.",
      { references: "setting_group.setting_group" },
    ),
    text("residential", "Residential", "A 38 to 51 weeks, B 52 weeks, blank not residential.", {
      source: "SEN2 Res, PlanRes",
      codeSet: "Residential",
    }),
    date("valid_from", "Valid from", "First day that the return speaks of."),
    date("valid_to", "Valid to", "Reference date of the return."),
  ],
};

export const planNeed: StarTable = {
  name: "plan_need",
  kind: "fact",
  label: "Plan need",
  description: "Special educational needs of children with a plan, as each return says.",
  grain: "One need of one plan in one return",
  key: ["plan_need_key"],
  columns: [
    key("plan_need_key", "Plan need key"),
    key("plan_key", "Plan key"),
    person,
    source,
    text("need", "Need", "SEN type.", { source: "SEN2 SENtype", references: "need.need" }),
    whole("rank", "Need rank", "1 primary, 2 secondary.", { source: "SEN2 SENtypeRank" }),
    date("valid_from", "Valid from", "First day that the return speaks of."),
    date("valid_to", "Valid to", "Reference date of the return."),
  ],
};

export const annualReview: StarTable = {
  name: "annual_review",
  kind: "fact",
  label: "Annual review",
  description: "The latest annual review meeting of each plan in each return, and its decision.",
  grain: "One review meeting of one plan",
  key: ["review_key"],
  columns: [
    key("review_key", "Review key"),
    key("plan_key", "Plan key"),
    person,
    source,
    date("meeting_date", "Review meeting", "Date of the review meeting.", {
      source: "SEN2 ReviewMeeting",
      inactive: false,
    }),
    date("decision_date", "Review decision date", "Date the authority wrote with its decision.", {
      source: "SEN2 LastReview",
    }),
    date(
      "decision_due_date",
      "Review decision due",
      "Meeting date plus the limit for a decision (4 weeks).",
    ),
    text("decision", "Review decision", "A amend, C cease, M maintain.", {
      source: "SEN2 ReviewOutcome",
      codeSet: "ReviewOutcome",
    }),
    date("draft_date", "Draft amended plan issued", "Date the draft amended plan was issued.", {
      source: "SEN2 ReviewDraft",
    }),
    flag(
      "decided",
      "Review decided",
      "Meeting in a loaded reference period with a decision on or after it.",
    ),
    flag(
      "decision_expected",
      "Review decision expected",
      "Decided, or the limit (4 weeks) had passed without a decision on the last day that a return shows the review.",
    ),
    flag("decided_in_time", "Review decided in time", "Decided within the limit (4 weeks)."),
  ],
};

export const phaseTransfer: StarTable = {
  name: "phase_transfer",
  kind: "fact",
  label: "Phase transfer",
  description:
    "Phase transfer reviews: when the amended plan was due and when it was final. From the 2025 return.",
  grain: "One phase transfer of one plan",
  key: ["phase_transfer_key"],
  columns: [
    key("phase_transfer_key", "Phase transfer key"),
    key("plan_key", "Plan key"),
    person,
    source,
    date("due_date", "Amended plan due", "Due date for any amended plan.", {
      source: "SEN2 PhaseTransferDueDate",
      inactive: false,
    }),
    date("final_date", "Amended plan final", "Final plan date.", {
      source: "SEN2 PhaseTransferFinalDate",
    }),
    flag("due", "Due", "Due in a loaded reference period."),
    flag("on_time", "On time", "… and final on or before the due date."),
  ],
};

export const ehcCaseload: StarTable = {
  name: "ehc_caseload",
  kind: "fact",
  label: "EHC caseload",
  description:
    "Children and young people with a plan in force on the census dates, at the ends of March, August and December, and at the end of the last month known.",
  grain: "One person with a plan in force on one day",
  key: ["snapshot_date", "person_key"],
  columns: [
    date("snapshot_date", "Snapshot date", "The day the row speaks of.", { inactive: false }),
    person,
    key("plan_key", "Plan key"),
    source,
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

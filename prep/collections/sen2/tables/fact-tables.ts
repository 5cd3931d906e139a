import { date, flag, key, text, whole } from "../../../star/column-kinds";
import type { StarTable } from "../../../star/declaration";
import { inPlace, withWords } from "../../../star/words-of-codes";
import { wordsByCode } from "../../../reference/code-sets";
import { codeSets } from "../fields/code-sets";

/** Whose row it is, and which file it comes from. */
export const personKey = key("person_key", "Person key", "person.person_key");
export const sourceKey = key("source_key", "Source key", "source.source_key");

export const ehcPlan: StarTable = withWords(
  { cease_reason: "cease_reason", transferred_from: "authority" },
  {
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
      personKey,
      sourceKey,
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
      ...inPlace(
        text(
          "direct_payments",
          "Direct payments",
          "Personal budget by direct payments, as coded.",
          {
            source: "SEN2 DP",
          },
        ),
      ),
      ...inPlace(
        text(
          "work_based_learning",
          "Work-based learning",
          "Work-based learning activity, as coded.",
          { source: "SEN2 PlanWBP, WBP" },
        ),
      ),
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
  },
);

export const placement: StarTable = withWords(
  {
    kind: "kind",
    rank: wordsByCode(codeSets.Rank),
    residential: wordsByCode(codeSets.Residential),
  },
  {
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
      personKey,
      sourceKey,
      text("kind", "Kind", "placement, or named_in_plan for what Section I of the plan names."),
      key("setting_key", "Setting key", "setting.setting_key"),
      whole("rank", "Placement rank", "1 primary, 2 secondary.", { source: "SEN2 PlacementRank" }),
      date("entry_date", "Placement start", "Start of the placement.", {
        source: "SEN2 EntryDate",
      }),
      date("leaving_date", "Placement end", "End of the placement.", {
        source: "SEN2 LeavingDate",
      }),
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
      date("valid_from", "Valid from", "First day that the return covers."),
      date("valid_to", "Valid to", "Reference date of the return."),
    ],
  },
);

export const planNeed: StarTable = withWords(
  { rank: wordsByCode(codeSets.Rank) },
  {
    name: "plan_need",
    kind: "fact",
    label: "Plan need",
    description: "Special educational needs of children with a plan, as each return says.",
    grain: "One need of one plan in one return",
    key: ["plan_need_key"],
    columns: [
      key("plan_need_key", "Plan need key"),
      key("plan_key", "Plan key"),
      personKey,
      sourceKey,
      text("need", "Need", "SEN type.", { source: "SEN2 SENtype", references: "need.need" }),
      whole("rank", "Need rank", "1 primary, 2 secondary.", { source: "SEN2 SENtypeRank" }),
      date("valid_from", "Valid from", "First day that the return covers."),
      date("valid_to", "Valid to", "Reference date of the return."),
    ],
  },
);

export const annualReview: StarTable = withWords(
  { decision: wordsByCode(codeSets.ReviewOutcome) },
  {
    name: "annual_review",
    kind: "fact",
    label: "Annual review",
    description: "The latest annual review meeting of each plan in each return, and its decision.",
    grain: "One review meeting of one plan",
    key: ["review_key"],
    columns: [
      key("review_key", "Review key"),
      key("plan_key", "Plan key"),
      personKey,
      sourceKey,
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
  },
);

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
    personKey,
    sourceKey,
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

import { date, flag, key, text, whole } from "../../../star/column-kinds";
import type { StarTable } from "../../../star/declaration";
import { personKey, sourceKey } from "./fact-tables";
import { withWords } from "../../../star/words-of-codes";
import { wordsByCode } from "../../../reference/code-sets";
import { codeSets } from "../fields/code-sets";

export const ehcRequest: StarTable = withWords(
  {
    request_source: wordsByCode(codeSets.RequestSource),
    exported_to: "authority",
    decision: wordsByCode(codeSets.RequestOutcome),
    assessment_outcome: wordsByCode(codeSets.AssessmentOutcome),
  },
  {
    name: "ehc_request",
    kind: "fact",
    label: "EHC request",
    description:
      "Requests for an education, health and care needs assessment, followed to the decision, the assessment and the plan, over all returns.",
    grain: "One request",
    key: ["request_key"],
    columns: [
      key("request_key", "Request key"),
      personKey,
      sourceKey,
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
      date("decision_date", "Decision date", "Date the requester was informed.", {
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
        "Date the plan was issued, or the parent informed that there will be none.",
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
  },
);

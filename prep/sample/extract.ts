import { ageOn, isoOf, type Day } from "../calendar/day";
import type { Decision, Life, Placement, SamplePlan, Request, ReturnInfo } from "./history";
import type { ReturnRecord, TableName } from "./return-record";
import {
  budgetShown,
  lastKnown,
  namedSetting,
  paymentShown,
  needsShown,
  phaseTransferShown,
  placementsShown,
  reviewShown,
  showsActive,
  showsPlan,
  urnShown,
} from "./what-a-return-shows";

const flag = (value: boolean): string => (value ? "1" : "0");
const date = (value: Day | null | undefined): string =>
  value === null || value === undefined ? "" : isoOf(value);
const record = (
  table: TableName,
  values: Record<string, string>,
  children: ReturnRecord[] = [],
): ReturnRecord => ({ table, values, children });

/** Words that go with the codes OTH and NIEO. */
const otherWords = (setting: string): string =>
  setting === "OTH" ? "Setting not yet named" : setting === "NIEO" ? "Awaiting placement" : "";

function institution(placement: Placement, ret: ReturnInfo): Record<string, string> {
  const urn = urnShown(placement, ret);
  const units = urn
    ? {
        SENunitIndicator: flag(placement.unit),
        ResourcedProvisionIndicator: flag(placement.resourced),
      }
    : { SENunitIndicator: "", ResourcedProvisionIndicator: "" };
  return {
    URN: urn,
    UKPRN: placement.ukprn,
    SENsetting: placement.setting,
    SENSettingOther: otherWords(placement.setting),
    PlacementRank: String(placement.rank),
    ...units,
  };
}

function namedPlan(plan: SamplePlan, ret: ReturnInfo): ReturnRecord {
  const named = namedSetting(plan, ret);
  const ended = plan.cease && plan.cease.date <= ret.reference ? plan.cease : null;
  const budget = budgetShown(plan, ret);
  const second = plan.placements
    .filter(
      (p) =>
        p.rank === 2 &&
        p.entry <= ret.reference &&
        (p.leaving === null || p.leaving > ret.reference) &&
        showsActive(plan, ret),
    )
    .slice(0, 1);
  return record(
    "namedplan",
    {
      StartDate: date(plan.start),
      PlanRes: named.residential,
      PlanWBP: named.workBased,
      PB: flag(budget),
      OA: flag(budget),
      DP: paymentShown(plan, ret),
      CeaseDate: date(ended?.date),
      CeaseReason: ended ? String(ended.reason) : "",
    },
    [named, ...second].map((placement) => record("plandetail", institution(placement, ret))),
  );
}

function activePlan(plan: SamplePlan, ret: ReturnInfo): ReturnRecord {
  const review = reviewShown(plan, ret);
  const phase = phaseTransferShown(plan, ret);
  const needs = needsShown(plan, ret);
  const shown = placementsShown(plan, ret);
  const home = shown.find(
    (placement) =>
      placement.rank === 1 && (placement.leaving === null || placement.leaving >= ret.reference),
  );
  const transferred = plan.transfer && plan.transfer.day >= ret.start ? plan.transfer.from : "";
  return record(
    "activeplans",
    {
      TransferLA: transferred,
      Res: home?.residential ?? "",
      WBP: home?.workBased ?? "",
      ReviewMeeting: date(review?.meeting),
      ReviewOutcome: review?.decided ? review.outcome : "",
      ReviewDraft: date(review?.draft),
      LastReview: date(review?.decided),
      PhaseTransferDueDate: date(phase?.due),
      PhaseTransferFinalDate: date(phase?.final),
    },
    [
      ...shown.map((p) =>
        record("placementdetail", {
          ...institution(p, ret),
          EntryDate: date(p.entry),
          LeavingDate: date(p.leaving !== null && p.leaving <= ret.reference ? p.leaving : null),
          Res: p.residential,
          WBP: p.workBased,
        }),
      ),
      record("senneed", { SENtype: needs.primary, SENtypeRank: "1" }),
      ...(needs.secondary
        ? [record("senneed", { SENtype: needs.secondary, SENtypeRank: "2" })]
        : []),
    ],
  );
}

/**
 * The assessment as the return has it, or null where it was over before the reference year and led
 * to no plan that the return lists.
 */
function assessmentRecord(request: Request, ret: ReturnInfo, known: Day): ReturnRecord | null {
  const { assessment, plan } = request;
  if (!assessment) return null;
  const children = plan && showsPlan(plan, ret) ? [namedPlan(plan, ret)] : [];
  const result = assessment.result && assessment.result.date <= known ? assessment.result : null;
  if (!result)
    return record("assessment", {
      AssessmentOutcome:
        assessment.agreedToIssue !== null && assessment.agreedToIssue <= known ? "Y" : "A",
    });
  if (result.date < ret.start)
    return children.length > 0 ? record("assessment", { AssessmentOutcome: "H" }, children) : null;
  const values = {
    AssessmentOutcome: result.outcome,
    AssessmentOutcomeDate: date(result.dated ? result.date : null),
    AssessmentMediation: flag(result.mediation),
    AssessmentTribunal: flag(result.tribunal),
    OtherMediation: flag(result.otherMediation),
    OtherTribunal: flag(result.otherTribunal),
    Week20: flag(assessment.week20),
  };
  return record("assessment", values, children);
}

function decisionValues(decision: Decision | null, ret: ReturnInfo): Record<string, string> {
  if (!decision) return { RequestOutcome: "A" };
  if (decision.date < ret.start && decision.recorded < ret.start) return { RequestOutcome: "H" };
  return {
    RequestOutcome: decision.outcome,
    RequestOutcomeDate: date(decision.dated ? decision.date : null),
    RequestMediation: flag(decision.mediation),
    RequestTribunal: flag(decision.tribunal),
    Exported: decision.exported,
  };
}

function requestRecord(request: Request, ret: ReturnInfo): ReturnRecord | null {
  const { plan, received } = request;
  const active = plan && showsActive(plan, ret) ? [activePlan(plan, ret)] : [];
  if (plan?.transfer)
    return showsPlan(plan, ret)
      ? record("requests", { RequestOutcome: "H", RYA: "0" }, [
          record("assessment", { AssessmentOutcome: "H" }, [namedPlan(plan, ret)]),
          ...active,
        ])
      : null;
  if (received !== null && received > ret.end) return null;
  const known = lastKnown(request, ret);
  const decision = request.decision && request.decision.recorded <= known ? request.decision : null;
  const assessment = decision ? assessmentRecord(request, ret, known) : null;
  const outcome = decisionValues(decision, ret);
  if (outcome.RequestOutcome === "H" && !assessment) return null;
  const source = received === null ? "" : String(request.source);
  return record(
    "requests",
    { ReceivedDate: date(received), RequestSource: source, RYA: flag(request.rya), ...outcome },
    [...(assessment ? [assessment] : []), ...active],
  );
}

function unknownReason(life: Life, ret: ReturnInfo): string {
  if (ageOn(life.person.birth, ret.reference) < 6) return "UN1";
  return life.index % 2 === 0 ? "UN2" : "UN3";
}

/** The record of a person in one annual return, or null where the return does not list them. */
export function extractPerson(life: Life, ret: ReturnInfo): ReturnRecord | null {
  const requests = life.requests
    .map((request) => requestRecord(request, ret))
    .filter((found) => found !== null);
  if (requests.length === 0) return null;
  const { surname, forename, birth, sex, ethnicity, postcode, upn, upnKnown, uln, shouted } =
    life.person;
  const hasUpn = upnKnown !== null && upnKnown <= ret.reference;
  const values = {
    Surname: shouted && ret.year % 2 === 0 ? surname.toUpperCase() : surname,
    Forename: forename,
    PersonBirthDate: isoOf(birth),
    GenderCurrent: sex === "M" ? "1" : "2",
    Sex: sex,
    Ethnicity: ethnicity,
    PostCode: postcode,
    UPN: hasUpn ? upn : "",
    UniqueLearnerNumber: uln,
    UPNunknown: hasUpn || uln ? "" : unknownReason(life, ret),
  };
  return record("person", values, requests);
}

/** Header of an annual return of an authority. */
export function headerOf(ret: ReturnInfo, authority: string): Record<string, string> {
  return {
    Collection: "SEN2",
    Year: String(ret.year),
    ReferenceDate: isoOf(ret.reference),
    SourceLevel: "L",
    LEA: authority,
    SoftwareCode: "SAMPLE",
    Release: "1",
    SerialNo: "1",
    DateTime: `${isoOf(ret.reference + 14)}T09:30:00`,
    DMO: "Y",
    DCO: "Y",
    DSCO: "R",
  };
}

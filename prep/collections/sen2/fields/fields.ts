import type { FieldType } from "../../../columns/decoded-columns";
import type { CodeSetName } from "./code-sets";

/** The nine tables of a SEN2 return, by the names that COLLECT gives their exports. */
export const sen2Tables = [
  "sen2",
  "person",
  "requests",
  "assessment",
  "namedplan",
  "plandetail",
  "activeplans",
  "placementdetail",
  "senneed",
] as const;
export type Sen2TableName = (typeof sen2Tables)[number];

/** Which table a table's rows hang under (COLLECT export, 2023 to 2025). */
export const parentOf: Readonly<Record<Sen2TableName, Sen2TableName | null>> = {
  sen2: null,
  person: "sen2",
  requests: "person",
  assessment: "requests",
  namedplan: "assessment",
  plandetail: "namedplan",
  activeplans: "requests",
  placementdetail: "activeplans",
  senneed: "activeplans",
};

export interface Sen2Field {
  readonly table: Sen2TableName;
  /**
   * XML tag as the specification writes it; lower-cased it is the column name of the COLLECT
   * export.
   */
  readonly tag: string;
  readonly type: FieldType;
  readonly label: string;
  readonly codes?: CodeSetName;
  /** First and last collection year that has the field. */
  readonly from?: number;
  readonly to?: number;
  /** Never leaves the protect stage. */
  readonly personal?: true;
  /** Other spellings seen in files (lower case). */
  readonly aliases?: readonly string[];
  readonly birth?: true;
}

/** What makes the fields of one table. */
const fieldOf =
  (table: Sen2TableName) =>
  (tag: string, type: FieldType, label: string, more: Partial<Sen2Field> = {}): Sen2Field => ({
    table,
    tag,
    type,
    label,
    ...more,
  });

const header = fieldOf("sen2");
const person = fieldOf("person");
const request = fieldOf("requests");
const assessment = fieldOf("assessment");
const namedPlan = fieldOf("namedplan");
const activePlan = fieldOf("activeplans");
const placement = fieldOf("placementdetail");
const need = fieldOf("senneed");

/** Institution fields that plan details and placements share (items 4.7 and 5.7). */
function institution(table: Sen2TableName): Sen2Field[] {
  const field = fieldOf(table);
  return [
    field("URN", "urn", "Unique Reference Number"),
    field("UKPRN", "ukprn", "UK Provider Reference Number"),
    field("SENsetting", "code", "SEN setting", { codes: "SENsetting" }),
    field("SENSettingOther", "text", "SEN setting, other"),
    field("PlacementRank", "integer", "Placement rank", { codes: "Rank" }),
    field("SENunitIndicator", "flag", "SEN unit indicator"),
    field("ResourcedProvisionIndicator", "flag", "Resourced provision indicator"),
  ];
}

/** Every field of the person-level SEN2 return, 2023 to 2026, in the order of the return. */
export const sen2Fields: readonly Sen2Field[] = [
  header("Collection", "text", "Collection"),
  header("Year", "integer", "Year"),
  header("ReferenceDate", "date", "Reference date"),
  header("SourceLevel", "text", "Source level"),
  header("LEA", "authority", "LEA"),
  header("SoftwareCode", "text", "Software code"),
  header("Release", "text", "Release of the software"),
  header("SerialNo", "integer", "Serial number"),
  header("DateTime", "datetime", "Date and time"),
  header("DMO", "text", "Designated Medical Officer"),
  header("DCO", "text", "Designated Clinical Officer"),
  header("DSCO", "text", "Designated Social Care Officer", { from: 2025 }),

  person("Surname", "text", "Surname", { personal: true }),
  person("Forename", "text", "Forename", { personal: true }),
  person("PersonBirthDate", "date", "Date of birth", { personal: true, birth: true }),
  person("GenderCurrent", "code", "Gender", { codes: "GenderCurrent", to: 2023 }),
  person("Sex", "code", "Sex", { codes: "Sex", from: 2024 }),
  person("Ethnicity", "code", "Ethnicity", { codes: "Ethnicity" }),
  person("PostCode", "postcode", "Post code", { personal: true }),
  person("UPN", "upn", "Unique Pupil Number", { personal: true }),
  person("UniqueLearnerNumber", "uln", "Unique Learner Number", { personal: true }),
  person("UPNunknown", "code", "UPN and ULN unavailable, reason", { codes: "UPNunknown" }),

  request("ReceivedDate", "date", "Date request was received"),
  request("RequestSource", "code", "Source of request", {
    codes: "RequestSource",
    from: 2025,
    aliases: ["rquestsource"],
  }),
  request("RYA", "flag", "Initial request whilst in relevant youth accommodation"),
  request("RequestOutcomeDate", "date", "Request outcome date"),
  request("RequestOutcome", "code", "Request outcome", { codes: "RequestOutcome" }),
  request("RequestMediation", "flag", "Request mediation"),
  request("RequestTribunal", "flag", "Request tribunal"),
  request("Exported", "authority", "Exported to authority"),

  assessment("AssessmentOutcome", "code", "Assessment outcome", {
    codes: "AssessmentOutcome",
  }),
  assessment("AssessmentOutcomeDate", "date", "Assessment outcome date"),
  assessment("AssessmentMediation", "flag", "Assessment mediation"),
  assessment("AssessmentTribunal", "flag", "Assessment tribunal"),
  assessment("OtherMediation", "flag", "Other mediation"),
  assessment("OtherTribunal", "flag", "Other tribunal"),
  assessment("Week20", "flag", "20-week time limit exceptions apply"),

  namedPlan("StartDate", "date", "EHC plan start date"),
  namedPlan("PlanRes", "code", "Residential settings", { codes: "Residential" }),
  namedPlan("PlanWBP", "code", "Work-based learning activity", {
    codes: "WorkBased",
    aliases: ["planwpb"],
  }),
  namedPlan("PB", "flag", "Personal budget taken up"),
  namedPlan("OA", "flag", "Personal budget, organised arrangements"),
  namedPlan("DP", "code", "Personal budget, direct payments", { codes: "DirectPayments" }),
  namedPlan("CeaseDate", "date", "Date EHC plan ceased"),
  namedPlan("CeaseReason", "code", "Reason EHC plan ceased", { codes: "CeaseReason" }),

  ...institution("plandetail"),

  activePlan("TransferLA", "authority", "Plan transferred in from authority"),
  activePlan("Res", "code", "Residential settings", { codes: "Residential", to: 2023 }),
  activePlan("WBP", "code", "Work-based learning activity", {
    codes: "WorkBased",
    to: 2023,
    aliases: ["wpb"],
  }),
  activePlan("ReviewMeeting", "date", "Annual review meeting date", { from: 2024 }),
  activePlan("ReviewOutcome", "code", "Annual review decision", {
    codes: "ReviewOutcome",
    from: 2024,
  }),
  activePlan("ReviewDraft", "date", "Date draft amended EHC plan issued", { from: 2025 }),
  activePlan(
    "PhaseTransferDueDate",
    "date",
    "Phase transfer review, due date for any amended plan",
    { from: 2025 },
  ),
  activePlan("PhaseTransferFinalDate", "date", "Phase transfer review, final plan date", {
    from: 2025,
  }),
  activePlan("LastReview", "date", "Annual review decision date"),

  ...institution("placementdetail"),
  placement("EntryDate", "date", "Placement start date"),
  placement("LeavingDate", "date", "Placement leaving date"),
  placement("AttendancePattern", "code", "Attendance pattern", { to: 2023 }),
  placement("Res", "code", "Residential settings", {
    codes: "Residential",
    from: 2024,
  }),
  placement("WBP", "code", "Work-based learning activity", {
    codes: "WorkBased",
    from: 2024,
    aliases: ["wpb"],
  }),

  need("SENtype", "code", "SEN type", { codes: "SENtype" }),
  need("SENtypeRank", "integer", "SEN type rank", { codes: "Rank" }),
];

/** Name by which the rest of the product knows a field's column: its tag in lower case. */
export const columnName = (f: Sen2Field): string => f.tag.toLowerCase();

/** The newest collection year whose layout is known: later ones are read by it. */
export const newestLayout = 2026;

/** Census dates of the returns (COLLECT years; witan.sen2 and DfE guides). */
export const censusDates: Readonly<Record<number, string>> = {
  2023: "2023-01-19",
  2024: "2024-01-18",
  2025: "2025-01-16",
  2026: "2026-01-15",
  2027: "2027-01-21",
};

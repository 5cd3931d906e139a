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
}

const field = (
  table: Sen2TableName,
  tag: string,
  type: FieldType,
  label: string,
  more: Partial<Sen2Field> = {},
): Sen2Field => ({ table, tag, type, label, ...more });

/** Institution fields that plan details and placements share (items 4.7 and 5.7). */
const institution = (table: Sen2TableName): Sen2Field[] => [
  field(table, "URN", "urn", "Unique Reference Number"),
  field(table, "UKPRN", "ukprn", "UK Provider Reference Number"),
  field(table, "SENsetting", "code", "SEN setting", { codes: "SENsetting" }),
  field(table, "SENSettingOther", "text", "SEN setting, other"),
  field(table, "PlacementRank", "integer", "Placement rank", { codes: "Rank" }),
  field(table, "SENunitIndicator", "flag", "SEN unit indicator"),
  field(table, "ResourcedProvisionIndicator", "flag", "Resourced provision indicator"),
];

/** Every field of the person-level SEN2 return, 2023 to 2026, in the order of the return. */
export const sen2Fields: readonly Sen2Field[] = [
  field("sen2", "Collection", "text", "Collection"),
  field("sen2", "Year", "integer", "Year"),
  field("sen2", "ReferenceDate", "date", "Reference date"),
  field("sen2", "SourceLevel", "text", "Source level"),
  field("sen2", "LEA", "authority", "LEA"),
  field("sen2", "SoftwareCode", "text", "Software code"),
  field("sen2", "Release", "text", "Release of the software"),
  field("sen2", "SerialNo", "integer", "Serial number"),
  field("sen2", "DateTime", "datetime", "Date and time"),
  field("sen2", "DMO", "text", "Designated Medical Officer"),
  field("sen2", "DCO", "text", "Designated Clinical Officer"),
  field("sen2", "DSCO", "text", "Designated Social Care Officer", { from: 2025 }),

  field("person", "Surname", "text", "Surname", { personal: true }),
  field("person", "Forename", "text", "Forename", { personal: true }),
  field("person", "PersonBirthDate", "date", "Date of birth", { personal: true }),
  field("person", "GenderCurrent", "code", "Gender", { codes: "GenderCurrent", to: 2023 }),
  field("person", "Sex", "code", "Sex", { codes: "Sex", from: 2024 }),
  field("person", "Ethnicity", "code", "Ethnicity", { codes: "Ethnicity" }),
  field("person", "PostCode", "postcode", "Post code", { personal: true }),
  field("person", "UPN", "upn", "Unique Pupil Number", { personal: true }),
  field("person", "UniqueLearnerNumber", "uln", "Unique Learner Number", { personal: true }),
  field("person", "UPNunknown", "code", "UPN and ULN unavailable, reason", { codes: "UPNunknown" }),

  field("requests", "ReceivedDate", "date", "Date request was received"),
  field("requests", "RequestSource", "code", "Source of request", {
    codes: "RequestSource",
    from: 2025,
    aliases: ["rquestsource"],
  }),
  field("requests", "RYA", "flag", "Initial request whilst in relevant youth accommodation"),
  field("requests", "RequestOutcomeDate", "date", "Request outcome date"),
  field("requests", "RequestOutcome", "code", "Request outcome", { codes: "RequestOutcome" }),
  field("requests", "RequestMediation", "flag", "Request mediation"),
  field("requests", "RequestTribunal", "flag", "Request tribunal"),
  field("requests", "Exported", "authority", "Exported to authority"),

  field("assessment", "AssessmentOutcome", "code", "Assessment outcome", {
    codes: "AssessmentOutcome",
  }),
  field("assessment", "AssessmentOutcomeDate", "date", "Assessment outcome date"),
  field("assessment", "AssessmentMediation", "flag", "Assessment mediation"),
  field("assessment", "AssessmentTribunal", "flag", "Assessment tribunal"),
  field("assessment", "OtherMediation", "flag", "Other mediation"),
  field("assessment", "OtherTribunal", "flag", "Other tribunal"),
  field("assessment", "Week20", "flag", "20-week time limit exceptions apply"),

  field("namedplan", "StartDate", "date", "EHC plan start date"),
  field("namedplan", "PlanRes", "code", "Residential settings", { codes: "Residential" }),
  field("namedplan", "PlanWBP", "code", "Work-based learning activity", {
    codes: "WorkBased",
    aliases: ["planwpb"],
  }),
  field("namedplan", "PB", "flag", "Personal budget taken up"),
  field("namedplan", "OA", "flag", "Personal budget, organised arrangements"),
  field("namedplan", "DP", "code", "Personal budget, direct payments", { codes: "DirectPayments" }),
  field("namedplan", "CeaseDate", "date", "Date EHC plan ceased"),
  field("namedplan", "CeaseReason", "code", "Reason EHC plan ceased", { codes: "CeaseReason" }),

  ...institution("plandetail"),

  field("activeplans", "TransferLA", "authority", "Plan transferred in from authority"),
  field("activeplans", "Res", "code", "Residential settings", { codes: "Residential", to: 2023 }),
  field("activeplans", "WBP", "code", "Work-based learning activity", {
    codes: "WorkBased",
    to: 2023,
    aliases: ["wpb"],
  }),
  field("activeplans", "ReviewMeeting", "date", "Annual review meeting date", { from: 2024 }),
  field("activeplans", "ReviewOutcome", "code", "Annual review decision", {
    codes: "ReviewOutcome",
    from: 2024,
  }),
  field("activeplans", "ReviewDraft", "date", "Date draft amended EHC plan issued", { from: 2025 }),
  field(
    "activeplans",
    "PhaseTransferDueDate",
    "date",
    "Phase transfer review, due date for any amended plan",
    { from: 2025 },
  ),
  field("activeplans", "PhaseTransferFinalDate", "date", "Phase transfer review, final plan date", {
    from: 2025,
  }),
  field("activeplans", "LastReview", "date", "Annual review decision date"),

  ...institution("placementdetail"),
  field("placementdetail", "EntryDate", "date", "Placement start date"),
  field("placementdetail", "LeavingDate", "date", "Placement leaving date"),
  field("placementdetail", "AttendancePattern", "code", "Attendance pattern", { to: 2023 }),
  field("placementdetail", "Res", "code", "Residential settings", {
    codes: "Residential",
    from: 2024,
  }),
  field("placementdetail", "WBP", "code", "Work-based learning activity", {
    codes: "WorkBased",
    from: 2024,
    aliases: ["wpb"],
  }),

  field("senneed", "SENtype", "code", "SEN type", { codes: "SENtype" }),
  field("senneed", "SENtypeRank", "integer", "SEN type rank", { codes: "Rank" }),
];

/** Name by which the rest of the product knows a field's column: its tag in lower case. */
export const columnName = (f: Sen2Field): string => f.tag.toLowerCase();

/** Census dates of the returns (COLLECT years; witan.sen2 and DfE guides). */
export const censusDates: Readonly<Record<number, string>> = {
  2023: "2023-01-19",
  2024: "2024-01-18",
  2025: "2025-01-16",
  2026: "2026-01-15",
  2027: "2027-01-21",
};

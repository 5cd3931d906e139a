import type { TableName } from "./return-record";

type CellType = "text" | "number" | "date" | "time" | "flag";

/**
 * A field of the return: XML tag, kind, heading in the DfE submission template, first and last
 * collection year.
 */
export interface LayoutField {
  readonly tag: string;
  readonly type: CellType;
  readonly heading: string;
  readonly from: number;
  readonly to: number;
}

const f = (
  tag: string,
  type: CellType,
  heading: string,
  { from = 2023, to = 9999 }: Partial<Pick<LayoutField, "from" | "to">> = {},
): LayoutField => ({
  tag,
  type,
  heading,
  from,
  to,
});

const INSTITUTION = [
  f("URN", "number", "URN - Unique Reference Number"),
  f("UKPRN", "number", "UKPRN - UK Provider Reference Number"),
  f("SENsetting", "text", "SEN Setting – Establishment type"),
  f("SENSettingOther", "text", "SEN Setting - Other"),
  f("PlacementRank", "number", "Placement Rank (1=Primary, 2=Secondary)"),
];
const UNITS = [
  f("SENunitIndicator", "flag", "SEN Unit Indicator"),
  f("ResourcedProvisionIndicator", "flag", "Resourced Provision Indicator"),
];

/**
 * Fields by table in the order of the DfE Excel submission template. Written apart from the
 * reader's own list on purpose: the two
 * are checked against each other by every test that reads a sample back.
 */
const FIELDS: Readonly<Record<TableName, readonly LayoutField[]>> = {
  sen2: [
    f("Collection", "text", "Collection Name"),
    f("Year", "number", "Year"),
    f("ReferenceDate", "date", "Reference Date"),
    f("SourceLevel", "text", "Source Level"),
    f("LEA", "text", "LA Number"),
    f("SoftwareCode", "text", "Software Code"),
    f("Release", "text", "Release"),
    f("SerialNo", "number", "Serial Number"),
    f("DateTime", "time", "Date & Time \n(ccyy-mm-ddThh:mm:ss)"),
    f("DMO", "text", "Designated Medical Officer"),
    f("DCO", "text", "Designated Clinical Officer"),
    f("DSCO", "text", "Designated Social Care Officer", { from: 2025 }),
  ],
  person: [
    f("Surname", "text", "Surname"),
    f("Forename", "text", "Forename"),
    f("PersonBirthDate", "date", "Date of Birth \n(ccyy-mm-dd)"),
    f("GenderCurrent", "number", "Gender", { from: 2023, to: 2023 }),
    f("Sex", "text", "Sex", { from: 2024 }),
    f("Ethnicity", "text", "Ethnicity"),
    f("PostCode", "text", "Post Code"),
    f("UPN", "text", "UPN - Unique Pupil Number"),
    f("UniqueLearnerNumber", "number", "ULN - Young Persons Unique Learner Number"),
    f("UPNunknown", "text", "UPN and ULN unavailable – Reason"),
  ],
  requests: [
    f("ReceivedDate", "date", "Date request was received"),
    f("RequestSource", "number", "Source of request for an EHC needs assessment", { from: 2025 }),
    f("RYA", "flag", "Initial Request Whilst In RYA"),
    f("RequestOutcomeDate", "date", "Request Outcome Date"),
    f("RequestOutcome", "text", "Request Outcome"),
    f("RequestMediation", "flag", "Request Mediation"),
    f("RequestTribunal", "flag", "Request Tribunal"),
    f(
      "Exported",
      "text",
      "Exported - Child or young person moves out of LA before assessment is completed",
    ),
  ],
  assessment: [
    f("AssessmentOutcome", "text", "Assessment Outcome - Decision to issue EHC plan"),
    f("AssessmentOutcomeDate", "date", "Assessment Outcome Date"),
    f("AssessmentMediation", "flag", "Assessment Mediation"),
    f("AssessmentTribunal", "flag", "Assessment Tribunal"),
    f("OtherMediation", "flag", "Other Mediation"),
    f("OtherTribunal", "flag", "Other Tribunal"),
    f("Week20", "flag", "Twenty week time limit exceptions apply"),
  ],
  namedplan: [
    f("StartDate", "date", "EHC Plan Start Date"),
    f("PlanRes", "text", "Residential Settings"),
    f("PlanWBP", "text", "Work Based Learning Activity"),
    f("PB", "flag", "Personal Budget taken up"),
    f("OA", "flag", "Personal Budget - Organised Arrangements"),
    f("DP", "text", "Personal Budget - Direct Payments"),
    f("CeaseDate", "date", "Date EHC plan ceased"),
    f("CeaseReason", "number", "Reason EHC plan ceased"),
  ],
  plandetail: [...INSTITUTION, ...UNITS],
  activeplans: [
    f("TransferLA", "text", "EHC Plan transferred in from another LA during calendar year"),
    f("Res", "text", "Residential Settings", { from: 2023, to: 2023 }),
    f("WBP", "text", "Work Based Learning Activity", { from: 2023, to: 2023 }),
    f("LastReview", "date", "EHC Plan Review Decisions Date"),
    f("ReviewOutcome", "text", "Annual Review Decision", { from: 2024 }),
    f("ReviewDraft", "date", "Annual review – date draft amended EHC plan issued", { from: 2025 }),
    f("PhaseTransferDueDate", "date", "Phase transfer review - due date for any amended plan", {
      from: 2025,
    }),
    f("PhaseTransferFinalDate", "date", "Phase transfer review - final plan date", { from: 2025 }),
    f("ReviewMeeting", "date", "Annual Review Meeting Date", { from: 2024 }),
  ],
  placementdetail: [
    ...INSTITUTION,
    f("EntryDate", "date", "Placement Start Date"),
    f("LeavingDate", "date", "Placement Leaving Date"),
    f("AttendancePattern", "text", "Attendance Pattern", { from: 2023, to: 2023 }),
    ...UNITS,
    f("Res", "text", "Residential Settings", { from: 2024 }),
    f("WBP", "text", "Work Based Learning Activity", { from: 2024 }),
  ],
  senneed: [
    f("SENtype", "text", "SEN Type of Need"),
    f("SENtypeRank", "number", "SEN Type of Need rank  (1=Primary, 2=Secondary)"),
  ],
};

export const TABLES = Object.keys(FIELDS) as TableName[];

/** Element of the XML that holds the records of a table. */
export const ELEMENTS: Readonly<Record<TableName, string>> = {
  sen2: "Message",
  person: "Person",
  requests: "Requests",
  assessment: "Assessment",
  namedplan: "NamedPlan",
  plandetail: "PlanDetail",
  activeplans: "ActivePlans",
  placementdetail: "PlacementDetail",
  senneed: "SENneed",
};

/** Fields of a table in the layout of a collection year. */
export const fieldsOf = (table: TableName, year: number): readonly LayoutField[] =>
  FIELDS[table].filter((field) => field.from <= year && year <= field.to);

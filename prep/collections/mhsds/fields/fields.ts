import type { CodeSetName } from "./code-sets";

/** The tables that are read, by their names from version 6 on. */
export const mhsdsTables = [
  "MHS000Header",
  "MHS001MPI",
  "MHS002GP",
  "MHS005PatInd",
  "MHS101Referral",
  "MHS102OtherServiceType",
  "MHS201CareContact",
  "MHS204IndirectActivity",
  "MHS501HospProvSpell",
  "MHS902ServiceTeamDetails",
] as const;
export type MhsdsTable = (typeof mhsdsTables)[number];

/** Whose values share one numbering, so that equal codes are equal ids in every table and file. */
export type IdDomain =
  | "submission"
  | "provider"
  | "record"
  | "referral"
  | "contact"
  | "person"
  | "patient"
  | "team"
  | "localReferral"
  | "localContact"
  | "localTeam"
  | "nhsNumber"
  | "activity";

/** What a column holds; ids are text and never become numbers. */
export type ColumnKind =
  | "id"
  | "code"
  | "organisation"
  | "district"
  | "date"
  | "time"
  | "instant"
  | "integer"
  | "age"
  | "flag"
  | "version";

export interface MhsdsColumn {
  /** Our name, by which plans and builders speak of it. */
  readonly name: string;
  /** Heading in version 6. */
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly domain?: IdDomain;
  readonly codes?: CodeSetName;
  /**
   * Older and other names, the better one first: version 4 and 5, warehouses of ICBs, UDAL, trusted
   * research environments.
   */
  readonly aliases?: readonly string[];
  /** Read only where the file lacks this other column. */
  readonly insteadOf?: string;
  /** Read only under its very heading: with " Pseudo" behind it, it is something else. */
  readonly exact?: boolean;
  /** A date that cannot be after the reporting period. */
  readonly past?: boolean;
  /** First version that has it, for figures of data quality; 7 where only warehouses do. */
  readonly since?: number;
  /** Every record must have it (data set specification: mandatory, or derived for each record). */
  readonly mandatory?: boolean;
}

const id = (
  name: string,
  heading: string,
  domain: IdDomain,
  more: Partial<MhsdsColumn> = {},
): MhsdsColumn => ({ name, heading, kind: "id", domain, ...more });
const code = (
  name: string,
  heading: string,
  codes: CodeSetName,
  more: Partial<MhsdsColumn> = {},
): MhsdsColumn => ({ name, heading, kind: "code", codes, ...more });
const column = (
  kind: ColumnKind,
  name: string,
  heading: string,
  more: Partial<MhsdsColumn> = {},
): MhsdsColumn => ({ name, heading, kind, ...more });

const submission = id("submission", "UniqSubmissionID", "submission", {
  aliases: ["NHSEUniqSubmissionID"],
});
const record = id("record", "RecordNumber", "record");
const patient = id("patient", "LocalPatientID", "patient");
const person = id("person", "Person_ID", "person", {
  aliases: [
    "Der_Person_ID",
    "tokenid",
    "NHSNumber Pseudo",
    "Pseudo_NHS_Number",
    "Der_Pseudo_NHS_Number",
  ],
});
const fileType = column("integer", "fileType", "FileType");
const effectiveFrom = column("instant", "effectiveFrom", "EFFECTIVE_FROM");
const provider = (more: Partial<MhsdsColumn> = {}): MhsdsColumn =>
  id("provider", "OrgIDProv", "provider", { aliases: ["OrgIDProvider"], ...more });
const monthNumber = (more: Partial<MhsdsColumn> = {}): MhsdsColumn =>
  column("integer", "monthNumber", "UniqMonthID", more);

/** What says whose row it is and of which month. A file with the submission needs no more. */
const place = [
  submission,
  provider({ insteadOf: "submission" }),
  monthNumber({ insteadOf: "submission" }),
];
/** In the tables that submissions may be known from where there is no header. */
const fullPlace = [submission, provider(), monthNumber(), fileType, effectiveFrom];
const referral = [
  id("referral", "UniqServReqID", "referral"),
  id("localReferral", "ServiceRequestID", "localReferral", { insteadOf: "referral" }),
];
const team = (heading: string, ...unique: readonly string[]): MhsdsColumn[] => [
  id("localTeam", heading, "localTeam", { aliases: ["CareProfTeamLocalID"] }),
  id("team", unique[0], "team", { aliases: unique.slice(1), insteadOf: "localTeam" }),
];

/** The columns that are read of each table; all others are passed over undecoded. */
export const columnsOf: Readonly<Record<MhsdsTable, readonly MhsdsColumn[]>> = {
  MHS000Header: [
    submission,
    provider({ heading: "OrgIDProvider", aliases: ["OrgIDProv"], mandatory: true }),
    monthNumber(),
    column("version", "version", "DatSetVer", { mandatory: true }),
    column("date", "periodStart", "ReportingPeriodStartDate", { mandatory: true }),
    column("date", "periodEnd", "ReportingPeriodEndDate", { mandatory: true }),
    fileType,
    effectiveFrom,
  ],
  MHS001MPI: [
    ...fullPlace,
    record,
    patient,
    person,
    id("nhsNumber", "NHSNumber", "nhsNumber", { exact: true }),
    column("date", "birth", "PersonBirthDate", { exact: true, past: true }),
    column("flag", "national", "PatMRecInRP"),
    column("age", "ageAtEnd", "AgeRepPeriodEnd"),
    column("district", "district", "LADistrictAuth"),
    column("organisation", "subIcb", "OrgIDSubICBLocResidence"),
    column("organisation", "ccg", "OrgIDCCGRes"),
    column("organisation", "icb", "OrgIDICBRes", { aliases: ["OrgIDICSRes"] }),
    code("genderIdentity", "GenderIDCode", "GenderIDCode"),
    code("gender", "Gender", "Gender"),
    code("ethnicity", "NHSDEthnicity", "Ethnicity", {
      aliases: ["EthnicCategory"],
      mandatory: true,
    }),
    column("organisation", "school", "OrgIDEduEstab"),
  ],
  MHS002GP: [
    ...place,
    record,
    patient,
    column("organisation", "practice", "GMPReg", { aliases: ["GMPCodeReg"], mandatory: true }),
    column("date", "start", "StartDateGMPRegistration"),
    column("date", "end", "EndDateGMPRegistration"),
    column("organisation", "subIcb", "OrgIDSubICBLocGP"),
    column("organisation", "ccg", "OrgIDCCGGPPractice"),
    column("organisation", "icb", "OrgIDICBGPPractice", { aliases: ["OrgIDICSGPPractice"] }),
  ],
  MHS005PatInd: [
    ...place,
    record,
    patient,
    code("lookedAfter", "LACStatus", "LACStatus"),
    code("childProtection", "CPP", "CPP"),
    code("youngCarer", "YoungCarer", "YoungCarer"),
    code("learningDisability", "LDStatus", "DiagnosisStatus", { since: 6 }),
    code("autism", "AutismStatus", "DiagnosisStatus", { since: 6 }),
  ],
  MHS101Referral: [
    ...fullPlace,
    record,
    patient,
    person,
    ...referral,
    column("organisation", "commissioner", "OrgIDComm", { mandatory: true }),
    ...team("CareProfTeamLocalID", "UniqCareProfTeamLocalID"),
    code("teamType", "ServTeamType", "TeamType", { since: 7 }),
    code("ageGroup", "ServTeamIntAgeGroup", "TeamAgeGroup", { since: 7 }),
    column("date", "received", "ReferralRequestReceivedDate", { mandatory: true, past: true }),
    column("date", "discharged", "ServDischDate", { past: true }),
    column("date", "rejected", "ReferRejectionDate", { since: 6, past: true }),
    column("age", "ageReceived", "AgeServReferRecDate"),
    column("age", "ageDischarged", "AgeServReferDischDate"),
    code("source", "SourceOfReferralMH", "SourceOfReferral", { mandatory: true }),
    code("reason", "PrimReasonReferralMH", "ReasonForReferral", { mandatory: true }),
    code("priority", "ClinRespPriorityType", "Priority"),
    code("rejectReason", "ReferRejectReason", "RejectReason", { since: 6 }),
    code("closeReason", "ReferClosReason", "CloseReason", { since: 6 }),
  ],
  MHS102OtherServiceType: [
    ...place,
    record,
    ...referral,
    ...team("OtherCareProfTeamLocalID", "UniqCareProfTeamID", "UniqOtherCareProfTeamLocalID"),
    code("teamType", "ServTeamTypeRefToMH", "TeamType"),
    code("ageGroup", "ServTeamIntAgeGroup", "TeamAgeGroup", { since: 7 }),
    column("date", "closed", "ReferClosureDate", { past: true }),
    column("date", "rejected", "ReferRejectionDate", { past: true }),
    code("rejectReason", "ReferRejectReason", "RejectReason"),
    code("closeReason", "ReferClosReason", "CloseReason"),
  ],
  MHS201CareContact: [
    ...place,
    record,
    ...referral,
    id("contact", "UniqCareContID", "contact"),
    id("localContact", "CareContactID", "localContact", { insteadOf: "contact" }),
    column("date", "date", "CareContDate", { mandatory: true, past: true }),
    column("age", "age", "AgeCareContDate"),
    code("status", "AttendStatus", "Attendance", { aliases: ["AttendOrDNACode"], mandatory: true }),
    code("mechanism", "ConsMechanismMH", "Mechanism", {
      aliases: ["ConsMediumUsed"],
      mandatory: true,
    }),
    column("integer", "duration", "ClinContDurOfCareCont"),
  ],
  MHS204IndirectActivity: [
    ...place,
    record,
    ...referral,
    id("activity", "MHS204UniqID", "activity"),
    column("date", "date", "IndirectActDate", { mandatory: true, past: true }),
    column("time", "time", "IndirectActTime"),
  ],
  MHS501HospProvSpell: [...place, record, ...referral],
  MHS902ServiceTeamDetails: [
    ...place,
    ...team("CareProfTeamLocalID", "UniqCareProfTeamLocalID"),
    code("teamType", "ServTeamTypeMH", "TeamType", { mandatory: true }),
    code("ageGroup", "ServTeamIntAgeGroup", "TeamAgeGroup", { mandatory: true }),
  ],
};

/** What a table holds, in words for the user. */
export const tableWords: Readonly<Record<MhsdsTable, string>> = {
  MHS000Header: "submissions",
  MHS001MPI: "people",
  MHS002GP: "GP registrations",
  MHS005PatInd: "indicators of people",
  MHS101Referral: "referrals",
  MHS102OtherServiceType: "services referred to",
  MHS201CareContact: "care contacts",
  MHS204IndirectActivity: "indirect activity",
  MHS501HospProvSpell: "hospital spells",
  MHS902ServiceTeamDetails: "teams",
};

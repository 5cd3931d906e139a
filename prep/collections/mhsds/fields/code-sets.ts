import type { MonthIndex } from "../../../calendar/periods";

/**
 * The codes of a field and how NHS data quality reports would sort them. What is in no list is
 * invalid.
 */
export interface CodeSet {
  /** Codes with information, as version 6 allows them. */
  readonly valid: readonly string[];
  /** Valid up to version 5 only. */
  readonly older?: readonly string[];
  /** Allowed, and saying something that fits nothing else. */
  readonly other?: readonly string[];
  /** Allowed, and saying that it is not known or not stated. */
  readonly default?: readonly string[];
  /** Codes that became another one. */
  readonly now?: Readonly<Record<string, string>>;
}

const list = (text: string): string[] => text.split(" ");
/** Two digits from one number to another. */
const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(2, "0"));

/**
 * Codes of the fields that are read: MHSDS version 6 validation rules, and codes that earlier
 * versions had (docs/reading-mhsds.md).
 * Which codes count as other or as default is our sorting after the labels of the NHS data
 * dictionary.
 */
export const codeSets = {
  GenderIDCode: { valid: list("1 2 3 4"), default: list("X Z") },
  Gender: { valid: list("1 2"), other: ["9"], default: ["X"], older: ["0"] },
  Ethnicity: { valid: list("A B C D E F G H J K L M N P R S"), other: ["Z"], default: ["99"] },
  LACStatus: { valid: list("Y N"), default: ["X"] },
  CPP: { valid: list("1 2 3"), default: ["X"] },
  YoungCarer: { valid: list("Y N"), other: ["Z"], default: ["X"] },
  DiagnosisStatus: { valid: list("1 2 3 4 5"), other: ["Z"], default: list("U X") },
  SourceOfReferral: {
    valid: list(
      "A1 A2 A3 A4 B1 B2 C1 C2 C3 D1 D2 E1 E2 E3 E4 E5 E6 F1 F2 F3 G1 G2 G3 G4 H1 H2 I1 I2 M1 M2 M3 M4 M5 M7 M9 N3 P1 Q1 Q2",
    ),
    other: ["M6"],
    older: list("J1 J2 J3 J4 K1 K2 K3 K4 K5 L1 L2 N1 N2"),
  },
  ReasonForReferral: { valid: [...numbers(1, 16), ...numbers(18, 31)] },
  Priority: { valid: list("1 2 3 4") },
  RejectReason: { valid: list("01 02 03") },
  CloseReason: { valid: numbers(1, 9) },
  Attendance: { valid: list("2 3 4 5 6 7"), older: ["0"] },
  Mechanism: { valid: list("01 02 04 05 09 10 11 12 13"), other: ["98"], older: list("03 06") },
  TeamType: {
    valid: list(
      "A01 A02 A05 A06 A07 A08 A09 A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A20 A21 A22 A23 A24 A25 B01 B02 C01 C02 C04 C05 C06 C07 C08 C10 D01 D02 D03 D04 D05 D06 D07 D08 E01 E02 E03 E04 F01 F02 F03 F05 F06 F07",
    ),
    other: list("Z01 Z02"),
    older: list("A03 A04 C03 F04"),
    now: { C03: "C10" },
  },
  TeamAgeGroup: { valid: list("01 02 03 04") },
} as const satisfies Record<string, CodeSet>;

export type CodeSetName = keyof typeof codeSets;

/** October 2021, when version 5 gave consultation mechanisms new codes. */
export const VERSION_5: MonthIndex = 2021 * 12 + 9;

/** Attendance codes (data dictionary): seen, and each way of not being seen. */
export const attended: readonly string[] = ["5", "6"];
export const missed: readonly string[] = ["2", "3", "4", "7"];
export const notAttended: readonly string[] = ["3", "7"];

/**
 * Consultation mechanisms of a contact that counts as access: face to face, telephone, talk type,
 * video; before October 2021 telemedicine too.
 */
export const direct: readonly string[] = ["01", "02", "04", "11"];
export const directBefore: readonly string[] = ["01", "02", "03", "04"];

/** What counts for the anonymous digital providers: messages and chat. */
export const anonymousDirect: readonly string[] = ["05", "09", "10", "13"];
export const anonymousBefore: readonly string[] = ["05", "06"];

/**
 * Teams for people with a learning disability or autism: they come before the children's services
 * (docs/counting-mental-health.md).
 */
export const learningDisabilityTeams: ReadonlySet<string> = new Set([
  "E01",
  "E02",
  "E03",
  "E04",
  "B02",
  "C01",
]);
/**
 * Teams that are children's services whatever age they are meant for: paediatric liaison, looked
 * after children, youth offending.
 */
export const childrensTeams: ReadonlySet<string> = new Set(["C05", "C06", "C07"]);
/** Intended age group "children and young people". */
export const CHILDREN = "02";

/** Gender identities that are not known or not stated: the stated gender comes first then. */
export const unknownIdentities: ReadonlySet<string> = new Set(["X", "Z"]);

/** Yes, and a child protection plan, of the indicators of a person (MHS005). */
export const YES = "Y";
export const CHILD_PROTECTION_PLAN = "3";

/** Reason for referral "suspected autism", source "self". */
export const SUSPECTED_AUTISM = "25";
export const SELF_REFERRAL = "B1";
/** Sources that are education: local authority education service, school nurse. */
export const fromEducation: readonly string[] = ["C2", "F1"];

/**
 * Sexes by code, of GenderIDCode (1 to 4) and Gender (1, 2 and 9); X and Z are not known and not
 * stated.
 */
export const sexCodes = [
  ["2", "F"],
  ["1", "M"],
  ["9", "indeterminate"],
  ["3", "non_binary"],
  ["X", "not_recorded"],
  ["Z", "not_recorded"],
  ["4", "other"],
] as const;

/**
 * Sources of referral by their first letter, as the monthly statistics group them
 * (docs/reading-mhsds.md).
 */
export const sourceGroups: Readonly<Record<string, string>> = {
  A: "primary_care",
  B: "self_referral",
  C: "local_authority",
  D: "employer",
  E: "justice",
  F: "child_health",
  G: "independent_or_voluntary",
  H: "acute_care",
  I: "other_mental_health_trust",
  M: "other",
  N: "talking_therapies",
  P: "internal",
  Q: "drop_in",
};

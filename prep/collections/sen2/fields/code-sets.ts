import {
  codeSet,
  ethnicities,
  senSettings,
  senTypes,
  type Code,
} from "../../../reference/code-sets";

/**
 * Kinds of work-based learning, and of direct payments, whatever letters an authority has for them.
 */
export const workBasedKinds = ["apprenticeship", "traineeship", "supported_internship"] as const;
export const directPaymentKinds = ["education", "social_care", "health", "integrated"] as const;

/**
 * What the codes of work-based learning mean, as the SEN2 schemas of 2023 to 2026 have them
 * (transcribed by the LIIA pipeline of Social Finance).
 */
export const workBasedMeanings: Readonly<Record<string, string>> = {
  A: "apprenticeship",
  T: "traineeship",
  S: "supported_internship",
};

/** The same for direct payments. */
export const directPaymentMeanings: Readonly<Record<string, string>> = {
  E: "education",
  S: "social_care",
  H: "health",
  I: "integrated",
};

/**
 * In place of an authority's number, in TransferLA and Exported: one that has none, such as outside
 * England.
 */
export const OTHER_AUTHORITY = "XXX";

const decided: [string, string][] = [
  ["A", "Decision yet to be made"],
  ["W", "Withdrawn or ceased before the decision"],
  ["H", "Historical: decided before the latest collection period"],
];

/** What the letters of an authority mean. */
export interface CodeMeanings {
  readonly workBased: Readonly<Record<string, string>>;
  readonly directPayments: Readonly<Record<string, string>>;
}

export const schemaMeanings: CodeMeanings = {
  workBased: workBasedMeanings,
  directPayments: directPaymentMeanings,
};

/**
 * Code sets of the SEN2 return. Labels follow the DfE guides of 2023 to 2025; letters that those do
 * not give, the schemas of 2023 to 2026.
 */
export const codeSets = {
  GenderCurrent: codeSet(
    ["0", "Not known"],
    ["1", "Male"],
    ["2", "Female"],
    ["9", "Not specified"],
  ),
  Sex: codeSet(["M", "Male"], ["F", "Female"]),
  UPNunknown: codeSet(
    ["UN1", "Under 6 and not yet assigned a UPN"],
    ["UN2", "Never attended a state-funded school in England, no UPN"],
    ["UN3", "Educated outside England, no UPN"],
    ["UN5", "Sources disagree on name or date of birth, so that matching is not reliable"],
    ["UN8", "New to the authority, UPN or ULN not yet known"],
    ["UN9", "Never attended a state-funded school or further education in England, no UPN or ULN"],
    ["UN10", "Request ended before UPN or ULN were known"],
  ),
  RequestSource: codeSet(
    ["1", "Young person or parent"],
    ["2", "School or other education setting"],
    ["3", "Health care professionals"],
    ["4", "Social care professionals"],
    ["5", "Other"],
  ),
  RequestOutcome: codeSet(
    ["Y", "The authority proceeded with an assessment"],
    ["N", "The authority decided not to assess"],
    ...decided,
  ),
  AssessmentOutcome: codeSet(
    ["Y", "Decided that a plan would be issued"],
    ["N", "Decided that no plan would be issued"],
    ...decided,
  ),
  Residential: codeSet(["A", "38 to 51 weeks"], ["B", "52 weeks"]),
  WorkBased: codeSet(["A", "Apprenticeship"], ["T", "Traineeship"], ["S", "Supported internship"]),
  DirectPayments: codeSet(
    ["E", "Education"],
    ["S", "Social care"],
    ["H", "Health"],
    ["I", "Integrated"],
  ),
  DesignatedOfficer: codeSet(["Y", "Yes"], ["N", "No"], ["R", "Recruiting"]),
  CeaseReason: codeSet(
    ["1", "Reached maximum age"],
    ["2", "Needs met without a plan"],
    ["3", "Moved on to higher education"],
    ["4", "Moved on to paid employment, not an apprenticeship"],
    ["5", "Transferred to another authority in England"],
    ["6", "No longer wishes to engage in education or training"],
    ["7", "Moved outside England"],
    ["8", "Deceased"],
    ["9", "Other"],
  ),
  SENsetting: senSettings,
  Rank: codeSet(["1", "Primary"], ["2", "Secondary"]),
  ReviewOutcome: codeSet(["A", "Amend"], ["C", "Cease"], ["M", "Maintain"]),
  SENtype: senTypes,
  Ethnicity: ethnicities,
} as const satisfies Record<string, readonly Code[]>;

export type CodeSetName = keyof typeof codeSets;

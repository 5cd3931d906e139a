/**
 * Code sets of the SEN2 return. Labels follow the DfE guides of 2023 to 2025. An empty set means that the
 * codes are not known to us: any value is kept as it is. `since` names the first collection year of a code.
 */
export interface Code {
  readonly code: string;
  readonly label: string;
  readonly since?: number;
}

const set = (...pairs: [string, string, number?][]): readonly Code[] =>
  pairs.map(([code, label, since]) => (since ? { code, label, since } : { code, label }));

const decided: [string, string][] = [
  ["A", "Decision yet to be made"],
  ["W", "Withdrawn or ceased before the decision"],
  ["H", "Historical: decided before the latest collection period"],
];

export const codeSets = {
  GenderCurrent: set(["0", "Not known"], ["1", "Male"], ["2", "Female"], ["9", "Not specified"]),
  Sex: set(["M", "Male"], ["F", "Female"]),
  UPNunknown: set(
    ["UN1", "Under 6 and not yet assigned a UPN"],
    ["UN2", "Never attended a state-funded school in England, no UPN"],
    ["UN3", "Educated outside England, no UPN"],
    ["UN5", "Sources disagree on name or date of birth, so that matching is not reliable"],
    ["UN8", "New to the authority, UPN or ULN not yet known"],
    ["UN9", "Never attended a state-funded school or further education in England, no UPN or ULN"],
    ["UN10", "Request ended before UPN or ULN were known"],
  ),
  RequestSource: set(
    ["1", "Young person or parent"],
    ["2", "School or other education setting"],
    ["3", "Health care professionals"],
    ["4", "Social care professionals"],
    ["5", "Other"],
  ),
  RequestOutcome: set(
    ["Y", "The authority proceeded with an assessment"],
    ["N", "The authority decided not to assess"],
    ...decided,
  ),
  AssessmentOutcome: set(
    ["Y", "Decided that a plan would be issued"],
    ["N", "Decided that no plan would be issued"],
    ...decided,
  ),
  Residential: set(["A", "38 to 51 weeks"], ["B", "52 weeks"]),
  /** The letters are not in any source we have; the configuration may name them. */
  WorkBased: set(),
  /** The letters are not in any source we have; the configuration may name them. */
  DirectPayments: set(),
  CeaseReason: set(
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
  SENsetting: set(
    ["OLA", "Other arrangements by the authority (EOTAS)"],
    ["OPA", "Other arrangements by parents or the young person"],
    ["EHE", "Elective home education"],
    ["EYP", "Early years provider without a URN"],
    ["OTH", "Other"],
    ["NEET", "Not in education, employment or training (16 to 25)"],
    ["NIEC", "Not in education or training, notice to cease issued"],
    ["NIEO", "Not in education or training, other"],
  ),
  Rank: set(["1", "Primary"], ["2", "Secondary"]),
  ReviewOutcome: set(["A", "Amend"], ["C", "Cease"], ["M", "Maintain"]),
  SENtype: set(
    ["SPLD", "Specific learning difficulty"],
    ["MLD", "Moderate learning difficulty"],
    ["SLD", "Severe learning difficulty"],
    ["PMLD", "Profound and multiple learning difficulty"],
    ["SEMH", "Social, emotional and mental health"],
    ["SLCN", "Speech, language and communication needs"],
    ["HI", "Hearing impairment"],
    ["VI", "Vision impairment"],
    ["MSI", "Multi-sensory impairment"],
    ["PD", "Physical disability"],
    ["ASD", "Autistic spectrum disorder"],
    ["DS", "Down syndrome", 2025],
    ["OTH", "Other difficulty"],
  ),
  Ethnicity: set(
    ["WBRI", "White British"],
    ["WIRI", "White Irish"],
    ["WIRT", "Traveller of Irish heritage"],
    ["WOTH", "Any other White background"],
    ["WROM", "Gypsy or Roma"],
    ["MWBC", "White and Black Caribbean"],
    ["MWBA", "White and Black African"],
    ["MWAS", "White and Asian"],
    ["MOTH", "Any other mixed background"],
    ["AIND", "Indian"],
    ["APKN", "Pakistani"],
    ["ABAN", "Bangladeshi"],
    ["AOTH", "Any other Asian background"],
    ["ABRI", "Asian British", 2025],
    ["AWEL", "Asian Welsh", 2025],
    ["BCRB", "Black Caribbean"],
    ["BAFR", "Black African"],
    ["BOTH", "Any other Black background"],
    ["BBRI", "Black British", 2025],
    ["BWEL", "Black Welsh", 2025],
    ["CHNE", "Chinese"],
    ["OOTH", "Any other ethnic group"],
    ["REFU", "Refused"],
    ["NOBT", "Not yet obtained"],
  ),
} as const satisfies Record<string, readonly Code[]>;

export type CodeSetName = keyof typeof codeSets;

/** A code of a code set. `since` names the first collection year of a code. */
export interface Code {
  readonly code: string;
  readonly label: string;
  readonly since?: number;
}

export const codeSet = (...pairs: [string, string, number?][]): readonly Code[] =>
  pairs.map(([code, label, since]) => (since ? { code, label, since } : { code, label }));

/** What the codes of a set are called. */
export const wordsByCode = (set: readonly Code[]): Readonly<Record<string, string>> =>
  Object.fromEntries(set.map(({ code, label }) => [code, label]));

/**
 * Types of special educational need, as SEN2 and the school census have them (DfE guides of 2023 to
 * 2025).
 */
export const senTypes = codeSet(
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
);

/** What stands in for a school in SEN2 (SENsetting, DfE guides of 2023 to 2025). */
export const senSettings = codeSet(
  ["OLA", "Other arrangements by the authority (EOTAS)"],
  ["OPA", "Other arrangements by parents or the young person"],
  ["EHE", "Elective home education"],
  ["EYP", "Early years provider without a URN"],
  ["OTH", "Other"],
  ["NEET", "Not in education, employment or training (16 to 25)"],
  ["NIEC", "Not in education or training, notice to cease issued"],
  ["NIEO", "Not in education or training, other"],
);

/** Main ethnicity codes of SEN2 and the school census (DfE guides of 2023 to 2025). */
export const ethnicities = codeSet(
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
);

/**
 * The groups that DfE publishes, with the CBDS codes that they hold. Extended four-letter codes go
 * by their first letter, as the main code they belong to does: `MOTH` is mixed, `CHNE` and its
 * sub-codes are Asian.
 */
export const ethnicitiesOfGroups = [
  ["W[A-Z]{3}", "white"],
  ["M[A-Z]{3}", "mixed"],
  ["[AC][A-Z]{3}", "asian"],
  ["B[A-Z]{3}", "black"],
  ["O[A-Z]{3}", "other"],
  ["REFU|NOBT", "not_stated"],
] as const;

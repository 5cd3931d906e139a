/** How published files call everybody. */
export const TOTAL: readonly string[] = ["Total", "All", "All pupils", "All schools"];

/**
 * Characteristics are written alone or behind the name of their group, such as `SEN - SEN support`
 * in the absence files.
 */
const written = (...labels: readonly string[]): readonly string[] =>
  labels.flatMap((label) => ["", "SEN - ", "SEN provision - "].map((before) => before + label));

/**
 * The groups of SEN provision by our values, in the spellings that releases of 2016 to 2026 have or
 * are taken to have: those of the absence files are
 * confirmed, those of suspensions by characteristic are taken to be of the same family.
 */
export const provisionLabels: Readonly<
  Record<"no_sen" | "sen_support" | "ehc_plan", readonly string[]>
> = {
  no_sen: written("No SEN", "No SEN provision", "No identified SEN"),
  sen_support: written(
    "SEN support",
    "SEN support / SEN without an EHC plan",
    "School Action/SEN support",
    "SEN without a statement or EHC",
  ),
  ehc_plan: written(
    "EHC plan",
    "EHC plans",
    "Education, health and care plan",
    "Statement or EHCP",
    "EHC plans/Statements of SEN",
    "SEN with statement or EHC",
  ),
};

/**
 * Types of need by our codes. Down syndrome has been published apart since there is a code for it;
 * before, it was among other needs.
 */
export const needLabels: Readonly<Record<string, readonly string[]>> = {
  SPLD: ["Specific learning difficulty"],
  MLD: ["Moderate learning difficulty"],
  SLD: ["Severe learning difficulty"],
  PMLD: ["Profound and multiple learning difficulty", "Profound & multiple learning difficulty"],
  SEMH: ["Social, emotional and mental health", "Social emotional and mental health"],
  SLCN: [
    "Speech, language and communication needs",
    "Speech, language and communications needs",
    "Speech language and communication needs",
  ],
  HI: ["Hearing impairment"],
  VI: ["Vision impairment", "Visual impairment"],
  MSI: ["Multi-sensory impairment", "Multisensory impairment"],
  PD: ["Physical disability"],
  ASD: ["Autistic spectrum disorder"],
  DS: ["Down syndrome"],
  OTH: ["Other difficulty or disability", "Other difficulty/disability"],
  NSA: [
    "SEN support but no specialist assessment of type of need",
    "SEN support but no specialist assessment",
  ],
};

/**
 * Phases whose published group is near ours; middle schools are published with the phase that they
 * are deemed to be of.
 */
export const phaseLabels: Readonly<Record<"primary" | "secondary", readonly string[]>> = {
  primary: ["State-funded primary"],
  secondary: ["State-funded secondary"],
};

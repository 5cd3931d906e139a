import { censusSnapshots, censusTermIndicators } from "./indicators";

type Words = readonly [name: string, unit: "count" | "percent" | "per 100 pupils", polarity: "higher" | "lower" | "neutral", numerator: string, denominator: string | null, note: string | null];

const HEADCOUNT = "Enrolment status C or M; a person on two rolls counts once, at the school joined last";
const CODES = "The term before the census. Totals where they are supplied (until 2024), else sums of the session codes. Rows with more sessions missed than possible are left out";
const ENROLMENTS = "Counts enrolments: one pupil at one school, as published. Over the year the sessions of all its terms are added";
const ARREARS = "Counted in the term they began in; censuses tell them two terms later";
const ROLL = "Pupils of the January census of the academic year, enrolment status C or M";

const words: Readonly<Record<string, Words>> = {
  pupils_on_roll: ["Pupils on roll", "count", "neutral", "Pupils on roll on census day", null, HEADCOUNT],
  sen_support_pupils: ["Pupils with SEN support", "count", "neutral", "Pupils on roll with SEN support", null, HEADCOUNT],
  sen_support_pct: ["Pupils with SEN support, share", "percent", "neutral", "Pupils on roll with SEN support", "Pupils on roll", HEADCOUNT],
  ehc_pupils_pct: ["Pupils with an EHC plan, share", "percent", "neutral", "Pupils on roll with an EHC plan", "Pupils on roll", `${HEADCOUNT}. Plans kept by any authority`],
  sen_unit_or_resourced_pupils: ["Pupils in SEN units or resourced provision", "count", "neutral", "Pupils on roll who are members of a SEN unit or of resourced provision", null, HEADCOUNT],
  ehc_census_match_pct: ["Plans in the census found in SEN2", "percent", "higher", "Pupils with a plan whose UPN has a plan in force in SEN2 on census day", "Pupils with a plan and a valid UPN", "A figure of data quality. Plans kept by other authorities never match"],
  absence_rate_pct: ["Absence rate", "percent", "lower", "Sessions missed, authorised and unauthorised", "Sessions possible", CODES],
  persistent_absence_pct: ["Persistently absent", "percent", "lower", "Enrolments that missed 10 per cent or more of their possible sessions", "Enrolments with possible sessions", ENROLMENTS],
  severe_absence_pct: ["Severely absent", "percent", "lower", "Enrolments that missed 50 per cent or more of their possible sessions", "Enrolments with possible sessions", ENROLMENTS],
  suspensions: ["Suspensions", "count", "lower", "Suspensions, lunchtimes included", null, ARREARS],
  suspension_rate: ["Suspension rate", "per 100 pupils", "lower", "Suspensions, lunchtimes included", ROLL, ARREARS],
  pupils_suspended_pct: ["Pupils suspended", "percent", "lower", "Pupils with one or more suspensions", ROLL, ARREARS],
  permanent_exclusions: ["Permanent exclusions", "count", "lower", "Permanent exclusions", null, ARREARS],
  permanent_exclusion_rate: ["Permanent exclusion rate", "per 100 pupils", "lower", "Permanent exclusions", ROLL, ARREARS],
};

/** Rows of the indicator dimension for the census indicators, in the order in which they are counted. */
export const censusIndicatorRows = (): (string | null)[][] =>
  [...censusSnapshots, ...censusTermIndicators].map(({ id, kind }) => {
    const [name, unit, polarity, numerator, denominator, note] = words[id];
    return [id, name, unit, polarity, "term", kind === "snapshot" ? "snapshot" : "flow", numerator, denominator, note, id === "ehc_census_match_pct" ? "School census and SEN2" : "School census"];
  });

export const isCensusIndicator = (id: string): boolean => Object.hasOwn(words, id);

import type { IndicatorSection } from "./indicator-row";

/** Indicators that are counted from the school census. */
export const censusIndicators: readonly IndicatorSection[] = [
  [
    "SEN support and pupils",
    [
      ["pupils_on_roll", "Pupils on roll", "count", "neutral", "term", "Pupils on roll on census day, enrolment status C or M", "", "School census", ""],
      ["sen_support_pupils", "Pupils on SEN support", "count", "neutral", "term", "SEN provision K", "", "School census", "BCP-A03 SHR-011 CDC-082"],
      ["sen_support_pct", "Pupils on SEN support, share", "percent", "neutral", "term", "SEN provision K", "Pupils on roll", "School census", "BCP-B21 BCP-B22"],
      ["ehc_pupils_pct", "Pupils with an EHC plan, share", "percent", "neutral", "term", "SEN provision E", "Pupils on roll", "School census", "BCP-A02"],
      ["sen_unit_or_resourced_pupils", "Pupils in SEN units or resourced provision", "count", "neutral", "term", "Members of a SEN unit or resourced provision", "", "School census", "CDC-009"],
    ],
  ],
  [
    "Attendance and exclusion",
    [
      ["absence_rate_pct", "Absence", "percent", "lower", "term", "Authorised and unauthorised sessions missed", "Sessions possible", "School census", "CDC-044 CDC-089"],
      ["persistent_absence_pct", "Persistent absence", "percent", "lower", "term", "Pupils missing 10 per cent or more of their sessions", "Pupils with possible sessions", "School census", "BCP-B08 BCP-B09 BCP-B10 BCP-B11"],
      ["severe_absence_pct", "Severe absence", "percent", "lower", "term", "Pupils missing 50 per cent or more of their sessions", "Pupils with possible sessions", "School census", ""],
      ["suspensions", "Suspensions", "count", "lower", "term", "Suspensions (SUSP, LNCH; FIXD in old files)", "", "School census", "BCP-B01 BCP-B05 BCP-B07 SHR-010"],
      ["suspension_rate", "Suspension rate", "per_100", "lower", "term", "Suspensions", "Pupils on the January roll", "School census", "BCP-B04 BCP-B06"],
      ["pupils_suspended_pct", "Pupils suspended", "percent", "lower", "term", "Pupils with one or more suspensions", "Pupils on the January roll", "School census", "BCP-B02 BCP-B03"],
      ["permanent_exclusions", "Permanent exclusions", "count", "lower", "term", "Permanent exclusions", "", "School census", "SHR-009"],
      ["permanent_exclusion_rate", "Permanent exclusion rate", "per_100", "lower", "term", "Permanent exclusions", "Pupils on the January roll", "School census", "CDC-045"],
    ],
  ],
  [
    "Data and systems",
    [
      ["ehc_census_match_pct", "Pupils with a plan that the SEN2 return knows", "percent", "higher", "term", "Pupils with SEN provision E found among plans in force by UPN", "Pupils with SEN provision E and a valid UPN", "SEN2 and school census", ""],
    ],
  ],
];

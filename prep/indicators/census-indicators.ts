import type { IndicatorSection } from "./indicator-row";

const POSSIBLE = "Sessions possible of pupils whose session codes add up to their sessions missed";

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
      ["absence_illness_pct", "Absence for illness", "percent", "lower", "term", "Sessions missed with code I", POSSIBLE, "School census", ""],
      ["absence_appointments_pct", "Absence for medical and dental appointments", "percent", "lower", "term", "Sessions missed with code M", POSSIBLE, "School census", ""],
      ["absence_religious_pct", "Absence for religious observance", "percent", "neutral", "term", "Sessions missed with code R", POSSIBLE, "School census", ""],
      ["absence_study_leave_pct", "Absence for study leave", "percent", "neutral", "term", "Sessions missed with code S", POSSIBLE, "School census", ""],
      ["absence_traveller_pct", "Absence of travelling families", "percent", "neutral", "term", "Sessions missed with code T", POSSIBLE, "School census", ""],
      ["absence_agreed_holiday_pct", "Absence for agreed holidays", "percent", "lower", "term", "Sessions missed with code H, withdrawn after the summer of 2024", POSSIBLE, "School census", ""],
      ["absence_excluded_pct", "Absence while suspended or excluded", "percent", "lower", "term", "Sessions missed with code E, suspended or excluded without other provision", POSSIBLE, "School census", ""],
      ["absence_interview_pct", "Absence for interviews", "percent", "neutral", "term", "Sessions missed with code J1, from the autumn of 2024", POSSIBLE, "School census", ""],
      ["absence_performance_pct", "Absence for performances and employment abroad", "percent", "neutral", "term", "Sessions missed with code C1, from the autumn of 2024; in C before", POSSIBLE, "School census", ""],
      ["absence_part_time_timetable_pct", "Absence by part-time timetables", "percent", "lower", "term", "Sessions missed with code C2, from the autumn of 2024; in C before", POSSIBLE, "School census", ""],
      ["absence_other_authorised_pct", "Absence for other authorised reasons", "percent", "lower", "term", "Sessions missed with code C", POSSIBLE, "School census", ""],
      ["absence_unauthorised_holiday_pct", "Absence for holidays not agreed", "percent", "lower", "term", "Sessions missed with code G", POSSIBLE, "School census", ""],
      ["absence_late_pct", "Absence by arrival after registers closed", "percent", "lower", "term", "Sessions missed with code U", POSSIBLE, "School census", ""],
      ["absence_other_unauthorised_pct", "Absence for other unauthorised reasons", "percent", "lower", "term", "Sessions missed with code O", POSSIBLE, "School census", ""],
      ["absence_no_reason_yet_pct", "Absence without a reason yet", "percent", "lower", "term", "Sessions missed with code N", POSSIBLE, "School census", ""],
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

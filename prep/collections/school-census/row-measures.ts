import { measuresOver } from "../../indicators/row-measures";
import type { RowMeasure } from "../../star/declaration";

/** Measures over the rows of the school census facts. */
export const censusRowMeasures: readonly RowMeasure[] = [
  ...measuresOver("attendance", [
    ["Absence", "absence_rate_pct", "term_end", "missed", "possible"],
    ["Sessions missed", "absence_rate_pct", "term_end", "missed"],
  ]),
  ...measuresOver("suspension", [
    ["Suspensions counted", "suspensions", "term_end", "suspended"],
    ["Permanent exclusions counted", "permanent_exclusions", "term_end", "excluded"],
  ]),
  ...measuresOver(
    "census_pupil",
    [
      ["Pupils on roll", "pupils_on_roll", "census_date", "on_roll"],
      ["Pupils on SEN support", "sen_support_pct", "census_date", "sen_support", "on_roll"],
      ["Pupils with an EHC plan", "ehc_pupils_pct", "census_date", "ehc_plan", "on_roll"],
    ],
    { snapshot: true },
  ),
];

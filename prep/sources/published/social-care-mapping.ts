import type { PublishedMapping } from "./published-mapping";

const IN_NEED = "CINO at 31 March";
const LOOKED_AFTER = "CLA 12 months at 31 March";

const NOTES = {
  [IN_NEED]:
    "Published for children in need at 31 March who are neither on a child protection plan nor looked after, of school age and found in the school census",
  [LOOKED_AFTER]:
    "Published for children looked after for at least twelve months at 31 March who are found in the school census",
};

const share = (
  indicator: string,
  group: keyof typeof NOTES,
  provision: string,
): PublishedMapping => ({
  indicator,
  dataset: "social_care_sen",
  unit: "percent",
  where: { social_care_group: group },
  numerator: [`t_${provision}`],
  denominator: ["t_pupils"],
  value: `pt_${provision}`,
  comparability: "caution",
  note: NOTES[group],
});

/**
 * Children in need and looked after by SEN provision: the file `sen_la` of the release "Outcomes for
 * children in need, including children looked after".
 */
export const socialCareMappings: readonly PublishedMapping[] = [
  share("children_in_need_no_sen_pct", IN_NEED, "no_identified_sen"),
  share("children_in_need_sen_support_pct", IN_NEED, "sen_support"),
  share("children_in_need_ehc_pct", IN_NEED, "statement_or_ehc_plan"),
  share("looked_after_sen_support_pct", LOOKED_AFTER, "sen_support"),
  share("looked_after_ehc_pct", LOOKED_AFTER, "statement_or_ehc_plan"),
];

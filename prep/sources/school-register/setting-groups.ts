/** What a setting group belongs to in the indicators: who pays and what kind of place it is. */
export type SettingFamily =
  | "mainstream"
  | "state_special"
  | "independent_special"
  | "alternative_provision"
  | "further_education"
  | "early_years"
  | "elsewhere"
  | "not_recorded";

interface SettingGroup {
  readonly id: string;
  readonly label: string;
  readonly family: SettingFamily;
}

const group = (id: string, label: string, family: SettingFamily): SettingGroup => ({
  id,
  label,
  family,
});
const mainstream = (id: string, label: string): SettingGroup[] => [
  group(`mainstream_${id}`, `Mainstream, ${label}`, "mainstream"),
  group(`mainstream_${id}_sen_unit`, `Mainstream, ${label} (SEN unit)`, "mainstream"),
  group(`mainstream_${id}_resourced`, `Mainstream, ${label} (resourced provision)`, "mainstream"),
];

/**
 * The placement groups of the published release "Education, health and care plans"
 * (docs/counting.md), in its order.
 */
export const settingGroups: readonly SettingGroup[] = [
  ...mainstream("maintained", "authority maintained"),
  ...mainstream("academy", "academy"),
  ...mainstream("free_school", "free school"),
  group("mainstream_independent", "Mainstream, independent", "mainstream"),
  group("special_maintained", "Special, authority maintained", "state_special"),
  group("special_academy", "Special, academy or free school", "state_special"),
  group("special_non_maintained", "Special, non-maintained", "independent_special"),
  group("special_independent", "Special, independent", "independent_special"),
  group(
    "ap_maintained",
    "Alternative provision or pupil referral unit, authority maintained",
    "alternative_provision",
  ),
  group("ap_academy", "Alternative provision, academy", "alternative_provision"),
  group("ap_free_school", "Alternative provision, free school", "alternative_provision"),
  group("fe_general", "Further education, general and tertiary colleges", "further_education"),
  group("fe_specialist", "Further education, specialist post-16 institutions", "further_education"),
  group("fe_ukrlp", "Further education, other registered provider", "further_education"),
  group("early_years", "Non-maintained early years", "early_years"),
  group("elective_home_education", "Elective home education", "elsewhere"),
  group("neet", "Not in education, employment or training", "elsewhere"),
  group(
    "not_in_education_notice_to_cease",
    "Not in education or training, notice to cease issued",
    "elsewhere",
  ),
  group("not_in_education_other", "Not in education or training, other", "elsewhere"),
  group("arranged_by_authority", "Other arrangements by the authority (EOTAS)", "elsewhere"),
  group("arranged_by_parents", "Other arrangements by parents or the young person", "elsewhere"),
  group("other_setting", "Other placement settings", "elsewhere"),
  group("other_establishment", "Other schools and establishments", "elsewhere"),
  group("online_provider", "Online provider", "elsewhere"),
  group("welsh_establishment", "Welsh establishment", "elsewhere"),
  group("not_recorded", "Placement not recorded", "not_recorded"),
];

/**
 * GIAS establishment type code to setting group, before SEN units and resourced provision are told
 * apart. Types of April 2025.
 */
const groupOfType: Readonly<Record<string, string>> = {
  1: "mainstream_maintained", // community school
  2: "mainstream_maintained", // voluntary aided
  3: "mainstream_maintained", // voluntary controlled
  5: "mainstream_maintained", // foundation
  15: "mainstream_maintained", // local authority nursery school
  6: "mainstream_academy", // city technology college
  28: "mainstream_academy", // sponsor led
  34: "mainstream_academy", // converter
  45: "mainstream_academy", // 16 to 19 converter
  46: "mainstream_academy", // 16 to 19 sponsor led
  35: "mainstream_free_school",
  39: "mainstream_free_school", // 16 to 19
  40: "mainstream_free_school", // university technical college
  41: "mainstream_free_school", // studio school
  11: "mainstream_independent",
  7: "special_maintained", // community special
  12: "special_maintained", // foundation special
  33: "special_academy", // sponsor led
  44: "special_academy", // converter
  36: "special_academy", // free school special
  8: "special_non_maintained",
  10: "special_independent",
  14: "ap_maintained", // pupil referral unit
  42: "ap_academy", // converter
  43: "ap_academy", // sponsor led
  38: "ap_free_school",
  18: "fe_general",
  31: "fe_general", // sixth form centres
  32: "fe_specialist",
  24: "other_establishment", // secure units
  25: "other_establishment", // offshore schools
  26: "other_establishment", // service children's education
  27: "other_establishment", // miscellaneous
  29: "other_establishment", // higher education
  37: "other_establishment", // British schools overseas
  56: "other_establishment", // funded by another government department
  57: "other_establishment", // academy secure 16 to 19
  30: "welsh_establishment",
  49: "online_provider",
};

/** SENsetting code to setting group. */
const groupOfSetting: Readonly<Record<string, string>> = {
  OLA: "arranged_by_authority",
  OPA: "arranged_by_parents",
  EHE: "elective_home_education",
  EYP: "early_years",
  OTH: "other_setting",
  NEET: "neet",
  NIEC: "not_in_education_notice_to_cease",
  NIEO: "not_in_education_other",
};

const withUnits = new Set([
  "mainstream_maintained",
  "mainstream_academy",
  "mainstream_free_school",
]);

/**
 * Setting group of an establishment type; a pupil in a SEN unit or resourced provision of a
 * state-funded mainstream school is told apart.
 */
export function groupOfEstablishment(type: string, inUnit: boolean, inResourced: boolean): string {
  const base = groupOfType[String(Number(type))] ?? "not_recorded";
  if (!withUnits.has(base)) return base;
  return inUnit ? `${base}_sen_unit` : inResourced ? `${base}_resourced` : base;
}

/** Setting group of a SENsetting code. */
export const groupOfSenSetting = (code: string): string => groupOfSetting[code] ?? "not_recorded";

const families = new Map(settingGroups.map((g) => [g.id, g.family]));
export const familyOf = (groupId: string): SettingFamily => families.get(groupId) ?? "not_recorded";

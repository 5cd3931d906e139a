import type { Unit } from "../../../src/kpi/unit";
import { censusMappings } from "./census-mapping";
import { interactiveToolMappings } from "./interactive-tool";
import { count, percent } from "./mapping-forms";
import type { PublishedMapping } from "./published-mapping";
import { populationBands } from "./read-ons";
import { socialCareMappings } from "./social-care-mapping";
import { sen2Mappings } from "./sen2-mapping";

/**
 * Measures that are counted under their own ids, which stand in the monthly files and the autism
 * ones in capitals: MHS32a for mhs32a.
 */
const officialMeasures = [
  "mhs30d",
  "mhs32a",
  "mhs32b",
  "mhs38a",
  "mhs39a",
  "mhs40",
  "mhs41",
  "mhs42",
  "mhs55a",
  "mhs56a",
  "mhs57a",
  "mhs58a",
  "mhs61a",
  "mhs69",
  "mhs95",
  "mhs109",
  "mhs130",
  "mhs131",
  "mhs132",
  "mhs133",
  "mhs134",
  "mhs135",
  "cyp01",
  "cyp23",
  "cyp32",
  "asd12a",
  "asd13a",
  "asd16b",
  "asd16c",
  "asd18c",
  "asd18e",
  "asd18f",
  "asd19c",
];
/** Units of those that are no counts. */
const officialUnits: Readonly<Record<string, Unit>> = {
  mhs131: "days",
  mhs132: "days",
  mhs134: "days",
  mhs135: "days",
  asd19c: "percent",
};

/** Columns of the NEET and participation scorecard, printed as shares, by indicator. */
const neetColumns: Readonly<Record<string, string>> = {
  young_people_neet_not_known_pct: "neet_not_known_percent",
  young_people_neet_not_known_ehc_pct: "neet_nk_ehcp_percent",
  young_people_neet_not_known_sen_support_pct: "neet_nk_sendsupport_percent",
  young_people_neet_not_known_no_sen_pct: "neet_nk_nosen_percent",
  young_people_neet_pct: "neet_percent",
  young_people_not_known_pct: "notknown_percent",
  young_people_in_education_training_pct: "total_participating_in_education_and_training_percent",
  young_people_full_time_education_pct: "full_time_education_percent",
  young_people_apprenticeship_pct: "apprenticeship_percent",
  september_guarantee_pct: "september_guarantee_offer_made_percent",
};

const monthly = (
  indicator: string,
  measure: string,
  note: string | null,
  unit: Unit = "count",
): PublishedMapping => ({
  indicator,
  dataset: "mhsds_monthly",
  unit,
  where: { measure_id: measure, secondary_level: "NONE" },
  value: "measure_value",
  comparability: note === null ? "comparable" : "caution",
  note,
});

/**
 * Which published figure each of our indicators is held against. A new release needs no change here
 * while its columns stay.
 */
export const publishedMappings: readonly PublishedMapping[] = [
  ...sen2Mappings,
  percent("ehc_tribunal_appeal_rate", "send_tribunal", {
    where: {},
    numerator: ["appeals"],
    denominator: ["decisions"],
  }),
  count("tribunal_appeals", "send_tribunal", { where: {}, numerator: ["appeals"] }),
  count("tribunal_appealable_decisions", "send_tribunal", { where: {}, numerator: ["decisions"] }),
  ...Object.entries(neetColumns).map(([indicator, value]) =>
    percent(indicator, "neet", { where: { age: "16-17" }, value }),
  ),
  count("population_0_17", "population", {
    where: { age_group: "Children aged 0 to 17 years" },
    numerator: ["population_estimate"],
  }),
  ...Object.keys(populationBands).map((band) =>
    count(band, "population_by_age", { where: {}, numerator: [band] }),
  ),
  ...censusMappings,
  ...socialCareMappings,
  ...interactiveToolMappings,
  monthly("mh_referrals_received_0_18", "MHS32a", null),
  monthly("mh_lac_referrals_0_18", "MHS40", null),
  monthly("mh_cpp_referrals_0_18", "MHS41", null),
  monthly("mh_contacts_attended_0_18", "MHS30d", null),
  monthly("mh_access_0_17", "MHS95", null),
  ...officialMeasures.map((id) =>
    monthly(id, id.slice(0, 3).toUpperCase() + id.slice(3), null, officialUnits[id]),
  ),
];

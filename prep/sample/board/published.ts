import { authorities, ENGLAND, isInvented } from "../../reference/authorities";
import { randomOf, type Random } from "../random";
import type { SampleCouncil } from "../councils";
import { csvLine } from "../write/csv-line";

/** An area of the invented statistics, and how many plans it has for each of a small council's. */
interface Area {
  readonly level: "National" | "Regional" | "Local authority";
  readonly region: readonly [code: string, name: string];
  readonly gss: string;
  readonly number: string;
  readonly name: string;
  readonly size: number;
}

const SAMPLES = authorities().filter(isInvented);
interface Neighbour {
  readonly code: string;
  readonly onsCode: string;
  readonly name: string;
}

/** The invented councils that others are compared with, nearest first: all that are not built. */
export const neighboursOf = (built: readonly SampleCouncil[]): readonly Neighbour[] =>
  SAMPLES.filter(({ code }) => !built.some(({ authority }) => authority === code));

const REGION = [SAMPLES[0].regionCode, SAMPLES[0].region] as const;
const areasBeside = (built: readonly SampleCouncil[]): readonly Area[] => [
  { level: "National", region: ["", ""], gss: "", number: "", name: "", size: 130 },
  { level: "Regional", region: REGION, gss: "", number: "", name: "", size: 14 },
  ...neighboursOf(built).map(({ code, onsCode, name }, i): Area => ({
    level: "Local authority",
    region: REGION,
    gss: onsCode,
    number: code,
    name,
    size: 0.8 + i / 10,
  })),
];

const PLACE = [
  ...["time_period", "time_identifier", "geographic_level", "country_code", "country_name"],
  ...["region_code", "region_name", "new_la_code", "old_la_code", "la_name"],
];

const placeOf = ({ level, region, gss, number, name }: Area, time: string, identifier: string) => [
  ...[time, identifier, level, ENGLAND, "England"],
  ...[...region, gss, number, name],
];

/** A published share of invented figures: its level in the first year, and what each year adds. */
const share = (random: Random, level: number, growth: number, year: number): number =>
  Math.min(0.98, Math.max(0.02, level + growth * year + (random.next() - 0.5) * 0.2));

const pct = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
const count = (amount: number): string => String(Math.round(amount));

/** A data set of the invented statistics. */
interface SampleDataset {
  readonly name: string;
  readonly identifier: string;
  readonly periods: readonly string[];
  readonly columns: readonly string[];
  /** What stands in the columns. */
  readonly row: (random: Random, size: number, year: number) => readonly string[];
}

const total = (topic: string): readonly string[] => [topic, topic];
const YEARS = ["2023", "2024", "2025"];

const DATASETS: readonly SampleDataset[] = [
  {
    name: "timeliness_20_week",
    identifier: "Calendar year",
    periods: YEARS,
    columns: [
      ...["breakdown_topic", "breakdown", "plans_issued_den", "plans_issued_den_ex"],
      ...["plans_issued_within_20_weeks", "plans_issued_20_weeks_ex"],
      ...["pc_plans_issued_within_20_weeks", "PC_plans_issued_20_weeks_ex"],
    ],
    row(random, size, year) {
      const [all, without] = [Math.round(300 * size), Math.round(280 * size)];
      const inTime = Math.round(without * share(random, 0.44, 0.03, year));
      return [
        ...total("All EHC plans issued"),
        ...[all, without, inTime, inTime].map(String),
        ...[pct(inTime, all), pct(inTime, without)],
      ];
    },
  },
  {
    name: "requests",
    identifier: "Calendar year",
    periods: YEARS,
    columns: [
      ...["breakdown_topic", "breakdown", "requests_received_in_year"],
      ...["requests_decided_not_to_assess", "request_not_assess_pc"],
      ...["request_outcome_six_weeks", "request_outcome_over_6_weeks"],
      "request_outcome_six_weeks_pc",
    ],
    row(random, size, year) {
      const received = Math.round(420 * size);
      const refused = Math.round(received * share(random, 0.24, -0.01, year));
      const decided = Math.round(received * 0.96);
      const inTime = Math.round(decided * share(random, 0.78, 0.02, year));
      return [
        ...total("All requests for EHC needs assessments"),
        ...[String(received), String(refused), pct(refused, received)],
        ...[String(inTime), String(decided - inTime), pct(inTime, decided)],
      ];
    },
  },
  {
    name: "caseload",
    identifier: "Academic year",
    periods: ["202324", "202425", "202526"],
    columns: [
      ...["breakdown_topic", "breakdown", "ehcplans", "mainstream_total", "mainstream_total_pc"],
      ...["special_la_maintained", "special_academy_free"],
      ...["special_independent", "special_non_maintained", "fe_total", "fe_total_pc"],
    ],
    row(random, size, year) {
      const plans = Math.round(1350 * size * (1 + year * 0.08));
      const part = (level: number): number => Math.round(plans * share(random, level, 0, year));
      const [mainstream, special, independent, further] = [0.36, 0.28, 0.09, 0.17].map(part);
      return [
        ...total("All EHC plans"),
        ...[String(plans), String(mainstream), pct(mainstream, plans)],
        ...[special * 0.4, special * 0.6, independent * 0.9, independent * 0.1].map(count),
        ...[String(further), pct(further, plans)],
      ];
    },
  },
  {
    name: "annual_reviews",
    identifier: "Calendar year",
    periods: YEARS.slice(1),
    columns: [
      ...["breakdown_topic", "breakdown", "total_ehc_plans", "review_expected"],
      ...["total_review_meeting", "number_decsion_4weeks", "number_decision_gt_4weeks"],
      "pc_decsion_4weeks",
    ],
    row(random, size, year) {
      const expected = Math.round(1200 * size);
      const held = Math.round(expected * share(random, 0.84, 0.02, year));
      const inTime = Math.round(held * share(random, 0.62, 0.03, year));
      return [
        ...total("All annual reviews"),
        ...[count(1350 * size), String(expected), String(held)],
        ...[String(inTime), String(held - inTime), pct(inTime, held)],
      ];
    },
  },
];

/** The invented statistics as data files of a release, each with its name. */
export function publishedFiles(
  seed: number,
  built: readonly SampleCouncil[],
): { readonly name: string; readonly lines: () => Generator<string> }[] {
  const areas = areasBeside(built);
  return DATASETS.map(({ name, identifier, periods, columns, row }, dataset) => ({
    name: `${name}.csv`,
    *lines() {
      yield csvLine([...PLACE, ...columns]);
      for (const [year, time] of periods.entries())
        for (const [i, area] of areas.entries()) {
          const random = randomOf(seed, 1_000_000 + dataset * 10_000 + year * 100 + i);
          yield csvLine([...placeOf(area, time, identifier), ...row(random, area.size, year)]);
        }
    },
  }));
}

import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import { termBreakdowns, termPlaces } from "./attendance";
import { suspensionView } from "../views/views";

const section = "Attendance and exclusion";
const JANUARY_ROLL = "Pupils on the January roll";

const number = {
  clock: "term",
  statistic: "count",
  breakdowns: [...termBreakdowns, "reason"],
  byYear: termPlaces,
} as const;
const rate = {
  clock: "term",
  statistic: "percent",
  denominator: "roll",
  breakdowns: termBreakdowns,
  byYear: termPlaces,
} as const;

/** Suspensions and permanent exclusions in the term that they began in. */
export const suspensionIndicators: readonly Indicator[] = defineIndicators(
  { view: suspensionView, source: "School census" },
  [
    {
      id: "suspensions",
      name: "Suspensions",
      section,
      unit: "count",
      polarity: "lower",
      frequency: "term",
      words: { numerator: "Suspensions (SUSP, LNCH; FIXD in old files)" },
      listedIn: ["BCP-B01", "BCP-B05", "BCP-B07", "SHR-010"],
      count: { ...number, numerator: "suspended" },
      relations: [
        {
          apart: ["suspended", "excluded"],
          because: "A suspension and an exclusion are two events, and no figure counts both",
        },
      ],
      rowMeasure: "Suspensions counted",
    },
    {
      id: "suspension_rate",
      name: "Suspension rate",
      section,
      unit: "per_100",
      polarity: "lower",
      frequency: "term",
      words: { numerator: "Suspensions", denominator: JANUARY_ROLL },
      listedIn: ["BCP-B04", "BCP-B06"],
      count: { ...rate, numerator: "suspended" },
      relations: [{ toldBy: "suspensions" }],
    },
    {
      id: "pupils_suspended_pct",
      name: "Pupils suspended",
      section,
      unit: "percent",
      polarity: "lower",
      frequency: "term",
      words: { numerator: "Pupils with one or more suspensions", denominator: JANUARY_ROLL },
      listedIn: ["BCP-B02", "BCP-B03"],
      count: { ...rate, numerator: "suspended", unit: "person" },
      relations: [{ toldBy: "suspensions" }],
    },
    {
      id: "permanent_exclusions",
      name: "Permanent exclusions",
      section,
      unit: "count",
      polarity: "lower",
      frequency: "term",
      words: { numerator: "Permanent exclusions" },
      listedIn: ["SHR-009"],
      count: { ...number, numerator: "excluded" },
      relations: [{ toldBy: "suspensions" }],
      rowMeasure: "Permanent exclusions counted",
    },
    {
      id: "permanent_exclusion_rate",
      name: "Permanent exclusion rate",
      section,
      unit: "per_100",
      polarity: "lower",
      frequency: "term",
      words: { numerator: "Permanent exclusions", denominator: JANUARY_ROLL },
      listedIn: ["CDC-045"],
      count: { ...rate, numerator: "excluded" },
      relations: [{ toldBy: "permanent_exclusions" }],
    },
  ],
);

import { publishedMappings } from "../collections/published/mapping";
import { sen2IndicatorWords } from "../collections/sen2/indicator-words";
import type { Frequency } from "../../src/kpi/frequency";
import type { Polarity } from "../../src/kpi/polarity";
import { UNIT_FORMS, type Unit } from "../../src/kpi/unit";
import { censusIndicators } from "./census-indicators";
import type { IndicatorSection } from "./indicator-row";
import { listedEducationIndicators } from "./listed-education-indicators";
import { listedPartnerIndicators } from "./listed-partner-indicators";
import { mentalHealthIndicators } from "./mental-health-indicators";
import { sen2Places } from "./sen2-places";

/** The three views of a local area. */
export type Lens = "local profile" | "governance and assurance" | "outcomes";

/** What an indicator is: how it is counted, read and judged unless a board says otherwise. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly lens: Lens;
  readonly section: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly frequency: Frequency;
  /** The figure runs on from the start of a year. */
  readonly cumulative: boolean;
  readonly numerator: string;
  readonly denominator: string | null;
  /** Who is left out and what else to know. */
  readonly note: string | null;
  readonly source: string;
  /** Published data set that has the same or a like figure. */
  readonly published: string | null;
  /** Indicator lists that name it: CDC (Council for Disabled Children), BUL (data bulletin), SHR, BCP, BHM (council papers), with their numbers. */
  readonly listedIn: readonly string[];
}

/** Which of the three views a section belongs to. */
export const SECTION_LENS: Readonly<Record<string, Lens>> = {
  Population: "local profile",
  "SEN support and pupils": "local profile",
  Plans: "local profile",
  Placements: "local profile",
  Health: "local profile",
  "Mental health": "local profile",
  "Social care and youth justice": "local profile",
  "Money and personal budgets": "local profile",
  Travel: "local profile",
  "Requests and assessments": "governance and assurance",
  Timeliness: "governance and assurance",
  "Annual reviews": "governance and assurance",
  Disagreement: "governance and assurance",
  "Quality of provision": "governance and assurance",
  Workforce: "governance and assurance",
  "Data and systems": "governance and assurance",
  "Attendance and exclusion": "outcomes",
  "Attainment and early years": "outcomes",
  "Preparing for adulthood": "outcomes",
  Experience: "outcomes",
};

const published = new Map(publishedMappings.map(({ indicator, dataset }) => [indicator, dataset]));
const references = (list: string): string[] => list.split(" ").filter((one) => one !== "");

const fromRows = (sections: readonly IndicatorSection[]): Indicator[] =>
  sections.flatMap(([section, rows]) =>
    rows.map(([id, name, unit, polarity, frequency, numerator, denominator, source, listedIn]) => ({
      id,
      name,
      lens: SECTION_LENS[section],
      section,
      unit: unit as Unit,
      decimals: UNIT_FORMS[unit as Unit].decimals,
      polarity: polarity as Polarity,
      frequency: frequency as Frequency,
      cumulative: frequency === "year_to_date",
      numerator,
      denominator: denominator === "" ? null : denominator,
      note: null,
      source,
      published: published.get(id) ?? null,
      listedIn: references(listedIn),
    })),
  );

const fromSen2 = (): Indicator[] =>
  [...sen2IndicatorWords].map(([id, words]) => {
    const [section, listedIn] = sen2Places[id];
    return {
      id,
      name: words.name,
      lens: SECTION_LENS[section],
      section,
      unit: words.unit,
      decimals: UNIT_FORMS[words.unit].decimals,
      polarity: words.polarity,
      frequency: words.frequency === "year" ? "calendar_year" : words.frequency,
      cumulative: false,
      numerator: words.numerator,
      denominator: words.denominator ?? null,
      note: words.note ?? null,
      source: "SEN2",
      published: published.get(id) ?? null,
      listedIn: references(listedIn),
    };
  });

/** Every indicator that the product knows: those that it counts, and those that a council keeps in a sheet or takes from publications. */
export const catalogue: readonly Indicator[] = [...fromSen2(), ...fromRows(censusIndicators), ...fromRows(mentalHealthIndicators), ...fromRows(listedEducationIndicators), ...fromRows(listedPartnerIndicators)];

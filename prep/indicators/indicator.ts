import type { Frequency } from "../../src/kpi/frequency";
import type { Polarity } from "../../src/kpi/polarity";
import type { Unit } from "../../src/kpi/unit";

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
  /** Published data sets that have the same or a like figure, with commas between. */
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

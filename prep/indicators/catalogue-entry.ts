import type { Frequency } from "../../src/kpi/frequency";
import type { Polarity } from "../../src/kpi/polarity";
import { UNIT_FORMS, type Unit } from "../../src/kpi/unit";
import { SECTION_LENS, type Indicator, type Lens } from "./indicator";

/**
 * Where the figures of an indicator come from: counted here from extracts, published elsewhere and
 * read here, or kept
 * by hand in a council's own sheet.
 */
export type Filled = "counted" | "published" | "kept by hand";

/**
 * An indicator as the catalogue has it: how it is read and judged unless a board says otherwise,
 * with every
 * default filled in.
 */
export interface CatalogueEntry {
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
  /** Its parts are people or cases, each counted for itself; so they are where not given. */
  readonly countsCases?: boolean;
  readonly numerator: string;
  readonly denominator: string | null;
  /** Who is left out and what else to know. */
  readonly note: string | null;
  readonly source: string;
  /** Published data sets that have the same or a like figure, with commas between. */
  readonly published: string | null;
  /** Indicator lists that name it, with their numbers. */
  readonly listedIn: readonly string[];
  readonly filled: Filled;
}

/** The catalogue's row of an indicator. `published` names the data sets that have it. */
export function catalogueEntry(
  {
    id,
    name,
    section,
    unit,
    decimals,
    polarity,
    frequency,
    cumulative,
    words,
    source,
    listedIn,
    filled,
    countsCases,
  }: Indicator,
  published: string | null,
): CatalogueEntry {
  return {
    id,
    name,
    lens: SECTION_LENS[section],
    section,
    unit,
    decimals: decimals ?? UNIT_FORMS[unit].decimals,
    polarity,
    frequency,
    cumulative: cumulative ?? false,
    countsCases: countsCases ?? true,
    numerator: words.numerator,
    denominator: words.denominator ?? null,
    note: words.note ?? null,
    source,
    published,
    listedIn: listedIn ?? [],
    filled: filled ?? "counted",
  };
}

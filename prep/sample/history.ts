import { civilOf, dayFromIso, dayOf, type Day } from "../calendar/day";

/**
 * Everything that truly happened to one invented person: the source of both the returns and the
 * expected answers.
 */
export interface Life {
  /** Number of the person from 0. */
  readonly index: number;
  readonly person: Identity;
  readonly requests: readonly Request[];
}

export interface Identity {
  readonly surname: string;
  readonly forename: string;
  readonly birth: Day;
  readonly sex: "M" | "F";
  /** CBDS code, main or extended. */
  readonly ethnicity: string;
  readonly postcode: string;
  readonly upn: string;
  /** First day on which the authority knows the UPN; null where it never does. */
  readonly upnKnown: Day | null;
  /** ULN, or empty. */
  readonly uln: string;
  /** The surname is in capitals in every second return. */
  readonly shouted: boolean;
}

export interface Request {
  /** Null where the authority has lost the date: old cases, and plans transferred in. */
  readonly received: Day | null;
  /** RequestSource 1 to 5. */
  readonly source: number;
  readonly rya: boolean;
  readonly decision: Decision | null;
  /** The assessment that followed, if any; its outcome is null while it is open. */
  readonly assessment: Assessment | null;
  readonly plan: SamplePlan | null;
}

export interface AssessmentOutcome {
  readonly outcome: "Y" | "N" | "W";
  readonly date: Day;
  /** A withdrawal may be recorded without its date. */
  readonly dated: boolean;
  readonly mediation: boolean;
  readonly tribunal: boolean;
}

export interface Decision extends AssessmentOutcome {
  /** First day on which the case system knows it: later than the date where it was entered late. */
  readonly recorded: Day;
  /** Authority that the person moved to before the decision, or empty. */
  readonly exported: string;
}

export interface Assessment {
  readonly result:
    | (AssessmentOutcome & { readonly otherMediation: boolean; readonly otherTribunal: boolean })
    | null;
  readonly week20: boolean;
  /**
   * Day the authority decided to issue the plan that it issued later; null where both came
   * together.
   */
  readonly agreedToIssue: Day | null;
}

export interface SamplePlan {
  readonly start: Day;
  /** Authority and day of a transfer in; null for our own plans. */
  readonly transfer: { readonly from: string; readonly day: Day } | null;
  readonly cease: { readonly date: Day; readonly reason: number } | null;
  /** Day from which a personal budget is taken up, or null. */
  readonly budget: Day | null;
  readonly placements: readonly Placement[];
  /** In order of their day; the first from the plan's start. */
  readonly needs: readonly {
    readonly from: Day;
    readonly primary: string;
    readonly secondary: string;
  }[];
  readonly reviews: readonly Review[];
  readonly phaseTransfers: readonly { readonly due: Day; readonly final: Day | null }[];
}

export interface Placement {
  readonly urn: string;
  readonly ukprn: string;
  readonly setting: string;
  readonly rank: 1 | 2;
  readonly entry: Day;
  readonly leaving: Day | null;
  readonly unit: boolean;
  readonly resourced: boolean;
  /** A 38 to 51 weeks, B 52 weeks, or empty. */
  readonly residential: string;
  readonly workBased: string;
  /** The case system keeps the URN of a closed school instead of its successor's. */
  readonly stale: boolean;
}

export interface Review {
  readonly meeting: Day;
  readonly outcome: "A" | "C" | "M";
  readonly draft: Day | null;
  readonly decided: Day | null;
}

/** One annual return: what it covers, and which layout it has. */
export interface ReturnInfo {
  readonly year: number;
  /** Census day. */
  readonly reference: Day;
  /** 1 January and 31 December of the reference year. */
  readonly start: Day;
  readonly end: Day;
}

export interface History {
  readonly authority: string;
  /** Oldest first, no year missing. */
  readonly returns: readonly ReturnInfo[];
  /** The same lives each time it is called. */
  readonly lives: () => Iterable<Life>;
}

/** Census days of the collections of 2023 to 2026 (COLLECT); earlier returns were not by person. */
const CENSUS_DAYS: Readonly<Record<number, string>> = {
  2023: "2023-01-19",
  2024: "2024-01-18",
  2025: "2025-01-16",
  2026: "2026-01-15",
};

/**
 * The last so many annual returns, the newest being 2026. Throws a RangeError outside 1 to 4:
 * person-level returns began in 2023.
 */
export function annualReturns(years: number): ReturnInfo[] {
  if (!Number.isInteger(years) || years < 1 || years > 4)
    throw new RangeError(
      "years must be a whole number from 1 to 4: person-level SEN2 returns run from 2023 to 2026",
    );
  return [2023, 2024, 2025, 2026].slice(4 - years).map((year) => ({
    year,
    reference: dayFromIso(CENSUS_DAYS[year])!,
    start: dayOf(year - 1, 1, 1),
    end: dayOf(year - 1, 12, 31),
  }));
}

export const yearOf = (day: Day): number => civilOf(day).year;

import type { Day } from "../../calendar/day";

/** 1: children and young people with a plan; 2: those on SEN support. */
export type ListNumber = 1 | 2;

/**
 * One child or young person of an Annex A list, in the words that the list asks for. Null is an
 * empty cell; a row of list 2 has no plan dates.
 */
export interface AnnexRow {
  readonly uniqueId: string | null;
  readonly upn: string | null;
  readonly uln: string | null;
  readonly birth: Day | null;
  readonly gender: string | null;
  readonly ethnicity: string | null;
  readonly initialPlan: Day | null;
  readonly updatedPlan: Day | null;
  readonly lastReview: Day | null;
  readonly need: string | null;
  readonly urn: string | null;
  readonly phase: string | null;
  readonly subsidiaryPhase: string | null;
  readonly homeEducation: string | null;
  readonly suspensions: number | null;
  readonly exclusions: number | null;
  /** Per cent of possible sessions. */
  readonly absence: number | null;
  readonly pupilPremium: string | null;
  readonly socialCare: string | null;
  readonly socialCareTeam: string | null;
  readonly disability: string | null;
}

export type AnnexField = keyof AnnexRow;

/** Where a row of a list came from, as findings name it. */
export interface ListRowSource {
  readonly file: string;
  readonly record: string;
}

/** A list with the record behind each of its rows. */
export interface AnnexList {
  readonly list: ListNumber;
  readonly rows: readonly AnnexRow[];
  readonly sources: readonly ListRowSource[];
  /** Person (from 0) of each row, as the linkage numbers them; in no sheet. */
  readonly persons: readonly number[];
}

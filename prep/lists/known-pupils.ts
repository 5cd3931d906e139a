import type { Day } from "../calendar/day";

/**
 * What is known of a person's schooling beside the record that counts. Numbers are null where it is
 * not told.
 */
export interface Schooling {
  readonly suspensions: number | null;
  readonly exclusions: number | null;
  /** Per cent of possible sessions, to one decimal place. */
  readonly absence: number | null;
  /** Place (from 1) where the person is registered as subsidiary, or 0. */
  readonly subsidiary: number;
}

/** A pupil on SEN support, at the school that counts the pupil. */
export interface SupportedPupil {
  readonly person: number;
  readonly place: number;
  /** SEN type ranked first in the newest roll that gives the pupil one. */
  readonly need: string | null;
  /** The record, as findings name it. */
  readonly file: string;
  readonly record: string;
}

/** What the newest roll of pupils tells. People are counted from 0, places from 1. */
export interface LatestRoll {
  /** `Spring 2025`. */
  readonly term: string;
  readonly referenceDate: Day;
  /** The terms that absence and suspensions speak of. */
  readonly absenceTerm: string;
  readonly suspensionTerm: string;
  /** By person; undefined for people who are not in it. */
  readonly schooling: ReadonlyMap<number, Schooling>;
  /** By place: URN, and phase as the school census codes it. */
  readonly schools: ReadonlyMap<
    number,
    { readonly urn: string | null; readonly phase: string | null }
  >;
  /** Each once, in the order of their persons. */
  readonly supported: readonly SupportedPupil[];
}

/** What a collection knows of pupils. Each is read when it is asked for. */
export interface KnownPupils {
  /**
   * The place where each person is on roll, by person: where the registration is single or main,
   * else any.
   */
  schoolOf(): ReadonlyMap<number, number>;
  latest(): LatestRoll;
}

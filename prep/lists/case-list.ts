import type { Places } from "../places/places";
import type { People, PersonSource } from "../protect/people";
import type { Settings } from "../settings";
import type { SourceData } from "../sources/source-data";
import type { KnownPupils } from "./known-pupils";

export interface CaseListOptions {
  /** Surname and forename beside the identifiers. */
  readonly names: boolean;
  /** Days ahead that a list of due dates looks. */
  readonly within: number;
}

interface CaseListFile {
  /** Path below the list's folder, with `/`. */
  readonly path: string;
  readonly chunks: Iterable<Uint8Array>;
}

/** A list of people or cases, ready to be written. */
export interface CaseListResult {
  readonly files: readonly CaseListFile[];
  /** Rows of the list. */
  readonly rows: number;
  /**
   * What the list holds, in counts alone: a row of headings, then rows. Shown on the screen, so
   * nothing in it may tell who is meant.
   */
  readonly counts: readonly (readonly (string | number)[])[];
  /** What to know before using it, one sentence each. Nothing in them may tell who is meant. */
  readonly notes: readonly string[];
}

/** People as one extract tells of them. */
export interface ToldPeople {
  readonly source: PersonSource;
  /** Person (from 0) of each row, -1 where left out. */
  readonly personOf: Int32Array;
}

/**
 * The extracts of one authority with their people linked but not pseudonymised, for lists of cases.
 */
export interface CaseSource {
  readonly settings: Settings;
  readonly sources: SourceData;
  readonly people: People;
  readonly places: Places;
  /** In the order in which identifiers are believed: by collection, the newest extract first. */
  readonly told: readonly ToldPeople[];
  /** Null where no roll of pupils is loaded. */
  readonly pupils: KnownPupils | null;
}

/**
 * A list that shows who is meant, by the council's own identifiers. It is written only on request,
 * to a folder of its own.
 */
export interface CaseList<Model = unknown> {
  readonly name: string;
  readonly description: string;
  /**
   * Makes the list; `model` is of the collection whose list it is, null where none of its extracts
   * is loaded. Throws `NothingToBuild`.
   */
  make(
    model: Model | null,
    source: CaseSource,
    options: CaseListOptions,
  ): CaseListResult | Promise<CaseListResult>;
}

import type { CaseSource } from "../stages/case-source";

export interface CaseListOptions {
  /** Surname and forename beside the identifiers. */
  readonly names: boolean;
  /** Days ahead that a list of due dates looks. */
  readonly within: number;
}

export interface CaseListFile {
  /** Path below the list's folder, with `/`. */
  readonly path: string;
  readonly chunks: Iterable<Uint8Array>;
}

/** A list of people or cases, ready to be written. */
export interface CaseListResult {
  readonly files: readonly CaseListFile[];
  /** Rows of the list. */
  readonly rows: number;
  /** What the list holds, in counts alone: a row of headings, then rows. Shown on the screen, so nothing in it may tell who is meant. */
  readonly counts: readonly (readonly (string | number)[])[];
  /** What to know before using it, one sentence each. Nothing in them may tell who is meant. */
  readonly notes: readonly string[];
}

/** A list that shows who is meant, by the council's own identifiers. It is written only on request, to a folder of its own. */
export interface CaseList {
  readonly name: string;
  readonly description: string;
  readonly make: (
    source: CaseSource,
    options: CaseListOptions,
  ) => CaseListResult | Promise<CaseListResult>;
}

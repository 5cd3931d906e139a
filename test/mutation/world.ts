import type { MemoryFile } from "../prep/pipeline/run";
import type { AllSettings } from "../../prep/collections/index";

/** Where a file of a world comes from; figures are told apart by the same names. */
export type Source = "sen2" | "school-census" | "mhsds" | "sheet" | "published";

export type Form = "csv" | "xml" | "workbook";

/** A file of a small world, with what the distortions need to know of it. */
export interface WorldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly form: Form;
  readonly source: Source;
  /** Its table where a file holds one, in lower case: `requests`, `mhs101referral`; else empty. */
  readonly table: string;
}

/** Files that a build takes together, made again from a seed alone. */
export interface World {
  readonly name: string;
  readonly files: readonly WorldFile[];
  readonly settings: Partial<AllSettings>;
}

export const memoryFile = ({ name, bytes }: WorldFile): MemoryFile => ({ name, chunks: [bytes] });

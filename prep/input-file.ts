/** What a file was named for in the settings; `extract` where its content alone decides. */
export type InputRole =
  | "extract"
  | "schoolRegister"
  | "schoolLinks"
  | "postcodeDirectory"
  | "localities"
  | "optOut"
  | "healthLinkage"
  | "bankHolidays";

export interface InputFile {
  /**
   * Path below the folder of extracts, with `/`; for a file named in the settings, its file name.
   */
  readonly name: string;
  readonly role: InputRole;
  readonly bytes: number;
  /**
   * In hex, of the bytes on the disk. Two files with the same hash are the same file given twice.
   * Null where the file could not be read.
   */
  readonly sha256: string | null;
  /**
   * The content from the beginning, unpacked where it is gzip; may be asked for more than once. The
   * memory of a chunk may be used again for the next.
   */
  chunks(): AsyncIterable<Uint8Array>;
}

/** What became of one input file. */
export interface RecognisedFile {
  readonly name: string;
  /**
   * What it was taken for, in words, such as `SEN2 return 2025 (XML)`; null when it was not
   * recognised.
   */
  readonly recognisedAs: string | null;
}

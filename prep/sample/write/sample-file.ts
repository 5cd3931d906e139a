/**
 * A file of the sample: its path (with `/`) below the folder it goes to, and its bytes in chunks.
 * `chunks` can be read once.
 */
export interface SampleFile {
  readonly name: string;
  readonly chunks: Iterable<Uint8Array>;
}

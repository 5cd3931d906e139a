import type { Star } from "../star/frame";
import { csvChunks } from "./csv";
import { parquetBytes } from "./parquet";
import type { ParquetEngine } from "./parquet";

/** One file of the output: its path below the folder, with `/`, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly chunks: Iterable<Uint8Array>;
}

/**
 * The files of a star, `star/<table>.parquet` when there is an engine for it and `star/<table>.csv`
 * when wanted, made one at a time as they are taken. `parquetAlone` are the tables that are written
 * as CSV only where nothing else is.
 */
export function* starFiles(
  star: Star,
  {
    parquet,
    csv,
    parquetAlone = [],
  }: {
    parquet: ParquetEngine | null;
    csv: boolean;
    parquetAlone?: readonly string[];
  },
): Generator<OutputFile> {
  for (const [name, { declaration, frame }] of star) {
    if (parquet)
      yield { path: `star/${name}.parquet`, chunks: [parquetBytes(parquet, declaration, frame)] };
    if (csv && !(parquet && parquetAlone.includes(name)))
      yield { path: `star/${name}.csv`, chunks: csvChunks(declaration, frame) };
  }
}

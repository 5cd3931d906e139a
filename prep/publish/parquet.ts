import type { ColumnTable } from "arquero";
import type * as parquetWasm from "parquet-wasm";
import type { StarTable } from "../star/declaration";
import { arrowStream } from "./arrow";

/** parquet-wasm, ready to use. */
export type ParquetEngine = typeof parquetWasm;

/** Loads the WebAssembly Parquet writer on first need, in Node and in browsers. */
export async function loadParquetEngine(): Promise<ParquetEngine> {
  const engine = await import("parquet-wasm");
  // Only the browser build has a start function; in Node the module starts itself.
  if (typeof engine.default === "function") await engine.default();
  return engine;
}

/**
 * A table as Parquet, in the form that Power Query is known to read: Snappy, data pages of version
 * 1, plain or dictionary encoding,
 * INT64, DOUBLE, BOOLEAN, UTF8 and DATE, every column nullable. The same table gives the same
 * bytes.
 */
export function parquetBytes(
  engine: ParquetEngine,
  declaration: Pick<StarTable, "columns">,
  frame: ColumnTable,
): Uint8Array {
  const properties = new engine.WriterPropertiesBuilder()
    .setWriterVersion(engine.WriterVersion.V1)
    .setCompression(engine.Compression.SNAPPY)
    .setDictionaryEnabled(true)
    .setEncoding(engine.Encoding.PLAIN)
    .setCreatedBy("send-scorecard")
    .build();
  return engine.writeParquet(
    engine.Table.fromIPCStream(arrowStream(declaration, frame)),
    properties,
  );
}

import start from "parquet-wasm/esm";
import { unpackedPart } from "../payload";

export * from "parquet-wasm/esm";

/** Starts the Parquet writer with the WebAssembly that the page carries, not from a server. */
export default async function startFromPage(): Promise<void> {
  await start({ module_or_path: await unpackedPart("parquet") });
}

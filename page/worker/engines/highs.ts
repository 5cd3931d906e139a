import load, { type Highs } from "highs";
import { unpackedPart } from "../payload";

/** Starts the linear solver with the WebAssembly that the page carries, not from a server. */
export default async function loadFromPage(): Promise<Highs> {
  const wasmBinary = await unpackedPart("highs");
  return load(wasmBinary ? { wasmBinary } : {});
}

import load, { type Highs } from "highs";
import { unpackedPart } from "../payload";

type Options = Parameters<typeof load>[0];

/**
 * Starts the linear solver with the WebAssembly that the page carries, not from a server. The
 * loader takes it by a hook of Emscripten's: bytes given by an option are not minded.
 */
export default async function loadFromPage(): Promise<Highs> {
  const bytes = (await unpackedPart("highs")) as BufferSource;
  const instantiateWasm = (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): object => {
    void WebAssembly.instantiate(bytes, imports).then(({ instance }) => done(instance));
    return {};
  };
  return load({ instantiateWasm } as Options);
}

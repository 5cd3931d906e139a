import type { OutputFolder } from "../../../../prep/publish/output-folder";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function* inTwo(text: string, between?: () => void): Generator<Uint8Array> {
  yield bytes(text);
  between?.();
  yield bytes(text);
}

/** Writes an output whose every file says which version it is of. */
export async function writeVersion(
  output: OutputFolder,
  version: string,
  halfWay?: () => void,
): Promise<void> {
  await output.write("star/plan.csv", inTwo(version));
  await output.write("star/need.csv", inTwo(version, halfWay));
  await output.write("checks/findings.csv", inTwo(version));
  const files = output.files.map((file) => ({ ...file }));
  await output.write("manifest.json", [
    bytes(JSON.stringify({ product: { name: "send-scorecard", version }, files })),
  ]);
}

import { keyedHash } from "../../../../prep/cli/keyed-hash";
import { settingsDeclaration } from "../../../../prep/settings-file/declaration";
import { defaultOf } from "../../../../prep/setting";
import { pipeline } from "../../../../prep/pipeline";
import type { InputFile } from "../../../../prep/input-file";
import type { Settings } from "../../../../prep/settings";
import { allFiles } from "../../../../prep/sample/all-files";
import type { Star } from "../../../../prep/star/frame";

/** The star of a small sample, built once by the real pipeline. */
let built: Promise<Star> | null = null;

async function build(): Promise<Star> {
  const inputs = [
    ...allFiles({ people: 200, years: 2, seed: 3, pupils: 150, mentalHealth: 150 }),
  ].map(({ name, chunks }): InputFile => {
    const bytes = Buffer.concat([...chunks]);
    return {
      name,
      role: "extract",
      bytes: bytes.length,
      sha256: name,
      chunks: async function* () {
        yield bytes;
      },
    };
  });
  const hash = keyedHash(
    Buffer.from("00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210", "hex"),
  );
  const { star } = await pipeline.build(
    inputs,
    defaultOf(settingsDeclaration) as Settings,
    hash,
    () => undefined,
  );
  return star;
}

export const sampleStar = (): Promise<Star> => (built ??= build());

import { keyedHash } from "../../../../prep/cli/keyed-hash";
import { settingsDeclaration } from "../../../../prep/settings-file/declaration";
import { defaultOf } from "../../../../prep/setting";
import { pipeline } from "../../../../prep/pipeline";
import type { BuildResult } from "../../../../prep/results";
import type { InputFile } from "../../../../prep/input-file";
import type { Settings } from "../../../../prep/settings";
import { allFiles } from "../../../../prep/sample/all-files";
import type { Star } from "../../../../prep/star/frame";

/** Builds a small sample by the real pipeline. */
export function sampleBuild(how: "build" | "buildOwn" = "build"): Promise<BuildResult> {
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
  const settings = defaultOf(settingsDeclaration) as Settings;
  return pipeline[how](inputs, settings, hash, () => undefined);
}

/** The star of a small sample, built once. */
let built: Promise<Star> | null = null;

export const sampleStar = (): Promise<Star> => (built ??= sampleBuild().then(({ star }) => star));

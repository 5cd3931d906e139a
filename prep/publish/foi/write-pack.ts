import type { InputFile } from "../../input-file";
import type { Settings } from "../../settings";
import { Stop } from "../../stop";
import { version } from "../../version";
import { settingsHash } from "../manifest";
import { MANIFEST, type OutputFolder } from "../output-folder";
import { packManifestText } from "../pack-manifest";
import type { FoiMaker, FoiPack, FoiRequest } from "./foi-pack";

const MOST_DAYS = 3660;

/** Throws `Stop` (usage) for days that are no span, or too long a one. */
export function refuseSpan({ from, to }: Pick<FoiRequest, "from" | "to">): void {
  if (to < from) throw new Stop("usage", "--to lies before --from.");
  if (to - from > MOST_DAYS)
    throw new Stop("usage", "--from and --to lie more than ten years apart.");
}

/** Who makes a pack, at a time (ISO). */
export const foiMaker = (builtAt: string): FoiMaker => ({
  product: `SEND Scorecard ${version}`,
  madeOn: builtAt.slice(0, 10),
});

/** Writes a pack with its manifest. */
export async function writePack(
  output: OutputFolder,
  pack: FoiPack,
  {
    settings,
    inputs,
    profile,
    builtAt,
  }: {
    readonly settings: Settings;
    readonly inputs: readonly InputFile[];
    readonly profile: FoiRequest["profile"];
    readonly builtAt: string;
  },
): Promise<void> {
  for (const { path, chunks } of pack.files) await output.write(path, chunks);
  const manifest = packManifestText({
    product: { name: "send-scorecard", version },
    content: "foi_pack",
    name: profile,
    disclosure: profile,
    configurationHash: await settingsHash({ ...settings, inputs: null }),
    inputs: profile === "internal" ? inputs : null,
    files: output.files,
    builtAt,
  });
  await output.write(MANIFEST, [new TextEncoder().encode(manifest)]);
}

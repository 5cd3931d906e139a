import type { InputFile } from "../input-file";
import { settingsHash } from "../publish/manifest";
import { MANIFEST, type OutputFolder } from "../publish/output-folder";
import { packManifestText } from "../publish/pack-manifest";
import type { ListedResult } from "../results";
import type { Settings } from "../settings";
import { version } from "../version";
import type { CaseList, CaseListOptions } from "./case-list";
import { READ_ME, readMeText } from "./read-me";

/** What a list was made from, and what came of it. */
interface Listed {
  readonly options: CaseListOptions;
  readonly settings: Settings;
  readonly inputs: readonly InputFile[];
  readonly result: ListedResult;
}

/** Writes a list that was made, with a page on how to read it and a manifest. */
export async function writeList(
  output: OutputFolder,
  list: CaseList,
  { options: { names, within }, settings, inputs, result }: Listed,
): Promise<void> {
  const { made } = result;
  const madeAt = new Date().toISOString();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  for (const { path, chunks } of made.files) await output.write(path, chunks);
  const readMe = readMeText({
    list,
    made,
    options: { names, within },
    inputs: result.files,
    product: `SEND Scorecard ${version}`,
    madeAt,
  });
  await output.write(READ_ME, [encode(readMe)]);
  const manifest = packManifestText({
    product: { name: "send-scorecard", version },
    content: "identifiable_list",
    name: list.name,
    disclosure: "identifiable",
    configurationHash: await settingsHash({ ...settings, inputs: null }),
    inputs,
    files: output.files,
    builtAt: madeAt,
  });
  await output.write(MANIFEST, [encode(manifest)]);
}

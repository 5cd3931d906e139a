import { isoOf } from "../calendar/day";
import type { InputFile } from "../input-file";
import type { Settings } from "../settings";
import { settingsHash } from "./manifest";

/**
 * Tells one state of the extracts from another: by what the files hold, whatever they are called,
 * and by what the settings take of them.
 */
export async function inputKey(
  inputs: readonly Pick<InputFile, "sha256">[],
  { authority, asAt }: Pick<Settings, "authority" | "asAt">,
): Promise<string> {
  const files = inputs.map(({ sha256 }) => sha256 ?? "unreadable").sort();
  return `in-${(await settingsHash({ files, authority, asAt: asAt === null ? null : isoOf(asAt) })).slice(0, 12)}`;
}

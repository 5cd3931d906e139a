import { CONFIG_NAME } from "../../prep/settings-file/config-name";
import { unpackZip } from "../../prep/scan/unpack-zip";
import type { GivenFile } from "../messages";

/** Zips that are larger are read as they are. */
const MOST_BYTES = 512 * 2 ** 20;

const isSettings = (name: string): boolean =>
  name.slice(name.lastIndexOf("/") + 1).toLowerCase() === CONFIG_NAME;

/** The files of a zip of a whole folder of extracts, which its settings file shows; else null. */
async function folderIn({ path, file }: GivenFile): Promise<GivenFile[] | null> {
  if (!/\.zip$/i.test(path) || file.size > MOST_BYTES) return null;
  const unpacked = unpackZip(new Uint8Array(await file.arrayBuffer()));
  if (typeof unpacked === "string") return null;
  const settings = unpacked.entries.find(({ name }) => isSettings(name));
  if (!settings) return null;
  const root = settings.name.slice(0, settings.name.lastIndexOf("/") + 1);
  if (!unpacked.entries.every(({ name }) => name.startsWith(root))) return null;
  return unpacked.entries.map(({ name, bytes }) => ({
    path: name.slice(root.length),
    file: new Blob([new Uint8Array(bytes)]),
  }));
}

/** Files, each zip of a whole folder unpacked as if that folder had been given. */
export async function unpackFolders(files: readonly GivenFile[]): Promise<GivenFile[]> {
  const unpacked = await Promise.all(files.map((one) => folderIn(one).catch(() => null)));
  return files.flatMap((one, i) => unpacked[i] ?? [one]);
}

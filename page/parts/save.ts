import { MANIFEST } from "../../prep/publish/output-folder";
import { ownManifest } from "../../prep/publish/own-manifest";
import { html } from "../../src/views/element";
import type { GivenFile } from "../messages";
import { Stopped } from "./worker-calls";

/** Milliseconds after which a download has certainly been taken. */
const TAKEN = 60_000;

/** Saves a file as the browser saves downloads. */
export function saveFile(name: string, content: Blob | string): void {
  const address = URL.createObjectURL(new Blob([content]));
  html("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN);
}

type Folder = FileSystemDirectoryHandle;
type Picker = { showDirectoryPicker?: (options: { mode: "readwrite" }) => Promise<Folder> };

/** Whether the browser can write into a folder that the user chooses. */
export const canWriteFolder = (): boolean => "showDirectoryPicker" in window;

async function folderOf(root: Folder, path: string): Promise<Folder> {
  let folder = root;
  for (const name of path.split("/").slice(0, -1))
    folder = await folder.getDirectoryHandle(name, { create: true });
  return folder;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The disclosure profile that the manifest of a build names. */
const profileOf = (manifest: string): unknown =>
  (JSON.parse(manifest) as { disclosure?: { profile?: string } }).disclosure?.profile;

/**
 * Paths of our own files in a folder; throws `Stopped` where it holds files of others, or a build
 * that is not for the same readers as `manifest` says of the new one.
 */
async function ownFiles(root: Folder, manifest: string): Promise<string[]> {
  const there = await root.getFileHandle(MANIFEST).catch(() => null);
  const text = there === null ? "" : await (await there.getFile()).text();
  const own = ownManifest(text);
  if (own && profileOf(text) !== profileOf(manifest))
    throw new Stopped(
      `The folder ${root.name} holds a build with the profile ${String(profileOf(text))}; one with the profile ${String(profileOf(manifest))} must not lie there. Choose another folder.`,
    );
  if (own) return own.files.map(({ path }) => path);
  for await (const name of root.keys())
    throw new Stopped(
      `The folder ${root.name} holds other files, such as ${name}. Choose an empty folder, or one that was written here before.`,
    );
  return [];
}

/**
 * Writes files into a folder that the user chooses: an empty one, or one with an earlier output,
 * which is replaced. The manifest comes last. Returns the folder's name; null where none was chosen.
 */
export async function saveIntoFolder(files: readonly GivenFile[]): Promise<string | null> {
  const picker = (window as Picker).showDirectoryPicker!;
  const root = await picker({ mode: "readwrite" }).catch(() => null);
  if (root === null) return null;
  const manifest = files.find(({ path }) => path === MANIFEST)!;
  const old = new Set(await ownFiles(root, await manifest.file.text()));
  for (const { path, file } of files) {
    const folder = await folderOf(root, path);
    const handle = await folder.getFileHandle(nameOf(path), { create: true });
    const stream = await handle.createWritable();
    await stream.write(file);
    await stream.close();
    old.delete(path);
  }
  for (const path of old)
    await (await folderOf(root, path)).removeEntry(nameOf(path)).catch(() => undefined);
  return root.name;
}

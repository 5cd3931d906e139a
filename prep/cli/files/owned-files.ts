import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ownManifest } from "../../publish/own-manifest";
import { MANIFEST, type WrittenFile } from "../../publish/output-folder";

/** The manifest of a folder where it is one of ours, else null. */
async function manifestOf(folder: string) {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => null);
  return text === null ? null : ownManifest(text);
}

/**
 * What the manifest of an output folder lists as ours, by path; null when the folder has no
 * manifest of ours.
 */
export async function ownedFiles(folder: string): Promise<ReadonlyMap<string, WrittenFile> | null> {
  const manifest = await manifestOf(folder);
  return manifest && new Map(manifest.files.map((file) => [file.path, file]));
}

/**
 * What an output folder of ours holds: `build`, or what its manifest calls it, and which one of
 * them.
 */
export interface FolderContent {
  readonly content: string;
  readonly name: string | null;
}

/** What a folder holds; null when it has no manifest of ours. */
export async function folderContent(folder: string): Promise<FolderContent | null> {
  const manifest = await manifestOf(folder);
  return manifest && { content: manifest.content ?? "build", name: manifest.name ?? null };
}

/** SHA-256 of a file, in hex. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** True when the file is still as we wrote it. */
export async function isUnchanged(path: string, { bytes, sha256 }: WrittenFile): Promise<boolean> {
  return (await stat(path)).size === bytes && (await sha256OfFile(path)) === sha256;
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { is, array, literal, looseObject, number, object, string } from "valibot";

/** A file of the output: path below the folder with `/`, size, SHA-256 in hex. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const MANIFEST = "manifest.json";

const ours = looseObject({
  product: looseObject({ name: literal("send-scorecard") }),
  files: array(object({ path: string(), bytes: number(), sha256: string() })),
});

/** What the manifest of an output folder lists as ours, by path; null when the folder has no manifest of ours. */
export async function ownedFiles(folder: string): Promise<ReadonlyMap<string, WrittenFile> | null> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
    return is(ours, manifest) ? new Map(manifest.files.map((file) => [file.path, file])) : null;
  } catch {
    return null;
  }
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

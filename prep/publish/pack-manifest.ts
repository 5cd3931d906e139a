import type { InputRecord, ManifestParts } from "./manifest";

/** What a folder of ours holds when it is not a build: its manifest says so. */
type PackContent = "identifiable_list" | "foi_pack" | "dry_run";

interface PackParts extends Pick<ManifestParts, "product" | "configurationHash" | "files"> {
  readonly content: PackContent;
  /** Which list, or which form of a pack. */
  readonly name: string;
  readonly disclosure: string;
  /**
   * Null in what is for release: the hash of a file lets who guesses at a record of it prove the
   * guess, and names of files may name people.
   */
  readonly inputs: readonly InputRecord[] | null;
  readonly builtAt: string;
}

/**
 * The text of manifest.json of a folder of lists or of a pack: what it holds and from what it was
 * made, so that the next run knows which files are ours.
 */
export function packManifestText({
  product,
  content,
  name,
  disclosure,
  configurationHash,
  inputs,
  files,
  builtAt,
}: PackParts): string {
  const manifest = {
    product,
    content,
    name,
    disclosure,
    configuration: { sha256: configurationHash },
    ...(inputs === null
      ? {}
      : {
          inputs: inputs.map((input) => ({
            name: input.name,
            bytes: input.bytes,
            sha256: input.sha256,
          })),
        }),
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    run: { builtAt },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

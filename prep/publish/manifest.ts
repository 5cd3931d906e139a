import { isoOf } from "../calendar/day";
import type { InputFile } from "../input-file";
import type { Settings } from "../settings";
import type { RowCount } from "../check/finding";
import type { Star } from "../star/frame";
import type { DisclosureRules, ProfileName } from "./disclosure/profile";

/** A file that was read. */
export interface InputRecord {
  /** Path below the folder of extracts, with `/`. */
  readonly name: string;
  readonly bytes: number;
  /** In hex; null where the file could not be read. */
  readonly sha256: string | null;
}

/** How the output was made safe to publish; `internal` output was not. */
export type ManifestDisclosure =
  | { readonly profile: "internal"; readonly restricted: true }
  | ({
      readonly profile: Exclude<ProfileName, "internal">;
      readonly method: string;
    } & DisclosureRules);

export interface ManifestParts {
  readonly product: { readonly name: "send-scorecard"; readonly version: string };
  /** Version of the star schema; changes when a table or column does. */
  readonly schemaVersion: string;
  /** SHA-256 of the settings as `settingsHash` gives it. */
  readonly configurationHash: string;
  /**
   * Null in what is published: the hash of a file lets who guesses at a record of it prove the
   * guess, and names of files may name people.
   */
  readonly inputs: readonly InputRecord[] | null;
  /** Null in what is published: rows of small files are small numbers. */
  readonly rows: readonly RowCount[] | null;
  readonly disclosure: ManifestDisclosure;
  readonly star: Star;
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  /** All that differs between two runs over the same input. */
  readonly run: { readonly builtAt: string; readonly timings: Readonly<Record<string, number>> };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The text of manifest.json: what was built, from what, with which settings, how many rows went in,
 * came out and were rejected, and the
 * schema of each table. The same input gives the same text but for the object `run` (when it was
 * built, seconds by stage).
 */
export function manifestText({
  product,
  schemaVersion,
  configurationHash,
  inputs,
  rows,
  disclosure,
  star,
  files,
  run,
}: ManifestParts): string {
  const manifest = {
    product,
    schemaVersion,
    disclosure,
    configuration: { sha256: configurationHash },
    inputs: inputs
      ?.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
      .sort((a, b) => byText(a.name, b.name)),
    rows: rows
      ?.map(({ file, table, rowsIn, rowsOut, rowsRejected }) => ({
        file,
        table,
        in: rowsIn,
        out: rowsOut,
        rejected: rowsRejected,
      }))
      .sort((a, b) => byText(a.file, b.file) || byText(a.table, b.table)),
    tables: [...star.values()]
      .map(({ declaration, frame }) => ({
        name: declaration.name,
        kind: declaration.kind,
        rows: frame.numRows(),
        columns: declaration.columns.map(({ name, type }) => ({ name, type })),
      }))
      .sort((a, b) => byText(a.name, b.name)),
    files: files
      .map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
      .sort((a, b) => byText(a.path, b.path)),
    run,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byText(a, b))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/**
 * SHA-256, in hex, of settings written as JSON with sorted keys: the order of the keys in the file
 * does not matter.
 */
export async function settingsHash(settings: unknown): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(JSON.stringify(sorted(settings))),
  );
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

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

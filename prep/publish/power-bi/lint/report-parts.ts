import type { SemanticModel } from "../model/model";
import { privateVisualOf, type PrivateVisual } from "../private-visual";

export type Json = Readonly<Record<string, unknown>>;

/** What the rules about a report look at. */
export interface ReportParts {
  /** Every file of the project. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** True for a path below the report's folder. */
  readonly has: (path: string) => boolean;
  /**
   * JSON files by their path below the report's folder; null where the text is no JSON. The
   * embedded visual's own files are not ours to judge.
   */
  readonly json: ReadonlyMap<string, Json | null>;
  readonly model: SemanticModel;
  /** Visuals that are embedded, by their id; null for one whose files are none of a visual. */
  readonly embedded: ReadonlyMap<string, PrivateVisual | null>;
}

function parsed(text: string): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** The visuals whose packages lie below a folder. */
function embeddedIn(
  files: ReportParts["files"],
  folder: string,
): ReadonlyMap<string, PrivateVisual | null> {
  const packages = new Map<string, Record<string, Uint8Array>>();
  for (const [path, content] of files) {
    const match = path.startsWith(folder) && /^([^/]+)\/(.+)$/.exec(path.slice(folder.length));
    if (!match) continue;
    const entries = packages.get(match[1]) ?? {};
    packages.set(match[1], entries);
    entries[match[2]] = typeof content === "string" ? new TextEncoder().encode(content) : content;
  }
  return new Map(
    [...packages].map(([guid, entries]) => {
      try {
        return [guid, privateVisualOf(entries)];
      } catch {
        return [guid, null];
      }
    }),
  );
}

/** The parts of the report in a folder of a project. */
export function reportParts(
  files: ReportParts["files"],
  folder: string,
  model: SemanticModel,
): ReportParts {
  const ours = [...files].filter(
    ([path]) => path.startsWith(`${folder}/`) && !path.includes("/CustomVisuals/"),
  );
  const json = ours.flatMap(([path, content]): [string, Json | null][] =>
    typeof content === "string" ? [[path.slice(folder.length + 1), parsed(content)]] : [],
  );
  return {
    files,
    has: (path) => files.has(`${folder}/${path}`),
    json: new Map(json),
    model,
    embedded: embeddedIn(files, `${folder}/CustomVisuals/`),
  };
}

/** What lies at a path of keys; undefined where there is no such key. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? (inner as Json)[key] : undefined,
    value,
  );
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const keys = (value: unknown): string[] =>
  typeof value === "object" && value !== null ? Object.keys(value) : [];

/** Names of the pages that have a file. */
export const pageNames = ({ json }: ReportParts): string[] =>
  [...json.keys()].flatMap(
    (path) => /^definition\/pages\/([^/]+)\/page\.json$/.exec(path)?.[1] ?? [],
  );

/** The visual.json files by path, with the type of each visual. */
export const visualsOf = ({ json }: ReportParts): { path: string; content: Json; type: string }[] =>
  [...json].flatMap(([path, content]) =>
    content !== null && path.endsWith("/visual.json")
      ? [{ path, content, type: String(at(content, "visual", "visualType")) }]
      : [],
  );

export function notesOf(changelog: string, version: string): string | null;
export function releaseFaults(state: {
  readonly version: string;
  readonly visualVersion: string;
  readonly changelog: string;
  /** What git says is changed; empty where everything is committed. */
  readonly changes: string;
}): string[];
export function sumsOf(
  folder: string,
): { readonly name: string; readonly bytes: number; readonly sha256: string }[];

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder =
  process.env.SEND_SHARED ?? join(dirname(fileURLToPath(import.meta.url)), "../../shared");

/**
 * Whether Microsoft's JSON schemas and example project lie beside the repository (or in
 * SEND_SHARED).
 * They are not ours to ship: the tests that need them say that they skip.
 */
export const hasShared = (...path: string[]): boolean => existsSync(join(folder, ...path));

/** The path of a reference file. */
export const sharedPath = (...path: string[]): string => join(folder, ...path);

export const sharedText = (...path: string[]): string =>
  readFileSync(join(folder, ...path), "utf8").replace(/^\uFEFF/, "");

import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, runPackageBeside } from "./ensure.mjs";

/**
 * Type-checks the visual, the data-prep package, the page and the tests; resolves to the first non-zero
 * exit code, else 0.
 */
export async function typecheck() {
  for (const project of [".", "prep", "page", "test"]) {
    if (project === "." && !existsSync(join(root, "src/visual.ts"))) continue;
    const code = await runPackageBeside("typescript/bin/tsc", ["-p", project, "--noEmit"]);
    if (code !== 0) return code;
  }
  return 0;
}

if (process.argv[1]?.endsWith("typecheck.mjs")) process.exit(await typecheck());

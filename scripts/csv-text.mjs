import { readFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

/**
 * `import text from "./x.csv"` where TypeScript runs without a bundle:
 * `node --import tsx --import ./scripts/csv-text.mjs`. esbuild does the same by its text loader.
 * Node runs the hook
 * below in a thread of its own.
 */
export async function load(url, context, next) {
  if (!/\.(?:csv|py)$/.test(url.split("?")[0])) return next(url, context);
  const text = readFileSync(fileURLToPath(url), "utf8");
  return {
    format: "module",
    source: `export default ${JSON.stringify(text)};`,
    shortCircuit: true,
  };
}

if (isMainThread) register(import.meta.url);

import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root, runPackage } from "./ensure.mjs";

/**
 * Bundles the data-prep package (`dist/cli.js`, `dist/index.js`); with `types`, its type
 * declarations too.
 */
export async function build({ types = false } = {}) {
  const { build: bundle } = await import("esbuild");
  const dist = join(root, "dist");
  mkdirSync(dist, { recursive: true });
  for (const file of readdirSync(dist)) if (file.endsWith(".js")) rmSync(join(dist, file));
  copyFileSync(join(root, "prep/cli/config.schema.json"), join(dist, "config.schema.json"));
  await bundle({
    absWorkingDir: root,
    entryPoints: { cli: "prep/cli/main.ts", index: "prep/index.ts" },
    outdir: "dist",
    bundle: true,
    splitting: true,
    chunkNames: "chunk-[hash]",
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    loader: { ".csv": "text" },
    logLevel: "warning",
  });
  if (!types) return;
  rmSync(join(root, "dist/types"), { recursive: true, force: true });
  const code = runPackage("typescript/bin/tsc", [
    "-p",
    "prep",
    "--noEmit",
    "false",
    "--emitDeclarationOnly",
    "--declaration",
    "--sourceMap",
    "false",
    "--rootDir",
    ".",
    "--outDir",
    "dist/types",
  ]);
  if (code !== 0) process.exit(code);
}

if (process.argv[1]?.endsWith("build.mjs")) {
  ensureInstalled();
  await build({ types: true });
}

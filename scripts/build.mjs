import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ensureInstalled, root, runPackage } from "./ensure.mjs";

const typesFolder = join(root, "dist/types");

/** Gives the imports of type declarations their extension, which Node's own resolution asks for. */
function nameImportedFiles() {
  for (const name of readdirSync(typesFolder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".d.ts")) continue;
    const file = join(typesFolder, name);
    const text = readFileSync(file, "utf8").replace(
      /((?:from |import\()")(\.{1,2}\/[^"]+)(?=")/g,
      (whole, before, path) =>
        existsSync(join(dirname(file), `${path}.d.ts`))
          ? `${before}${path}.js`
          : existsSync(join(dirname(file), path, "index.d.ts"))
            ? `${before}${path}/index.js`
            : whole,
    );
    writeFileSync(file, text);
  }
}

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
    loader: { ".csv": "text", ".py": "text" },
    logLevel: "warning",
  });
  if (!types) return;
  rmSync(typesFolder, { recursive: true, force: true });
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
  nameImportedFiles();
}

if (process.argv[1]?.endsWith("build.mjs")) {
  ensureInstalled();
  await build({ types: true });
}

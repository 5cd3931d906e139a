import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ensureInstalled, root } from "./ensure.mjs";
import { packageFile, packageVisual } from "./package.mjs";

/** Bytes that the page may have. */
const BUDGET = 6 * 1024 * 1024;

export const pageFile = join(root, "dist/send-scorecard.html");

/** Modules that start WebAssembly: in the page, with the bytes that it carries. */
const ENGINES = {
  "parquet-wasm": "page/worker/engines/parquet-wasm.ts",
  highs: "page/worker/engines/highs.ts",
};

const engines = {
  name: "engines",
  setup: (on) => {
    for (const [name, file] of Object.entries(ENGINES)) {
      const path = join(root, file);
      on.onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) =>
        importer === path ? undefined : { path },
      );
    }
  },
};

/** Gathers the styles that modules import; the page has them in one place. */
const stylesInto = (styles) => ({
  name: "styles",
  setup: (on) =>
    on.onLoad({ filter: /\.less$/ }, async ({ path }) => {
      styles.push(await cssOf(path));
      return { contents: "", loader: "js" };
    }),
});

async function cssOf(path) {
  const { default: less } = await import("less");
  return (await less.render(readFileSync(path, "utf8"), { filename: path })).css;
}

/** The packages whose files stand in a bundle, by their folder in node_modules. */
const packagesIn = ({ inputs }) =>
  Object.keys(inputs).flatMap((path) => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    return name ?? [];
  });

/** Who wrote the packages in the page, under which licence: what their licences ask to be said. */
function noticesOf(names) {
  return [...new Set(names)]
    .sort()
    .map((name) => {
      const folder = join(root, "node_modules", name);
      const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((one) => /^licen[cs]e(?:[.-]|$)/i.test(one));
      const words = file === undefined ? "" : readFileSync(join(folder, file), "utf8");
      return `${name} ${version} (${license})\n\n${words.replaceAll("\r\n", "\n").trim()}`.trim();
    })
    .join(`\n\n${"-".repeat(60)}\n\n`);
}

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

async function bundled(entry, plugins) {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    platform: "browser",
    target: "es2022",
    // Asked for in Node alone.
    external: ["node:*"],
    define: { "import.meta.url": '"file:///"' },
    loader: { ".csv": "text", ".resjson": "json" },
    legalComments: "none",
    logLevel: "warning",
    plugins,
  });
  return { text: outputFiles[0].text.trim(), packages: packagesIn(metafile) };
}

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page may do: run what is in it, and nothing else. */
const policyOf = (page) =>
  [
    "default-src 'none'",
    // Expressions of arquero are compiled, and so is WebAssembly.
    `script-src ${hashOf(/<script>([^]*?)<\/script>/.exec(page)[1])} 'unsafe-eval'`,
    "worker-src blob:",
    `style-src ${hashOf(/<style>([^]*?)<\/style>/.exec(page)[1])}`,
    "img-src data: blob:",
    "font-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");

const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString("base64");

/**
 * Makes dist/send-scorecard.html: the whole product in one file. `visual` is the packaged visual
 * that its Power BI projects carry. Returns the path and the bytes; throws where it is too large.
 */
export async function makePage(visual) {
  const need = createRequire(import.meta.url);
  const styles = [await cssOf(join(root, "page/page.less"))];
  const script = await bundled("page/main.ts", [stylesInto(styles)]);
  const worker = await bundled("page/worker/main.ts", [engines]);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const parts = {
    STYLE: styles.join("\n"),
    VERSION: version,
    WORKER: packed(worker.text),
    PARQUET: packed(readFileSync(need.resolve("parquet-wasm/esm/parquet_wasm_bg.wasm"))),
    HIGHS: packed(readFileSync(need.resolve("highs/runtime"))),
    VISUAL: packed(readFileSync(visual)),
    SCRIPT: script.text,
    NOTICES: escaped(noticesOf([...script.packages, ...worker.packages, ...Object.keys(ENGINES)])),
  };
  const template = readFileSync(join(root, "page/page.html"), "utf8").replaceAll("\r\n", "\n");
  const filled = template.replace(/%([A-Z]+)%/g, (whole, name) => parts[name] ?? whole);
  const page = filled.replace("%POLICY%", policyOf(filled));
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(pageFile, page);
  const bytes = Buffer.byteLength(page);
  if (bytes > BUDGET) throw new Error(`The page has ${bytes} bytes; ${BUDGET} are allowed.`);
  return { file: pageFile, bytes };
}

if (process.argv[1]?.endsWith("page.mjs")) {
  ensureInstalled();
  try {
    if (!existsSync(packageFile())) await packageVisual();
    const { file, bytes } = await makePage(packageFile());
    console.log(`${file}\n${(bytes / 2 ** 20).toFixed(2)} MB (budget ${BUDGET / 2 ** 20} MB)`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./ensure.mjs";
import { browserArguments, findBrowser } from "./browser.mjs";

const BUNDLE = join(root, ".tmp/karma/tests.js");

/**
 * Test files of the visual that run in a browser: all under test/src but the rules, which run in
 * Node.
 */
const testFiles = () =>
  readdirSync(join(root, "test/src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"),
    )
    .filter((file) => !file.startsWith("test/src/kpi/"))
    .sort();

async function bundle() {
  const [{ build }, { default: less }] = await Promise.all([import("esbuild"), import("less")]);
  mkdirSync(join(root, ".tmp/karma"), { recursive: true });
  await build({
    absWorkingDir: root,
    stdin: {
      contents: ["test/seed.ts", ...testFiles()].map((file) => `import "./${file}";`).join("\n"),
      resolveDir: root,
    },
    define: { "process.env.SEND_TEST_SEED": JSON.stringify(process.env.SEND_TEST_SEED ?? "") },
    bundle: true,
    format: "iife",
    outfile: BUNDLE,
    sourcemap: "inline",
    target: "es2022",
    loader: { ".resjson": "json" },
    logLevel: "warning",
    plugins: [
      {
        name: "less",
        setup: (on) =>
          on.onLoad({ filter: /\.less$/ }, async ({ path }) => {
            const { css } = await less.render(readFileSync(path, "utf8"), { filename: path });
            return {
              contents: `document.head.append(Object.assign(document.createElement("style"), { textContent: ${JSON.stringify(css)} }));`,
              loader: "js",
            };
          }),
      },
    ],
  });
}

/**
 * Runs the visual's tests in a browser; writes their counts to `file` as the Node tests do. Returns
 * 0 where all passed.
 */
export async function karma(file) {
  await bundle();
  const given = process.env.CHROME_BIN;
  process.env.CHROME_BIN = (await findBrowser()).path;
  const {
    default: { config, Server },
  } = await import("karma");
  const stats = { passes: 0, failures: 0, pending: 0 };
  function Counter() {
    this.onSpecComplete = (_, { skipped, success }) => {
      stats[skipped ? "pending" : success ? "passes" : "failures"] += 1;
    };
    this.onBrowserError = () => {
      stats.failures += 1;
    };
  }
  const settings = config.parseConfig(
    null,
    {
      basePath: root,
      browsers: ["Headless"],
      customLaunchers: { Headless: { base: "ChromeHeadless", flags: browserArguments() } },
      frameworks: ["mocha"],
      plugins: [
        "karma-mocha",
        "karma-chrome-launcher",
        "karma-spec-reporter",
        "karma-sourcemap-loader",
        { "reporter:counter": ["type", Counter] },
      ],
      files: [BUNDLE],
      preprocessors: { [BUNDLE]: ["sourcemap"] },
      reporters: ["spec", "counter"],
      specReporter: { suppressPassed: true, suppressSkipped: true, showSpecTiming: false },
      client: { mocha: { timeout: 10_000 } },
      logLevel: config.LOG_WARN,
      singleRun: true,
      browserNoActivityTimeout: 60_000,
    },
    { throwErrors: true },
  );
  const code = await new Promise((resolve) => new Server(settings, resolve).start());
  if (given === undefined) delete process.env.CHROME_BIN;
  if (file) writeFileSync(file, JSON.stringify({ stats }));
  console.log(`Browser tests: ${stats.passes} passed, ${stats.failures} failed`);
  return code;
}

if (process.argv[1]?.endsWith("karma.mjs")) process.exit(await karma());

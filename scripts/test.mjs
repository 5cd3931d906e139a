import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, root, runBeside, runPackageBeside } from "./ensure.mjs";
import { enginePython } from "./engine.mjs";
import { objectModel } from "./object-model.mjs";
import { reportCli } from "./report-cli.mjs";
import { karma } from "./karma.mjs";
import { packageFile, packageVisual } from "./package.mjs";
import { makePage } from "./page.mjs";
import { sparkPython } from "./spark.mjs";
import { typecheck } from "./typecheck.mjs";

// npm test runs the everyday stages; npm run test:full (`--full`) those that it leaves out: long
// attacks, large worlds, engines
// and browsers. A test that is too long for every day is a file `*.full.test.ts`. Names of stages
// run these alone.

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const isFull = process.argv.includes("--full");
/** Started by a run of this program, beside its other stages. */
const isBeside = process.argv.includes("--beside");

const results = join(root, ".tmp/test-results");
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Test files below folders: those of every day, or those that are too long for it. */
const testFiles = (folders, full) =>
  folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter((file) => file.endsWith(".test.ts") && file.endsWith(".full.test.ts") === full)
    .map((file) => relative(root, file).replaceAll("\\", "/"))
    .sort();

/** Counts a check that has no tests of its own as one. */
const tallyCheck = (code) => {
  if (code === 0) totals.passed += 1;
  else totals.failed += 1;
};

/**
 * Counts the tests that `file` tells of; a program that failed without a failed test is one more.
 */
const tallyTests = (code, file) => {
  if (!existsSync(file)) return tallyCheck(code === 0 ? 1 : code);
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  totals.passed += stats.passes;
  totals.failed += stats.failures;
  totals.skipped += stats.pending;
  if (code !== 0 && stats.failures === 0) totals.failed += 1;
};

/** Runs test files, two at a time unless they share something, such as a browser. */
const mocha = async (stage, files, { together = true } = {}) => {
  const file = join(results, `${stage}.json`);
  const code = await runBeside(process.execPath, [
    "--import",
    "tsx",
    join(root, "node_modules/mocha/bin/mocha.js"),
    "--reporter",
    join(root, "scripts/mocha-reporter.cjs"),
    "--reporter-option",
    `output=${file}`,
    ...(together ? ["--parallel", "--jobs", "2"] : []),
    ...files,
  ]);
  tallyTests(code, file);
};

/** Runs `go` where the visual can be packaged. */
const withPackage = async (go) => {
  try {
    await packageVisual();
  } catch (error) {
    console.error(error.message);
    return tallyCheck(1);
  }
  tallyCheck(0);
  return go();
};

/** Runs `go` where the page can be made of the visual that was packaged last. */
const withPage = async (go) => {
  try {
    if (!existsSync(packageFile())) await packageVisual();
    await makePage(packageFile());
  } catch (error) {
    console.error(error.message);
    return tallyCheck(1);
  }
  tallyCheck(0);
  return go();
};

const NODE_TESTS = [
  "test/prep",
  "test/oracle",
  "test/scripts",
  "test/docs",
  "test/structure",
  "test/src/kpi",
  "test/layouts",
];
/** Distorted files: a few every day, all of them over and over in the full run. */
const MUTATION = "test/mutation";

/** Resolves to the exit codes of the formatter and the linter. */
const formatAndLint = async () => [
  await runPackageBeside("prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]),
  await runPackageBeside("eslint/bin/eslint.js", ["."]),
];

/** Each has its name, the test files that it runs, where it runs any, and how. */
const everyday = [
  {
    // Format and lint take as long as the types: two processes keep two processors busy.
    name: "checks",
    go: async () => {
      const codes = Promise.all([formatAndLint(), typecheck()]);
      for (const code of (await codes).flat()) tallyCheck(code);
    },
  },
  {
    name: "mocha",
    files: testFiles([...NODE_TESTS, MUTATION], false),
    go: (files) => mocha("mocha", files),
  },
  {
    name: "karma",
    go: async () => {
      const file = join(results, "karma.json");
      tallyTests(await karma(file), file);
    },
  },
  {
    name: "package",
    files: testFiles(["test/visual"], false),
    go: (files) => withPackage(() => mocha("pictures", files, { together: false })),
  },
  {
    name: "page",
    files: testFiles(["test/page"], false),
    go: (files) => withPage(() => mocha("page", files, { together: false })),
  },
];

/** A stage whose folder has no test yet is left out. */
const full = [
  {
    name: "attacks",
    files: testFiles(NODE_TESTS, true),
    go: (files) => mocha("attacks", files),
  },
  {
    name: "mutations",
    files: testFiles([MUTATION], true),
    go: (files) => mocha("mutations", files),
  },
  {
    name: "engines",
    files: testFiles(["test/power-bi/engine"], false),
    go: (files) => {
      const { why } = enginePython();
      if (why === null) return mocha("engines", files, { together: false });
      console.log(`\nNot run, for ${why}: the measures of the Power BI project in an engine`);
    },
  },
  {
    name: "spark",
    files: testFiles(["test/spark"], false),
    go: (files) => {
      const { why } = sparkPython();
      if (why === null) return mocha("spark", files, { together: false });
      console.log(`\nNot run, for ${why}: the printed figures of mental health on Spark`);
    },
  },
  {
    name: "object-model",
    files: testFiles(["test/power-bi/object-model"], false),
    go: (files) => {
      const { why } = objectModel();
      if (why === null) return mocha("object-model", files, { together: false });
      console.log(`\nNot run, for ${why}: the Power BI project in Microsoft's object model`);
    },
  },
  {
    name: "report-cli",
    files: testFiles(["test/power-bi/report-cli"], false),
    go: (files) => {
      const { why } = reportCli();
      if (why === null) return mocha("report-cli", files, { together: false });
      console.log(`\nNot run, for ${why}: the report in Microsoft's newest report validator`);
    },
  },
  {
    name: "sizes",
    files: testFiles(["test/visual"], true),
    go: (files) => withPackage(() => mocha("sizes", files, { together: false })),
  },
  {
    name: "page",
    files: testFiles(["test/page"], true),
    go: (files) => withPage(() => mocha("page", files, { together: false })),
  },
];

/** Stages that use one processor at a time, beside those that fill what is left. */
const BESIDE = isFull
  ? ["engines", "spark", "object-model", "report-cli", "sizes", "page"]
  : ["checks", "karma", "package", "page"];

const wanted = ({ name, files }) =>
  files?.length !== 0 && (asked.length === 0 || asked.includes(name));

/** Runs stages one after the other, and says how each went. */
async function runStages(stages) {
  for (const { name, files, go } of stages) {
    const [start, failedBefore] = [performance.now(), totals.failed];
    await go(files);
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`\n${name}: ${totals.failed === failedBefore ? "passed" : "failed"}, ${seconds} s`);
  }
}

/**
 * Runs stages in a process of their own; what they print is shown when all have ended. Resolves to
 * their counts.
 */
const runTogether = (stages) =>
  new Promise((resolve) => {
    const names = stages.map(({ name }) => name);
    const options = ["--beside", ...(isFull ? ["--full"] : []), ...names];
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...options], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const [shown, counted] = [[], { passed: 0, failed: 0, skipped: 0 }];
    child.stdout.on("data", (part) => shown.push(part));
    child.stderr.on("data", (part) => shown.push(part));
    child.on("message", (counts) => Object.assign(counted, counts));
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(shown));
      if (code !== 0 && counted.failed === 0) counted.failed = 1;
      resolve(counted);
    });
  });

if (!isBeside) {
  ensureInstalled();
  rmSync(results, { recursive: true, force: true });
}
mkdirSync(results, { recursive: true });
const stages = (isFull ? full : everyday).filter(wanted);
const beside = isBeside ? [] : stages.filter(({ name }) => BESIDE.includes(name));
const here = stages.filter((stage) => !beside.includes(stage));
if (beside.length === 0 || here.length === 0) await runStages(stages);
else {
  console.log(`Beside these run ${beside.map(({ name }) => name).join(", ")}: shown at the end\n`);
  const others = runTogether(beside);
  await runStages(here);
  for (const [count, number] of Object.entries(await others)) totals[count] += number;
}
if (isBeside) process.send(totals, () => process.exit(totals.failed === 0 ? 0 : 1));
else {
  if (totals.skipped > 0) console.log(`\n${totals.skipped} skipped; each says why in its place`);
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed === 0 ? 0 : 1);
}

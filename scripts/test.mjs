import { readFileSync, mkdirSync, rmSync, existsSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root, run, runPackage } from "./ensure.mjs";
import { karma } from "./karma.mjs";
import { packageVisual } from "./package.mjs";
import { typecheck } from "./typecheck.mjs";

ensureInstalled();
const results = join(root, ".tmp/test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const only = process.argv.slice(2);
const wanted = (stage) => only.length === 0 || only.includes(stage);
const totals = { passed: 0, failed: 0, skipped: 0 };
const tally = (stage, code, file) => {
  if (file && existsSync(file)) {
    const { stats } = JSON.parse(readFileSync(file, "utf8"));
    totals.passed += stats.passes;
    totals.failed += stats.failures;
    totals.skipped += stats.pending;
    if (code !== 0 && stats.failures === 0) totals.failed += 1;
  } else if (code === 0) totals.passed += 1;
  else totals.failed += 1;
  if (code !== 0) console.error(`\n${stage}: failed`);
};

const mocha = (stage, ...files) => {
  const file = join(results, `${stage}.json`);
  const code = run(process.execPath, [
    "--import",
    "tsx",
    join(root, "node_modules/mocha/bin/mocha.js"),
    "--reporter",
    join(root, "scripts/mocha-reporter.cjs"),
    "--reporter-option",
    `output=${file}`,
    ...files,
  ]);
  tally(stage, code, file);
};

const stages = {
  format: () =>
    tally(
      "format",
      runPackage("prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]),
    ),
  lint: () => tally("lint", runPackage("eslint/bin/eslint.js", ["."])),
  types: () => tally("type check", typecheck()),
  mocha: () =>
    mocha(
      "mocha",
      "test/prep/**/*.test.ts",
      "test/oracle/**/*.test.ts",
      "test/scripts/**/*.test.ts",
      "test/docs/**/*.test.ts",
      "test/src/kpi/**/*.test.ts",
    ),
  karma: async () => {
    const file = join(results, "karma.json");
    tally("karma", await karma(file), file);
  },
  package: async () => {
    try {
      await packageVisual();
    } catch (error) {
      console.error(error.message);
      tally("package", 1);
      return;
    }
    tally("package", 0);
    mocha("pictures", "test/visual/*.test.ts");
  },
};

for (const [stage, go] of Object.entries(stages)) if (wanted(stage)) await go();

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed === 0 ? 0 : 1);

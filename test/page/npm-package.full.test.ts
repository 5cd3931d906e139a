import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { build } from "../../scripts/build.mjs";

const root = new URL("../..", import.meta.url).pathname;
const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";
const PACK = ["pack", "--ignore-scripts", "--json", "--pack-destination"];
const windows = process.platform === "win32";
const page = readFileSync(join(root, "docs/as-a-library.md"), "utf8");
const program = /```ts\r?\n([\s\S]*?)```/.exec(page)![1];

describe("the npm package, installed in an empty folder", function () {
  this.timeout(10 * 60_000);
  const place = mkdtempSync(join(tmpdir(), "npm-package-"));
  const run = (command: string, args: readonly string[], cwd = place) => {
    const env = { ...process.env, HOME: place, SEND_SCORECARD_KEY: KEY };
    const { status, stdout, stderr } = spawnSync(command, args, {
      ...{ cwd, env, encoding: "utf8" },
      shell: windows,
    });
    expect(status, `${command} ${args.join(" ")}: ${stdout}${stderr}`).to.equal(0);
    return stdout;
  };
  const npm = (...args: string[]) => run(windows ? "npm.cmd" : "npm", args);
  before(async () => {
    await build({ types: true });
    const packed = run(windows ? "npm.cmd" : "npm", [...PACK, place], root);
    const { filename } = (JSON.parse(packed) as { filename: string }[])[0];
    writeFileSync(join(place, "package.json"), '{ "type": "module", "private": true }');
    npm("install", "--no-audit", "--no-fund", join(place, filename));
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  it("has the page, the visual and the command line, which builds with the visual in it", () => {
    const dist = join(place, "node_modules/send-scorecard/dist");
    expect(existsSync(join(dist, "send-scorecard.html"))).to.equal(true);
    const small = ["--people", "40", "--years", "1", "--pupils", "0", "--mental-health", "0"];
    npm("exec", "--offline", "--", "send-scorecard", "sample", "in", ...small);
    npm("exec", "--offline", "--", "send-scorecard", "build", "in", "--out", "out");
    expect(existsSync(join(place, "out/star/kpi_board.parquet"))).to.equal(true);
    expect(existsSync(join(place, "out/power-bi/.gitignore"))).to.equal(true);
  });

  it("compiles and runs the program of the library page, by its own types", () => {
    writeFileSync(join(place, "program.ts"), program);
    const options = {
      target: "es2022",
      module: "nodenext",
      strict: true,
      // The declarations of arquero have faults of their own.
      skipLibCheck: true,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      outDir: "compiled",
    };
    const config = { compilerOptions: options, files: ["program.ts"] };
    writeFileSync(join(place, "tsconfig.json"), JSON.stringify(config));
    run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", place]);
    const said = run(process.execPath, ["compiled/program.js", "in", "tables"]);
    expect(said).to.match(/^\d+ files, \d+ tables, 0 errors\n$/);
    const figures = readFileSync(join(place, "tables/kpi_value.csv"), "utf8");
    expect(figures).to.contain("ehc_plans_within_20_weeks_pct");
  });
});

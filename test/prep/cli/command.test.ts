import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { expect } from "chai";
import { build } from "esbuild";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const bundles = join(repository, ".tmp/cli-test");
const main = join(bundles, "main-with-codes.mjs");
const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

describe("the command line", function () {
  before(async () => {
    const entryPoints = ["test/prep/cli/main-with-codes.ts", "prep/cli/main.ts"];
    await build({
      absWorkingDir: repository,
      entryPoints,
      outdir: bundles,
      entryNames: "[name]",
      outExtension: { ".js": ".mjs" },
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      packages: "external",
      loader: { ".csv": "text", ".py": "text" },
    });
  });
  after(() => rmSync(bundles, { recursive: true, force: true }));

  let place: string;
  let environment: NodeJS.ProcessEnv;

  const start = (args: string[], extra: NodeJS.ProcessEnv = {}) => ({
    args: [main, ...args],
    options: { cwd: place, env: { ...environment, ...extra } },
  });
  const cli = (args: string[], extra: NodeJS.ProcessEnv = {}) => {
    const { args: all, options } = start(args, extra);
    const { status, stdout, stderr } = spawnSync(process.execPath, all, {
      ...options,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };
  const file = (path: string, text: string): void => {
    mkdirSync(join(place, path, ".."), { recursive: true });
    writeFileSync(join(place, path), text);
  };
  const read = (path: string): string => readFileSync(join(place, path), "utf8");

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "cli-"));
    environment = {
      ...process.env,
      HOME: place,
      XDG_CONFIG_HOME: join(place, "profile"),
      APPDATA: join(place, "profile"),
      SEND_SCORECARD_KEY: KEY,
    };
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("runs as a program once bundled", () => {
    expect(readFileSync(join(bundles, "main.mjs"), "utf8")).to.match(/^#!\/usr\/bin\/env node\n/);
    expect(spawnSync(process.execPath, [join(bundles, "main.mjs"), "--help"]).status).to.equal(0);
  });

  it("builds: tables in both formats, lists and a manifest, and says where", () => {
    file("in/a.csv", "code\nx\ny\nx\n");
    file("in/deep/b.csv", "code\ny\n");
    const { status, stdout, stderr } = cli(["build", "in", "--out", "out"]);
    expect(stderr.split("\n")).to.include.members([
      "Finding files: 2 of 2",
      "Reading codes: 3 of 3",
      "Writing tables: 1 of 2",
    ]);
    expect(stderr).not.to.include("\x1b");
    expect(stdout).to.include("Nothing was found wrong.").and.to.include(join("out"));
    expect(status).to.equal(0);
    expect(read("out/star/code_count.csv")).to.equal("code,times\r\nx,2\r\ny,2\r\n");
    expect(read("out/star/code_count.parquet").slice(0, 4)).to.equal("PAR1");
    expect(readdirSync(join(place, "out/checks")).sort()).to.deep.equal([
      "findings.csv",
      "linkage.csv",
      "rows.csv",
      "rules.csv",
      "trend.csv",
      "worklist.csv",
      "worklists",
    ]);
    const manifest = JSON.parse(read("out/manifest.json"));
    expect(manifest.inputs.map(({ name }: { name: string }) => name)).to.deep.equal([
      "a.csv",
      "deep/b.csv",
    ]);
    expect(manifest.files.map(({ path }: { path: string }) => path)).to.deep.equal([
      "RESTRICTED.txt",
      "checks/findings.csv",
      "checks/linkage.csv",
      "checks/rows.csv",
      "checks/rules.csv",
      "checks/trend.csv",
      "checks/worklist.csv",
      "checks/worklists/overview.csv",
      "star/code_count.csv",
      "star/code_count.parquet",
    ]);
  });

  it("gives the same files twice, its own output in the folder notwithstanding", () => {
    file("in/a.csv", "code\nx\n");
    expect(cli(["build", "in", "--out", "in/out"]).status).to.equal(0);
    const [parquet, manifest] = [
      readFileSync(join(place, "in/out/star/code_count.parquet")),
      JSON.parse(read("in/out/manifest.json")),
    ];
    expect(cli(["build", "in", "--out", "in/out"]).status).to.equal(0);
    expect(
      Buffer.compare(readFileSync(join(place, "in/out/star/code_count.parquet")), parquet),
    ).to.equal(0);
    expect({ ...JSON.parse(read("in/out/manifest.json")), run: null }).to.deep.equal({
      ...manifest,
      run: null,
    });
    expect(JSON.parse(cli(["build", "in", "--out", "other", "--json"]).stdout).files).to.deep.equal(
      [{ name: "a.csv", recognisedAs: "codes" }],
    );
  });

  it("ends with 1 on what --fail-on counts, and builds all the same", () => {
    file("in/a.csv", "code\nx\nmuch too long\n");
    const codeOf = (...args: string[]): number | null => cli([...args, "in"]).status;
    const builds = (...args: string[]): number | null => codeOf("build", "--out", "out", ...args);
    expect(builds(), "no file is refused").to.equal(0);
    expect(builds("--fail-on", "error")).to.equal(1);
    expect(codeOf("check", "--fail-on", "never")).to.equal(0);
    expect(codeOf("check", "--fail-on", "refused")).to.equal(0);
    expect(codeOf("check", "--fail-on", "always")).to.equal(2);
    file("in/a.csv", "code\nx\n");
    expect(codeOf("check", "--fail-on", "warning"), "nothing is found").to.equal(0);
    file("in/a.csv", "code\nx\nmuch too long\n");
    const { status, stdout } = cli(["build", "in", "--out", "out", "--fail-on", "warning"]);
    expect(status).to.equal(1);
    expect(stdout).to.match(/Found: 1 errors, 0 warnings\.\nerror +C1 +1 +The code is too long\./);
    expect(read("out/checks/worklist.csv")).to.include("Shorten the code.");
    expect(cli(["check", "in"], { SEND_SCORECARD_KEY: "" }).status).to.equal(1);
  });

  it("prints JSON for machines, and nothing else when quiet", () => {
    file("in/a.csv", "code\nx\nmuch too long\n");
    const json = cli(["check", "in", "--json", "--quiet"]);
    expect(JSON.parse(json.stdout)).to.deep.include({
      exitCode: 1,
      rows: [{ file: "a.csv", table: "code", rowsIn: 2, rowsOut: 1, rowsRejected: 1 }],
    });
    expect(json.stderr).to.equal("");
    expect(cli(["--quiet", "check", "in"])).to.deep.equal({ status: 1, stdout: "", stderr: "" });
    expect(JSON.parse(cli(["check", "nowhere", "--json"]).stdout)).to.have.property("exitCode", 3);
  });

  it("ends with 2 when the command or an option is wrong", () => {
    file("in/a.csv", "code\nx\n");
    const wrong: [string[], RegExp][] = [
      [["biuld", "in"], /unknown command 'biuld'[^]*Did you mean build/],
      [["build", "in"], /--out <folder>' not specified/],
      [
        ["build", "in", "--out", "out", "--autority", "839"],
        /unknown option '--autority'[^]*--authority/,
      ],
      [
        ["build", "in", "--out", "out", "--authority", "8390"],
        /The options:\n {2}authority must be three digits/,
      ],
      [
        ["build", "in", "--out", "out", "--as-at", "30/09/2026"],
        /asAt must be a date such as "2026-09-30"/,
      ],
      [["build", "in", "--out", "in"], /holds the extracts/],
      [["build", "in", "--out", "."], /holds the extracts/],
      [
        ["build", "in", "--out", "out", "--config", "none.json"],
        /none\.json could not be read: there is no such file/,
      ],
      [["sample", "new", "--people", "many"], /whole number from 1 to/],
      [["sample", "in"], /in is not empty/],
    ];
    for (const [args, message] of wrong) {
      const { status, stderr } = cli(args);
      expect([args, status]).to.deep.equal([args, 2]);
      expect(stderr).to.match(message);
    }
    expect(existsSync(join(place, "out"))).to.equal(false);
  });

  it("ends with 2 when a setting is wrong, naming it", () => {
    file("in/a.csv", "code\nx\n");
    file("in/send-scorecard.json", '{\n  // comment\n  "limits": { "requestDay": 42 }\n}');
    const { status, stderr } = cli(["check", "in"]);
    expect([status, stderr]).to.deep.equal([
      2,
      `send-scorecard: ${join("in", "send-scorecard.json")}:\n  limits.requestDay is not a setting; did you mean requestDays?\n`,
    ]);
  });

  it("ends with 3 when the input is not there, empty or not recognised", () => {
    mkdirSync(join(place, "empty"));
    file("other/a.txt", "something else\n");
    for (const [folder, message] of [
      ["nowhere", /nowhere could not be read: it is not there/],
      ["empty", /There are no files in empty/],
      ["other", /None of the 1 files was recognised\.[^]*\na\.txt/],
    ] as const) {
      const { status, stderr } = cli(["build", folder, "--out", "out"]);
      expect([folder, status]).to.deep.equal([folder, 3]);
      expect(stderr).to.match(message);
    }
    expect(existsSync(join(place, "out"))).to.equal(false);
  });

  it("ends with 4 when the output cannot be written", () => {
    file("in/a.csv", "code\nx\n");
    file("file", "");
    const { status, stderr } = cli(["build", "in", "--out", "file"]);
    expect(status).to.equal(4);
    expect(stderr).to.match(/file is a file: name a folder/);
  });

  it("ends with 70 on a fault of ours, without any value, and tells where only when asked", () => {
    file("in/a.csv", "code\nfault\n");
    const plain = cli(["check", "in", "--quiet"]);
    expect(plain.status).to.equal(70);
    expect(plain.stderr).to.match(
      /^send-scorecard: A fault of SEND Scorecard \S+ \(RangeError\), not of your data: please report it.*\n$/,
    );
    const debug = cli(["check", "in", "--quiet"], { SEND_SCORECARD_DEBUG: "1" });
    expect(debug.stderr)
      .to.match(/at readCodes /)
      .and.not.to.include("SECRET");
  });

  it("has help with examples and exit codes, and a version", () => {
    const { status, stdout } = cli(["--help"]);
    expect(status).to.equal(0);
    expect(stdout)
      .to.include("Examples:\n  $ send-scorecard init")
      .and.to.match(/Exit codes:\n {3}0 {2}done\n[^]* {2}70 {2}a fault of ours/);
    for (const command of ["build", "check", "sample", "init"])
      expect(cli([command, "--help"]).stdout)
        .to.include(`Examples:\n  $ send-scorecard ${command} `)
        .and.to.include("Exit codes:");
    expect(cli(["--version"]).stdout).to.equal(
      `${JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")).version}\n`,
    );
    expect(cli([]).status).to.equal(2);
  });

  it("leaves the old output whole when it is killed", async () => {
    file("in/a.csv", "code\nx\n");
    cli(["build", "in", "--out", "out"]);
    file("in/a.csv", "code\ny\nwait\n");
    const { args, options } = start(["build", "in", "--out", "out"]);
    const child = spawn(process.execPath, args, options);
    await new Promise<void>((reading) =>
      child.stderr.on("data", (text) => String(text).includes("Reading codes") && reading()),
    );
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(read("out/star/code_count.csv")).to.equal("code,times\r\nx,1\r\n");
  });

  it("writes sample files", () => {
    expect(cli(["sample", "new", "--people", "7", "--seed", "3"]).status).to.equal(0);
    expect(read("new/one/codes.csv")).to.equal("code\np7\ns3\n");
  });

  describe("init and the key", () => {
    const noKey = { SEND_SCORECARD_KEY: "" };
    const keyPath = (): string => join(place, "profile/send-scorecard/key");

    it("prepares a folder that check and build take, and says once what losing the key means", () => {
      const first = cli(["init", "work"], noKey);
      expect(first.status).to.equal(0);
      expect(first.stdout)
        .to.include("no longer match")
        .and.not.to.include(readFileSync(keyPath(), "utf8").trim());
      expect(readdirSync(join(place, "work")).sort()).to.deep.equal([
        ".send-scorecard.schema.json",
        "READ-ME.txt",
        "board.xlsx",
        "extracts",
        "kpi-sheets",
        "reference",
        "send-scorecard.json",
      ]);
      expect(read("work/READ-ME.txt"))
        .to.match(/\r\n/)
        .and.not.to.match(/[^\r]\n/);
      file("work/extracts/a.csv", "code\nx\n");
      expect(cli(["build", "work", "--out", "out"], noKey).status).to.equal(0);
      const settings = read("work/send-scorecard.json");
      writeFileSync(join(place, "work/send-scorecard.json"), `// mine\n${settings}`);
      const key = readFileSync(keyPath(), "utf8");
      const second = cli(["init", "work"], noKey);
      expect(second.stdout)
        .to.include("left as they are: send-scorecard.json")
        .and.not.to.include("no longer match");
      expect([read("work/send-scorecard.json"), readFileSync(keyPath(), "utf8")]).to.deep.equal([
        `// mine\n${settings}`,
        key,
      ]);
    });

    it("makes a random key that only its owner can read", function () {
      cli(["init", "work"], noKey);
      const first = readFileSync(keyPath(), "utf8");
      expect(first).to.match(/^[0-9a-f]{64}\n$/);
      rmSync(keyPath());
      cli(["init", "work"], noKey);
      expect(readFileSync(keyPath(), "utf8")).not.to.equal(first);
      if (process.platform === "win32") this.skip();
      expect(statSync(keyPath()).mode & 0o777).to.equal(0o600);
    });

    it("is found in the home folder where XDG_CONFIG_HOME is empty", function () {
      if (process.platform === "win32") this.skip();
      cli(["init", "work"], { ...noKey, XDG_CONFIG_HOME: "" });
      expect(existsSync(join(place, ".config/send-scorecard/key"))).to.equal(true);
    });

    it("stops a build without a key, or with one that can be guessed or read, and never prints it", () => {
      file("in/a.csv", "code\nx\n");
      const buildWith = (key: string) =>
        cli(["build", "in", "--out", "out"], { SEND_SCORECARD_KEY: key });
      expect(buildWith(""))
        .to.deep.include({ status: 2 })
        .and.to.have.property("stderr")
        .that.matches(/There is no key.*send-scorecard init/);
      const RANDOM = "683be5119d9933b15bc667149641362262e478bd2d5eab9cfba8f53d07476f9f";
      const sequence = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
      for (const [key, reason] of [
        ["abcd1234", /too short: 8 characters/],
        ["c2hvcnQ=", /too short: 8 characters/],
        ["thirty-seven-characters-are-no-key-00", /too short: 37 characters/],
        ["hunter2 hunter2", /neither hex nor base64url/],
        ["ab".repeat(32), /repeats itself/],
        ["0123456789abcdef".repeat(4), /repeats itself/],
        [sequence.toString("hex"), /is a sequence/],
        [sequence.toString("base64url"), /is a sequence/],
        [Buffer.from(sequence).reverse().toString("hex"), /is a sequence/],
        ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq", /is a sequence/],
        ["correct-horse-battery-staple-council-2026-ab", /is made of words|characters, where/],
        ["correct-horse-battery-staple-2026-and-again", /is made of words/],
        ["Correct-Horse-Battery-Staple-Council-2026-A", /is made of words/],
        [Buffer.from("Bournemouth pseudonyms, keyed 2026").toString("hex"), /words|repeats/],
      ] as const) {
        const { status, stderr, stdout } = buildWith(key);
        expect(status).to.equal(2);
        expect(stderr).to.match(reason);
        expect(stderr + stdout).not.to.include(key);
      }
      for (const form of ["base64", "base64url", "hex"] as const)
        expect(buildWith(Buffer.from(RANDOM, "hex").toString(form)).status).to.equal(0);
      if (process.platform === "win32") return;
      cli(["init", "work"], noKey);
      chmodSync(keyPath(), 0o644);
      expect(buildWith("").stderr).to.match(/can be read by other users.*chmod 600/);
    });

    it("writes settings that its own schema accepts once the comments are out", () => {
      cli(["init", "work"], noKey);
      const schema = JSON.parse(read("work/.send-scorecard.schema.json"));
      const settings = JSON.parse(read("work/send-scorecard.json").replace(/^\s*\/\/.*$/gm, ""));
      const validate = new Ajv({ formats: { date: true } }).compile(schema);
      expect(validate(settings), JSON.stringify(validate.errors)).to.equal(true);
    });
  });
});

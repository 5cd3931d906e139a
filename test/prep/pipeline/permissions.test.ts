import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { bundleProgram, programFile, removeProgram, writeFiles } from "./command-line";

/** Later versions of Node have given the option another name. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

const trap = fileURLToPath(new URL("no-network.mjs", import.meta.url));

describe("what the program needs permission for", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => {
    place = realpathSync(mkdtempSync(join(tmpdir(), "permissions-")));
    mkdirSync(join(place, "work"));
    mkdirSync(join(place, "profile"));
    writeFiles(join(place, "in"), [...sampleFiles(makeSample({ people: 30, years: 1, seed: 5 }))]);
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  /**
   * Runs the program where Node lets it write into the folders alone, start no other program, load
   * no native code, and where every use of the network ends it.
   */
  function confined(
    writable: readonly string[],
    args: readonly string[],
    environment: NodeJS.ProcessEnv = {},
  ): { status: number | null; stderr: string } {
    const env = {
      ...process.env,
      HOME: join(place, "profile"),
      XDG_CONFIG_HOME: join(place, "profile"),
      APPDATA: join(place, "profile"),
      SEND_SCORECARD_KEY: "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210",
      SEND_SCORECARD_DEBUG: "1",
      ...environment,
    };
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        "--no-warnings",
        PERMISSION,
        "--allow-fs-read=*",
        ...writable.map((folder) => `--allow-fs-write=${join(place, folder)}/*`),
        "--import",
        trap,
        programFile,
        ...args,
      ],
      { cwd: place, env, encoding: "utf8" },
    );
    return { status, stderr };
  }

  it("build writes into the folder that the output stands in, and nowhere else; it asks the network for nothing", () => {
    const { status, stderr } = confined(["work"], ["build", "in", "--out", "work/out", "--quiet"]);
    expect(stderr).to.equal("");
    expect(status).to.be.oneOf([0, 1]);
    expect(readdirSync(join(place, "work"))).to.deep.equal(["out"]);
    expect(existsSync(join(place, "work/out/exceptions/exceptions.html"))).to.equal(true);
    expect(readdirSync(join(place, "profile"))).to.deep.equal([]);
  });

  it("build cannot write where it may not, so that the confinement is one", () => {
    const { status } = confined([], ["build", "in", "--out", "work/out", "--quiet"]);
    expect(status).to.equal(4);
    expect(readdirSync(join(place, "work"))).to.deep.equal([]);
  });

  it("check writes nothing at all", () => {
    const { status, stderr } = confined([], ["check", "in", "--quiet"]);
    expect(stderr).to.equal("");
    expect(status).to.be.oneOf([0, 1]);
  });

  it("init writes into its folder and the key into the profile", () => {
    const { status, stderr } = confined(["work", "profile"], ["init", "work", "--quiet"]);
    expect([status, stderr]).to.deep.equal([0, ""]);
    expect(readdirSync(join(place, "profile"), { recursive: true }).sort()).to.deep.equal([
      "send-scorecard",
      join("send-scorecard", "key"),
    ]);
  });

  for (const use of [
    "fetch('https://example.org')",
    "process.getBuiltinModule('node:net').connect(80, 'example.org')",
    "process.getBuiltinModule('node:dns').lookup('example.org', () => undefined)",
    "process.getBuiltinModule('node:dgram').createSocket('udp4').send('x', 53, '192.0.2.1')",
  ]) {
    it(`the trap catches ${use.replace(/^process.getBuiltinModule\('node:(\w+)'\)/, "$1")}`, () => {
      const { status, stderr } = spawnSync(
        process.execPath,
        ["--import", trap, "--input-type=module", "-e", use],
        { encoding: "utf8" },
      );
      expect([status, stderr.includes("The network was used")]).to.deep.equal([99, true]);
    });
  }
});

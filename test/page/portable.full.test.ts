import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { unzipSync } from "fflate";
import { build } from "../../scripts/build.mjs";
import { makePortable, portableFile } from "../../scripts/portable.mjs";

describe("the portable zip", function () {
  this.timeout(10 * 60_000);
  const place = mkdtempSync(join(tmpdir(), "portable-"));
  const list = join(place, "SHASUMS256.txt");
  before(async () => {
    await build();
    const sha256 = createHash("sha256").update(readFileSync(process.execPath)).digest("hex");
    writeFileSync(list, `${sha256}  win-x64/node.exe\n`);
  });
  after(() => {
    rmSync(place, { recursive: true, force: true });
    rmSync(portableFile, { force: true });
  });

  it("is refused where node.exe is not the one that its release lists", () => {
    const other = join(place, "other.txt");
    writeFileSync(other, `${"0".repeat(64)}  win-x64/node.exe\n`);
    expect(() => makePortable({ node: process.execPath, shasums: other, version: "v0" })).to.throw(
      /is not the file that .* lists/,
    );
  });

  // The node of this machine stands in for node.exe: what it runs is the same.
  it("has all that the command line needs, and is the same when it is made again", () => {
    const from = { node: process.execPath, shasums: list, version: process.version };
    const { file, sha256 } = makePortable(from);
    expect(makePortable(from).sha256).to.equal(sha256);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), bytes);
    }
    const home = join(place, "send-scorecard");
    chmodSync(join(home, "node.exe"), 0o755);
    const run = (...args: string[]) =>
      spawnSync(join(home, "node.exe"), [join(home, "app/dist/cli.js"), ...args], {
        cwd: place,
        encoding: "utf8",
        env: { HOME: place, SEND_SCORECARD_KEY: sha256 },
      });
    const size = ["--people", "40", "--years", "1", "--pupils", "0", "--mental-health", "0"];
    expect(run("sample", "in", ...size).status).to.equal(0);
    const { status, stderr } = run("build", "in", "--out", "out", "--profile", "public");
    expect(status, stderr).to.be.below(2);
    expect(readFileSync(join(place, "out/star/kpi_board.parquet")).length).to.be.above(100);
    const command = readFileSync(join(home, "send-scorecard.cmd"), "utf8");
    expect(command)
      .to.match(/^@echo off\r\n/)
      .and.to.include('"%~dp0node.exe"');
  });
});

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { unzipSync } from "fflate";
import { build } from "../../scripts/build.mjs";
import { NODE, nodeForWindows } from "../../scripts/node-for-windows.mjs";
import { makePortable, portableFile } from "../../scripts/portable.mjs";

describe("the portable zip", function () {
  this.timeout(10 * 60_000);
  const place = mkdtempSync(join(tmpdir(), "portable-"));
  let node = "";
  before(async () => {
    await build();
    node = await nodeForWindows();
  });
  after(() => {
    rmSync(place, { recursive: true, force: true });
    rmSync(portableFile, { force: true });
  });

  it("is refused where node.exe is not the one that is pinned", () => {
    expect(() => makePortable(process.execPath)).to.throw(/is not the node\.exe of Node\.js 24/);
  });

  it("has all that the command line needs, and is the same when it is made again", () => {
    const { file, sha256 } = makePortable(node);
    expect(makePortable(node).sha256).to.equal(sha256);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), bytes);
    }
    const home = join(place, "send-scorecard");
    const program = readFileSync(join(home, "node.exe"));
    expect(createHash("sha256").update(program).digest("hex")).to.equal(NODE.sha256);
    // The node of this machine stands in for it: what it runs is the same.
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(home, "app/dist/cli.js"), ...args], {
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

import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { bundleProgram, removeProgram, runProgram } from "../pipeline/command-line";

const sheet =
  "Indicator Name,Metric,What does good performance look like?,Reporting Period,Reporting Frequency,Apr,May\n" +
  "Plans,Number issued,Higher is better,2024/25,Monthly,30,28\n";

describe("a folder of extracts with odd things in it", () => {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "odd-"));
    mkdirSync(join(place, "in"));
    writeFileSync(join(place, "in/kpi.csv"), sheet);
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("is read to the end beside a pipe, a socket and links that lead nowhere, which are named", async function () {
    if (process.platform === "win32") this.skip();
    spawnSync("mkfifo", [join(place, "in/pipe.csv")]);
    symlinkSync(join(place, "nowhere"), join(place, "in/gone.xml"));
    symlinkSync("/dev/zero", join(place, "in/zero.csv"));
    const server = createServer().listen(join(place, "in/socket.csv"));
    const { status, stdout } = runProgram(place, ["check", "in", "--json"]);
    server.close();
    expect(status).to.be.oneOf([0, 1]);
    const { files, findings } = JSON.parse(stdout);
    const refused = ["gone.xml", "pipe.csv", "socket.csv", "zero.csv"];
    expect(
      files
        .filter((file: { recognisedAs: string | null }) => file.recognisedAs === null)
        .map(({ name }: { name: string }) => name),
    ).to.include.members(refused);
    for (const name of refused)
      expect(
        findings.some(
          (one: { rule: string; file: string }) => one.rule === "F03" && one.file === name,
        ),
        name,
      ).to.equal(true);
  });

  it("is never replaced by the output, also not through a link", function () {
    if (process.platform === "win32") this.skip();
    symlinkSync(join(place, "in"), join(place, "link"));
    const { status, stderr } = runProgram(place, [
      "build",
      "in",
      "--authority",
      "839",
      "--out",
      "link",
    ]);
    expect(status).to.equal(2);
    expect(stderr).to.match(/holds the extracts/);
    expect(readdirSync(join(place, "in"))).to.deep.equal(["kpi.csv"]);
  });
});

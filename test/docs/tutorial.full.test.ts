import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { bundleProgram, removeProgram, runProgram } from "../prep/pipeline/command-line";

const page = readFileSync(new URL("../../docs/tutorial.md", import.meta.url), "utf8");
/** Each command of the page, with the lines that it prints there. */
const steps = [...page.matchAll(/```\r?\n\$ send-scorecard ([^\r\n]+)\r?\n([^]*?)```/g)].map(
  ([, command, printed]) => ({
    command,
    lines: printed.split(/\r?\n/).filter((line) => line !== ""),
  }),
);

describe("the tutorial", function () {
  this.timeout(10 * 60_000);
  const place = mkdtempSync(join(tmpdir(), "tutorial-"));
  before(bundleProgram);
  after(() => {
    removeProgram();
    rmSync(place, { recursive: true, force: true });
  });

  for (const { command, lines } of steps)
    it(`prints what it shows: ${command.split(" ")[0]}`, () => {
      const { status, stdout, stderr } = runProgram(place, command.split(" "));
      expect(status, stderr).to.equal(0);
      for (const line of lines) expect(stdout).to.contain(line);
    });

  it("has five steps", () => expect(steps.length).to.equal(5));
});

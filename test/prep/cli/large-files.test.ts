import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { bundleProgram, removeProgram, writeFiles } from "../pipeline/command-line";
import { xmlFile } from "../pipeline/small-return";
import { runMeasured, writeStrangeCsv } from "./large-files";

describe("a large file that is not ours, beside a return", () => {
  let folder: string;
  before(async () => {
    await bundleProgram();
    folder = mkdtempSync(join(tmpdir(), "large-"));
  });
  after(() => {
    removeProgram();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is dropped after its first lines: 300 MB take no more memory than none", () => {
    writeFiles(join(folder, "in"), [
      xmlFile(makeSample({ people: 30, years: 1, seed: 3 }).returns[0]),
    ]);
    const alone = runMeasured(folder, ["check", "in"]);
    writeStrangeCsv(join(folder, "in/log.csv"), 300);
    const beside = runMeasured(folder, ["check", "in"]);
    expect(beside.said).to.match(/log\.csv +not recognised, left out/);
    expect(beside.memory).to.be.below(300);
    expect(beside.memory - alone.memory).to.be.below(60);
    rmSync(join(folder, "in/log.csv"));
  });

  it("is refused where it would be held in memory whole, such as a zip", () => {
    writeFiles(join(folder, "in"), [
      xmlFile(makeSample({ people: 30, years: 1, seed: 3 }).returns[0]),
    ]);
    const zip = join(folder, "in/all.zip");
    writeFileSync(zip, "PK\u0003\u0004");
    truncateSync(zip, 300 * 2 ** 20);
    const { status, said, memory } = runMeasured(folder, ["check", "in", "--fail-on", "refused"]);
    expect(said).to.match(/^error +F03 .*larger than any workbook or release/m);
    expect(status).to.equal(1);
    expect(memory).to.be.below(300);
  });
});

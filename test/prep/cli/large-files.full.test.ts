import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { bundleProgram, removeProgram, writeFiles } from "../pipeline/command-line";
import { xmlFile } from "../pipeline/small-return";
import { runMeasured, writeStrangeCsv } from "./large-files";

describe("a file of two gigabytes that is not ours", () => {
  let folder: string;
  before(async () => {
    await bundleProgram();
    folder = mkdtempSync(join(tmpdir(), "large-"));
  });
  after(() => {
    removeProgram();
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes under 300 MB of memory beside a return", () => {
    writeFiles(join(folder, "in"), [
      xmlFile(makeSample({ people: 30, years: 1, seed: 3 }).returns[0]),
    ]);
    writeStrangeCsv(join(folder, "in/log.csv"), 2048);
    const { status, said, memory } = runMeasured(folder, ["check", "in"]);
    expect(said).to.match(/log\.csv +not recognised, left out/);
    expect(status).to.be.oneOf([0, 1]);
    expect(memory).to.be.below(300);
  });
});

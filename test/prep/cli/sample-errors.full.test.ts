import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { bundledProgram } from "../pipeline/command-line";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

describe("errors that sample plants", function () {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "sample-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const sample = (...options: string[]) =>
    spawnSync(process.execPath, [bundledProgram(), "sample", join(place, "in"), ...options], {
      cwd: repository,
      encoding: "utf8",
    });

  it("may be of a kind twice in one census: all are in the one file of their school", () => {
    const options = "--people 600 --years 2 --seed 7 --errors 200 --pupils 800 --mental-health 0";
    const { status, stderr } = sample(...options.split(" "), "--quiet");
    expect([status, stderr]).to.deep.equal([0, ""]);
    const folder = join(place, "in/census/2025-spring");
    const unknown = readdirSync(folder).filter((name) => name.startsWith("9999990_"));
    expect(unknown).to.have.length(1);
    const text = readFileSync(join(folder, unknown[0]), "utf8");
    expect(text.match(/<PupilOnRoll>/g)).to.have.length.above(1);
  });

  it("are refused in words where there are too few people for them, and nothing is left", () => {
    for (const [people, errors] of [
      [1, 60],
      [1, 2],
      [20, 21],
    ]) {
      const { status, stderr } = sample(
        ...`--people ${people} --years 1 --errors ${errors} --mental-health 0`.split(" "),
      );
      expect(status).to.equal(2);
      expect(stderr).to.match(/The return of 2026 can hold one .* \(\d+\), and it should get \d+/);
      expect(existsSync(join(place, "in"))).to.equal(false);
    }
  });
});

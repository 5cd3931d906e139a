import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { isoOf } from "../../prep/calendar/day";
import { exitCodes } from "../../prep/cli/exit-codes";
import { csvRows } from "../csv-rows";
import {
  bundleProgram,
  removeProgram,
  runProgram,
  writeFiles,
} from "../prep/pipeline/command-line";
import { distortions } from "./distortions/all";
import { figuresOfRows, withLeftOut, type Figures } from "./figures";
import { judge } from "./judge";
import { trialOf } from "./many-trials";
import { distorted, wordsOf, type KnownWorld } from "./try-distortion";
import { memoryFile, type World } from "./world";
import { worldMakers } from "./worlds";

const SEED = 2;
const { ok, findings, input } = exitCodes;

describe("every distortion by the command line", function () {
  this.timeout(30 * 60_000);
  const folder = mkdtempSync(join(tmpdir(), "mutation-"));
  const worlds: KnownWorld[] = [];

  /** The figures that the program writes of some files; none where it finds nothing to build. */
  function built({ files, settings }: Omit<World, "name">): Figures {
    const place = mkdtempSync(join(folder, "run-"));
    mkdirSync(join(place, "in"));
    writeFiles(join(place, "in"), files.map(memoryFile));
    const { authority, asAt } = settings;
    const asked = [
      ...(authority ? ["--authority", authority] : []),
      ...(typeof asAt === "number" ? ["--as-at", isoOf(asAt)] : []),
    ];
    const { status, stderr } = runProgram(place, [
      ...["build", "in", "--out", "out", "--no-report", ...asked],
    ]);
    expect([ok.code, findings.code, input.code], stderr).to.include(status);
    const figures =
      status !== input.code
        ? figuresOfRows(csvRows(readFileSync(join(place, "out/star/kpi_value.csv"), "utf8")))
        : new Map();
    rmSync(place, { recursive: true, force: true });
    return figures;
  }

  before(async () => {
    await bundleProgram();
    for (const make of Object.values(worldMakers)) {
      const world = make(SEED);
      worlds.push({ ...world, seed: SEED, figures: built(world) });
      expect(worlds.at(-1)!.figures.size, world.name).to.be.above(40);
    }
  });
  after(() => {
    removeProgram();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [at, distortion] of distortions.entries())
    it(`gives no wrong figure: ${distortion.name}`, function () {
      const turned = [...worlds.slice(at % worlds.length), ...worlds.slice(0, at % worlds.length)];
      const trial = turned
        .map((world) => trialOf(world, distortion, at + 1))
        .find((one) => one !== undefined)!;
      const { world, file } = trial;
      const after = built({ files: distorted(trial)!, settings: world.settings });
      const faults = judge(
        withLeftOut(world.figures, after.keys()),
        withLeftOut(after, world.figures.keys()),
        distortion,
        file,
      );
      const told = faults.slice(0, 4).map(({ key, words }) => `${key}: ${words}`);
      expect(told, wordsOf(trial)).to.deep.equal([]);
    });
});

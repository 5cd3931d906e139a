import { expect } from "chai";
import { isoOf } from "../../prep/calendar/day";
import { allFiles } from "../../prep/sample/all-files";
import { randomOf } from "../../prep/sample/random";
import { shuffled } from "../mutation/distortion";
import { distortions } from "../mutation/distortions/all";
import { trialOf } from "../mutation/many-trials";
import { distorted, wordsOf, type KnownWorld } from "../mutation/try-distortion";
import { memoryFile } from "../mutation/world";
import { worldMakers } from "../mutation/worlds";
import { bytesOf as bytesOfChunks } from "../prep/pipeline/run";
import { bundleProgram, removeProgram } from "../prep/pipeline/command-line";
import { publishedCsv } from "../published-file";
import { expectSameBytes, type Asked } from "./both-ways";
import { closeBrowser } from "./open-page";

const SEED = 4;
/** Distortions that are tried, besides those of the disk itself. */
const TRIALS = 40;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the page and the command line write the same bytes, of everything", function () {
  this.timeout(30 * 60_000);
  before(bundleProgram);
  after(async () => {
    removeProgram();
    await closeBrowser();
  });

  const size = { people: 400, years: 3, seed: 9, errors: 20, pupils: 300, mentalHealth: 60 };
  const sample = Array.from(allFiles(size), ({ name, chunks }) => ({
    name,
    chunks: [bytesOfChunks(chunks)],
  }));
  for (const profile of ["internal", "public", "nhs"] as const)
    it(`of a sample, with the profile ${profile}`, async () => {
      const paths = await expectSameBytes(sample, { profile });
      expect(paths).to.include("star/kpi_board.parquet");
    });

  it("of published files alone", async () => {
    const sets = ["timeliness_20_week", "caseload", "requests"];
    const files = sets.map((name) => ({
      name: `${name}.csv`,
      chunks: [bytesOf(publishedCsv(name).text)],
    }));
    const paths = await expectSameBytes(files, { authority: "839" });
    expect(paths).to.include("star/kpi_comparator.csv");
  });

  it("of files that were distorted", async () => {
    const worlds = Object.values(worldMakers).map((make): KnownWorld => ({
      ...make(SEED),
      seed: SEED,
      figures: new Map(),
    }));
    const onDisk = distortions.filter((one) => one.onDisk);
    const others = shuffled(
      distortions.filter((one) => !one.onDisk),
      randomOf(SEED, 1),
    );
    let tried = 0;
    for (const [i, distortion] of [...onDisk, ...others.slice(0, TRIALS)].entries()) {
      const trial = trialOf(worlds[i % worlds.length], distortion, i);
      const files = trial && distorted(trial);
      if (!files) continue;
      const { authority, asAt } = trial.world.settings;
      const asked: Asked = {
        ...(authority ? { authority } : {}),
        ...(typeof asAt === "number" ? { asAt: isoOf(asAt) } : {}),
      };
      await expectSameBytes(files.map(memoryFile), asked).catch((error: Error) => {
        throw new Error(`${wordsOf(trial)}: ${error.message}`);
      });
      tried += 1;
    }
    expect(tried).to.be.above(10);
  });
});

import { expect } from "chai";
import { tryMany } from "./many-trials";
import type { MakeWorld } from "./worlds";

/** How many worlds of each kind are tried; seven of each are more than 5,000 trials together. */
const WORLDS = Number(process.env.SEND_TEST_WORLDS ?? 4);
/** Fewer trials than these of a world mean that distortions no longer fit its files. */
const FEWEST = 85;
/** The first worlds are those of the tests of every day. */
const FIRST = 3;

/** Longest time of a test file on a machine that does other work too. */
export const MINUTES = 40;

/** Tries all distortions in worlds of some kinds and fails where a figure is wrong. */
export async function expectNoFaults(makers: readonly MakeWorld[]): Promise<void> {
  const seeds = Array.from({ length: WORLDS }, (_, i) => FIRST + i);
  const { runs, wrong } = await tryMany(makers, seeds);
  console.log(`      ${runs} runs`);
  expect(runs).to.be.above(FEWEST * WORLDS * makers.length);
  expect(wrong.join("\n")).to.equal("");
}

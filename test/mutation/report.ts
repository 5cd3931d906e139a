import { expect } from "chai";
import { tryMany } from "./many-trials";
import type { MakeWorld } from "./worlds";

/** So many worlds of each kind are tried that all trials together are more than 5,000. */
const WORLDS = 7;
/** Fewer trials than these of a kind of world mean that distortions no longer fit its files. */
const FEWEST = 600;
/** The first worlds are those of the tests of every day. */
const FIRST = 3;

/** Longest time of a test file on a machine that does other work too. */
export const MINUTES = 40;

/** Tries all distortions in worlds of some kinds and fails where a figure is wrong. */
export async function expectNoFaults(makers: readonly MakeWorld[]): Promise<void> {
  const seeds = Array.from({ length: WORLDS }, (_, i) => FIRST + i);
  const { runs, wrong } = await tryMany(makers, seeds);
  console.log(`      ${runs} runs`);
  expect(runs).to.be.above(FEWEST * makers.length);
  expect(wrong.join("\n")).to.equal("");
}

import { expect } from "chai";
import { tryMany } from "./many-trials";
import type { MakeWorld } from "./worlds";

/** Two test files run at once, each so long. */
export const MINUTES = 11;

/**
 * Tries all distortions for as long as a stage may take, prints how many runs there were and which
 * known faults they met, and fails for any other.
 */
export async function expectNoFaults(makers: readonly MakeWorld[]): Promise<void> {
  const { runs, wrong, known } = await tryMany(makers, { milliseconds: MINUTES * 60_000 });
  console.log(`      ${runs} runs`);
  for (const [reason, times] of known) console.log(`      known fault, ${times} times: ${reason}`);
  expect(runs).to.be.above(0);
  expect(wrong.join("\n")).to.equal("");
}

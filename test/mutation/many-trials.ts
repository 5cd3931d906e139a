import { randomOf } from "../../prep/sample/random";
import { shuffled, type Distortion } from "./distortion";
import { distortions } from "./distortions/all";
import {
  distorted,
  faultsOf,
  figuresOf,
  wordsOf,
  type KnownWorld,
  type Trial,
} from "./try-distortion";
import type { MakeWorld } from "./worlds";

export interface Outcome {
  readonly runs: number;
  /** Each trial whose figures are wrong, with the first of them. */
  readonly wrong: readonly string[];
}

/** Figures of one trial that are told. */
const MOST_TOLD = 4;

/** A world with the figures of its files as they are. */
export const knownWorld = async (make: MakeWorld, seed: number): Promise<KnownWorld> => {
  const world = make(seed);
  return { ...world, seed, figures: await figuresOf(world) };
};

/** What is wrong after a trial, in words; empty where nothing is. */
export async function wrongIn(trial: Trial): Promise<string> {
  const faults = await faultsOf(trial);
  if (faults.length === 0) return "";
  const told = faults.slice(0, MOST_TOLD).map(({ key, words }) => `\n  ${key}: ${words}`);
  return `${wordsOf(trial)}: ${faults.length} figures${told.join("")}`;
}

/**
 * A trial of a distortion on one of the files of a world that it can change; undefined where it can
 * change none.
 */
export function trialOf(
  world: KnownWorld,
  distortion: Distortion,
  seed: number,
): Trial | undefined {
  const fitting = shuffled(world.files.filter(distortion.fits), randomOf(world.seed, seed));
  return fitting
    .map((file): Trial => ({ world, distortion, file, seed }))
    .find((trial) => distorted(trial) !== null);
}

/** Tries every distortion in each of some worlds, made from one seed after the other. */
export async function tryMany(
  makers: readonly MakeWorld[],
  seeds: readonly number[],
): Promise<Outcome> {
  const wrong: string[] = [];
  let runs = 0;
  for (const seed of seeds)
    for (const make of makers) {
      const world = await knownWorld(make, seed);
      for (const [at, distortion] of distortions.entries()) {
        const trial = distortion.onDisk ? undefined : trialOf(world, distortion, at + 1);
        if (trial === undefined) continue;
        const words = await wrongIn(trial);
        runs += 1;
        if (words !== "") wrong.push(words);
      }
    }
  return { runs, wrong };
}

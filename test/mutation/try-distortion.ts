import { NothingToBuild } from "../../prep/nothing-to-build";
import { randomOf } from "../../prep/sample/random";
import { build } from "../prep/pipeline/run";
import type { Distortion } from "./distortion";
import { figuresIn, type Figures } from "./figures";
import { judge, type Fault } from "./judge";
import { memoryFile, type World, type WorldFile } from "./world";

/** The figures of a world; none where there is nothing to build. */
export async function figuresOf({ files, settings }: Omit<World, "name">): Promise<Figures> {
  try {
    return figuresIn((await build(files.map(memoryFile), settings)).star);
  } catch (error) {
    if (error instanceof NothingToBuild) return new Map();
    throw error;
  }
}

/** A world with the figures of its undistorted files. */
export interface KnownWorld extends World {
  readonly seed: number;
  readonly figures: Figures;
}

export interface Trial {
  readonly world: KnownWorld;
  readonly distortion: Distortion;
  readonly file: WorldFile;
  /** Stream of random numbers of the distortion. */
  readonly seed: number;
}

/**
 * The files of a world with one distorted; null where the distortion has nothing to change in it.
 */
export const distorted = ({ world, distortion, file, seed }: Trial): readonly WorldFile[] | null =>
  distortion.apply(world.files, file, randomOf(world.seed, seed));

/** The figures that a distortion makes wrong. */
export async function faultsOf(trial: Trial): Promise<Fault[]> {
  const files = distorted(trial);
  if (files === null) throw new Error(`Nothing to distort: ${wordsOf(trial)}`);
  const { world, distortion, file } = trial;
  try {
    const after = await figuresOf({ files, settings: world.settings });
    return judge(world.figures, after, distortion, file);
  } catch (error) {
    return [{ key: "the build", words: `stopped: ${(error as Error).message}` }];
  }
}

/** A trial in words, from which it can be run again. */
export const wordsOf = ({ world, distortion, file, seed }: Trial): string =>
  `${distortion.name} (loses ${distortion.loses}), ${file.name} of "${world.name}", seeds ${world.seed} and ${seed}`;

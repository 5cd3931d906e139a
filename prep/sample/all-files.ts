import { censusFiles, samplePupils } from "./census/census-files";
import { expectedCensus } from "./census/expected-census";
import { plantCensusErrors, type PlantedCensusError } from "./census/planted-errors";
import { makeSample, type SampleOptions } from "./make-sample";
import { expectedFile, sampleFiles } from "./sample-files";
import { csvLine } from "./write/csv-line";
import { encodeText } from "./write/encode-text";
import type { SampleFile } from "./write/sample-file";

export interface AllOptions extends SampleOptions {
  readonly seed: number;
  /** Pupils on roll besides the children that SEN2 knows; 0 for no school census. */
  readonly pupils: number;
}

const plantedFile = (planted: readonly PlantedCensusError[]): Iterable<Uint8Array> => encodeText([csvLine(["rule", "also", "census", "school"]), ...planted.map(({ rule, also, census, school }) => csvLine([rule, also.join(" "), census, school]))]);

/** The files of a sample, with four school censuses of 2025 and 2026 and their answers where pupils are asked for. As many errors as in the returns are planted in the censuses. */
export function* allFiles({ pupils, ...options }: AllOptions): Generator<SampleFile> {
  const sample = makeSample(options);
  yield* sampleFiles(sample);
  if (pupils === 0) return;
  const onRoll = samplePupils(sample, options.seed, pupils);
  const { guests, planted } = plantCensusErrors(onRoll, options.errors ?? 0, options.seed);
  yield* censusFiles([...onRoll, ...guests]);
  yield { name: "answers/expected-census.csv", chunks: expectedFile(() => expectedCensus(onRoll, sample.history.returns)) };
  yield { name: "answers/planted-census-errors.csv", chunks: plantedFile(planted) };
}

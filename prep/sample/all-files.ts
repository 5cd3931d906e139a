import { censusFiles, samplePupils } from "./census/census-files";
import { expectedCensus } from "./census/expected-census";
import { expectedReasons } from "./census/expected-reasons";
import { makeSample, type SampleOptions } from "./make-sample";
import { expectedFile, sampleFiles } from "./sample-files";
import type { SampleFile } from "./write/sample-file";

export interface AllOptions extends SampleOptions {
  readonly seed: number;
  /** Pupils on roll besides the children that SEN2 knows; 0 for no school census. */
  readonly pupils: number;
}

/** The files of a sample, with four school censuses of 2025 and 2026 and their answers where pupils are asked for. */
export function* allFiles({ pupils, ...options }: AllOptions): Generator<SampleFile> {
  const sample = makeSample(options);
  yield* sampleFiles(sample);
  if (pupils === 0) return;
  const onRoll = samplePupils(sample, options.seed, pupils);
  yield* censusFiles(onRoll);
  yield { name: "answers/expected-census.csv", chunks: expectedFile(() => [...expectedCensus(onRoll, sample.history.returns), ...expectedReasons(onRoll)]) };
}

import { censusFiles, samplePupils } from "./census/census-files";
import { expectedCensus } from "./census/expected-census";
import { expectedReasons } from "./census/expected-reasons";
import { plantCensusErrors, type PlantedCensusError } from "./census/planted-errors";
import { makeSample, type SampleOptions } from "./make-sample";
import { expectedMhsdsFile } from "./mhsds/expected/expected-mhsds";
import { makeMhsds, mhsdsFiles } from "./mhsds/mhsds";
import { expectedFile, sampleFiles } from "./sample-files";
import { csvLine } from "./write/csv-line";
import { encodeText } from "./write/encode-text";
import type { SampleFile } from "./write/sample-file";

export interface AllOptions extends SampleOptions {
  readonly seed: number;
  /** Pupils on roll besides the children that SEN2 knows; 0 for no school census. */
  readonly pupils: number;
  /** About how many people mental health services know; 0 for no MHSDS. */
  readonly mentalHealth: number;
}

const plantedFile = (planted: readonly PlantedCensusError[]): Iterable<Uint8Array> =>
  encodeText([
    csvLine(["rule", "also", "census", "school"]),
    ...planted.map(({ rule, also, census, school }) =>
      csvLine([rule, also.join(" "), census, school]),
    ),
  ]);

/** The files of a sample, with four school censuses of 2025 and 2026 and MHSDS of January 2024 to January 2026, and their answers, where pupils and users of mental health services are asked for. As many errors as in the returns are planted in the censuses. */
export function* allFiles({ pupils, mentalHealth, ...options }: AllOptions): Generator<SampleFile> {
  const sample = makeSample(options);
  yield* sampleFiles(sample);
  if (pupils > 0) {
    const onRoll = samplePupils(sample, options.seed, pupils);
    const { guests, planted } = plantCensusErrors(onRoll, options.errors ?? 0, options.seed);
    yield* censusFiles([...onRoll, ...guests]);
    yield {
      name: "answers/expected-census.csv",
      chunks: expectedFile(() => [
        ...expectedCensus(onRoll, sample.history.returns),
        ...expectedReasons(onRoll),
      ]),
    };
    yield { name: "answers/planted-census-errors.csv", chunks: plantedFile(planted) };
  }
  if (mentalHealth > 0) {
    const health = makeMhsds(sample.history, { seed: options.seed, people: mentalHealth });
    yield* mhsdsFiles(health, { errors: options.errors });
    yield { name: "answers/expected-mhsds.csv", chunks: expectedMhsdsFile(health) };
  }
}

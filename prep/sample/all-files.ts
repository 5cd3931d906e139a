import { boardFiles } from "./board/board-files";
import { censusFiles, samplePupils } from "./census/census-files";
import { plantCensusErrors } from "./census/planted-errors";
import { makeSample, type SampleOptions } from "./make-sample";
import { makeMhsds, mhsdsFiles } from "./mhsds/mhsds";
import { sampleFiles, TARGETS } from "./sample-files";
import type { SampleFile } from "./write/sample-file";

interface AllOptions extends SampleOptions {
  readonly seed: number;
  /** Pupils on roll besides the children that SEN2 knows; 0 for no school census. */
  readonly pupils: number;
  /** About how many people mental health services know; 0 for no MHSDS. */
  readonly mentalHealth: number;
  /** With a board file, a sheet kept by hand, and published statistics. */
  readonly board?: boolean;
}

/**
 * The files of a sample, with four school censuses of 2025 and 2026 and MHSDS of January 2024 to
 * January 2026 where pupils and
 * users of mental health services are asked for. As many errors as in the returns are planted in
 * each.
 */
export function* allFiles({
  pupils,
  mentalHealth,
  board = false,
  ...options
}: AllOptions): Generator<SampleFile> {
  const { seed, errors = 0 } = options;
  const sample = makeSample(options);
  yield* sampleFiles(sample, { targets: board ? [] : TARGETS });
  if (board) yield* boardFiles(seed);
  if (pupils > 0) {
    const onRoll = samplePupils(sample, seed, pupils);
    yield* censusFiles([...onRoll, ...plantCensusErrors(onRoll, errors, seed).guests]);
  }
  if (mentalHealth > 0)
    yield* mhsdsFiles(makeMhsds(sample.history, { seed, people: mentalHealth }), { errors });
}

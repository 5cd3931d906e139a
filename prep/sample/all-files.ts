import { boardFiles } from "./board/board-files";
import { censusFiles, samplePupils } from "./census/census-files";
import { plantCensusErrors } from "./census/planted-errors";
import { councilsOf, type SampleCouncil } from "./councils";
import type { History, Life } from "./history";
import { makeSample, type Sample, type SampleOptions } from "./make-sample";
import { makeMhsds, mhsdsFiles } from "./mhsds/mhsds";
import { sen2Files, sharedFiles, TARGETS } from "./sample-files";
import type { SampleFile } from "./write/sample-file";

interface AllOptions extends Omit<SampleOptions, "council"> {
  readonly seed: number;
  /** Pupils on roll besides the children that SEN2 knows; 0 for no school census. */
  readonly pupils: number;
  /** About how many people mental health services know; 0 for no MHSDS. */
  readonly mentalHealth: number;
  /** With a board file, a sheet kept by hand, and published statistics. */
  readonly board?: boolean;
  /** How many councils of one integrated care board, each after the first smaller than it. */
  readonly authorities?: number;
}

/** The censuses of a sample's council; as many errors as in its returns are planted in them. */
function censusesOf(
  sample: Sample,
  council: SampleCouncil,
  { seed, pupils, errors = 0 }: AllOptions,
): SampleFile[] {
  const own = seed + council.seed;
  const onRoll = samplePupils(sample, own, Math.round(pupils * council.size), council);
  return censusFiles([...onRoll, ...plantCensusErrors(onRoll, errors, own).guests]);
}

/** Histories of several councils as one. */
const together = (samples: readonly Sample[]): History => ({
  ...samples[0].history,
  *lives(): Generator<Life> {
    for (const { history } of samples) yield* history.lives();
  },
});

/**
 * The files of a sample, with four school censuses of 2025 and 2026 and MHSDS of January 2024 to
 * January 2026 where pupils and users of mental health services are asked for. As many errors as in
 * the returns are planted in each. Of several councils each has a folder for its returns and
 * censuses; the rest is of all.
 */
export function* allFiles(options: AllOptions): Generator<SampleFile> {
  const { pupils, mentalHealth, board = false, people = 2000, authorities = 1 } = options;
  const { seed, errors = 0 } = options;
  const councils = councilsOf(authorities);
  const samples = councils.map((council) =>
    makeSample({ ...options, people: Math.max(1, Math.round(people * council.size)), council }),
  );
  for (const [i, council] of councils.entries()) {
    const folder = authorities === 1 ? "" : `${council.authority}-${council.name.toLowerCase()}/`;
    for (const file of [
      ...sen2Files(samples[i]),
      ...(pupils > 0 ? censusesOf(samples[i], council, options) : []),
    ])
      yield { ...file, name: `${folder}${file.name}` };
  }
  yield* sharedFiles(samples[0], { targets: board ? [] : TARGETS, councils });
  if (board) yield* boardFiles(seed, councils);
  if (mentalHealth > 0) {
    const health = makeMhsds(together(samples), { seed, people: mentalHealth, councils });
    yield* mhsdsFiles(health, { errors });
  }
}

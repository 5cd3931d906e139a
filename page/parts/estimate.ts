import { countWords, sizeWords } from "./sizes";

/**
 * Seconds and bytes of memory that a build may take, by the bytes of its files: a start, and so
 * much for each. Measured by `npm run bench` in Chromium on two cores.
 */
const [START_SECONDS, SECONDS_A_MB] = [3, 0.5];
const [START_MEMORY, MEMORY_A_BYTE] = [400e6, 10];
/** A zip of extracts holds about so many bytes for one of its own. */
const ZIP_RATIO = 12;

/** How long a build of files may take and how much memory, in words. */
export function estimateWords(files: readonly { path: string; file: Blob }[]): string {
  const bytes = files.reduce(
    (sum, { path, file }) => sum + file.size * (/\.(?:zip|gz)$/i.test(path) ? ZIP_RATIO : 1),
    0,
  );
  const seconds = START_SECONDS + (bytes / 1e6) * SECONDS_A_MB;
  const time =
    seconds < 60 ? "under a minute" : `about ${countWords(Math.ceil(seconds / 60), "minute")}`;
  return `This may take ${time} and ${sizeWords(START_MEMORY + bytes * MEMORY_A_BYTE)} of memory. Nothing is written until you save it.`;
}

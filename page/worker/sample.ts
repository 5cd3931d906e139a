import { allFiles } from "../../prep/sample/all-files";
import type { GivenFile } from "../messages";

/** Large enough for every figure to have something to count, small enough to be built in seconds. */
const SIZE = {
  people: 1000,
  years: 3,
  seed: 1,
  errors: 40,
  pupils: 1500,
  mentalHealth: 150,
  board: true,
};

/** The extracts and the board of an authority that is invented, and so are its children. */
export const sampleFiles = (): GivenFile[] =>
  [...allFiles(SIZE)].map(({ name, chunks }) => ({
    path: name,
    // The memory of a chunk may be used again for the next.
    file: new Blob(Array.from(chunks, (chunk) => new Uint8Array(chunk))),
  }));

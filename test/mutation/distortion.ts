import type { Random } from "../../prep/sample/random";
import { bytesOfText, cellsOf, csvText, textOf, type Cells } from "./csv-table";
import type { Form, Source, WorldFile } from "./world";

/**
 * What a file may have gone through before it is read. `loses` says what the product must still
 * tell:
 * `nothing` leaves every figure as it was; `values` may change the figures that use the file, and
 * each of
 * these is equal, or marked with caution, or has no value.
 */
export interface Distortion {
  readonly name: string;
  readonly loses: "nothing" | "values";
  readonly fits: (file: WorldFile) => boolean;
  /** It changes how a file is opened, which only the command line does. */
  readonly onDisk?: true;
  /**
   * The world's files with one of them distorted; null where it has nothing that the distortion
   * could change.
   */
  readonly apply: (
    files: readonly WorldFile[],
    file: WorldFile,
    random: Random,
  ) => readonly WorldFile[] | null;
}

interface Which {
  readonly forms?: readonly Form[];
  readonly sources?: readonly Source[];
  readonly tables?: RegExp;
}

const fitting =
  ({ forms, sources, tables }: Which) =>
  ({ form, source, table }: WorldFile): boolean =>
    (forms?.includes(form) ?? true) &&
    (sources?.includes(source) ?? true) &&
    (tables?.test(table) ?? true);

type Loses = Distortion["loses"];

/** A distortion of the files of a world as a whole, told by one of them. */
export const ofFiles = (
  loses: Loses,
  which: Which,
  name: string,
  apply: Distortion["apply"],
): Distortion => ({ name, loses, fits: fitting(which), apply });

/** A distortion that puts other files in the place of one. */
export const inPlace = (
  loses: Loses,
  which: Which,
  name: string,
  write: (file: WorldFile, random: Random) => readonly WorldFile[] | null,
): Distortion =>
  ofFiles(loses, which, name, (files, file, random) => {
    const written = write(file, random);
    return written && files.flatMap((one) => (one === file ? written : [one]));
  });

/** A distortion of the bytes of one file; null where it has nothing that could change. */
export const ofBytes = (
  loses: Loses,
  which: Which,
  name: string,
  write: (bytes: Uint8Array, random: Random) => Uint8Array | null,
): Distortion =>
  inPlace(loses, which, name, (file, random) => {
    const bytes = write(file.bytes, random);
    return bytes && [{ ...file, bytes }];
  });

/** A distortion of the text of one file. */
export const ofText = (
  loses: Loses,
  which: Which,
  name: string,
  write: (text: string, random: Random) => string | null,
): Distortion =>
  ofBytes(loses, which, name, (bytes, random) => {
    const text = textOf(bytes);
    const written = write(text, random);
    return written === null || written === text ? null : bytesOfText(written);
  });

/**
 * A distortion of the cells of one CSV file; null, or the same cells, where it has nothing that
 * could change.
 */
export const ofCells = (
  loses: Loses,
  which: Omit<Which, "forms">,
  name: string,
  write: (cells: Cells, random: Random) => Cells | null,
): Distortion =>
  ofText(loses, { ...which, forms: ["csv"] }, name, (text, random) => {
    const cells = cellsOf(bytesOfText(text));
    const written = cells.length < 2 ? null : write(cells, random);
    return written && csvText(written);
  });

/** Some of the numbers from 0, at least one and about a share of them. */
export function someOf(count: number, share: number, random: Random): Set<number> {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, Math.max(1, Math.round(count * share))))
    chosen.add(random.int(0, count - 1));
  return chosen;
}

/** A list in another order. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = list.map((item) => ({ item, at: random.next() }));
  return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

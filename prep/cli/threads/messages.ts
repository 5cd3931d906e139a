import type { HelpOptions } from "../../stages/area-helpers";
import type { Settings } from "../../settings";
import {
  packStar,
  packTable,
  unpackStar,
  unpackTable,
  type PackedStar,
  type PackedTable,
} from "../../star/packed-star";
import type { PartOfBuild } from "../../stages/join-builds";
import type { FileRecord } from "../inputs";

/** What a helping thread is started with. */
export interface HelperTask {
  readonly files: readonly FileRecord[];
  readonly settings: Settings;
  readonly options: HelpOptions;
  /** The next place that nobody has taken, shared by all threads. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** What was built of an authority, as plain data. */
export interface BuiltMessage {
  readonly place: number;
  readonly part: Omit<PartOfBuild, "star" | "toPutTogether"> & {
    readonly star: PackedStar;
    readonly toPutTogether: PackedTable | null;
  };
}

/** Takes the next place; each is taken once. */
export const claimFrom = (next: Int32Array): number => Atomics.add(next, 0, 1);

/** The columns of `PartOfBuild` alone: what else a build gives holds functions. */
export function packPart(place: number, part: PartOfBuild): BuiltMessage {
  const { files, findings, summary, rows, reconciliation, checkLists, exceptions } = part;
  const { bySchool, schools, dataDate, linkage, timings, star, toPutTogether: own } = part;
  const plain = { files, findings, summary, rows, reconciliation, checkLists, exceptions };
  return {
    place,
    part: {
      ...plain,
      ...{ bySchool, schools, dataDate, linkage, timings },
      star: packStar(star),
      toPutTogether: own && packTable(own),
    },
  };
}

export const unpackPart = ({ part }: BuiltMessage): PartOfBuild => ({
  ...part,
  star: unpackStar(part.star),
  toPutTogether: part.toPutTogether && unpackTable(part.toPutTogether),
});

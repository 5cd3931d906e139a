import type { InputFile } from "../input-file";
import type { Settings } from "../settings";
import type { PartOfBuild } from "./join-builds";

/** Other threads that read the same files and build some of several authorities. */
export interface AreaHelpers {
  /** The next place, from 1, in the list of authorities that no thread has taken. */
  claim(): number;
  /**
   * What the others have built, by place, once they are at the end of the list. A place is not there
   * where its authority could not be built.
   */
  built(): Promise<ReadonlyMap<number, PartOfBuild>>;
  /** Ends them, whatever they do. */
  stop(): void;
}

/** What helpers need to know of a build beside its files and settings. */
export interface HelpOptions {
  /** Leaves out figures of groups of nobody, where their absence says the same. */
  readonly leaveOutNobody: boolean;
}

/** Starts the helpers of a build; null where it is to be done by this thread alone. */
export type StartHelpers = (
  inputs: readonly InputFile[],
  settings: Settings,
  options: HelpOptions,
) => AreaHelpers | null;

/** What a helper does: builds what it claims, and gives it by its place. */
export interface AreaShare extends HelpOptions {
  claim(): number;
  give(place: number, part: PartOfBuild): void;
}

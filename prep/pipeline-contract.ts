import type { CatalogueEntry } from "./indicators/catalogue-entry";
import type { InputFile } from "./input-file";
import type { CaseList, CaseListOptions } from "./lists/case-list";
import type { Progress } from "./progress";
import type { KeyedHash } from "./protect/pseudonym";
import type { KnownFigure } from "./publish/disclosure/known-figure";
import type { FoiMaker, FoiRequest } from "./publish/foi/foi-pack";
import type { BoardsResult, BuildResult, CheckResult, FoiResult, ListedResult } from "./results";
import type { Settings } from "./settings";
import type { AreaShare } from "./stages/area-helpers";

/** What the command line needs of the pipeline. */
export interface Pipeline {
  /** Throws `NothingToBuild`. `hash` is the keyed hash that pseudonyms are made with. */
  build(
    inputs: readonly InputFile[],
    settings: Settings,
    hash: KeyedHash,
    progress: Progress,
  ): Promise<BuildResult>;
  /**
   * The same for the council itself: without figures of groups that nobody is in, where that is
   * known from the figures that stay (the description of `kpi_breakdown` says how). What is for the
   * public says every figure, and is not to be made shorter.
   */
  buildOwn: Pipeline["build"];
  /**
   * The same with the newest extract of a collection (by its id) looked at by itself too. Extracts
   * of others than children are left out.
   */
  rehearse(
    inputs: readonly InputFile[],
    settings: Settings,
    wanted: { readonly collection: string; readonly hash: KeyedHash },
    progress: Progress,
  ): Promise<BuildResult>;
  /**
   * Builds those of several authorities that it claims, for another thread that builds the others
   * of the same files.
   */
  share(
    inputs: readonly InputFile[],
    settings: Settings,
    hash: KeyedHash,
    share: AreaShare,
  ): Promise<void>;
  check(inputs: readonly InputFile[], settings: Settings, progress: Progress): Promise<CheckResult>;
  /** Reads and checks board files and sheets. Needs no key. Throws `NothingToBuild`. */
  boards(
    inputs: readonly InputFile[],
    settings: Settings,
    progress: Progress,
  ): Promise<BoardsResult>;
  /** Every indicator that is known before anything is read. */
  readonly catalogue: readonly CatalogueEntry[];
  /**
   * Reads, checks and links, and makes a list that shows who is meant. Needs no key. Throws
   * `NothingToBuild`.
   */
  list(
    inputs: readonly InputFile[],
    settings: Settings,
    wanted: { readonly list: CaseList; readonly options: CaseListOptions },
    progress: Progress,
  ): Promise<ListedResult>;
  /**
   * Reads, checks and links, counts by week or month and hides small numbers, beside what a build
   * for publishing of the same extracts shows. Needs no key. Throws `NothingToBuild`.
   */
  foi(
    inputs: readonly InputFile[],
    settings: Settings,
    wanted: {
      readonly request: FoiRequest;
      readonly maker: FoiMaker;
      /** What was released before. */
      readonly known: readonly KnownFigure[];
    },
    progress: Progress,
  ): Promise<FoiResult>;
}

import type { BankHolidayFile } from "./bank-holidays/bank-holidays";
import type { LinkageTable } from "./health-linkage";
import type { BoardSheet } from "./board-file/board-file";
import type { KpiSheet } from "./kpi-sheet/read-kpi-sheet";
import type { Localities } from "./localities/localities";
import type { NeighbourModel } from "./neighbours/neighbour-models";
import type { OwnIndicatorOf } from "./own-indicators/read";
import type { PostcodeDirectory } from "./postcode-directory/directory";
import type { PublishedFile } from "./published/published";
import type { SchoolRegister } from "./school-register/register";

/** What is read that is no collection of people. */
export interface SourceData {
  readonly kpiSheets: readonly KpiSheet[];
  /** Sheets of board files, as they are written. */
  readonly boardSheets: readonly BoardSheet[];
  /** Source keys count up from 1 in this list; the caller moves them behind its own sources. */
  readonly published: readonly PublishedFile[];
  /**
   * Neighbour models that the council supplies; the first stands in for the one of the settings.
   */
  readonly neighbourModels: readonly NeighbourModel[];
  /** Indicators that the council added, in the order of the files. */
  readonly ownIndicators: readonly OwnIndicatorOf[];
  readonly register: SchoolRegister | null;
  readonly directory: PostcodeDirectory | null;
  readonly localities: Localities | null;
  /** Which person of the mental health data is which child; null when no table was given. */
  readonly linkageTable: LinkageTable | null;
  /** The government's bank holidays; null when no file was given. */
  readonly bankHolidays: BankHolidayFile | null;
  /** Identifiers of people who have opted out, cleaned; null when no list was given. */
  readonly optedOut: ReadonlySet<string> | null;
}

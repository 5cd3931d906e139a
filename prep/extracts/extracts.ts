import type { Finding, RowCount } from "../check/finding";
import type { CheckResult } from "../check/run";
import type { Mhsds } from "../collections/mhsds/extract";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import type { LinkageTable } from "../collections/mhsds/linkage";
import type { NeighbourModel } from "../sources/neighbours/model";
import type { PublishedFile } from "../sources/published/published";
import type { Localities } from "../sources/localities/localities";
import type { PostcodeDirectory } from "../sources/postcode-directory/directory";
import type { Census } from "../collections/school-census/census";
import type { SchoolRegister } from "../sources/school-register/register";
import type { RecognisedFile } from "../input-file";
import type { OwnIndicatorOf } from "./read-own-indicators";
import type { ReadReturn } from "./read-sen2";

/** All that a folder of extracts holds, read. */
export interface Extracts {
  readonly files: readonly RecognisedFile[];
  readonly returns: readonly ReadReturn[];
  /** In the order of their terms. */
  readonly censuses: readonly Census[];
  /** All MHSDS files together; null when there are none. */
  readonly mhsds: Mhsds | null;
  /** Which person of the mental health data is which child; null when no table was given. */
  readonly linkageTable: LinkageTable | null;
  readonly kpiSheets: readonly KpiSheet[];
  /** Source keys count up from 1 in this list; the caller moves them behind its own sources. */
  readonly published: readonly PublishedFile[];
  /** Neighbour models that the council supplies; the first stands in for the one of the settings. */
  readonly neighbourModels: readonly NeighbourModel[];
  /** Indicators that the council added, in the order of the files. */
  readonly ownIndicators: readonly OwnIndicatorOf[];
  readonly register: SchoolRegister | null;
  readonly directory: PostcodeDirectory | null;
  readonly localities: Localities | null;
  /** Identifiers of people who have opted out, cleaned; null when no list was given. */
  readonly optedOut: ReadonlySet<string> | null;
  readonly findings: readonly Finding[];
  /** What readers found that check while they read, with full counts. */
  readonly checks: readonly CheckResult[];
  readonly rows: readonly RowCount[];
}

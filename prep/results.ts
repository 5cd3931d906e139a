import type { Day } from "./calendar/day";
import type { CheckList } from "./check/check-list";
import type { Finding, RowCount } from "./check/finding";
import type { RuleText } from "./check/rule";
import type { RulesResult as FoundIn, RuleCount, SchoolCount } from "./check/run";
import type { LoadedSource } from "./collections/collection";
import type { BoardExceptions } from "./compare/board-exceptions";
import type { Exceptions } from "./compare/exceptions";
import type { Reconciliation } from "./compare/reconcile";
import type { CatalogueEntry } from "./indicators/catalogue-entry";
import type { RecognisedFile } from "./input-file";
import type { CaseListResult } from "./lists/case-list";
import type { NamedSchool } from "./places/named-schools";
import type { LinkageCount } from "./protect/linkage-counts";
import type { FigureKnowledge } from "./publish/disclosure/publish-rows";
import type { FoiPack } from "./publish/foi/foi-pack";
import type { BoardSheet } from "./sources/board-file/board-file";
import type { Boards } from "./sources/board-file/placed";
import type { KpiSheet } from "./sources/kpi-sheet/read-kpi-sheet";
import type { Star, StarData } from "./star/frame";
import type { KpiValueRow } from "./star/kpi-value-row";

export interface CheckResult {
  readonly files: readonly RecognisedFile[];
  readonly findings: readonly Finding[];
  /** How often each rule was broken in all, also beyond what `findings` lists. */
  readonly summary: readonly RuleCount[];
  readonly rows: readonly RowCount[];
}

/** Board files and sheets, and which indicators have figures. */
export interface BoardsResult extends CheckResult {
  readonly boards: Boards;
  /** Board files as they are written. */
  readonly boardSheets: readonly BoardSheet[];
  readonly kpiSheets: readonly KpiSheet[];
  readonly catalogue: readonly CatalogueEntry[];
  /** Ids of indicators that the extracts count, and of those in the published statistics. */
  readonly counted: readonly string[];
  readonly published: readonly string[];
}

/** The newest extract of a collection as what it would be published as. */
export interface Rehearsal {
  readonly source: LoadedSource;
  /** What was found in it alone. */
  readonly found: FoundIn;
  /** Every rule of its collection. */
  readonly rules: readonly RuleText[];
  /** Figures of the newest extract alone, and of the one before; none where there is none. */
  readonly figures: readonly KpiValueRow[];
  readonly before: readonly KpiValueRow[];
}

export interface BuildResult extends CheckResult {
  readonly star: Star;
  /** Figures of one of several councils that are put together; null where nothing is. */
  readonly toPutTogether: StarData | null;
  /**
   * Our figures beside the published ones; empty when no published statistics of the authority are
   * loaded.
   */
  readonly reconciliation: readonly Reconciliation[];
  /** Lists that the collections add to the folder `checks`, such as the quality of their data. */
  readonly checkLists: readonly CheckList[];
  /** The boards of the folder, and their files as they are written. */
  readonly boards: Boards;
  readonly boardSheets: readonly BoardSheet[];
  /** KPIs that are missed or worsening. */
  readonly exceptions: Exceptions;
  /** Those of each of several boards, as it rates its KPIs; none where there is one board or none. */
  readonly exceptionsOfBoards: readonly BoardExceptions[];
  /** Version of the star schema. */
  readonly schemaVersion: string;
  /** Every rule that was applied. */
  readonly rules: readonly RuleText[];
  /** How often each rule was broken by the records of each school. */
  readonly bySchool: readonly SchoolCount[];
  /** The schools that findings name, by their ids there. */
  readonly schools: ReadonlyMap<string, NamedSchool>;
  /** The newest day that the extracts say they were made or speak of; null where none says one. */
  readonly dataDate: Day | null;
  /** How the people of each return, and of all of them, were told apart. */
  readonly linkage: readonly LinkageCount[];
  /** How the figures are made and hang together, for what is published. */
  readonly knowledge: FigureKnowledge & { readonly indicators: readonly CatalogueEntry[] };
  /** Where one was asked for and there is an extract for it. */
  readonly rehearsal: Rehearsal | null;
  /** Seconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface ListedResult extends CheckResult {
  readonly made: CaseListResult;
}

export interface FoiResult extends CheckResult {
  readonly pack: FoiPack;
}

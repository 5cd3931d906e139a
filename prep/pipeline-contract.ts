import type { Day } from "./calendar/day";
import type { Exceptions } from "./compare/exceptions";
import type { Reconciliation } from "./compare/reconcile";
import type { Correctable } from "./sources/kpi-sheet/corrections";
import type { FieldQuality } from "./collections/mhsds/extract";
import type { SheetField } from "./sources/kpi-sheet/layout";
import type { Finding, RowCount } from "./check/finding";
import type { RuleText } from "./check/rule";
import type { RuleCount, SchoolCount } from "./check/run";
import type { NamedSchool } from "./collections/sen2/named-schools";
import type { CaseList, CaseListOptions, CaseListResult } from "./lists/case-list";
import type { LinkageCount } from "./protect/linkage-counts";
import type { FoiMaker, FoiPack, FoiRequest } from "./publish/foi/foi-pack";
import type { KeyedHash } from "./protect/pseudonym";
import type { TeamEntry } from "./publish/work-places";
import type { DisclosureSettings } from "./publish/disclosure/profile";
import type { Star } from "./star/frame";

/** What a file was named for in the settings; `extract` where its content alone decides. */
export type InputRole =
  | "extract"
  | "schoolRegister"
  | "schoolLinks"
  | "postcodeDirectory"
  | "localities"
  | "optOut"
  | "healthLinkage";

export interface InputFile {
  /** Path below the folder of extracts, with `/`; for a file named in the settings, its file name. */
  readonly name: string;
  readonly role: InputRole;
  readonly bytes: number;
  /** In hex, of the bytes on the disk. Two files with the same hash are the same file given twice. Null where the file could not be read. */
  readonly sha256: string | null;
  /** The content from the beginning, unpacked where it is gzip; may be asked for more than once. The memory of a chunk may be used again for the next. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** The settings of a build; prep/cli/settings-declaration.ts says what each means. */
export interface Settings {
  readonly authority: string | null;
  readonly asAt: Day | null;
  readonly inputs: Readonly<Record<Exclude<InputRole, "extract">, string | null>>;
  readonly limits: {
    readonly requestDays: number;
    readonly notIssuedDays: number;
    readonly planDays: number;
    readonly reviewMonths: number;
    readonly reviewDecisionDays: number;
    readonly amendedPlanDays: number;
    readonly phaseTransferSchool: string;
    readonly phaseTransferPost16: string;
  };
  readonly schoolCensus: {
    /** Terms between the one that a census tells of and its own. */
    readonly attendanceTermLag: number;
    readonly suspensionTermLag: number;
  };
  /** Beyond those built in; dates are ISO. */
  readonly bankHolidays: readonly { readonly date: string | null; readonly name: string | null }[];
  /** Code of the return to category. */
  readonly workBasedCodes: Readonly<Record<string, string>>;
  readonly directPaymentCodes: Readonly<Record<string, string>>;
  readonly mhsds: {
    /** ODS code of the integrated care board that mental health data are counted for; null for the authority alone. */
    readonly icb: string | null;
  };
  /** Version of the statistical neighbour model. */
  readonly neighbourModel: string;
  readonly targets: readonly {
    readonly indicator: string | null;
    readonly target: string | null;
    readonly tolerance: string | null;
    readonly polarity: string | null;
    readonly from: string | null;
  }[];
  readonly kpiSheets: {
    /** Own heading to field. */
    readonly columns: Readonly<Record<string, SheetField>>;
    readonly corrections: readonly {
      readonly row: string | null;
      readonly field: Correctable;
      readonly value: string | null;
      readonly reason: string | null;
    }[];
  };
  /** Who works for which schools, for the worklists. */
  readonly teams: readonly TeamEntry[];
  readonly disclosure: DisclosureSettings;
  readonly output: {
    readonly formats: readonly ("parquet" | "csv")[];
    readonly birthMonth: boolean;
  };
}

/** Called as work goes on: the stage in words, how much is done, and of how much (null while unknown). Cheap enough to call every thousand rows. */
export type Progress = (stage: string, done: number, total: number | null) => void;

/** What a linkage table between mental health data and children came to. */
export interface HealthLinkage {
  readonly file: string;
  readonly pairs: number;
  readonly foundInSend: number;
  readonly foundInHealth: number;
  readonly linked: number;
}

/** What became of one input file. */
export interface RecognisedFile {
  readonly name: string;
  /** What it was taken for, in words, such as `SEN2 return 2025 (XML)`; null when it was not recognised. */
  readonly recognisedAs: string | null;
}

export interface CheckResult {
  readonly files: readonly RecognisedFile[];
  readonly findings: readonly Finding[];
  /** How often each rule was broken in all, also beyond what `findings` lists. */
  readonly summary: readonly RuleCount[];
  readonly rows: readonly RowCount[];
}

export interface BuildResult extends CheckResult {
  readonly star: Star;
  /** Our figures beside the published ones; empty when no published statistics of the authority are loaded. */
  readonly reconciliation: readonly Reconciliation[];
  /** Data quality of MHSDS by provider, month and field; empty where none is loaded. */
  readonly mhsdsQuality: readonly FieldQuality[];
  /** KPIs that are missed or worsening. */
  readonly exceptions: Exceptions;
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
  /** How the linkage table of mental health data matched; empty when none was given. */
  readonly healthLinkage: readonly HealthLinkage[];
  /** Seconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface ListedResult extends CheckResult {
  readonly made: CaseListResult;
}

export interface FoiResult extends CheckResult {
  readonly pack: FoiPack;
}

/** The extracts cannot be built as they are; the message says why and what to do. */
export class NothingToBuild extends Error {}

/** What the command line needs of the pipeline. */
export interface Pipeline {
  /** Throws `NothingToBuild`. `hash` is the keyed hash that pseudonyms are made with. */
  build(
    inputs: readonly InputFile[],
    settings: Settings,
    hash: KeyedHash,
    progress: Progress,
  ): Promise<BuildResult>;
  check(inputs: readonly InputFile[], settings: Settings, progress: Progress): Promise<CheckResult>;
  /** Reads, checks and links, and makes a list that shows who is meant. Needs no key. Throws `NothingToBuild`. */
  list(
    inputs: readonly InputFile[],
    settings: Settings,
    list: CaseList,
    options: CaseListOptions,
    progress: Progress,
  ): Promise<ListedResult>;
  /** Reads, checks and links, counts by week or month and hides small numbers. Needs no key. Throws `NothingToBuild`. */
  foi(
    inputs: readonly InputFile[],
    settings: Settings,
    request: FoiRequest,
    maker: FoiMaker,
    progress: Progress,
  ): Promise<FoiResult>;
}

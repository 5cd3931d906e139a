import type { Day } from "../calendar/day";
import type { CheckList } from "../check/check-list";
import type { Finding, RowCount } from "../check/finding";
import type { Gap } from "../indicators/gap";
import type { RuleText } from "../check/rule";
import type { RulesResult } from "../check/run";
import type { Recognise } from "../extracts/recognise";
import type { ExtractFiles } from "../extracts/read-workbooks";
import type { Reading } from "../extracts/reading";
import type { FoiSource } from "../indicators/foi-source";
import type { Figure } from "../indicators/figure";
import type { Indicator } from "../indicators/indicator";
import type { OwnFigure } from "../indicators/own-figure";
import type { OwnKnown } from "../indicators/own-periods";
import type { CaseList } from "../lists/case-list";
import type { KnownPupils } from "../lists/known-pupils";
import type { Place, Places } from "../places/places";
import type { Progress } from "../progress";
import type { People, PersonSource } from "../protect/people";
import type { KeyedHash } from "../protect/pseudonym";
import type { Setting } from "../setting";
import type { Settings } from "../settings";
import type { SourceData } from "../sources/source-data";
import type { StarTable } from "../star/declaration";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { Capabilities } from "./capabilities";

/** What a build wants of the extracts. */
export interface Scope {
  /** The authority that is built; null where nothing says one. */
  readonly authority: string | null;
  /** No day after it; null where the extracts say when they end. */
  readonly asAt: Day | null;
}

/** Which extracts of a collection are used, and why the others are not. */
export interface Choice<Extract> {
  /** In the order of the days that they speak of. */
  readonly kept: readonly Extract[];
  /** Left out whole. */
  readonly left: readonly Extract[];
  readonly findings: readonly Finding[];
}

/** Who of the children of an authority that has ended one that followed it answers for. */
export interface Inheritance {
  /** Three-digit number of the authority that followed. */
  readonly authority: string;
  /** The authorities that it followed, wholly or in part. */
  readonly predecessors: readonly string[];
  /** Where a postcode of a predecessor's child lies today; of nobody's postcode where it is null. */
  heirOf(predecessor: string, postcode: string | null): Heir;
}

/** The authority that follows, another that followed the same one, or nobody knows which. */
export type Heir = "this" | "another" | "unknown";

/** What of the extracts of predecessors a successor answers for. */
export interface Inherited<Extract> {
  /** As its own; people of whom nobody knows whose they are, are a gap of them. */
  readonly extracts: readonly Extract[];
  /** How many people of each extract of a predecessor are whose. */
  readonly people: readonly {
    readonly file: string;
    readonly predecessor: string;
    readonly of: Readonly<Record<Heir, number>>;
  }[];
  /** How many rows of each table of them count for the successor. */
  readonly used: readonly UsedRows[];
  /** Those that are not divided: the successor has extracts of its own of their day or before. */
  readonly left: readonly Extract[];
  readonly findings: readonly Finding[];
}

export interface UsedRows extends Pick<RowCount, "file" | "table"> {
  readonly rows: number;
}

/** People of an extract, under the name that `checks/linkage.csv` has for them. */
export interface NamedPeople {
  readonly name: string;
  readonly source: PersonSource;
}

/** An extract as a row of the dimension `source`. */
export interface LoadedSource {
  readonly form: string;
  /** Names of its files, without folders. */
  readonly files: string;
  /** Collection year, where there is one. */
  readonly year: number | null;
  /** First and last day that it can speak of. */
  readonly from: Day;
  readonly to: Day;
  readonly referenceDate: Day | null;
  /** The newest day that it says it was made or speaks of. */
  readonly newest: Day;
}

/** What is known to all collections when their extracts are made into models. */
export interface ExtractContext {
  /** The authority, else the board, that the figures are of; and how it is called. */
  readonly authority: string;
  readonly areaName: string;
  /** The authority alone; null where nothing says one. */
  readonly namedAuthority: string | null;
  readonly settings: Settings;
  readonly sources: SourceData;
  /** The places that all collections name, and those that the others alone do. */
  readonly places: Places;
  readonly otherPlaces: readonly Place[];
  readonly people: People;
  /**
   * By the sources of people of the collection, in their order: person (from 0) of each row, -1
   * where left out.
   */
  readonly personOf: readonly Int32Array[];
  /** What the collection alone says of people. */
  readonly told: () => People;
  /**
   * Person (from 1) of an identifier, or of a pseudonym of an earlier build; 0 where nobody has it.
   */
  readonly personWith: (kind: "upn" | "uln" | "pseudonym", identifier: string) => number;
  readonly hash: KeyedHash;
  /** What puts all its figures in doubt, such as a file that may be one of its extracts. */
  readonly doubts: readonly Gap[];
  /** Key in the dimension `source` of each extract. */
  readonly sourceKeys: readonly number[];
  readonly progress: Progress;
}

/** What the extracts of a collection are made into a model with. */
export interface ModelContext extends ExtractContext {
  /** What the collections before it can tell. */
  readonly known: Capabilities;
}

/** Tables of a collection that councils may count their own indicators from. */
interface CountableTables<Model> {
  /** What is known of a table. */
  known(model: Model, table: string): OwnKnown;
  /** Figures counted from a table as rows of `kpi_value`. */
  rows(
    model: Model,
    context: ModelContext,
    table: string,
    figures: readonly Figure[],
  ): KpiValueRow[];
}

/**
 * A source of people with all that is known of it: how its files look, what may be wrong in them,
 * who is in them, the tables and figures
 * they become, and how the figures hang together. The pipeline runs through the list of collections
 * and knows none of them by name.
 * Methods are given back what an earlier method of the same collection gave.
 */
export interface Collection<Extract = unknown, Model = unknown> {
  readonly id: string;
  /** As `source.collection` has it. */
  readonly title: string;
  /** One of its extracts in words, such as `SEN2 return`. */
  readonly noun: string;
  /** Every rule on its extracts. */
  readonly rules: readonly RuleText[];
  /**
   * Its indicators, in the order in which lists show them. What is written elsewhere of them
   * follows from their records.
   */
  readonly indicators: readonly Indicator[];
  /** The tables that it may add to the star. */
  readonly starTables: readonly StarTable[];
  /** Settings of its own in send-scorecard.json, by name. */
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Kinds of files of which two in different folders may be alike, such as empty tables. */
  readonly alike?: readonly string[];

  /** Names of tables that a file may be called by whose content nobody can read. */
  readonly tableNames?: readonly string[];

  /** Tells its files by their opening. */
  readonly recognise: Recognise;
  /**
   * Reads its extracts, in whatever form. Throws nothing for what a file holds; it becomes a
   * finding.
   */
  read(files: ExtractFiles, reading: Reading): Promise<readonly Extract[]>;
  /** Authority number that an extract says it is of. */
  authorityOf?(extract: Extract): string | null;
  filesOf(extract: Extract): readonly string[];
  choose?(extracts: readonly Extract[], scope: Scope): Choice<Extract>;
  /**
   * Divides extracts of authorities that have ended, of days before its own, for one that followed
   * them; not given where their records cannot be divided.
   */
  inherit?(
    extracts: readonly Extract[],
    own: readonly Extract[],
    inheritance: Inheritance,
  ): Inherited<Extract>;
  /** Code of a board, or of England, whose area is counted besides the authority. */
  board?(settings: Settings): string | null;

  /** Runs the rules on one extract; not given where they run while it is read. */
  check?(extract: Extract, sources: SourceData, settings: Settings): RulesResult;
  /** Who is in an extract; not given where its people are told by other keys than children's. */
  people?(extract: Extract): readonly NamedPeople[];
  /** The places that its extracts name; of several with one id, the last counts. */
  places?(extracts: readonly Extract[], sources: SourceData): readonly Place[];
  source(extract: Extract, settings: Settings): LoadedSource;

  /** Puts the extracts together. */
  model(extracts: readonly Extract[], context: ModelContext): Model;
  capabilities?(model: Model, context: ModelContext): Capabilities;
  /** Fact tables, and dimensions of its own. */
  tables(model: Model, context: ModelContext): readonly StarData[];
  /** Own figures, not yet rated. */
  figures(model: Model, context: ModelContext): readonly KpiValueRow[];
  readonly countable?: CountableTables<Model>;
  /** Figures to hold against published ones, counted as the publisher does. */
  reconciled?(model: Model, context: ModelContext): readonly OwnFigure[];
  /**
   * Figures that the publisher would make of one extract (its place among them), counted from it
   * alone by the publisher's definitions, past the gate.
   */
  toPublish?(model: Model, extract: number, context: ModelContext): readonly KpiValueRow[];
  /** What only all extracts together show. */
  findings?(model: Model): readonly Finding[];
  /** Lists of the quality of its data, for `checks/`. */
  quality?(model: Model): readonly CheckList[];

  /** Lists of its cases by name or number, written on request alone. */
  readonly caseLists?: readonly CaseList<Model>[];
  /** What it knows of pupils, for the lists of every collection. */
  pupils?(extracts: readonly Extract[], context: ExtractContext): KnownPupils;
  /** What requests for numbers are answered from. */
  foi?(model: Model, context: ExtractContext): FoiSource;
}

import type { Day } from "./calendar/day";
import type { CoverageLimits } from "./indicators/gate";
import type { InputRole } from "./input-file";
import type { DisclosureSettings } from "./publish/disclosure/profile";
import type { TeamEntry } from "./publish/work-places";
import type { Correctable } from "./sources/kpi-sheet/corrections";
import type { ShownFirst } from "./star/shown-figures";
import type { PeerSetting } from "./sources/neighbours/peer-groups";
import type { SheetField } from "./sources/kpi-sheet/layout";

/**
 * The settings of a build that are of no collection; prep/settings-file/declaration.ts says what each
 * means. Those that a collection declares stand beside them, and it alone reads them (`settingsOf`).
 */
export interface Settings {
  readonly authority: string | null;
  /** Authorities that are built together, two or more; empty for a build of `authority` alone. */
  readonly authorities: readonly string[];
  /**
   * Builds all authorities of an integrated care board (ODS code), of a region (GSS code or name) or
   * of England, with that area beside them; null for none.
   */
  readonly allOf: string | null;
  readonly asAt: Day | null;
  /** How many threads a build uses; 0 for as many as the machine has processors. */
  readonly threads: number;
  readonly inputs: Readonly<Record<Exclude<InputRole, "extract">, string | null>>;
  /** Shares of rows that could not be counted, in per cent. */
  readonly coverage: CoverageLimits;
  /** Beyond those built in; dates are ISO. */
  readonly bankHolidays: readonly { readonly date: string | null; readonly name: string | null }[];
  /** Version or name of the neighbours that a board shows; null for the usual ones. */
  readonly neighbourModel: string | null;
  /** Groups of authorities to compare with. */
  readonly peers: readonly PeerSetting[];
  readonly targets: readonly {
    readonly indicator: string | null;
    readonly target: string | null;
    readonly tolerance: string | null;
    readonly polarity: string | null;
    readonly from: string | null;
  }[];
  /** By which rule figures are rated: the board's, and those of single KPIs. */
  readonly rating: {
    readonly profile: string;
    readonly kpis: readonly { readonly indicator: string | null; readonly profile: string }[];
  };
  readonly kpiSheets: {
    /** Which figure a board shows where a sheet and the extracts give one for one period. */
    readonly shown: ShownFirst;
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
  readonly publish: {
    /** Names of KPIs of sheets that may be published though no catalogue has them. */
    readonly names: readonly string[];
  };
  readonly powerBi: {
    /** Name of the project and its items; null for the usual one. */
    readonly name: string | null;
  };
  readonly output: {
    readonly formats: readonly ("parquet" | "csv")[];
    readonly birthMonth: boolean;
  };
}

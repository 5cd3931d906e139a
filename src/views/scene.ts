import type { Words } from "../host/words";
import type { Scorecard } from "../model/kpi";
import type { Settings } from "../settings/settings-table";
import type { ReaderState } from "../model/reader-state";

/** All that a view needs to draw: nothing else reaches it. */
export interface Scene {
  readonly scorecard: Scorecard;
  readonly settings: Settings;
  readonly words: Words;
  readonly state: ReaderState;
  /** Keys of the KPIs that are selected. */
  readonly selected: ReadonlySet<string>;
  /** The report is open for editing: its author may be asked. */
  readonly editing: boolean;
  /** Size of the whole visual in pixels. */
  readonly width: number;
  readonly height: number;
}

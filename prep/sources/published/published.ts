import type { Finding, RowCount } from "../../check/finding";
import type { Gap } from "../../indicators/gap";
import { gapsOfText, withLost, type TextReading } from "../text-reading";
import type { PublishedArea } from "./area";
import type { PublishedPeriod } from "./period";
import type { PublishedFigure } from "./symbols";

export interface PublishedRow {
  readonly line: number;
  readonly area: PublishedArea;
  readonly period: PublishedPeriod;
}

/** A file of published statistics in one vintage, its cells read when they are asked for. */
export interface PublishedFile {
  readonly file: string;
  /** Id of the known data set, such as `timeliness_20_week`. */
  readonly dataset: string;
  /**
   * Release it came from, such as `2025`; a later release of the same figures is another vintage.
   */
  readonly release: string;
  readonly sourceKey: number;
  readonly rows: readonly PublishedRow[];
  readonly columns: readonly string[];
  /**
   * Text of a cell of `rows[index]`, lower-cased column name; null where it is blank or there is no
   * such column.
   */
  readonly text: (index: number, column: string) => string | null;
  /** Figure of a cell; one that is neither a number nor a known sign counts as not available. */
  readonly figure: (index: number, column: string) => PublishedFigure;
  readonly findings: readonly Finding[];
  readonly count: RowCount;
  /** Rows whose period or area was not understood, as against those that are known to be of none. */
  readonly unplaced: number;
  /** What of the file was not read; nothing as long as nobody says how it was read. */
  readonly gaps?: readonly Gap[];
}

/** A published file with what was lost of it before its figures were read. */
export function withReading(file: PublishedFile, reading: TextReading): PublishedFile {
  const { dataset, count, unplaced } = file;
  return {
    ...file,
    gaps: gapsOfText(`the published file ${dataset.replace(/_/g, " ")}`, reading, count, unplaced),
    count: withLost(count, reading.rowsLost),
  };
}

/** Where a file comes from. */
export interface PublishedSource {
  readonly file: string;
  readonly release: string;
  readonly sourceKey: number;
}

export const UNREADABLE: PublishedFigure = {
  value: null,
  status: "not_available",
  words: "not readable",
};

import type { Boards } from "../sources/board-file/placed";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import type { PublishedFile } from "../sources/published/published";
import { sourceDimension } from "../star/dimensions";
import type { StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";
import type { KeyedSources } from "./loaded";

/**
 * What a board is made from besides extracts, with its source keys: KPI sheets after the extracts,
 * then published statistics, one source a release.
 */
export interface KeyedBoard {
  readonly kpiSheets: readonly KpiSheet[];
  readonly sheetKeys: readonly number[];
  readonly published: readonly PublishedFile[];
  /** Source key of each board file, by its name. */
  readonly boardKeys: ReadonlyMap<string, number>;
}

/** Gives sheets, releases and board files the keys after those of the extracts. */
export function keyBoard(
  { rows }: KeyedSources,
  { kpiSheets, published }: Pick<KeyedBoard, "kpiSheets" | "published">,
  { files }: Pick<Boards, "files">,
): KeyedBoard {
  const before = rows.length + kpiSheets.length;
  const last = published.reduce((most, { sourceKey }) => Math.max(most, sourceKey), 0) + before;
  return {
    kpiSheets,
    boardKeys: new Map(files.map((file, i) => [file, last + i + 1])),
    sheetKeys: kpiSheets.map((_, i) => rows.length + i + 1),
    published: published.map((file) => ({ ...file, sourceKey: file.sourceKey + before })),
  };
}

/** The extracts as rows of the dimension, their keys moved by so many. */
export const extractRows = (rows: KeyedSources["rows"], by = 0) =>
  rows.map(({ key, title, source: { form, files, year, from, to, referenceDate } }) => [
    key + by,
    title,
    form,
    files,
    year,
    from,
    to,
    referenceDate,
  ]);

/** The loaded sources in the order of their keys. */
export function sourceRows(
  { rows }: KeyedSources,
  { kpiSheets, sheetKeys, published, boardKeys }: KeyedBoard,
): StarData {
  const releases = new Map<number, PublishedFile[]>();
  for (const file of published)
    releases.set(file.sourceKey, [...(releases.get(file.sourceKey) ?? []), file]);
  return rowsTable(sourceDimension, [
    ...extractRows(rows),
    ...kpiSheets.map(({ file, sheet }, i) => [
      sheetKeys[i],
      "KPI sheet",
      sheet,
      file,
      null,
      null,
      null,
      null,
    ]),
    ...[...releases].map(([key, files]) => [
      key,
      "Published statistics",
      `release ${files[0].release}`,
      files.map(({ file }) => file).join("; "),
      null,
      null,
      null,
      null,
    ]),
    ...[...boardKeys].map(([file, key]) => [key, "Board file", null, file, null, null, null, null]),
  ]);
}

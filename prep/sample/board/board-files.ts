import { targetHeadings } from "../../sources/board-file/columns";
import { authorityName } from "../../reference/authorities";
import { encodeText } from "../write/encode-text";
import { csvLine } from "../write/csv-line";
import type { SampleFile } from "../write/sample-file";
import { SAMPLESHIRE, type SampleCouncil } from "../councils";
import { SECTIONS, type SampleKpi } from "./kpis";
import { NOTES } from "./notes";
import { neighboursOf, publishedFiles } from "./published";
import { handKeptSheet } from "./sheet";

const MOST_TARGETS = 3;
const targetColumns = Array.from({ length: MOST_TARGETS }, (_, i) => targetHeadings(i + 1)).flat();

const HEADINGS = [
  ...["KPI", "Printed name", "Number", "Section", "Headline", "Better when"],
  ...targetColumns,
  ...["Tolerance", "Baseline", "Baseline date", "Owner", "Words instead of a figure"],
];

const targetCells = ({ targets = [] }: SampleKpi): string[] =>
  Array.from({ length: MOST_TARGETS }, (_, i) => [
    targets[i]?.[0] ?? "",
    targets[i]?.[1] ?? "",
  ]).flat();

/** The board file, a KPI a line. */
function* boardLines(): Generator<string> {
  yield csvLine(HEADINGS);
  let number = 0;
  for (const { section, owner, kpis } of SECTIONS)
    for (const kpi of kpis)
      yield csvLine([
        ...[kpi.kpi, kpi.printed ?? "", String(++number), section],
        ...[kpi.headline ? "yes" : "no", kpi.better ?? "", ...targetCells(kpi)],
        ...[kpi.tolerance ?? "", ...(kpi.baseline ?? ["", ""])],
        ...[kpi.owner ?? owner, kpi.words ?? ""],
      ]);
}

function* noteLines(): Generator<string> {
  yield csvLine(["KPI", "Period", "Commentary", "Action", "Due date", "Progress"]);
  for (const { kpi, period, commentary = "", action = "", due = "", progress = "" } of NOTES)
    yield csvLine([kpi, period, commentary, action, due, progress]);
}

function* neighbourLines(councils: readonly SampleCouncil[]): Generator<string> {
  yield csvLine(["la_code", "neighbour_code", "rank"]);
  for (const { authority } of councils)
    for (const [i, { code }] of neighboursOf(councils).entries())
      yield csvLine([authority, code, String(i + 1)]);
}

/**
 * The board of the invented councils: its board file, the notes and the sheet kept by hand of
 * Sampleshire, their neighbours, and invented statistics of England, their region and the neighbours.
 */
export function* boardFiles(
  seed: number,
  councils: readonly SampleCouncil[] = [SAMPLESHIRE],
): Generator<SampleFile> {
  // Of several councils a file says by its name whose it is.
  const whose = councils.length === 1 ? "" : `${authorityName(SAMPLESHIRE.authority)} `;
  const file = (name: string, lines: Iterable<string>): SampleFile => ({
    name,
    chunks: encodeText(lines, "utf-8-bom"),
  });
  yield file("board/board.csv", boardLines());
  yield file(`board/${whose}notes.csv`, noteLines());
  yield file(`board/${whose}kept-by-hand.csv`, handKeptSheet());
  yield file("published/neighbours.csv", neighbourLines(councils));
  for (const { name, lines } of publishedFiles(seed, councils))
    yield file(`published/${name}`, lines());
}

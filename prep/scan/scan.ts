import { csvScanner, type CsvOptions } from "./csv";
import { gridOf, type Grid, type GridOptions } from "./csv-grid";
import { transcoder } from "./encoding";
import { problemList, type ProblemList } from "./problems";
import type { PushScanner } from "./push-scanner";
import type { ScanProblem, ScanResult } from "./scan-result";
import type { IsHeading } from "./text-table";
import { treeFor, xmlScanner } from "./xml";
import type { XmlOptions } from "./xml-options";

/** What a scan gives, and the encoding that the file is in. */
export type Scanned = ScanResult & { readonly encoding: string };

/**
 * An error of a source of bytes that says in its own words what is wrong, such as one of
 * `openFile`.
 */
export interface SourceError extends Error {
  readonly scanCode: string;
}

const isSourceError = (error: unknown): error is SourceError =>
  error instanceof Error && "scanCode" in error;

/**
 * The chunks up to an error of their source, which is noted instead of thrown. Returns whether they
 * came to their end.
 */
async function* readable(
  chunks: AsyncIterable<Uint8Array>,
  problems: ProblemList,
): AsyncGenerator<Uint8Array, boolean> {
  try {
    yield* chunks;
    return true;
  } catch (error) {
    const [code, message] = isSourceError(error)
      ? [error.scanCode, error.message]
      : [
          "file-unreadable",
          "The file could not be read to its end. What was read before is kept as far as it is complete.",
        ];
    problems.add(code, "error", message, null);
    return false;
  }
}

async function scan(
  chunks: AsyncIterable<Uint8Array>,
  problems: ProblemList,
  scanner: PushScanner,
): Promise<Scanned> {
  const text = transcoder(problems);
  let bytes = 0;
  const source = readable(chunks, problems);
  let step = await source.next();
  for (; step.done !== true; step = await source.next()) {
    bytes += step.value.length;
    scanner.push(text.push(step.value));
  }
  scanner.push(text.end());
  scanner.end(step.value);
  return {
    tables: scanner.tables(),
    problems: problems.finish(),
    bytes,
    rowsSeen: scanner.rowsSeen(),
    passedOver: scanner.passedOver(),
    readInPart: scanner.readInPart(),
    brokenOff: scanner.brokenOff(),
    uneven: scanner.uneven(),
    encoding: text.encoding(),
  };
}

/** Reads one XML file after the other, never two at once. */
export type XmlReader = (chunks: AsyncIterable<Uint8Array>) => Promise<Scanned>;

/**
 * A reader of many XML files of one kind: what it learns of their elements in one makes it quicker
 * in the next. See `scanXml`.
 */
export function xmlReader(options: XmlOptions): XmlReader {
  const tree = treeFor(options);
  return (chunks) => {
    const problems = problemList();
    tree.restart();
    return scan(chunks, problems, xmlScanner(options, tree, problems));
  };
}

/**
 * Reads an XML extract of any encoding into one table a kind of record. Never throws for what the
 * file holds: see `problems`.
 */
export const scanXml = (chunks: AsyncIterable<Uint8Array>, options: XmlOptions): Promise<Scanned> =>
  xmlReader(options)(chunks);

/**
 * Reads a CSV file of any encoding into one table. Never throws for what the file holds: see
 * `problems`.
 */
export function scanCsv(chunks: AsyncIterable<Uint8Array>, options: CsvOptions): Promise<Scanned> {
  const problems = problemList();
  return scan(chunks, problems, csvScanner(options, problems));
}

/** More than this is no table that people lay out. */
const MOST_GRID_BYTES = 1 << 26;

/**
 * Reads a small CSV file of any encoding line by line, for tables whose headings stand on several
 * lines. Never throws for what the file holds.
 */
export async function scanGrid(
  chunks: AsyncIterable<Uint8Array>,
  isHeading: IsHeading,
  options: GridOptions = {},
): Promise<Grid & { readonly problems: readonly ScanProblem[] }> {
  const problems = problemList();
  const text = transcoder(problems);
  const parts: Uint8Array[] = [];
  const source = readable(chunks, problems);
  let [bytes, isWhole] = [0, true];
  let step = await source.next();
  for (; step.done !== true; step = await source.next()) {
    bytes += step.value.length;
    if (bytes > MOST_GRID_BYTES) {
      problems.add(
        "grid-too-large",
        "error",
        "The file is too large for a table of its kind.",
        null,
      );
      isWhole = false;
      await source.return(false);
      break;
    }
    parts.push(text.push(step.value).slice());
  }
  if (step.done === true) isWhole = step.value;
  parts.push(text.end().slice());
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  const grid = gridOf(whole, isHeading, problems, options);
  return { ...grid, brokenOff: grid.brokenOff || !isWhole, problems: problems.finish() };
}

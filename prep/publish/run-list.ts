import type { Day } from "../calendar/day";
import { readDay } from "../calendar/read-day";
import type { RawTable } from "../columns/raw-table";
import { scanCsv } from "../scan/scan";
import { undefused } from "./csv-text";
import { listChunks, type ListColumn } from "./list";

/** One run over one state of the extracts, and what it found. */
export interface FoundInRun<Found> {
  /** The newest day that the extracts say they were made or are about; null where none says one. */
  readonly dataDate: Day | null;
  /** Identifies one state of the extracts: `in-` and 12 hexadecimal digits. */
  readonly input: string;
  /** Version of the program: another one may have other rules. */
  readonly product: string;
  readonly found: readonly Found[];
}

/** How a list of runs is written and read: its name, and what follows the run in each line. */
export interface RunList<Found> {
  readonly name: string;
  readonly columns: readonly ListColumn<Found>[];
  /** What the cells of these columns say; null where it is nothing that we wrote. */
  readonly read: (cells: readonly string[]) => Found | null;
}

interface Line<Found> extends Omit<FoundInRun<Found>, "found"> {
  readonly run: number;
  readonly one: Found;
}

const columnsOf = <Found>(columns: readonly ListColumn<Found>[]): ListColumn<Line<Found>>[] => [
  { name: "run", type: "int64", value: ({ run }) => run },
  { name: "data_date", type: "date", value: ({ dataDate }) => dataDate },
  { name: "input", type: "text", value: ({ input }) => input },
  { name: "product", type: "text", value: ({ product }) => product },
  ...columns.map(({ value, ...column }) => ({
    ...column,
    value: ({ one }: Line<Found>) => value(one),
  })),
];

/** A list of runs as CSV: what each found, the oldest run first, numbered from 1. */
export const runsCsv = <Found>(
  { name, columns }: RunList<Found>,
  runs: readonly FoundInRun<Found>[],
): Generator<Uint8Array> =>
  listChunks(
    name,
    columnsOf(columns),
    runs.flatMap(({ found, ...run }, i) =>
      found.map((one): Line<Found> => ({ run: i + 1, ...run, one })),
    ),
  );

/**
 * The runs that a table holds; null when it is none that we wrote, or somebody has spoilt it. Dates
 * may have been turned round by Excel.
 */
function runsIn<Found>(list: RunList<Found>, table: RawTable): FoundInRun<Found>[] | null {
  const columns = columnsOf(list.columns).map(({ name }) => table.columns.get(name));
  if (columns.some((column) => column === undefined)) return null;
  const runs: (FoundInRun<Found> & { readonly found: Found[] })[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const [run, date, input, product, ...cells] = columns.map((column) =>
      undefused(column!.at(row) ?? ""),
    );
    const dataDate = readDay(date);
    const one = list.read(cells);
    if (one === null || (date !== "" && dataDate === null) || !/^in-[0-9a-f]{12}$/.test(input))
      return null;
    if (run === String(runs.length + 1)) runs.push({ dataDate, input, product, found: [] });
    if (run !== String(runs.length)) return null;
    runs[runs.length - 1].found.push(one);
  }
  return runs;
}

/** The runs of a list from its bytes; null where it cannot be read. */
export async function readRuns<Found>(
  list: RunList<Found>,
  chunks: AsyncIterable<Uint8Array>,
): Promise<FoundInRun<Found>[] | null> {
  const { tables, problems } = await scanCsv(chunks, { table: list.name });
  return problems.some(({ severity }) => severity === "error") || !tables[0]
    ? null
    : runsIn(list, tables[0]);
}

/** The runs with a new one: in place of an earlier one over the same extracts, else last. */
export function withRun<Found>(
  runs: readonly FoundInRun<Found>[],
  run: FoundInRun<Found>,
): FoundInRun<Found>[] {
  const same = runs.findIndex(({ input }) => input === run.input);
  return same < 0 ? [...runs, run] : runs.map((other, i) => (i === same ? run : other));
}

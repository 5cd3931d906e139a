import type { Day } from "../../calendar/day";
import { readDay } from "../../calendar/read-day";
import type { RawTable } from "../../columns/raw-table";
import { scanCsv } from "../../scan/scan";
import { undefused } from "../csv-text";
import { listChunks, type ListColumn } from "../list";

/** Where the runs stand, below the folder of a dry run. */
export const RUNS = "runs.csv";

const kinds = ["rule", "figure"] as const;

/** How often a rule was broken, or what a figure was, in one run. */
interface Measure {
  readonly kind: (typeof kinds)[number];
  readonly id: string;
  /** Null where there was no figure. */
  readonly value: number | null;
}

/** One dry run over one state of the extracts. */
export interface Run {
  /** The newest day that the return says it was made or speaks of. */
  readonly dataDate: Day;
  /** One state of the extracts: `in-` and 12 hexadecimal digits. */
  readonly input: string;
  /** Version of the program: another one may have other rules. */
  readonly product: string;
  readonly measures: readonly Measure[];
}

interface Line extends Omit<Run, "measures">, Measure {
  readonly run: number;
}

const columns: readonly ListColumn<Line>[] = [
  { name: "run", type: "int64", value: ({ run }) => run },
  { name: "data_date", type: "date", value: ({ dataDate }) => dataDate },
  { name: "input", type: "text", value: ({ input }) => input },
  { name: "product", type: "text", value: ({ product }) => product },
  { name: "kind", type: "text", value: ({ kind }) => kind },
  { name: "id", type: "text", value: ({ id }) => id },
  { name: "value", type: "double", value: ({ value }) => value },
];

/** runs.csv: what each run found, the oldest first. */
export const runsCsv = (runs: readonly Run[]): Generator<Uint8Array> =>
  listChunks(
    "runs",
    columns,
    runs.flatMap(({ measures, ...run }, i) =>
      measures.map((measure): Line => ({ run: i + 1, ...run, ...measure })),
    ),
  );

/** The runs that a table holds; null where it is none that we wrote. */
function readRuns(table: RawTable): Run[] | null {
  const cells = columns.map(({ name }) => table.columns.get(name));
  if (cells.some((column) => column === undefined)) return null;
  const runs: (Run & { readonly measures: Measure[] })[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const [run, date, input, product, kindText, id, valueText] = cells.map((column) =>
      undefused(column!.at(row) ?? ""),
    );
    const dataDate = readDay(date);
    const kind = kinds.find((one) => one === kindText);
    const value = valueText === "" ? null : Number(valueText);
    if (dataDate === null || !kind || id === "" || !/^in-[0-9a-f]{12}$/.test(input)) return null;
    if (value !== null && !Number.isFinite(value)) return null;
    if (run === String(runs.length + 1)) runs.push({ dataDate, input, product, measures: [] });
    if (run !== String(runs.length)) return null;
    runs[runs.length - 1].measures.push({ kind, id, value });
  }
  return runs;
}

/** The runs of a runs.csv, from its bytes; null where it cannot be read. */
export async function runsOf(chunks: AsyncIterable<Uint8Array>): Promise<Run[] | null> {
  const { tables, problems } = await scanCsv(chunks, { table: "runs" });
  return problems.some(({ severity }) => severity === "error") || !tables[0]
    ? null
    : readRuns(tables[0]);
}

/** The runs with a new one: in place of an earlier one over the same extracts, else last. */
export function withRun(runs: readonly Run[], run: Run): Run[] {
  const same = runs.findIndex(({ input }) => input === run.input);
  return same < 0 ? [...runs, run] : runs.map((other, i) => (i === same ? run : other));
}

/** What changed in one rule or figure since the run before. */
export interface Change {
  readonly kind: Measure["kind"];
  readonly id: string;
  readonly before: number | null;
  readonly now: number | null;
}

/** What changed since the run before; null where that is the first. */
export function changesOf(runs: readonly Run[], input: string): Change[] | null {
  const at = runs.findIndex((run) => run.input === input);
  if (at <= 0) return null;
  const before = new Map(runs[at - 1].measures.map((one) => [`${one.kind} ${one.id}`, one.value]));
  return runs[at].measures.flatMap(({ kind, id, value }) => {
    const was = before.get(`${kind} ${id}`) ?? null;
    return was === value ? [] : [{ kind, id, before: was, now: value }];
  });
}

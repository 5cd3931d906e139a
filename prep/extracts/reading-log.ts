import type { Finding, RowCount } from "../check/finding";
import type { InputFile, Progress } from "../pipeline-contract";
import type { RawTable } from "../scan/raw-table";
import { scanCsv } from "../scan/scan";
import { scanFinding } from "./file-rules";

/** What is noted while files are read: findings, rows in and out, and what each file was taken for. */
export interface ReadingLog {
  readonly findings: Finding[];
  readonly rows: RowCount[];
  /** By name of the file; null where it was not recognised. */
  readonly taken: Map<string, string | null>;
  /** The content of a file, its bytes told as progress. */
  chunksOf(file: InputFile): AsyncGenerator<Uint8Array>;
  /** The table of a CSV file; its problems become findings. */
  tableOf(file: InputFile, table: string, columns?: (name: string) => boolean): Promise<{ readonly raw: RawTable | null; readonly rowsIn: number }>;
  count(file: InputFile, table: string, rowsIn: number, rowsOut: number): void;
}

export function readingLog(inputs: readonly InputFile[], progress: Progress): ReadingLog {
  const total = inputs.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const log: ReadingLog = {
    findings: [],
    rows: [],
    taken: new Map(),
    async *chunksOf(file) {
      for await (const chunk of file.chunks()) {
        progress("Reading", (done += chunk.length), total);
        yield chunk;
      }
    },
    async tableOf(file, table, columns) {
      const scan = await scanCsv(log.chunksOf(file), { table, ...(columns ? { columns } : {}) });
      log.findings.push(...scan.problems.map((problem) => scanFinding(file.name, table, problem)));
      const raw = scan.tables[0] ?? null;
      return { raw, rowsIn: scan.rowsSeen.get(table) ?? raw?.rowCount ?? 0 };
    },
    count: (file, table, rowsIn, rowsOut) => void log.rows.push({ file: file.name, table, rowsIn, rowsOut, rowsRejected: rowsIn - rowsOut }),
  };
  return log;
}

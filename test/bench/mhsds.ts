import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeExtract } from "./mhsds/data";
import { differing, type Run } from "./mhsds/figures";
import type { BenchRow } from "./scan";

/**
 * Versions of the peers: installed into a temporary folder for the bench, never with the project.
 */
const PEERS = { duckdb: "duckdb==2.0.0", polars: "polars==2.1.0" } as const;
const root = join(import.meta.dirname, "../..");
const env = { ...process.env, SEND_SCORECARD_KEY: randomBytes(32).toString("hex") };
const run = (program: string, ...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(program, args, { encoding: "utf8", env, maxBuffer: 1 << 26 });

/**
 * A Python that has a package: the machine's, else one of our own in a temporary folder; null where
 * it cannot be had.
 */
function pythonWith(folder: string, name: keyof typeof PEERS): string | null {
  if (run("python3", "-c", `import ${name}`).status === 0) return "python3";
  const own = join(folder, "python");
  if (!existsSync(own) && run("python3", "-m", "venv", own).status !== 0) return null;
  const python = join(own, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  return run(python, "-m", "pip", "install", "--quiet", PEERS[name]).status === 0 ? python : null;
}

/** What a contestant printed: its own seconds, its peak memory and its figures. */
function resultOf(
  name: string,
  { status, stdout, stderr }: SpawnSyncReturns<string>,
): Run & { readonly readSeconds?: number; readonly counted?: number; readonly values?: number } {
  if (status !== 0) throw new Error(`${name} could not be measured: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout);
}

/**
 * Reads and counts an extract in a process each, and compares the figures; the peers that are not
 * to be had are said to be missing.
 */
function contest(
  size: string,
  extract: string,
  pythons: Readonly<Record<keyof typeof PEERS, string | null>>,
  report: (line: string) => void,
): BenchRow[] {
  const ours = resultOf(
    "ours",
    run(
      process.execPath,
      ...process.execArgv,
      join(import.meta.dirname, "mhsds/by-us.ts"),
      extract,
    ),
  );
  report(
    `  ours: ${ours.seconds.toFixed(1)} s (reading ${ours.readSeconds!.toFixed(1)} s), ${ours.cpuSeconds.toFixed(1)} s of processors, ${ours.peakMiB.toFixed(0)} MiB; ${ours.counted!.toLocaleString("en-GB")} figures of every measure and breakdown`,
  );
  const found = (Object.keys(PEERS) as (keyof typeof PEERS)[]).flatMap((name) => {
    const python = pythons[name];
    if (python === null) {
      report(`  ${name}: skipped, it could not be installed`);
      return [];
    }
    const peer = resultOf(
      name,
      run(python, join(import.meta.dirname, `mhsds/by-${name}.py`), extract),
    );
    return compared(
      size,
      name,
      `${Object.keys(peer.figures).length} figures of five measures`,
      [ours, peer],
      report,
    );
  });
  const sql = resultOf(
    "the printed SQL",
    run(
      process.execPath,
      ...process.execArgv,
      join(import.meta.dirname, "mhsds/by-sql.ts"),
      extract,
    ),
  );
  if (sql.counted !== ours.values)
    throw new Error(`The printed SQL has ${sql.counted} figures above 0, ours ${ours.values}.`);
  const every = `all ${sql.counted!.toLocaleString("en-GB")} figures above 0`;
  return [...found, ...compared(size, "the printed SQL in DuckDB", every, [ours, sql], report)];
}

/** Two runs that must have the same figures, as rows of the bench. */
function compared(
  size: string,
  name: string,
  what: string,
  [ours, peer]: readonly [Run, Run],
  report: (line: string) => void,
): BenchRow[] {
  const other = differing(ours.figures, peer.figures);
  if (other.length > 0)
    throw new Error(
      `${name} counts ${other.length} of ${Object.keys(peer.figures).length} figures differently, such as ${other[0]}: ${ours.figures[other[0]]} and ${peer.figures[other[0]]}.`,
    );
  report(
    `  ${name}: ${peer.seconds.toFixed(1)} s, ${peer.cpuSeconds.toFixed(1)} s of processors, ${peer.peakMiB.toFixed(0)} MiB; ${what}, the same as ours`,
  );
  return [
    {
      name: `MHSDS ${size} read and counted, against ${name}`,
      ours: 1 / ours.seconds,
      peer: 1 / peer.seconds,
      ratio: peer.seconds / ours.seconds,
    },
    {
      name: `MHSDS ${size} memory, against ${name}`,
      ours: 1 / ours.peakMiB,
      peer: 1 / peer.peakMiB,
      ratio: peer.peakMiB / ours.peakMiB,
    },
  ];
}

/**
 * Builds an extract with the built command line: the whole way to the star and the Power BI
 * project.
 */
function build(folder: string, extract: string, report: (line: string) => void): void {
  const peak = join(folder, "peak.txt");
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `file://${join(import.meta.dirname, "peak.mjs")}`,
      join(root, "dist/cli.js"),
      "build",
      extract,
      "--authority",
      "999",
      "--out",
      join(folder, "out"),
      "--quiet",
    ],
    { encoding: "utf8", env: { ...env, SEND_SCORECARD_BENCH_PEAK: peak } },
  );
  if (status === 0 || status === 1)
    report(
      `  whole build: ${((performance.now() - start) / 1000).toFixed(1)} s, ${(parseFloat(readFileSync(peak, "utf8")) / 1024).toFixed(0)} MiB`,
    );
  else
    report(
      `  whole build: ended with ${status ?? "a signal"} after ${((performance.now() - start) / 1000).toFixed(1)} s. ${stderr.trim().split("\n").slice(-1)[0]}`,
    );
}

/**
 * Reads and counts MHSDS extracts of so many million contacts, against DuckDB and polars that count
 * five measures from the same files; all must find the same.
 * Sizes are given as `mhsds:1,5`; by default 1, 5 and 20 where the bench is named, and 1 where all
 * are run.
 */
export function benchMhsds(report: (line: string) => void, asked: string | null): BenchRow[] {
  const sizes = asked === null ? [1] : asked === "" ? [1, 5, 20] : asked.split(",").map(Number);
  if (sizes.some((size) => !(size > 0)))
    throw new Error("Sizes of the mhsds bench are millions of contacts, such as mhsds:1,5.");
  const folder = mkdtempSync(join(tmpdir(), "send-scorecard-bench-"));
  try {
    const pythons = { duckdb: pythonWith(folder, "duckdb"), polars: pythonWith(folder, "polars") };
    return sizes.flatMap((size) => {
      const extract = join(folder, "mhsds");
      mkdirSync(extract);
      const { contacts, rows, bytes } = writeExtract(extract, size * 1e6);
      report(
        `MHSDS, ${contacts.toLocaleString("en-GB")} contacts, ${rows.toLocaleString("en-GB")} rows, ${(bytes / 1e6).toFixed(0)} MB`,
      );
      const found = contest(`${size}M`, extract, pythons, report);
      build(folder, extract, report);
      for (const done of [extract, join(folder, "out")])
        rmSync(done, { recursive: true, force: true });
      return found;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./scan";

const KEY = randomBytes(32).toString("hex");
const root = join(import.meta.dirname, "../..");

export interface Run {
  readonly seconds: number;
  /** Of all processors. */
  readonly processorSeconds: number;
  readonly peakMiB: number;
}

/**
 * Runs the built command line in a process of its own; seconds of the whole process and of the
 * processors, and its peak memory.
 */
export function cli(folder: string, ...args: string[]): Run {
  const peak = join(folder, "peak.txt");
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `file://${join(import.meta.dirname, "peak.mjs")}`,
      join(root, "dist/cli.js"),
      ...args,
      "--quiet",
    ],
    {
      encoding: "utf8",
      env: { ...process.env, SEND_SCORECARD_KEY: KEY, SEND_SCORECARD_BENCH_PEAK: peak },
    },
  );
  if (status !== 0 && status !== 1)
    throw new Error(`send-scorecard ${args[0]} ended with ${status}: ${stderr}`);
  const seconds = (performance.now() - start) / 1000;
  const [peakKiB, processorSeconds] = readFileSync(peak, "utf8").split(" ").map(Number);
  return { seconds, processorSeconds, peakMiB: peakKiB / 1024 };
}

/**
 * Builds three annual returns of 20,000 and of 200,000 people. The ratio is how much less than ten
 * times the time ten times the people take: 1 is linear.
 */
export function benchBuild(report: (line: string) => void): BenchRow[] {
  const sizes = [20_000, 200_000];
  const runs = sizes.map((people) => {
    const folder = mkdtempSync(join(tmpdir(), "send-scorecard-bench-"));
    try {
      cli(
        folder,
        "sample",
        join(folder, "in"),
        "--people",
        String(people),
        "--years",
        "3",
        "--mental-health",
        "0",
      );
      const run = cli(folder, "build", join(folder, "in"), "--out", join(folder, "out"));
      report(
        `Build of ${people.toLocaleString("en-GB")} people, three returns: ${run.seconds.toFixed(1)} s, ${run.peakMiB.toFixed(0)} MiB`,
      );
      return run;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return [
    {
      name: "Build, ten times the people (seconds)",
      ours: runs[1].seconds,
      peer: 10 * runs[0].seconds,
      ratio: (10 * runs[0].seconds) / runs[1].seconds,
    },
  ];
}

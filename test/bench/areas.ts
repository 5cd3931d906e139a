import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cli } from "./build";
import type { BenchRow } from "./scan";

/**
 * Builds five councils and the board that they make up, and the largest of them alone, from one
 * folder. The ratio is how far below the goal, twice the time of one, the five stay.
 */
export function benchAreas(report: (line: string) => void): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), "send-scorecard-bench-"));
  try {
    const input = join(folder, "in");
    const size = ["--people", "600", "--pupils", "900", "--mental-health", "300"];
    cli(folder, "sample", input, "--authorities", "5", "--board", ...size);
    const one = cli(folder, "build", input, "--out", join(folder, "one"), "--authority", "999");
    const five = cli(folder, "build", input, "--out", join(folder, "five"));
    report(
      `Five councils and their board: ${five.seconds.toFixed(1)} s, ${five.peakMiB.toFixed(0)} MiB; one of them: ${one.seconds.toFixed(1)} s`,
    );
    return [
      {
        name: "Five councils at once (goal twice the time of one)",
        ours: five.seconds,
        peer: 2 * one.seconds,
        ratio: (2 * one.seconds) / five.seconds,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

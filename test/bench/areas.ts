import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { councilsOf } from "../../prep/sample/councils";
import { cli, type Run } from "./build";
import type { BenchRow } from "./scan";

const inWords = ({ seconds, processorSeconds, peakMiB }: Run): string =>
  `${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} of processors), ${peakMiB.toFixed(0)} MiB`;

/**
 * Builds five councils and the board that they make up, and the largest of them alone, from one
 * folder. The ratios are how far below the goal, twice the time of one, the five stay, and how far
 * below the time of one for as many people.
 */
export function benchAreas(report: (line: string) => void): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), "send-scorecard-bench-"));
  try {
    const input = join(folder, "in");
    const size = ["--people", "600", "--pupils", "900", "--mental-health", "300"];
    cli(folder, "sample", input, "--authorities", "5", "--board", ...size);
    const one = cli(folder, "build", input, "--out", join(folder, "one"), "--authority", "999");
    const five = cli(folder, "build", input, "--out", join(folder, "five"));
    const inOne = cli(folder, "build", input, "--out", join(folder, "alone"), "--threads", "1");
    const sizes = councilsOf(5).map((council) => council.size);
    const people = sizes.reduce((sum, size) => sum + size, 0) / Math.max(...sizes);
    report(
      `Five councils and their board: ${inWords(five)}; in one thread: ${inWords(inOne)}; one of them: ${inWords(one)}. They have ${people.toFixed(1)} times its people`,
    );
    return [
      {
        name: "Five councils at once (goal twice the time of one)",
        ours: five.seconds,
        peer: 2 * one.seconds,
        ratio: (2 * one.seconds) / five.seconds,
      },
      {
        name: "Five councils at once, by people (goal 1)",
        ours: five.seconds,
        peer: people * one.seconds,
        ratio: (people * one.seconds) / five.seconds,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

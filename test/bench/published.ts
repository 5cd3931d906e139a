import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cli } from "./build";
import type { BenchRow } from "./scan";

/** People of a council, and the seconds that a build for publishing may take on two cores. */
const SIZES = [
  { people: 2000, profile: "public", goal: 30 },
  { people: 2000, profile: "nhs", goal: 30 },
  { people: 20_000, profile: "public", goal: 300 },
  { people: 20_000, profile: "nhs", goal: 300 },
] as const;

/** Builds for publishing of three annual returns. The ratio is how far below the goal they stay. */
export function benchPublished(report: (line: string) => void, asked: string | null): BenchRow[] {
  const wanted = SIZES.filter(({ people }) => !asked || Number(asked) === people);
  return wanted.map(({ people, profile, goal }): BenchRow => {
    const folder = mkdtempSync(join(tmpdir(), "send-scorecard-bench-"));
    try {
      const input = join(folder, "in");
      const size = ["--people", String(people), "--years", "3", "--mental-health", "0"];
      cli(folder, "sample", input, ...size);
      const out = join(folder, "out");
      const { seconds, peakMiB } = cli(folder, "build", input, "--out", out, "--profile", profile);
      const words = `Build for publishing (${profile}), ${people.toLocaleString("en-GB")} people`;
      report(`${words}: ${seconds.toFixed(1)} s, ${peakMiB.toFixed(0)} MiB`);
      return {
        name: `${words} (goal ${goal} s)`,
        ours: seconds,
        peer: goal,
        ratio: goal / seconds,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

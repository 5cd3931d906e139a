import { writeFileSync } from "node:fs";

// Loaded into a process under test: writes its peak memory (KiB) where the bench asks for it.
process.on("exit", () =>
  writeFileSync(process.env.SEND_SCORECARD_BENCH_PEAK, String(process.resourceUsage().maxRSS)),
);

import { writeFileSync } from "node:fs";

// Loaded into a process under test: writes its peak memory (KiB) and the seconds of its processors,
// of all threads, where the bench asks for it.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const seconds = (userCPUTime + systemCPUTime) / 1e6;
  writeFileSync(process.env.SEND_SCORECARD_BENCH_PEAK, `${maxRSS} ${seconds}`);
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "../../scripts/browser.mjs";
import { packageFile, packageVisual } from "../../scripts/package.mjs";
import { makePage } from "../../scripts/page.mjs";
import { cli } from "./build";
import type { BenchRow } from "./scan";

const GOAL = { seconds: 120, mebibytes: 2048 };
const LIMIT = 15 * 60_000;

/** A number of a process, as /proc says it. */
const statusOf = (pid: string, name: string): number => {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0);
  } catch {
    return 0;
  }
};

/** Peak memory so far of the browser that this process started, in MiB; 0 where nothing says it. */
function peakOfBrowser(): number {
  if (!existsSync("/proc")) return 0;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parentOf = new Map(pids.map((pid) => [Number(pid), statusOf(pid, "PPid")]));
  const isOurs = (pid: number): boolean => {
    const parent = parentOf.get(pid) ?? 0;
    return parent === process.pid || (parent > 1 && isOurs(parent));
  };
  return pids
    .filter((pid) => isOurs(Number(pid)))
    .reduce((sum, pid) => sum + statusOf(pid, "VmHWM") / 1024, 0);
}

/**
 * The page in a real browser, from the disk: three returns of 20,000 people from the button to the
 * scorecard. The ratios are the goals over what was measured: 1 is the goal, more is better.
 */
export async function benchPage(report: (line: string) => void): Promise<BenchRow[]> {
  if (!existsSync(packageFile())) await packageVisual();
  const { file, bytes } = await makePage(packageFile());
  const folder = mkdtempSync(join(tmpdir(), "send-scorecard-bench-"));
  const browser = await launch();
  try {
    const size = ["--people", "20000", "--years", "3", "--pupils", "0", "--mental-health", "0"];
    cli(folder, "sample", join(folder, "in"), ...size);
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(pathToFileURL(file).href);
    await page.locator("[data-pick=folder]").setInputFiles(join(folder, "in"));
    const start = performance.now();
    await page.click("button:text-is('Build')");
    await page.waitForSelector("h1:text-is('Your scorecard')", { timeout: LIMIT });
    const seconds = (performance.now() - start) / 1000;
    const mebibytes = peakOfBrowser();
    report(
      `Page of ${(bytes / 1e6).toFixed(1)} MB, 20,000 people, three returns: ${seconds.toFixed(1)} s, ${mebibytes.toFixed(0)} MiB`,
    );
    return [
      {
        name: "Page, 20,000 people (goal 120 s)",
        ours: seconds,
        peer: GOAL.seconds,
        ratio: GOAL.seconds / seconds,
      },
      ...(mebibytes > 0
        ? [
            {
              name: "Page, 20,000 people (goal 2048 MiB)",
              ours: mebibytes,
              peer: GOAL.mebibytes,
              ratio: GOAL.mebibytes / mebibytes,
            },
          ]
        : []),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

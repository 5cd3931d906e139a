import { statSync } from "node:fs";
import type { BenchRow } from "./scan";
import { packageFile, packageVisual } from "../../scripts/package.mjs";
import { monthsToMarch2024, sequence } from "../src/support/board-paper";
import type { Row } from "../../page/visual/data-view";
import { closeBrowser, openPackaged, type Opened } from "../visual/host";

const SIZE = { width: 1280, height: 720 };
const FIRSTS = 5;
const REPEATS = 15;
const RESIZE = 4;

/**
 * KPIs with a line of months each, with target, section and polarity; `turn` changes every value.
 */
function kpis(count: number, months: number, turn: number): Row[] {
  const labels = monthsToMarch2024(months);
  const next = sequence(count + turn);
  return Array.from({ length: count }, (_, kpi) =>
    labels.map((period) => ({
      indicator: `Indicator number ${kpi}`,
      section: `Section ${kpi % 8}`,
      unit: "%",
      polarity: kpi % 3 === 0 ? "lower" : "higher",
      period,
      value: Math.round(next() * 1000) / 10,
      target: 60,
      tolerance: 5,
      england: 55,
    })),
  ).flat();
}

/** The best of the rounds: what else the machine does can only make one slower. */
const best = (times: readonly number[]): number => Math.min(...times);

/** A time in milliseconds against its goal: a ratio of 1 and more meets it. */
const against = (name: string, ours: number, goal: number): BenchRow => ({
  name: `Visual: ${name} (goal ${goal})`,
  ours,
  peer: goal,
  ratio: goal / ours,
});

/**
 * First and repeated updates and changes of size of the packaged visual, layout included, in
 * milliseconds; and the size of the package in KB.
 */
export async function benchVisual(report: (line: string) => void): Promise<BenchRow[]> {
  await packageVisual();
  const rows: BenchRow[] = [];
  for (const [count, months, firstGoal, repeatGoal] of [
    [100, 36, 50, 16],
    [1000, 24, 150, 50],
  ] as const) {
    const firsts: number[] = [];
    let opened: Opened | null = null;
    for (let round = 0; round < FIRSTS; round++) {
      await opened?.page.close();
      opened = await openPackaged(SIZE);
      firsts.push(await opened.draw(kpis(count, months, 0)));
    }
    const repeats: number[] = [];
    for (let turn = 1; turn <= REPEATS; turn++)
      repeats.push(await opened!.draw(kpis(count, months, turn)));
    const resizes: number[] = [];
    for (let turn = 1; turn <= REPEATS; turn++)
      resizes.push(
        await opened!.update({ type: RESIZE, viewport: { width: 1280 - 10 * turn, height: 720 } }),
      );
    await opened!.page.close();
    const [first, repeat, resize] = [firsts, repeats, resizes].map(best);
    report(
      `Visual, ${count} KPIs of ${months} months: first ${first.toFixed(0)} ms, repeated ${repeat.toFixed(1)} ms, resized ${resize.toFixed(1)} ms`,
    );
    rows.push(
      against(`${count} x ${months} first`, first, firstGoal),
      against(`${count} x ${months} repeated`, repeat, repeatGoal),
      against(`${count} x ${months} resized`, resize, repeatGoal),
    );
  }
  await closeBrowser();
  const size = statSync(packageFile()).size / 1024;
  report(`Package: ${size.toFixed(1)} KB`);
  return [...rows, against("package in KB", size, 60)];
}

import { statSync } from "node:fs";
import type powerbi from "powerbi-visuals-api";
import type { BenchRow } from "./scan";
import { packageFile, packageVisual } from "../../scripts/package.mjs";
import { monthsToMarch2024, sequence } from "../src/support/board-paper";
import { dataViewOf, type Row } from "../../page/visual/data-view";
import { closeBrowser, openPackaged, type Opened } from "../visual/host";
import { drawPlain, type PlainRow } from "./plain-table";
import { scriptTime } from "./script-time";

const SIZE = { width: 1280, height: 720 };
const FIRSTS = 5;
const REPEATS = 15;
const RESIZE = 4;

/** A table, and how many times the plain one of so many rows it may take. */
interface Table {
  readonly kpis: number;
  readonly months: number;
  /** Rows of the plain table: all, or those that the visual has in sight. */
  readonly plain: "all" | "in sight";
  readonly goals: Readonly<Partial<Record<"first" | "repeated" | "resized", number>>>;
}

const TABLES: readonly Table[] = [
  { kpis: 100, months: 36, plain: "all", goals: { first: 4, repeated: 1.5, resized: 1.5 } },
  { kpis: 1000, months: 24, plain: "in sight", goals: { repeated: 3, resized: 3 } },
  { kpis: 1250, months: 24, plain: "in sight", goals: { repeated: 8 } },
];

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

/** The rows of a plain table of the same KPIs: what the visual says of each, and its values. */
function plainRows(rows: readonly Row[], months: number, count: number): PlainRow[] {
  return Array.from({ length: count }, (_, kpi) => {
    const own = rows.slice(kpi * months, (kpi + 1) * months);
    const values = own.map(({ value }) => Number(value));
    const [before, last] = values.slice(-2);
    return {
      texts: [
        String(own[0].indicator),
        `${last}%`,
        `${last < before ? "▼" : "▲"} ${(last - before).toFixed(1)}`,
        `${before}%`,
        "60%",
        last >= 60 ? "Met" : last >= 55 ? "Near" : "Missed",
        "55%",
        String(own.at(-1)!.period),
      ],
      values,
    };
  });
}

/** The best of the rounds: what else the machine does can only make one slower. */
const best = (times: readonly number[]): number => Math.min(...times);

const viewOf = ({ kpis: count, months }: Table, turn: number): [Row[], powerbi.DataView] => {
  const rows = kpis(count, months, turn);
  return [rows, dataViewOf(rows) as powerbi.DataView];
};

type Times = Record<
  "first" | "repeated" | "resized" | "plainFirst" | "plain" | "script" | "plainScript",
  number[]
>;

/** All rounds of a table; ours and the plain one take turns in one page. */
async function timesOf(table: Table): Promise<Times> {
  const times: Times = {
    first: [],
    repeated: [],
    resized: [],
    plainFirst: [],
    plain: [],
    script: [],
    plainScript: [],
  };
  let opened: Opened | null = null;
  let plain: PlainRow[] = [];
  for (let round = 0; round < FIRSTS; round++) {
    await opened?.page.close();
    opened = await openPackaged(SIZE);
    const [rows, view] = viewOf(table, 0);
    const fresh = await openPackaged(SIZE);
    times.first.push(await opened.update({ dataViews: [view] }));
    const inSight = await opened.frame.$$eval("tr.kpi", ({ length }) => length);
    plain = plainRows(rows, table.months, table.plain === "all" ? table.kpis : inSight);
    times.plainFirst.push(await drawPlain(fresh, plain));
    await fresh.page.close();
  }
  for (let turn = 1; turn <= REPEATS; turn++) {
    const [rows, view] = viewOf(table, turn);
    const next = plainRows(rows, table.months, plain.length);
    times.repeated.push(await opened!.update({ dataViews: [view] }));
    times.plain.push(await drawPlain(opened!, next));
    const viewport = { width: 1280 - 10 * turn, height: 720 };
    times.resized.push(await opened!.update({ type: RESIZE, viewport }));
  }
  for (let turn = 1; turn <= FIRSTS; turn++) {
    const [rows, view] = viewOf(table, REPEATS + turn);
    const next = plainRows(rows, table.months, plain.length);
    times.script.push(await scriptTime(opened!, () => opened!.update({ dataViews: [view] })));
    times.plainScript.push(await scriptTime(opened!, () => drawPlain(opened!, next)));
  }
  await opened!.page.close();
  return times;
}

/**
 * First and repeated updates and changes of size of the packaged visual, layout included, beside a
 * plain table of the same cells in the same page; the script's part by the browser's profiler; and
 * the size of the package in KB.
 */
export async function benchVisual(report: (line: string) => void): Promise<BenchRow[]> {
  await packageVisual();
  const rows: BenchRow[] = [];
  for (const table of TABLES) {
    const { kpis: count, months, goals } = table;
    const times = await timesOf(table);
    const peers = { first: times.plainFirst, repeated: times.plain, resized: times.plain };
    for (const kind of ["first", "repeated", "resized"] as const) {
      const goal = goals[kind];
      if (goal === undefined) continue;
      const [ours, peer] = [best(times[kind]), best(peers[kind])];
      const name = `Visual: ${count} x ${months} ${kind}`;
      report(
        `${name} ${ours.toFixed(1)} ms, plain table of ${table.plain} rows ${peer.toFixed(1)} ms: ${(ours / peer).toFixed(2)} times (goal ${goal})`,
      );
      rows.push({
        name: `${name} (goal ${(1 / goal).toFixed(2)})`,
        ours,
        peer,
        ratio: peer / ours,
      });
    }
    report(
      `  script alone: ${best(times.script).toFixed(1)} ms, plain table ${best(times.plainScript).toFixed(1)} ms`,
    );
  }
  await closeBrowser();
  const size = statSync(packageFile()).size / 1024;
  report(`Package: ${size.toFixed(1)} KB`);
  return [
    ...rows,
    { name: "Visual: package in KB (goal 60)", ours: size, peer: 60, ratio: 60 / size },
  ];
}

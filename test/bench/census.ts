import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { censusTables, fieldsOf } from "../../prep/collections/school-census/fields/fields";
import { cli } from "./build";
import { FORMS } from "./census-data";
import type { Measured } from "./read-census";
import type { BenchRow } from "./scan";

/** Pupils of a large county, each in three censuses. */
const PUPILS = 250_000;
const GOAL_SECONDS = 90;
const GOAL_MIB = 3072;
const TURNS = 2;

const here = import.meta.dirname;
/** Another Python, such as one that has DuckDB. */
const python = process.env.PYTHON ?? "python3";

/** What the peers read: the columns that the product counts from, with their types. */
const fields = JSON.stringify(
  Object.fromEntries(
    censusTables.map((table) => [
      table,
      Object.fromEntries(fieldsOf(table).map(({ column, type }) => [column, type])),
    ]),
  ),
);

function node(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, join(here, script), ...args],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${script} ${args[0]} could not be run: ${stderr}`);
  return stdout;
}

const byNode = (reader: string, folder: string): Measured =>
  JSON.parse(node("read-census.ts", reader, folder)) as Measured;

/** A reader in Python, or null where there is no Python or the reader's package is not there. */
function byPython(peer: string, folder: string): Measured | null {
  const { status, stdout } = spawnSync(python, [join(here, "census_peers.py"), peer, folder], {
    encoding: "utf8",
    input: fields,
  });
  return status === 0 ? (JSON.parse(stdout) as Measured) : null;
}

const fastest = (runs: readonly Measured[]): Measured =>
  runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));
const words = ({ seconds, peakMiB }: Measured): string =>
  `${seconds.toFixed(1)} s, ${peakMiB.toFixed(0)} MiB`;

/**
 * Ours and its peers by turns, each in a process of its own, the fastest run of each: what else the
 * machine does can only make one slower.
 */
function contest(
  form: string,
  folder: string,
  peers: Readonly<Record<string, (folder: string) => Measured | null>>,
  report: (line: string) => void,
): BenchRow[] {
  const runs = new Map<string, Measured[]>();
  for (let turn = 0; turn < TURNS; turn++)
    for (const [name, run] of Object.entries({
      ours: (of: string) => byNode("ours", of),
      ...peers,
    })) {
      const measured = run(folder);
      if (measured) runs.set(name, [...(runs.get(name) ?? []), measured]);
    }
  const ours = fastest(runs.get("ours")!);
  report(`Census ${form} into columns: ${words(ours)}`);
  return Object.keys(peers).flatMap((name): BenchRow[] => {
    const theirs = runs.get(name);
    if (!theirs) {
      report(`  ${name} is not on this machine`);
      return [];
    }
    const peer = fastest(theirs);
    if (peer.count !== ours.count)
      throw new Error(`Census ${form}: ${name} does not read the same pupils.`);
    report(`  ${name}: ${words(peer)}`);
    return [
      {
        name: `Census ${form} against ${name}`,
        ours: ours.seconds,
        peer: peer.seconds,
        ratio: peer.seconds / ours.seconds,
      },
      {
        name: `Census ${form} against ${name}, memory`,
        ours: ours.peakMiB,
        peer: peer.peakMiB,
        ratio: peer.peakMiB / ours.peakMiB,
      },
    ];
  });
}

/**
 * Reads and builds three censuses of 250,000 pupils, as one XML file a school (about 1,200 files)
 * and as COLLECT tables.
 */
export function benchCensus(report: (line: string) => void): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), "census-bench-"));
  try {
    report(`Three censuses of ${PUPILS.toLocaleString("en-GB")} pupils`);
    node("census-data.ts", folder, String(PUPILS));
    const [xml, csv] = FORMS.map((form) => join(folder, form));
    const rows = [
      ...contest(
        "XML",
        xml,
        {
          saxes: (of) => byNode("saxes", of),
          "Python iterparse": (of) => byPython("iterparse", of),
        },
        report,
      ),
      ...contest(
        "CSV",
        csv,
        { "Python csv": (of) => byPython("csv", of), DuckDB: (of) => byPython("duckdb", of) },
        report,
      ),
    ];
    for (const [form, of] of [
      ["XML", xml],
      ["CSV", csv],
    ] as const) {
      const { seconds, peakMiB } = cli(
        folder,
        "build",
        of,
        "--out",
        join(folder, `out-${form}`),
        "--authority",
        "999",
      );
      report(
        `Build of the censuses as ${form}: ${seconds.toFixed(1)} s, ${peakMiB.toFixed(0)} MiB`,
      );
      rows.push(
        {
          name: `Census build, ${form} (goal ${GOAL_SECONDS} s)`,
          ours: seconds,
          peer: GOAL_SECONDS,
          ratio: GOAL_SECONDS / seconds,
        },
        {
          name: `Census build, ${form} (goal ${GOAL_MIB} MiB)`,
          ours: peakMiB,
          peer: GOAL_MIB,
          ratio: GOAL_MIB / peakMiB,
        },
      );
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

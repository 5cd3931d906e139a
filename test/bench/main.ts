import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchAreas } from "./areas";
import { benchBuild } from "./build";
import { benchCensus } from "./census";
import { benchHash } from "./hash";
import { benchMhsds } from "./mhsds";
import { benchPage } from "./page";
import { benchPublished } from "./published";
import { benchScan, type BenchRow } from "./scan";
import { benchVisual } from "./visual";

/**
 * Every bench by its name on the command line; what follows a colon after the name is handed on,
 * null where all benches are run.
 */
const benches: Readonly<
  Record<
    string,
    (report: (line: string) => void, asked: string | null) => BenchRow[] | Promise<BenchRow[]>
  >
> = {
  scan: benchScan,
  hash: benchHash,
  build: benchBuild,
  areas: benchAreas,
  published: benchPublished,
  census: benchCensus,
  mhsds: benchMhsds,
  visual: benchVisual,
  page: benchPage,
};

const file = join(import.meta.dirname, "baseline.json");
const baseline: Record<string, number> = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8"))
  : {};
/**
 * A ratio this much below its baseline is said to be slower: the noise of one run is about a fifth.
 */
const SLOWER = 0.7;

const args = process.argv.slice(2);
const update = args.includes("--update");
const wanted = new Map(
  args
    .filter((arg) => arg !== "--update")
    .map((arg) => [arg.split(":")[0], arg.split(":")[1] ?? ""]),
);
const unknown = [...wanted.keys()].filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}.`,
  );
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches))
  if (wanted.size === 0 || wanted.has(name))
    rows.push(...(await bench((line) => console.log(line), wanted.get(name) ?? null)));

console.log("\nRatio to the peer (higher is better), and the committed baseline");
for (const { name, ratio } of rows) {
  const before = baseline[name];
  console.log(
    `  ${name.padEnd(48)} ${ratio.toFixed(2).padStart(7)} ${before === undefined ? "    new" : before.toFixed(2).padStart(7)}${before !== undefined && ratio < before * SLOWER ? "  slower" : ""}`,
  );
}
if (update) {
  for (const { name, ratio } of rows) baseline[name] = Number(ratio.toFixed(2));
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
  console.log(`\nWritten to ${file}.`);
}

import { parse } from "csv-parse";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scanCsv, scanXml } from "../../prep/scan/scan";
import { bySaxes, sink } from "./by-saxes";
import { contactsCsv, sen2Xml } from "./scan-data";

/** One line of the bench table: speeds in MB/s, and how many times faster ours is. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
}

const SIZE = 30_000_000;
/**
 * Rounds of one process that are not counted, that are, and how often each contestant has its turn.
 */
const WARM_UP = 4;
const ROUNDS = 5;
const TURNS = 3;
const CHUNK = 1 << 18;
const RECORDS = {
  person: "person",
  requests: "requests",
  assessment: "assessment",
  namedplan: "namedplan",
  plandetail: "plandetail",
  activeplans: "activeplans",
  placementdetail: "placementdetail",
  senneed: "senneed",
};

/**
 * A file in memory as its reader would hand it on, so that the disk and the hash are in no one's
 * time.
 */
async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

async function byCsvParse(file: Buffer): Promise<number> {
  const set = sink();
  const parser = parse({ delimiter: "," });
  let row = -1;
  let names: string[] = [];
  parser.on("readable", () => {
    for (let cells: string[] | null; (cells = parser.read() as string[] | null) !== null; row++) {
      if (row === -1) names = cells;
      else
        for (let i = 0; i < cells.length; i++)
          if (cells[i] !== "") set("t", row, names[i], cells[i]);
    }
  });
  const done = new Promise<void>((resolve, reject) =>
    parser.on("end", resolve).on("error", reject),
  );
  for await (const chunk of inPieces(file))
    if (!parser.write(Buffer.from(chunk)))
      await new Promise((resolve) => parser.once("drain", resolve));
  parser.end();
  await done;
  return row;
}

const PYTHON_XML = `import sys, time, xml.etree.ElementTree as E
t = time.perf_counter(); n = 0; rows = []
for event, element in E.iterparse(sys.argv[1]):
    if element.tag == 'Person':
        rows.append([(child.tag, child.text) for child in element.iter()]); n += 1; element.clear()
print(n, time.perf_counter() - t)`;
const PYTHON_CSV = `import sys, time, csv
t = time.perf_counter(); n = -1; columns = [[] for _ in range(24)]
for row in csv.reader(open(sys.argv[1], newline='', encoding='utf-8')):
    n += 1
    for column, value in zip(columns, row): column.append(value)
print(n, time.perf_counter() - t)`;

/** Records and seconds as Python itself measures them, or null where there is no Python. */
function byPython(program: string, path: string): { count: number; seconds: number } | null {
  const run = spawnSync("python3", ["-c", program, path], { encoding: "utf8" });
  if (run.status !== 0) return null;
  const [count, seconds] = run.stdout.trim().split(" ").map(Number);
  return { count, seconds };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

/** Readers of a file in memory, by name; each gives the number of records. */
const contestants: Readonly<Record<string, (file: Buffer) => Promise<number>>> = {
  "our XML": async (file) =>
    (await scanXml(inPieces(file), { records: RECORDS, root: "sen2" })).tables[1].rowCount,
  saxes: async (file) => (await bySaxes([inPieces(file)], RECORDS, "sen2")).get("person") ?? 0,
  "our CSV": async (file) => (await scanCsv(inPieces(file), { table: "t" })).tables[0].rowCount,
  "csv-parse": byCsvParse,
};

interface Measured {
  readonly count: number;
  readonly seconds: number;
}

/**
 * Reads a file again and again in this process; the first rounds are for the optimising compiler.
 */
async function measure(name: string, path: string): Promise<Measured> {
  const file = readFileSync(path);
  let count = 0;
  const seconds: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now();
    count = await contestants[name](file);
    if (round >= WARM_UP) seconds.push((performance.now() - start) / 1000);
  }
  return { count, seconds: median(seconds) };
}

/** The same in a process of its own, so that no reader suffers from what another leaves behind. */
function measureApart(name: string, path: string): Measured {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), name, path],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${name} could not be measured: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

/**
 * Speeds of ours against a peer, the runs interleaved; null where the peer is not on this machine.
 */
function contest(
  name: string,
  path: string,
  bytes: number,
  ours: string,
  peer: () => Measured | null,
): BenchRow | null {
  const rounds = Array.from({ length: TURNS }, () => ({
    ours: measureApart(ours, path),
    peer: peer(),
  }));
  const theirs = rounds.flatMap((round) => round.peer ?? []);
  if (theirs.length === 0) return null;
  if (
    new Set([...rounds.map((round) => round.ours.count), ...theirs.map(({ count }) => count)])
      .size > 1
  )
    throw new Error(`${name}: the contestants do not read the same records.`);
  const speed = (measured: readonly Measured[]): number =>
    bytes / 1e6 / median(measured.map(({ seconds }) => seconds));
  const [mine, other] = [speed(rounds.map((round) => round.ours)), speed(theirs)];
  return { name, ours: mine, peer: other, ratio: mine / other };
}

/**
 * Times the scanners on invented files against saxes, csv-parse and (where the machine has it)
 * Python. Each row is reported as a line too.
 */
export function benchScan(report: (line: string) => void): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), "scan-bench-"));
  try {
    const [xmlPath, csvPath] = [join(folder, "sen2.xml"), join(folder, "contacts.csv")];
    const [xml, csv] = [sen2Xml(SIZE), contactsCsv(SIZE)];
    writeFileSync(xmlPath, xml);
    writeFileSync(csvPath, csv);
    const rows = [
      contest("XML against saxes", xmlPath, xml.length, "our XML", () =>
        measureApart("saxes", xmlPath),
      ),
      contest("XML against Python iterparse", xmlPath, xml.length, "our XML", () =>
        byPython(PYTHON_XML, xmlPath),
      ),
      contest("CSV against csv-parse", csvPath, csv.length, "our CSV", () =>
        measureApart("csv-parse", csvPath),
      ),
      contest("CSV against Python csv", csvPath, csv.length, "our CSV", () =>
        byPython(PYTHON_CSV, csvPath),
      ),
    ].filter((row) => row !== null);
    for (const { name, ours, peer, ratio } of rows)
      report(
        `${name}: ${ours.toFixed(0)} MB/s, ${peer.toFixed(0)} MB/s, ${ratio.toFixed(1)} times`,
      );
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await measure(process.argv[2], process.argv[3])));

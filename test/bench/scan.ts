import { parse } from "csv-parse";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { scanCsv, scanXml } from "../../prep/scan/scan";
import { contactsCsv, sen2Xml } from "./scan-data";

/** One line of the bench table: speeds in MB/s, and how many times faster ours is. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
}

const SIZE = 30_000_000;
const ROUNDS = 5;
const CHUNK = 1 << 18;
const RECORDS = { person: "person", requests: "requests", assessment: "assessment", namedplan: "namedplan", plandetail: "plandetail", activeplans: "activeplans", placementdetail: "placementdetail", senneed: "senneed" };

/** A file in memory as its reader would hand it on, so that the disk and the hash are in no one's time. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** String columns with a dictionary each, filled as ours are, by row and field name. */
function sink() {
  const columns = new Map<string, { codes: number[]; values: Map<string, number> }>();
  return (table: string, row: number, field: string, value: string): void => {
    const key = `${table}.${field}`;
    let column = columns.get(key);
    if (column === undefined) columns.set(key, (column = { codes: [], values: new Map() }));
    let code = column.values.get(value);
    if (code === undefined) column.values.set(value, (code = column.values.size + 1));
    column.codes[row] = code;
  };
}

async function bySaxes(file: Buffer): Promise<number> {
  const set = sink();
  const counts = new Map<string, number>();
  const stack: { name: string; table: string; row: number }[] = [];
  let value = "";
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    const lower = name.toLowerCase();
    const table = stack.length === 0 ? "sen2" : RECORDS[lower as keyof typeof RECORDS];
    const parent = stack[stack.length - 1];
    if (table === undefined) stack.push({ name: lower, table: parent.table, row: parent.row });
    else {
      const row = counts.get(table) ?? 0;
      counts.set(table, row + 1);
      stack.push({ name: lower, table, row });
    }
    value = "";
  });
  parser.on("text", (text) => (value += text));
  parser.on("closetag", () => {
    const { name, table, row } = stack.pop()!;
    const trimmed = value.trim();
    if (trimmed !== "") set(table, row, name, trimmed);
    value = "";
  });
  const decoder = new TextDecoder();
  for await (const chunk of inPieces(file)) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  return counts.get("person") ?? 0;
}

async function byCsvParse(file: Buffer): Promise<number> {
  const set = sink();
  const parser = parse({ delimiter: "," });
  let row = -1;
  let names: string[] = [];
  parser.on("readable", () => {
    for (let cells: string[] | null; (cells = parser.read() as string[] | null) !== null; row++) {
      if (row === -1) names = cells;
      else for (let i = 0; i < cells.length; i++) if (cells[i] !== "") set("t", row, names[i], cells[i]);
    }
  });
  const done = new Promise<void>((resolve, reject) => parser.on("end", resolve).on("error", reject));
  for await (const chunk of inPieces(file)) if (!parser.write(Buffer.from(chunk))) await new Promise((resolve) => parser.once("drain", resolve));
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

interface Contest {
  readonly kind: string;
  readonly path: string;
  readonly bytes: number;
  readonly ours: () => Promise<number>;
  readonly peer: readonly [string, () => Promise<number>];
  readonly python: readonly [string, string];
}

async function timed(work: () => Promise<number>, expected: number): Promise<number> {
  const start = performance.now();
  const count = await work();
  if (count !== expected) throw new Error(`${count} records where ${expected} were expected: the contestants do not read the same.`);
  return (performance.now() - start) / 1000;
}

async function run({ kind, path, bytes, ours, peer, python }: Contest): Promise<BenchRow[]> {
  // Three runs first, so that the optimising compiler is done with ours and with the peer.
  const expected = await ours();
  for (let i = 0; i < 2; i++) await ours();
  await peer[1]();
  const times: number[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    times[0].push(await timed(ours, expected));
    times[1].push(await timed(peer[1], expected));
    const measured = byPython(python[1], path);
    if (measured !== null && measured.count !== expected) throw new Error(`Python reads ${measured.count} records where ${expected} were expected.`);
    if (measured !== null) times[2].push(measured.seconds);
  }
  const speed = (seconds: number[]): number => bytes / 1e6 / median(seconds);
  const mine = speed(times[0]);
  return [[peer[0], times[1]] as const, [python[0], times[2]] as const]
    .filter(([, seconds]) => seconds.length > 0)
    .map(([name, seconds]) => ({ name: `${kind} against ${name}`, ours: mine, peer: speed(seconds), ratio: mine / speed(seconds) }));
}

/** Times the scanners on invented files against saxes, csv-parse and (where the machine has it) Python. Each row is reported as a line too. */
export async function benchScan(report: (line: string) => void): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "scan-bench-"));
  try {
    const [xmlPath, csvPath] = [join(folder, "sen2.xml"), join(folder, "contacts.csv")];
    const [xml, csv] = [sen2Xml(SIZE), contactsCsv(SIZE)];
    writeFileSync(xmlPath, xml);
    writeFileSync(csvPath, csv);
    const persons = async (): Promise<number> => (await scanXml(inPieces(xml), { records: RECORDS, root: "sen2" })).tables[1].rowCount;
    const contacts = async (): Promise<number> => (await scanCsv(inPieces(csv), { table: "t" })).tables[0].rowCount;
    const rows = [
      ...(await run({ kind: "XML", path: xmlPath, bytes: xml.length, ours: persons, peer: ["saxes", () => bySaxes(xml)], python: ["Python iterparse", PYTHON_XML] })),
      ...(await run({ kind: "CSV", path: csvPath, bytes: csv.length, ours: contacts, peer: ["csv-parse", () => byCsvParse(csv)], python: ["Python csv", PYTHON_CSV] })),
    ];
    for (const { name, ours, peer, ratio } of rows) report(`${name}: ${ours.toFixed(0)} MB/s, ${peer.toFixed(0)} MB/s, ${ratio.toFixed(1)} times`);
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { spawn, type ChildProcessByStdio } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { enginePython } from "../../../scripts/engine.mjs";

/** Filters by `Table.Column`: the values that a slicer, an axis or a page leaves. */
export type Filters = Readonly<Record<string, readonly (string | number | boolean)[]>>;

export interface Question {
  readonly measures: readonly string[];
  readonly filters?: Filters;
  /** Those of the filters that an axis draws, not a slicer. */
  readonly by?: readonly string[];
  readonly role?: string;
  readonly user?: string;
}

export type Value = number | string | boolean | null | { readonly error: string };
export type Answer = Readonly<Record<string, Value>>;

const program = fileURLToPath(
  new URL("../../../prep/publish/power-bi/engine/evaluate.py", import.meta.url),
);

/** Somebody in a role. */
export interface Reader {
  readonly role: string;
  readonly user: string;
}

interface Request {
  readonly questions?: readonly Question[];
  readonly readers?: readonly Reader[];
  readonly seen?: Readonly<Record<string, string>>;
  readonly queries?: readonly Query[];
  readonly visuals?: readonly Shown[];
}

/** What a native visual is made of, and how many of its rows are wanted at most. */
export interface Shown {
  readonly columns: readonly string[];
  readonly measures: readonly string[];
  readonly filters: Filters;
  /** A measure that is 1 in the rows that are shown. */
  readonly only?: string;
  /** Filters that measures alone read. */
  readonly apart?: readonly string[];
  readonly rows: number;
}

/** Columns that a visual groups by, and what is chosen. */
interface Query {
  readonly columns: readonly string[];
  readonly filters?: Filters;
}

/** How many rows a query has, and how many if each table's groups met each of the others'. */
export interface Size {
  readonly groups: number;
  readonly crossed: number;
}

interface Answers {
  readonly answers: Answer[];
  readonly seen: Readonly<Record<string, Value[]>>[];
  readonly queries: Size[];
  readonly visuals: { readonly rows: Value[][]; readonly more: boolean }[];
}

/** The engine, which keeps what it has read for the next question. */
interface Engine {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly lines: AsyncIterator<string>;
}
let running: Engine | null = null;

function engine(): Engine {
  if (running !== null) return running;
  const { python, why } = enginePython();
  if (python === null) throw new Error(`DAX cannot be evaluated: ${why}.`);
  const child = spawn(python, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  running = { process: child, lines };
  // It waits for questions: no reason to keep the tests from ending.
  child.unref();
  for (const stream of [child.stdin, child.stdout]) (stream as Socket).unref();
  process.once("beforeExit", () => child.stdin.end());
  return running;
}

async function evaluate(folder: string, request: Request, access?: string): Promise<Answers> {
  const list = join(folder, "access.csv");
  if (access === undefined) rmSync(list, { force: true });
  else writeFileSync(list, access);
  const { process, lines } = engine();
  const definition = join(folder, "power-bi/SEND.SemanticModel/definition");
  const stdout = process.stdout as Socket;
  stdout.ref();
  process.stdin.write(`${JSON.stringify({ definition, data: folder, ...request })}\n`);
  const { value, done } = await lines.next();
  stdout.unref();
  if (done) throw new Error("the engine ended with an error");
  return JSON.parse(value) as Answers;
}

/**
 * What each reader sees: for tables that are named with a column, its values in the rows that are
 * left.
 */
export const seenBy = async (
  folder: string,
  readers: readonly Reader[],
  { seen, access }: { readonly seen: Readonly<Record<string, string>>; readonly access: string },
): Promise<Answers["seen"]> => (await evaluate(folder, { readers, seen }, access)).seen;

/**
 * What a written project answers over the tables beside it, a question at a time. `folder` is the
 * output folder of a build; `access` is the text of access.csv, which says what readers in a role
 * may see.
 */
export const ask = async (
  folder: string,
  questions: readonly Question[],
  access?: string,
): Promise<Answer[]> => (await evaluate(folder, { questions }, access)).answers;

/** How large a query of a written project is over the tables beside it. */
export const sizeOf = async (folder: string, query: Query): Promise<Size> =>
  (await evaluate(folder, { queries: [query] })).queries[0];

/** The rows that visuals of a written project hold: what stands in their columns, then measures. */
export const rowsShown = async (
  folder: string,
  visuals: readonly Shown[],
): Promise<Answers["visuals"]> => (await evaluate(folder, { visuals })).visuals;

import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
}

interface Answers {
  readonly answers: Answer[];
  readonly seen: Readonly<Record<string, Value[]>>[];
}

async function evaluate(folder: string, request: Request, access?: string): Promise<Answers> {
  const { python, why } = enginePython();
  if (python === null) throw new Error(`DAX cannot be evaluated: ${why}.`);
  if (access !== undefined) writeFileSync(join(folder, "access.csv"), access);
  const process = spawn(python, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const definition = join(folder, "power-bi/SEND.SemanticModel/definition");
  process.stdin.end(JSON.stringify({ definition, data: folder, questions: [], ...request }));
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdout) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as Answers;
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

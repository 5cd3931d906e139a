import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { buildCommand } from "../../../prep/cli/commands/build";
import { run } from "../../../prep/cli/program";
import { pipeline } from "../../../prep/pipeline";
import { csvChunks } from "../../../prep/publish/csv";
import { allFiles } from "../../../prep/sample/all-files";
import type { Star } from "../../../prep/star/frame";

const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

export type Row = Readonly<Record<string, string>>;

/** A build of an invented world in a folder of its own, with the report over it. */
export interface Built {
  readonly folder: string;
  /** A table of the star as it was written. */
  readonly table: (name: string) => readonly Row[];
  /** A table with the groups of nobody that are left out of what is written, where they are kept. */
  readonly whole: (name: string) => readonly Row[];
}

const rowsOf = (csv: Buffer): Row[] => parse(csv, { columns: true, bom: true }) as Row[];

/** Returns alone, where more kinds of figures than they give are looked at elsewhere. */
export const RETURNS = { people: 200, years: 2, seed: 3, pupils: 0, mentalHealth: 0 };

const SAMPLE = { people: 200, years: 2, seed: 3, pupils: 120, mentalHealth: 120 };

/**
 * What is built: the sample of 200 people unless another is named or it is left out, and more
 * options of the command.
 */
export interface ToBuild {
  readonly sample?: Parameters<typeof allFiles>[0] | false;
  readonly options?: readonly string[];
  /** The list of who may see what, which lies in the output folder before the build. */
  readonly access?: string;
  /** Keeps the tables with groups of nobody too: the build is made twice. */
  readonly keepsWhole?: boolean;
}

/**
 * Builds by the command line the sample, with more files by their path. The folder is the caller's
 * to remove.
 */
export async function built(
  more: Readonly<Record<string, string | Buffer>> = {},
  { sample = SAMPLE, options = [], access, keepsWhole = false }: ToBuild = {},
): Promise<Built> {
  const place = mkdtempSync(join(tmpdir(), "engine-"));
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(place, "in", path)), { recursive: true });
    writeFileSync(join(place, "in", path), content);
  };
  for (const { name, chunks } of sample ? allFiles(sample) : [])
    write(name, Buffer.concat([...chunks]));
  for (const [path, content] of Object.entries(more)) write(path, content);
  if (access !== undefined) {
    mkdirSync(join(place, "out"));
    writeFileSync(join(place, "out/access.csv"), access);
  }
  const before = process.env.SEND_SCORECARD_KEY;
  process.env.SEND_SCORECARD_KEY = KEY;
  let star: Star = new Map();
  const buildOwn: typeof pipeline.buildOwn = async (...asked) => {
    const result = await pipeline.buildOwn(...asked);
    star = keepsWhole ? (await pipeline.build(...asked)).star : result.star;
    return result;
  };
  await run(
    ["build", join(place, "in"), "--out", join(place, "out"), "--quiet", ...options],
    [buildCommand({ ...pipeline, buildOwn })],
  );
  if (before === undefined) delete process.env.SEND_SCORECARD_KEY;
  else process.env.SEND_SCORECARD_KEY = before;
  const tables = new Map<string, Row[]>();
  const table = (name: string): Row[] => {
    const file = join(place, `out/star/${name}.csv`);
    const rows = tables.get(name) ?? rowsOf(readFileSync(file));
    tables.set(name, rows);
    return rows;
  };
  const wholes = new Map<string, Row[]>();
  const whole = (name: string): Row[] => {
    const { declaration, frame } = star.get(name)!;
    const rows = wholes.get(name) ?? rowsOf(Buffer.concat([...csvChunks(declaration, frame)]));
    wholes.set(name, rows);
    return rows;
  };
  return { folder: join(place, "out"), table, whole };
}

let sample: Promise<Built> | null = null;

/** The sample of 200 people, built once for all tests of a run, which leave it as it is. */
export function builtSample(): Promise<Built> {
  sample ??= built({}, { keepsWhole: true }).then((world) => {
    process.on("exit", () => rmSync(dirname(world.folder), { recursive: true, force: true }));
    return world;
  });
  return sample;
}

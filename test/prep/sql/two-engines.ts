import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { holdings } from "../../../prep/sql/job";
import { bundledProgram } from "../pipeline/command-line";
import { build, csvOf, text } from "../pipeline/run";
import { FACT_TABLES, type Rows, type Tables } from "./facts";
import { COMPARED, toldOf, type Told } from "./figures";
import { runDuckdb } from "./run-duckdb";

type Files = ReadonlyMap<string, string>;

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** Settings of a build that counts what the job does. */
export const SETTINGS = JSON.stringify({ mhsds: { icb: "QKS" } });

/** The job that the command line prints, ready to be run. */
export interface DuckdbJob {
  figures(files: Files): Promise<Told[]>;
  /** The facts and dimensions of one area. */
  facts(files: Files, area: string, more?: Readonly<Record<string, string>>): Promise<Tables>;
  remove(): void;
}

/** Prints the job by the command line, into a folder that `remove` takes away. */
export function printedJob(): DuckdbJob {
  const place = mkdtempSync(join(tmpdir(), "sql-"));
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...[bundledProgram(), "sql", "--dialect", "duckdb", "--quiet"],
      ...["--out", join(place, "job")],
    ],
    { cwd: repository, encoding: "utf8" },
  );
  expect([status, stderr]).to.deep.equal([0, ""]);
  const whole = readFileSync(join(place, "job/pipeline.sql"), "utf8");
  // The last statements write files.
  const pipeline = whole.replace(/^COPY .*$/gm, "");
  function written(files: Files): string {
    const tables = mkdtempSync(join(place, "tables-"));
    for (const [name, content] of files) {
      mkdirSync(dirname(join(tables, name)), { recursive: true });
      writeFileSync(join(tables, name), content);
    }
    return tables;
  }
  return {
    async facts(files, area, more = {}) {
      const tables = written(files);
      const selects = FACT_TABLES.map(
        ({ name, columns }) =>
          `SELECT '${name}', to_json([${columns.map((column) => `COALESCE(CAST(${column.name} AS VARCHAR), '')`).join(", ")}]) FROM ${name}`,
      );
      const rows = await runDuckdb(
        { tables, areas: area, ...more },
        pipeline,
        selects.join(" UNION ALL "),
      );
      rmSync(tables, { recursive: true, force: true });
      return new Map(
        FACT_TABLES.map(({ name, columns }) => [
          name,
          rows
            .filter(([table]) => table === name)
            .map(([, cells]) => {
              const values = JSON.parse(String(cells)) as string[];
              return Object.fromEntries(columns.map((column, i) => [column.name, values[i]]));
            }),
        ]),
      );
    },
    async figures(files) {
      const tables = written(files);
      const columns = COMPARED.map((name) => `COALESCE(CAST(${name} AS VARCHAR), '')`).join(", ");
      const rows = await runDuckdb(
        { tables, areas: "999,QKS" },
        pipeline,
        `SELECT ${columns} FROM kpi_value`,
      );
      rmSync(tables, { recursive: true, force: true });
      return rows.map((cells) => toldOf(cells as string[]));
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}

const held = new Set(holdings.counted);

/** The rows of `kpi_value` that the job counts too. */
export const toldOfRows = (rows: readonly Record<string, string>[]): Told[] =>
  rows
    .filter((row) => row.origin === "counted" && held.has(row.indicator_id))
    .map((row) => toldOf(COMPARED.map((name) => row[name])));

/** The facts and dimensions of a build. */
export async function factsOfStar(files: Files, optedOut: readonly string[] = []): Promise<Tables> {
  const list = optedOut.length === 0 ? [] : [text("opted-out.csv", optedOut.join("\n"), "optOut")];
  const { star } = await build(
    [...[...files].map(([name, content]) => text(name, content)), ...list],
    { authority: "999" },
  );
  const tables = csvOf(star);
  return new Map(
    FACT_TABLES.map(({ name }) => [
      name,
      parse(tables.get(name)!, { columns: true, bom: true }) as Rows,
    ]),
  );
}

/** The figures of a build, without what the command line writes beside. */
export async function figuresOfStar(files: Files): Promise<Told[]> {
  const { star } = await build(
    [...files].map(([name, content]) => text(name, content)),
    { authority: "999", mhsds: { icb: "QKS" } },
  );
  const rows: Record<string, string>[] = parse(csvOf(star).get("kpi_value")!, {
    columns: true,
    bom: true,
  });
  return toldOfRows(rows);
}

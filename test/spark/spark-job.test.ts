import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { sqlJob } from "../../prep/sql/job";
import { sparkPython } from "../../scripts/spark.mjs";
import { defaults } from "../prep/pipeline/run";
import { FACT_TABLES, unlike, wordsOfFacts, type Tables } from "../prep/sql/facts";
import { COMPARED, differences, toldOf, type Told } from "../prep/sql/figures";
import { runDuckdb } from "../prep/sql/run-duckdb";
import { factsOfStar, figuresOfStar } from "../prep/sql/two-engines";
import { worldFiles } from "../prep/sql/worlds";

/** A few rows a step: what costs time is starting and compiling. */
const SMALL = {
  "spark.sql.shuffle.partitions": "1",
  "spark.sql.adaptive.enabled": "false",
  "spark.sql.codegen.wholeStage": "false",
  "spark.sql.codegen.factoryMode": "NO_CODEGEN",
  "spark.ui.enabled": "false",
  "spark.driver.bindAddress": "127.0.0.1",
  "spark.driver.host": "127.0.0.1",
};

const runJobs = fileURLToPath(new URL("run-jobs.py", import.meta.url));

describe("the printed job on Spark", function () {
  this.timeout(900_000);
  const files = worldFiles({ people: 60, seed: 12, months: 15 }, { errors: 24 });
  const newer = worldFiles({ people: 30, seed: 13, months: 5 }, { version: 6 });
  let place: string;

  function write(written: ReadonlyMap<string, string>, folder: string): void {
    for (const [name, content] of written) {
      const path = join(place, folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  /** Files of a table of the warehouse with the time that each was written. */
  const filesOf = (table: string): Map<string, number> => {
    const folder = join(place, "warehouse", table);
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return new Map(
      paths
        .filter((path) => path.endsWith(".parquet") && !path.includes("/."))
        .map((path) => [path, statSync(join(folder, path)).mtimeMs]),
    );
  };

  /** Rows of a table as texts. */
  const rowsOf = (table: string, columns: readonly string[]) =>
    runDuckdb(
      {},
      "SELECT 1",
      `SELECT ${columns.map((name) => `COALESCE(CAST(${name} AS VARCHAR), '')`).join(", ")}
      FROM read_parquet('${join(place, "warehouse", table)}/**/*.parquet', hive_partitioning = true)`,
    );

  const figuresOf = async (database: string): Promise<Told[]> =>
    (await rowsOf(`${database}.db/kpi_value`, COMPARED)).map((cells) => toldOf(cells as string[]));

  async function factsOf(database: string): Promise<Tables> {
    const tables = new Map<string, Record<string, string>[]>();
    for (const { name, columns } of FACT_TABLES) {
      const names = columns.map((column) => column.name);
      const rows = await rowsOf(`${database}.db/${name}`, names);
      tables.set(
        name,
        rows.map((cells) => Object.fromEntries(names.map((one, i) => [one, String(cells[i])]))),
      );
    }
    return tables;
  }

  before(() => {
    place = mkdtempSync(join(tmpdir(), "spark-"));
    write(files, "tables");
    write(newer, "newer");
    write(sqlJob("spark", defaults.coverage), "job");
    const settings = { ...SMALL, "spark.sql.warehouse.dir": join(place, "warehouse") };
    const csv = ["--folder", join(place, "tables"), "--areas", "999", "--output", "figures"];
    const parquet = ["--table_format", "parquet"];
    const plan = [
      [...csv, ...parquet],
      ["catalogue", join(place, "newer"), "mhsds_v6"],
      ["--database", "mhsds_v6", "--areas", "999,QKS", "--output", "of_tables", ...parquet],
      ["--database", "mhsds_v6", "--areas", "999,QKS", "--output", "of_tables", ...parquet].concat([
        "--write_from",
        "2024-04",
      ]),
    ];
    const { status, stderr } = spawnSync(
      sparkPython().python!,
      [runJobs, join(place, "job/pipeline.py"), JSON.stringify(plan)],
      {
        cwd: place,
        encoding: "utf8",
        maxBuffer: 1 << 26,
        env: {
          ...process.env,
          PYSPARK_SUBMIT_ARGS: `--master local[2] --driver-memory 2g ${Object.entries(settings)
            .map(([name, value]) => `--conf ${name}=${value}`)
            .join(" ")} pyspark-shell`,
        },
      },
    );
    expect(status, stderr.slice(-3000)).to.equal(0);
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  it("has the figures of the star, of both versions with errors planted", async () => {
    const star = (await figuresOfStar(files)).filter(({ key }) => key.includes("| 999 |"));
    expect(star.filter(({ isEmpty }) => !isEmpty).length).to.be.greaterThan(2000);
    expect(differences(star, await figuresOf("figures")).slice(0, 20)).to.deep.equal([]);
  });

  it("has its facts and dimensions, row for row", async () => {
    const star = wordsOfFacts(await factsOfStar(files));
    expect(unlike(star, wordsOfFacts(await factsOf("figures"))).slice(0, 5)).to.deep.equal([]);
  });

  it("reads tables of a catalogue, and counts a board beside the council", async () => {
    const star = await figuresOfStar(newer);
    expect(star.some(({ key }) => key.includes("| QKS |"))).to.equal(true);
    expect(differences(star, await figuresOf("of_tables")).slice(0, 20)).to.deep.equal([]);
  });

  it("writes the months that are asked for again, and leaves the others as they are", () => {
    for (const table of ["kpi_value", "mh_contact"]) {
      const times = [...filesOf(`of_tables.db/${table}`)];
      const isLater = ([path]: [string, number]): boolean =>
        /=(\d{4}-\d{2})/.exec(path)![1] >= "2024-04";
      const [later, earlier] = [times.filter(isLater), times.filter((one) => !isLater(one))];
      expect(later.length, table).to.be.greaterThan(0);
      expect(earlier.length, table).to.be.greaterThan(0);
      const lastOf = (some: [string, number][]): number => Math.max(...some.map(([, at]) => at));
      const firstOf = (some: [string, number][]): number => Math.min(...some.map(([, at]) => at));
      expect(firstOf(later), table).to.be.greaterThan(lastOf(earlier));
    }
  });
});

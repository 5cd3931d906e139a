import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { holdings, sqlJob } from "../../prep/sql/job";
import { sparkPython } from "../../scripts/spark.mjs";
import { build, csvOf, defaults, text } from "../prep/pipeline/run";
import { COMPARED, differences, toldOf } from "../prep/sql/figures";
import { runDuckdb } from "../prep/sql/run-duckdb";
import { worldFiles } from "../prep/sql/worlds";

/** A few rows a step: what costs time is starting and compiling. */
const SMALL = {
  "spark.sql.shuffle.partitions": "1",
  "spark.sql.codegen.wholeStage": "false",
  "spark.sql.codegen.factoryMode": "NO_CODEGEN",
  "spark.ui.enabled": "false",
  "spark.driver.bindAddress": "127.0.0.1",
  "spark.driver.host": "127.0.0.1",
};

describe("the figures of the printed job on Spark", function () {
  this.timeout(900_000);
  let place: string;
  before(() => (place = mkdtempSync(join(tmpdir(), "spark-"))));
  after(() => rmSync(place, { recursive: true, force: true }));

  function write(files: ReadonlyMap<string, string>, folder: string): void {
    for (const [name, content] of files) {
      const path = join(place, folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  it("are those of the star, of both versions with errors planted", async () => {
    const files = worldFiles({ people: 90, seed: 12, months: 15 }, { errors: 24 });
    write(files, "tables");
    write(sqlJob("spark", defaults.coverage), "job");
    const settings = { ...SMALL, "spark.sql.warehouse.dir": join(place, "warehouse") };
    const { status, stderr } = spawnSync(
      sparkPython().python!,
      [
        join(place, "job/pipeline.py"),
        ...["--folder", join(place, "tables"), "--areas", "999,QKS"],
        ...["--output", "figures", "--table_format", "parquet"],
      ],
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
    const columns = COMPARED.map((name) => `COALESCE(CAST(${name} AS VARCHAR), '')`).join(", ");
    const job = await runDuckdb(
      {},
      "SELECT 1",
      `SELECT ${columns} FROM read_parquet('${join(place, "warehouse/figures.db/kpi_value/**/*.parquet")}', hive_partitioning = true)`,
    );
    const { star } = await build(
      [...files].map(([name, content]) => text(name, content)),
      { authority: "999", mhsds: { icb: "QKS" } },
    );
    const rows = parse(csvOf(star).get("kpi_value")!, { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    const told = rows
      .filter(
        ({ origin, indicator_id }) =>
          origin === "counted" && holdings.counted.includes(indicator_id),
      )
      .map((row) => toldOf(COMPARED.map((name) => row[name])));
    expect(told.filter(({ isEmpty }) => !isEmpty).length).to.be.greaterThan(5000);
    const ofJob = job.map((cells) => toldOf(cells as string[]));
    expect(differences(told, ofJob).slice(0, 20)).to.deep.equal([]);
  });
});

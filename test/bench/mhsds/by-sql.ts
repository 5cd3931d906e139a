import { DuckDBInstance } from "@duckdb/node-api";
import { sqlJob } from "../../../prep/sql/job";
import { COMPARED } from "./compared";
import type { Figures } from "./figures";

// Counts every measure of an MHSDS extract with the printed SQL in DuckDB, for all in the extract.
const [folder] = process.argv.slice(2);
const [started, before] = [performance.now(), process.cpuUsage()];
const pipeline = sqlJob("duckdb", { cautionAbove: 1, notAvailableAbove: 20 })
  .get("pipeline.sql")!
  .replace(/^COPY .*$/gm, "");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(`SET VARIABLE tables = '${folder.replaceAll("\\", "/")}'`);
await connection.run("SET VARIABLE areas = 'everyone'");
await connection.run(pipeline);
const rows = await connection.runAndReadAll(
  "SELECT indicator_id, CAST(period_end AS VARCHAR), breakdown, breakdown_value, value FROM kpi_value WHERE frequency = 'month' AND value <> 0",
);
const figures: Record<string, number> = {};
for (const [id, end, breakdown, group, value] of rows.getRowsJson() as [
  string,
  string,
  string,
  string,
  number,
][]) {
  const compared = COMPARED[id];
  if (compared?.[1] === breakdown)
    figures[[compared[0], end, breakdown === "all" ? "" : group].join(" ").trim()] = value;
}
// As they were counted: the gate withholds figures of tables that this extract has not.
const [[counted]] = (
  await connection.runAndReadAll(
    `SELECT CAST(count(*) AS INT) FROM figure WHERE missing IS NULL
      AND CASE WHEN statistic = 'count' THEN n > 0 WHEN statistic IN ('percent', 'mean') THEN n > 0 AND d > 0 ELSE stat <> 0 END`,
  )
).getRowsJson() as [[number]];
const { user, system } = process.cpuUsage(before);
const result: {
  seconds: number;
  cpuSeconds: number;
  peakMiB: number;
  counted: number;
  figures: Figures;
} = {
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: (user + system) / 1e6,
  peakMiB: process.resourceUsage().maxRSS / 1024,
  counted,
  figures,
};
console.log(JSON.stringify(result));

import type { MhsdsTable } from "../collections/mhsds/fields/fields";
import type { CoverageLimits } from "../indicators/gate";
import { dialects } from "./dialect";
import { readColumns, shortName } from "./mhsds/read-columns";
import { mhsdsSteps } from "./mhsds/steps";
import { stepFile, stepText } from "./step-text";
import type { SqlStep } from "./step";

const dialect = dialects.duckdb;

/** A text without spaces around it; what exports write for no value is none. */
const cleaned = (text: string): string =>
  `CASE WHEN lower(TRIM(${text})) NOT IN ('', 'null', '\\n') THEN TRIM(${text}) END`;

/** The query of a table that is nowhere. */
const NOWHERE = "SELECT NULL AS nothing WHERE FALSE";

/** How the files of a table are read, as a query in a variable, unless it was set before. */
const reader = (table: MhsdsTable): string => {
  const short = shortName(table);
  const files = `string_agg('''' || replace(file, '''', '''''') || '''', ', ' ORDER BY file)`;
  return `SET VARIABLE ${short}_from = COALESCE(getvariable('${short}_from'), (
  SELECT CASE
    WHEN count(*) = 0 THEN '${NOWHERE}'
    WHEN bool_or(file LIKE '%.parquet') THEN 'SELECT * FROM read_parquet([' || ${files} || '], union_by_name = true)'
    ELSE 'SELECT * FROM read_csv([' || ${files} || '], header = true, all_varchar = true, union_by_name = true)' END
  FROM glob(getvariable('tables') || '/**/*${table.slice(0, 6)}*')
));
INSERT INTO table_found SELECT '${short}' WHERE getvariable('${short}_from') <> '${NOWHERE}';`;
};

function sourceSteps(table: MhsdsTable): readonly SqlStep[] {
  const columns = readColumns(table);
  const headings = [...new Set(columns.flatMap(({ headings: own }) => own))];
  const values = columns.map(({ name, headings: own }) => {
    const first = own.map((heading) => `"${heading}"`).join(", ");
    return `${cleaned(own.length > 1 ? `COALESCE(${first})` : first)} AS ${name}`;
  });
  return [
    {
      name: `${shortName(table)}_source`,
      makes: "table",
      rule: `The columns of ${table} under the names of this job, whatever their heading is called: of version 6, of version 5, of warehouses and of research environments.`,
      query: `SELECT ${values.join(",\n  ")}
FROM (
  SELECT ${headings.map((heading) => `NULL::VARCHAR AS "${heading}"`).join(", ")} WHERE FALSE
  UNION ALL BY NAME
  SELECT * FROM query(getvariable('${shortName(table)}_from'))
) t`,
    },
  ];
}

/** The settings of a job that stand at its beginning. */
const settings = `-- Where the tables of MHSDS lie: a folder of CSV or Parquet files with the tables' names in theirs.
-- A table elsewhere is read by a query of its own, such as
--   SET VARIABLE mhs101_from = 'SELECT * FROM delta_scan(''/lake/MHS101Referral'')';
SET VARIABLE tables = COALESCE(getvariable('tables'), 'mhsds');
-- Areas by comma: three-digit numbers of councils, codes of integrated care boards,
-- everyone for all people of the tables as one. Empty for every council and board.
SET VARIABLE areas = COALESCE(getvariable('areas'), '');
-- First and last month, such as '2024-04'. Empty for all.
SET VARIABLE first_month = COALESCE(getvariable('first_month'), '');
SET VARIABLE last_month = COALESCE(getvariable('last_month'), '');
-- People who have opted out: a file with a column person_id. Empty where they are out of the
-- tables. A table elsewhere is read by a query in opted_out_from.
SET VARIABLE opted_out = COALESCE(getvariable('opted_out'), '');
-- Folder, one that is there, that kpi_value, facts and dimensions are written to as Parquet.
SET VARIABLE output = COALESCE(getvariable('output'), '.');

SET preserve_insertion_order = false;
SET VARIABLE opted_out_from = COALESCE(getvariable('opted_out_from'), CASE
  WHEN getvariable('opted_out') = '' THEN 'SELECT NULL AS person_id WHERE FALSE'
  WHEN getvariable('opted_out') LIKE '%.parquet' THEN 'SELECT * FROM read_parquet(''' || replace(getvariable('opted_out'), '''', '''''') || ''')'
  ELSE 'SELECT * FROM read_csv(''' || replace(getvariable('opted_out'), '''', '''''') || ''', header = true, all_varchar = true)' END);
CREATE TABLE opted_out_list AS
SELECT CAST(person_id AS VARCHAR) AS person_id FROM query(getvariable('opted_out_from'));
-- The tables that are there, be it without a row.
CREATE TABLE table_found (short VARCHAR);
CREATE TABLE parameter AS
SELECT getvariable('areas') AS areas,
  CASE WHEN getvariable('first_month') = '' THEN 0 ELSE CAST(substr(getvariable('first_month'), 1, 4) AS INT) * 12 + CAST(substr(getvariable('first_month'), 6, 2) AS INT) - 1 END AS first_month,
  CASE WHEN getvariable('last_month') = '' THEN 99999 ELSE CAST(substr(getvariable('last_month'), 1, 4) AS INT) * 12 + CAST(substr(getvariable('last_month'), 6, 2) AS INT) - 1 END AS last_month;
`;

/** A table of the star as Parquet, by month where it has months. */
const written = ({ name, partition }: SqlStep): string =>
  `COPY ${name} TO (getvariable('output') || '/${name}${partition ? "" : ".parquet"}') (FORMAT parquet${partition ? `, PARTITION_BY (${partition}), OVERWRITE true` : ""});\n`;

const isSource = ({ name }: SqlStep): boolean => name.endsWith("_source");

/** The files of the job for DuckDB, by their path. */
export function duckdbJob(limits: CoverageLimits): ReadonlyMap<string, string> {
  const tableOfSource = new Map<string, MhsdsTable>();
  const steps = mhsdsSteps(dialect, limits, (table) => {
    tableOfSource.set(`${shortName(table)}_source`, table);
    return sourceSteps(table);
  });
  const texts = steps.map((step) => {
    const before = isSource(step) ? `${reader(tableOfSource.get(step.name)!)}\n` : "";
    const after = (step.drops ?? []).map((name) => `\nDROP TABLE ${name};`).join("");
    return `${before}${stepText(step)};${after}\n`;
  });
  return new Map([
    ...steps.map((step, i): [string, string] => [stepFile(step, i), texts[i]]),
    [
      "pipeline.sql",
      [settings, ...texts, ...steps.filter(({ isOfStar }) => isOfStar).map(written)].join("\n"),
    ],
  ]);
}

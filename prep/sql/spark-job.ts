import type { CoverageLimits } from "../indicators/gate";
import { dialects } from "./dialect";
import { mhsdsSteps } from "./mhsds/steps";
import { sparkPrelude } from "./spark-prelude";
import type { SqlStep } from "./step";
import { comment, stepFile, stepText } from "./step-text";

/** What may be set, with its default and what it says. */
const SETTINGS = [
  ["database", "", "Database or schema that the tables of MHSDS lie in, such as mhsds_v6."],
  [
    "folder",
    "",
    "Else the folder of their CSV or Parquet files; the names begin with MHS001 and so on.",
  ],
  [
    "areas",
    "",
    "Areas by comma: three-digit numbers of councils, codes of boards, or everyone. Empty for all.",
  ],
  ["first_month", "", "First month, such as 2024-04. Empty for all that are there."],
  ["last_month", "", "Last month."],
  [
    "write_from",
    "",
    "Month from which on figures and contacts are written again; those of earlier months stay as they are. Empty for all.",
  ],
  [
    "opted_out",
    "",
    "Table, or CSV or Parquet file, with a column person_id: people to leave out, by their id in the tables or its SHA-256 digest.",
  ],
  [
    "output",
    "",
    "Database or schema that the tables of the job are written to. Empty for the usual one.",
  ],
  ["table_format", "delta", "delta or parquet."],
] as const;

/** A call of a step, with the column that it is written by. */
const call = ({ name, makes, query, partition }: SqlStep): string =>
  `step("${name}", "${makes}", r"""\n${query}\n"""${partition ? `, "${partition}"` : ""})`;

const python = (words: string): string => comment(words, "#");

const script = (
  steps: readonly SqlStep[],
): string => `"""The figures of MHSDS on Spark 4: pipeline.py --folder mhsds --output figures --table_format parquet"""
import argparse

from pyspark.sql import SparkSession

parser = argparse.ArgumentParser()
${SETTINGS.map(([name, value, words]) => `parser.add_argument("--${name}", default=${JSON.stringify(value)}, help=${JSON.stringify(words)})`).join("\n")}
globals().update(vars(parser.parse_args()))
spark = SparkSession.builder.appName("mhsds-figures").getOrCreate()

${sparkPrelude}

${steps.map((step) => `${python(step.rule)}\n${call(step)}`).join("\n\n")}
`;

const databricks = (steps: readonly SqlStep[]): string =>
  [
    "# Databricks notebook source",
    [
      ...SETTINGS.map(
        ([name, value, words]) =>
          `# ${words}\ndbutils.widgets.text("${name}", ${JSON.stringify(value)})\n${name} = dbutils.widgets.get("${name}")`,
      ),
    ].join("\n"),
    sparkPrelude,
    ...steps.map((step) => `${python(step.rule)}\n${call(step)}`),
  ].join("\n\n# COMMAND ----------\n\n") + "\n";

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

function fabric(steps: readonly SqlStep[]): string {
  const code = (text: string, tags: readonly string[] = []) => ({
    cell_type: "code",
    execution_count: null,
    metadata: tags.length > 0 ? { tags } : {},
    outputs: [],
    source: linesOf(text),
  });
  const markdown = (text: string) => ({
    cell_type: "markdown",
    metadata: {},
    source: linesOf(text),
  });
  const parameters = SETTINGS.map(
    ([name, value, words]) => `# ${words}\n${name} = ${JSON.stringify(value)}`,
  ).join("\n");
  const notebook = {
    cells: [
      code(parameters, ["parameters"]),
      code(sparkPrelude),
      ...steps.flatMap((step) => [markdown(`**${step.name}** ${step.rule}`), code(call(step))]),
    ],
    metadata: {
      kernelspec: { display_name: "Synapse PySpark", name: "synapse_pyspark" },
      language_info: { name: "python" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** The files of the job for Spark, by their path. */
export function sparkJob(limits: CoverageLimits): ReadonlyMap<string, string> {
  const steps = mhsdsSteps(dialects.spark, limits, () => []);
  return new Map([
    ...steps.map((step, i): [string, string] => [stepFile(step, i), `${stepText(step)};\n`]),
    ["pipeline.py", script(steps)],
    ["databricks-notebook.py", databricks(steps)],
    ["fabric-notebook.ipynb", fabric(steps)],
  ]);
}

import { readTableSteps } from "./mhsds/read-columns";

const columns = readTableSteps
  .map(({ table, columns: own }) => {
    const lines = own.map(
      ({ name, headings }) =>
        `        ${JSON.stringify(name)}: [${headings.map((heading) => JSON.stringify(heading)).join(", ")}],`,
    );
    return `    ${JSON.stringify(table)}: {\n${lines.join("\n")}\n    },`;
  })
  .join("\n");

/** What the job for Spark does before its steps, in Python: it reads the tables as they lie. */
export const sparkPrelude = `import re

# The columns of each table under the names of this job, each with the headings it may have: of
# version 6, of version 5, of warehouses and of research environments.
COLUMNS = {
${columns}
}


def month_number(text, otherwise):
    return int(text[:4]) * 12 + int(text[5:7]) - 1 if text else otherwise


def frames_of(table):
    """The tables or files that a table of MHSDS lies in. Each file is read by its own headings."""
    prefix = table[:6].lower()
    if database:
        rows = spark.sql(f"SHOW TABLES IN {database}").collect()
        names = [row.tableName for row in rows if not row.isTemporary]
        return [spark.table(f"{database}.{name}") for name in sorted(names) if re.fullmatch(prefix + "[a-z]+", name.lower())]
    files = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(folder).select("path").collect()
    paths = sorted(row.path for row in files if row.path.rsplit("/", 1)[-1].lower().startswith(prefix))
    return [
        spark.read.parquet(path)
        if path.endswith(".parquet")
        else spark.read.csv(path, header=True, inferSchema=False, quote='"', escape='"', mode="FAILFAST")
        for path in paths
    ]


def cleaned(column):
    """A text without spaces around it; what exports write for no value is none."""
    text = f"TRIM(CAST(\`{column}\` AS STRING))"
    return f"CASE WHEN lower({text}) NOT IN ('', 'null', '\\\\\\\\n') THEN {text} END"


def read(table):
    """The columns that the job needs, as texts."""
    found = None
    for frame in frames_of(table):
        headings = {name.strip().lower(): name for name in frame.columns}
        chosen = {name: next((headings[one] for one in own if one in headings), None) for name, own in COLUMNS[table].items()}
        part = frame.selectExpr(*[f"{cleaned(column) if column else 'CAST(NULL AS STRING)'} AS {name}" for name, column in chosen.items()])
        found = part if found is None else found.unionAll(part)
    is_there = found is not None
    if not is_there:
        found = spark.sql("SELECT " + ", ".join(f"CAST(NULL AS STRING) AS {name}" for name in COLUMNS[table]) + " WHERE FALSE")
    found.createOrReplaceTempView(table[:6].lower() + "_source")
    return is_there


def step(name, makes, query, partition=""):
    """Makes a table or a view of the job. Nothing is collected."""
    if makes == "view":
        spark.sql(f"CREATE OR REPLACE TEMPORARY VIEW {name} AS\\n{query}")
    elif partition in KEPT and write_from and spark.catalog.tableExists(name):
        since = f"{partition} >= DATE '{write_from}-01'"
        rows = spark.sql(query).where(since).select(*spark.table(name).columns)
        if table_format == "delta":
            rows.write.format("delta").mode("overwrite").option("replaceWhere", since).saveAsTable(name)
        else:
            rows.write.insertInto(name, overwrite=True)
    else:
        by = f"PARTITIONED BY ({partition})" if partition else ""
        spark.sql(f"DROP TABLE IF EXISTS {name}")
        spark.sql(f"CREATE TABLE {name} USING {table_format} {by} AS\\n{query}")


def people_out():
    """Who has opted out, if there is a list."""
    if not opted_out:
        return spark.sql("SELECT CAST(NULL AS STRING) AS person_id WHERE FALSE")
    if opted_out.endswith(".csv"):
        return spark.read.csv(opted_out, header=True, inferSchema=False)
    return spark.read.parquet(opted_out) if opted_out.endswith(".parquet") else spark.table(opted_out)


# Tables whose rows of a month never move to another one: earlier months may stay as they are.
KEPT = ("period_end", "month_end")
# Of a table that is written again from a month on, the partitions without rows in it stay.
spark.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
# A number that does not fit ends the job: it never becomes another one.
spark.conf.set("spark.sql.ansi.enabled", "true")
people_out().createOrReplaceTempView("opted_out_list")
if output:
    spark.sql(f"CREATE DATABASE IF NOT EXISTS {output}")
    spark.sql(f"USE {output}")
# The tables that are there, be it without a row.
there = [(table[:6].lower(),) for table in COLUMNS if read(table)]
spark.createDataFrame(there, "short STRING").createOrReplaceTempView("table_found")
spark.createDataFrame(
    [(areas, month_number(first_month, 0), month_number(last_month, 99999))],
    "areas STRING, first_month INT, last_month INT",
).createOrReplaceTempView("parameter")`;

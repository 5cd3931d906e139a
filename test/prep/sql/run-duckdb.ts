import { DuckDBInstance } from "@duckdb/node-api";

/** Runs statements in a DuckDB of their own; gives the rows of a last query, as texts. */
export async function runDuckdb(
  variables: Readonly<Record<string, string>>,
  statements: string,
  query: string,
): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    for (const [name, value] of Object.entries(variables))
      await connection.run(`SET VARIABLE ${name} = '${value.replaceAll("'", "''")}'`);
    await connection.run(statements);
    const reader = await connection.runAndReadAll(query);
    return reader.getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { scanCsv } from "../prep/scan/scan";
import type { RawTable } from "../prep/scan/raw-table";
import { readEes } from "../prep/sources/published/read-ees";
import type { PublishedFile } from "../prep/sources/published/published";

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The table of a CSV text or file, through the product's own reader. */
export async function csvTable(content: string | Uint8Array, name = "table"): Promise<RawTable> {
  const { tables } = await scanCsv(
    once(typeof content === "string" ? new TextEncoder().encode(content) : content),
    { table: name },
  );
  return tables[0];
}

/** A data file of the open data standard from disk. */
export async function publishedFile(path: string, release = "2025"): Promise<PublishedFile> {
  return readEes(await csvTable(readFileSync(path)), {
    file: basename(path),
    release,
    sourceKey: 7,
  });
}

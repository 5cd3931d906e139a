import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { SampleFile } from "../../../../prep/sample/write/sample-file";

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of each file of a sample by the file's name, as an outside parser reads them. */
export function readFiles(files: Iterable<SampleFile>): Map<string, CsvRow[]> {
  return new Map(
    [...files].map(({ name, chunks }) => {
      const bytes = Buffer.concat([...chunks]);
      return [
        name,
        parse(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true }) as CsvRow[],
      ];
    }),
  );
}

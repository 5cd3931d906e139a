import { unzipSync } from "fflate";
import type { Finding } from "../../check/finding";
import { scanCsv } from "../../scan/scan";
import type { PublishedFile } from "./published";
import { readEes } from "./read-ees";
import { datasetOf } from "./datasets";

/** A release unpacked is tens of megabytes; one that claims more than this is refused before it is unpacked. */
const MOST_BYTES = 1 << 30;

export interface Release {
  readonly files: readonly PublishedFile[];
  readonly findings: readonly Finding[];
}

/** Reads the data files of a release's zip as the Department for Education gives them (`data/*.csv`); guidance, meta and supporting files are passed over. */
export async function readReleaseZip(
  name: string,
  bytes: Uint8Array,
  release: string,
  sourceKey: number,
): Promise<Release> {
  const refuse = (message: string): Release => ({
    files: [],
    findings: [
      {
        rule: "E30",
        severity: "error",
        file: name,
        table: "",
        record: "",
        line: null,
        field: null,
        message,
        action: "Download the release again, or give the data files of it in a folder.",
      },
    ],
  });
  let [total, entries]: [number, Record<string, Uint8Array>] = [0, {}];
  try {
    entries = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        const wanted = /\.csv$/i.test(path) && !/\.meta\.csv$|supporting-files\//i.test(path);
        if (wanted) total += originalSize;
        return wanted && total <= MOST_BYTES;
      },
    });
  } catch {
    return refuse("The zip file of the release is damaged.");
  }
  if (total > MOST_BYTES)
    return refuse("The zip file of the release unpacks to more than a release can have.");
  const files: PublishedFile[] = [];
  for (const [path, content] of Object.entries(entries)) {
    const file = path.split("/").at(-1)!;
    const { tables } = await scanCsv(chunk(content), { table: file.replace(/\.csv$/i, "") });
    const table = tables[0];
    if (
      table &&
      datasetOf(new Set(table.columns.keys()), table.columns.get("time_identifier")?.at(0) ?? "")
    )
      files.push(readEes(table, { file, release, sourceKey }));
  }
  return files.length > 0
    ? { files, findings: [] }
    : refuse("The zip file holds no data file that is known.");
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

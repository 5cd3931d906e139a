import { createReadStream, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Census } from "../../prep/collections/school-census/read/census";
import { censusTables, fieldsOf } from "../../prep/collections/school-census/fields/fields";
import { censusRecords, censusRootRecord } from "../../prep/collections/school-census/read/xml";
import { readCensuses } from "../../prep/collections/school-census/read/read";
import { recogniseCensus } from "../../prep/collections/school-census/read/recognise";
import { startReading } from "../../prep/extracts/reading";
import { recogniseFiles } from "../../prep/extracts/recognise-files";
import type { InputFile } from "../../prep/input-file";
import { openFile } from "../../prep/cli/files/open-file";
import { bySaxes } from "./by-saxes";

/**
 * What a reader took for the censuses of a folder: pupils on roll, seconds, peak memory of its
 * process.
 */
export interface Measured {
  readonly count: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());

async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* (await openFile(path, { hashed: false })).chunks;
}

/** Asks for every column that the product knows, in the form that it goes on in. */
function decodeAll({ tables }: Census): void {
  for (const name of censusTables)
    for (const { column, type } of fieldsOf(name)) {
      if (type === "date") tables[name].day(column);
      else if (type === "integer") tables[name].integer(column);
      else if (type === "flag") tables[name].flag(column);
      else tables[name].text(column);
    }
}

async function byOurs(folder: string): Promise<number> {
  const inputs = pathsIn(folder).map((path): InputFile => ({
    name: path.slice(folder.length + 1).replaceAll("\\", "/"),
    role: "extract",
    bytes: statSync(path).size,
    sha256: path,
    chunks: () => contentOf(path),
  }));
  const reading = startReading(inputs, () => undefined);
  const files = await recogniseFiles(inputs, reading, {
    recognise: [recogniseCensus],
    alike: ["census-csv"],
  });
  const censuses = await readCensuses({ files }, reading);
  censuses.forEach(decodeAll);
  return censuses.reduce((sum, { tables }) => sum + tables.pupilonroll.rowCount, 0);
}

const readers: Readonly<Record<string, (folder: string) => Promise<number>>> = {
  ours: byOurs,
  saxes: async (folder) =>
    (
      await bySaxes(
        pathsIn(folder).map((path) => createReadStream(path, { highWaterMark: 1 << 18 })),
        censusRecords,
        censusRootRecord,
      )
    ).get("pupilonroll") ?? 0,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now();
  const count = await readers[process.argv[2]](process.argv[3]);
  const measured: Measured = {
    count,
    seconds: (performance.now() - start) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(measured));
}

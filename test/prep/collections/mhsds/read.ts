import { collections } from "../../../../prep/collections/index";
import type { Mhsds } from "../../../../prep/collections/mhsds/read/extract";
import { mhsds as ofMhsds } from "../../../../prep/collections/mhsds/index";
import type { Extracts } from "../../../../prep/stages/extracts";
import { readExtracts } from "../../../../prep/stages/read-extracts";
import { kpiSheetOptions } from "../../../../prep/sources/read-kpi";
import { inputOf, type MemoryFile } from "../../pipeline/run";

/** Reads files in memory as a build does. */
export const readFiles = (files: readonly MemoryFile[]): Promise<Extracts> =>
  readExtracts(
    files.map(inputOf),
    {
      collections,
      indicators: [],
      kpiSheets: kpiSheetOptions({ columns: {}, corrections: [] }),
    },
    () => undefined,
  );

/** The mental health data among some files; throws where there are none. */
export async function readMhsdsFiles(files: readonly MemoryFile[]): Promise<Mhsds> {
  const [mhsds] = (await readFiles(files)).of(ofMhsds);
  if (!mhsds) throw new Error("no MHSDS among the files");
  return mhsds;
}

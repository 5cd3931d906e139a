import type { Collection } from "../collections/collection";
import type { InputFile } from "../input-file";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import type { Progress } from "../progress";
import type { KpiSheetOptions } from "../sources/kpi-sheet/read-kpi-sheet";
import { missedOptOutLists } from "../sources/opt-out/missed-lists";
import { readSources, recogniseSource } from "../sources/read-sources";
import type { Extracts } from "./extracts";
import { fileFinding } from "../extracts/file-rules";
import { readWorkbooks } from "../extracts/read-workbooks";
import { startReading } from "../extracts/reading";
import { recogniseFiles } from "../extracts/recognise-files";

export interface ReadOptions {
  readonly collections: readonly Collection[];
  /** Indicators that a council's own may not take the ids of. */
  readonly indicators: readonly CatalogueEntry[];
  readonly kpiSheets: KpiSheetOptions;
  /**
   * Leaves collections unread whose people are not told by children's keys: they can be very large,
   * and no list of cases needs them.
   */
  readonly casesOnly?: boolean;
  /** Called before anything is read where extracts of people are among the files. */
  readonly onPeople?: () => void;
}

/**
 * Reads all files: what each is, is found by its content. Nothing here throws for what a file
 * holds; it becomes a finding.
 */
export async function readExtracts(
  inputs: readonly InputFile[],
  { collections, indicators, kpiSheets, casesOnly = false, onPeople }: ReadOptions,
  progress: Progress,
): Promise<Extracts> {
  const reading = startReading(inputs, progress);
  const { findings, rows, checks, takenFor } = reading;
  const kinds = new Map<string, Collection>();
  const files = await recogniseFiles(inputs, reading, {
    recognise: [
      ...collections.map((collection) => (opening: Parameters<typeof recogniseSource>[0]) => {
        const found = collection.recognise(opening);
        if (found) kinds.set(found.kind, collection);
        return found;
      }),
      recogniseSource,
    ],
    alike: collections.flatMap(({ alike }) => alike ?? []),
  });
  if (files.some(({ kind }) => kinds.has(kind))) onPeople?.();
  const all = { files, workbooks: await readWorkbooks(files, reading) };
  const byCollection = new Map<string, readonly unknown[]>();
  for (const collection of collections)
    if (!casesOnly || collection.people)
      byCollection.set(collection.id, await collection.read(all, reading));
  for (const { file, kind } of files) {
    const collection = kinds.get(kind);
    if (collection && !byCollection.has(collection.id))
      takenFor.set(file.name, `${collection.title}, not needed for this`);
  }
  const sources = await readSources(all, { kpiSheets, indicators }, reading);
  const missed = await missedOptOutLists(all, takenFor);
  for (const { file } of files)
    if (!takenFor.has(file.name))
      findings.push(fileFinding(missed.has(file.name) ? "F14" : "F01", file.name));
  return {
    files: inputs.map(({ name }) => ({ name, recognisedAs: takenFor.get(name) ?? null })),
    of: <Extract>({ id }: Pick<Collection<Extract>, "id" | "read">) =>
      (byCollection.get(id) ?? []) as readonly Extract[],
    sources,
    findings,
    checks,
    rows,
  };
}

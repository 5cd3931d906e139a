import type { CatalogueEntry } from "../../indicators/catalogue-entry";
import { readOwnCatalogue, type OwnIndicator } from "../../indicators/own-catalogue";
import { bytesOf } from "../../extracts/bytes-of";
import { fileFinding } from "../../extracts/file-rules";
import type { Reading } from "../../extracts/reading";
import type { RecognisedInput } from "../../extracts/recognise-files";

/** An indicator of a council's own catalogue, with the file that it came from. */
export interface OwnIndicatorOf extends OwnIndicator {
  readonly file: string;
}

/**
 * Reads the council's own indicators: JSON files with a list of them in the form of our catalogue.
 * An id that is known already is a problem.
 */
export async function readOwnIndicators(
  files: readonly RecognisedInput[],
  known: readonly CatalogueEntry[],
  reading: Reading,
): Promise<OwnIndicatorOf[]> {
  const indicators: OwnIndicatorOf[] = [];
  const taken = new Set(known.map(({ id }) => id));
  for (const { file, kind } of files) {
    if (kind !== "own-indicators") continue;
    reading.takenFor.set(file.name, "own indicators");
    let list: unknown;
    try {
      list = JSON.parse(new TextDecoder().decode(await bytesOf(reading.content(file))));
    } catch {
      reading.findings.push(
        fileFinding("F08", file.name, "The list of own indicators is no JSON."),
      );
      continue;
    }
    const read = readOwnCatalogue(list, taken);
    for (const indicator of read.indicators) {
      taken.add(indicator.id);
      indicators.push({ ...indicator, file: file.name });
    }
    for (const problem of read.problems)
      reading.findings.push(fileFinding("F08", file.name, problem));
  }
  return indicators;
}

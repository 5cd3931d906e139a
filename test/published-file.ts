import { gatedPublished, type GatedFigure } from "../prep/compare/one-published-figure";
import { scanCsv } from "../prep/scan/scan";
import type { RawTable } from "../prep/columns/raw-table";
import { repeatedHeadings } from "../prep/sources/published/datasets";
import { readEes } from "../prep/sources/published/read-ees";
import type { PublishedFile } from "../prep/sources/published/published";
import type { IndicatorFigure } from "../prep/sources/published/published-figures";
import { csvCells } from "./csv-rows";
import { fixture } from "./fixture";

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The table of a CSV text or file, through the product's own reader. */
export async function csvTable(content: string | Uint8Array, name = "table"): Promise<RawTable> {
  const { tables } = await scanCsv(
    once(typeof content === "string" ? new TextEncoder().encode(content) : content),
    { table: name, repeated: repeatedHeadings },
  );
  return tables[0];
}

/**
 * A published data set as test/fixtures/published holds it: what all rows share, places and the
 * rest of the columns apart.
 */
interface StoredDataset {
  readonly headings: readonly string[];
  readonly same: Readonly<Record<string, string>>;
  readonly place: readonly string[];
  readonly places: readonly (readonly string[])[];
  readonly varying: readonly string[];
  /** Number of the place, and the cells of the varying columns. */
  readonly rows: readonly string[];
}

const quoted = (cell: string): string => (cell.includes(",") ? `"${cell}"` : cell);

/** A published data set as a CSV file of the open data standard, and how many rows it has. */
export function publishedCsv(dataset: string): { readonly text: string; readonly rows: number } {
  const stored = fixture<StoredDataset>(`published/${dataset}.json`);
  const lines = csvCells(stored.rows.join("\n")).map(([place, ...cells]) => {
    const row = new Map(Object.entries(stored.same));
    stored.place.forEach((heading, i) => row.set(heading, stored.places[Number(place)][i]));
    stored.varying.forEach((heading, i) => row.set(heading, cells[i]));
    return stored.headings.map((heading) => quoted(row.get(heading)!)).join(",");
  });
  return { text: [stored.headings.join(","), ...lines].join("\n"), rows: lines.length };
}

/** A published data set, read. */
export const publishedFile = async (dataset: string, release = "2025"): Promise<PublishedFile> =>
  readEes(await csvTable(publishedCsv(dataset).text), {
    file: `${dataset}.csv`,
    release,
    sourceKey: 7,
  });

/** A published figure past the gate that the settings have where nobody sets it. */
export const past = (figure: IndicatorFigure): GatedFigure =>
  gatedPublished(figure, { cautionAbove: 1, notAvailableAbove: 20 });

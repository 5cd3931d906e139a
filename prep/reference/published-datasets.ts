import text from "./published-datasets.csv";
import { reference } from "./read-reference";

/** A data set of published statistics that is read. */
interface PublishedDataset {
  readonly dataset: string;
  readonly name: string;
  readonly publisher: string;
  /** Where its files are found. */
  readonly page: string;
  /** How new the newest file is that the product was tried on; empty where that means nothing. */
  readonly newest: string;
}

/** The data sets of published statistics that are read. */
export const publishedDatasets = reference({
  file: "published-datasets.csv",
  text,
  columns: ["dataset", "name", "publisher", "page", "newest"],
  row: (cells): PublishedDataset => cells,
});

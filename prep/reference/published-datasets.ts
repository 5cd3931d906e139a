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
  /**
   * Whether it is read in the layout that its publisher gives it; the figures of one that is not are
   * given in the form that this product declares.
   */
  readonly isOwnForm: boolean;
  /** Indicators that a data set of the declared form feeds. */
  readonly feeds: readonly string[];
}

/** The data sets of published statistics that are read. */
export const publishedDatasets = reference({
  file: "published-datasets.csv",
  text,
  columns: ["dataset", "name", "publisher", "page", "newest", "form", "feeds"],
  row: ({ form, feeds, ...cells }): PublishedDataset => {
    if (form !== "own" && form !== "declared") throw new Error(`"${form}" is no form.`);
    const ids = feeds.split(" ").filter((id) => id !== "");
    return { ...cells, isOwnForm: form === "own", feeds: ids };
  },
});

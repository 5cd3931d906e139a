import type { PublishedMapping } from "./published-mapping";

/** The rows of a breakdown's total, which is called as the breakdown is. */
export const total = (topic: string): Readonly<Record<string, string>> => ({
  breakdown_topic: topic,
  breakdown: topic,
});

/**
 * Which rows and columns of a dataset a figure is; to be compared without a caution unless it says
 * otherwise.
 */
type Picked = Pick<PublishedMapping, "where"> & Partial<PublishedMapping>;

/** A count that is published. */
export const count = (indicator: string, dataset: string, picked: Picked): PublishedMapping => ({
  indicator,
  dataset,
  unit: "count",
  comparability: "comparable",
  note: null,
  ...picked,
});
/** A share that is published, with the columns it is made of. */
export const percent = (indicator: string, dataset: string, picked: Picked): PublishedMapping => ({
  indicator,
  dataset,
  unit: "percent",
  comparability: "comparable",
  note: null,
  ...picked,
});
/** A figure to read with care, and the id under which we count it as published. */
export const caution = (note: string, variant?: string): Partial<PublishedMapping> => ({
  comparability: "caution",
  note,
  ...(variant === undefined ? {} : { variant }),
});

import type { CaseList } from "../lists/case-list";
import type { Collection } from "./collection";
import { mhsds } from "./mhsds/index";
import { schoolCensus } from "./school-census/index";
import { sen2 } from "./sen2/index";

/** The collections, in the order that they are read, keyed and counted. */
export const collections: readonly Collection[] = [sen2, schoolCensus, mhsds];

/** Every list that `send-scorecard lists` can write. */
export const caseLists: readonly CaseList[] = collections.flatMap(
  (collection) => collection.caseLists ?? [],
);

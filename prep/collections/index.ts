import type { CaseList } from "../lists/case-list";
import type { ValuesOf } from "../setting";
import type { Settings } from "../settings";
import type { Collection } from "./collection";
import { mhsds } from "./mhsds/index";
import type { mhsdsSettings } from "./mhsds/setting-declarations";
import { schoolCensus } from "./school-census/index";
import type { censusSettings } from "./school-census/setting-declarations";
import { sen2 } from "./sen2/index";
import type { sen2Settings } from "./sen2/setting-declarations";

/** The collections, in the order that they are read, keyed and counted. */
export const collections: readonly Collection[] = [sen2, schoolCensus, mhsds];

/** Every list that `send-scorecard lists` can write. */
export const caseLists: readonly CaseList[] = collections.flatMap(
  (collection) => collection.caseLists ?? [],
);

/** All settings of a build: those of no collection, and those that each declares. */
export type AllSettings = Settings &
  ValuesOf<typeof sen2Settings & typeof censusSettings & typeof mhsdsSettings>;

import type { Collection } from "./collection";
import { mhsds } from "./mhsds/index";
import { schoolCensus } from "./school-census/index";
import { sen2 } from "./sen2/index";

/** The collections, in the order that they are read, keyed and counted. */
export const collections: readonly Collection[] = [sen2, schoolCensus, mhsds];

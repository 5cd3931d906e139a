import type { Finding, RowCount } from "../check/finding";
import type { RulesResult } from "../check/run";
import type { Collection } from "../collections/collection";
import type { RecognisedFile } from "../input-file";
import type { SourceData } from "../sources/source-data";

/** All that a folder of extracts holds, read. */
export interface Extracts {
  readonly files: readonly RecognisedFile[];
  /** The extracts of a collection, as its reader gave them. */
  of<Extract>(collection: Pick<Collection<Extract>, "id" | "read">): readonly Extract[];
  /** What is no collection of people. */
  readonly sources: SourceData;
  readonly findings: readonly Finding[];
  /** What readers found that check while they read, with full counts. */
  readonly checks: readonly RulesResult[];
  readonly rows: readonly RowCount[];
}

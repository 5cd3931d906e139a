import type { CaseList, CaseListOptions } from "../../../prep/lists/case-list";
import type { ListedResult } from "../../../prep/results";
import type { AllSettings } from "../../../prep/collections/index";
import { runList, type MemoryFile } from "../pipeline/run";
import { parse } from "csv-parse/sync";

export type Row = Readonly<Record<string, string>>;

export interface Listed {
  readonly result: ListedResult;
  /** The rows of a CSV of the list, by heading. */
  readonly rows: (path: string) => Row[];
  readonly bytes: (path: string) => Buffer;
}

/** Makes a list from files in memory. */
export async function makeList(
  list: CaseList,
  files: readonly MemoryFile[],
  options: Partial<CaseListOptions> = {},
  settings: Partial<AllSettings> = {},
): Promise<Listed> {
  const result = await runList(list, files, { names: false, within: 14, ...options }, settings);
  const bytes = (path: string): Buffer =>
    Buffer.concat([...result.made.files.find((file) => file.path === path)!.chunks]);
  const contents = new Map(result.made.files.map(({ path }) => [path, bytes(path)]));
  return {
    result,
    bytes: (path) => contents.get(path)!,
    rows: (path) => parse(contents.get(path)!, { columns: true, bom: true }),
  };
}

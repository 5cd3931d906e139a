/** A COLLECT table file of a folder. */
export interface CollectFile {
  readonly name: string;
  readonly table: string;
  /** The table's name as the file's name has it, where that may be another one. */
  readonly spelt?: string;
}

/** The folder part of a name, with its last `/`. */
export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);
/** The name without the word of its table: files of one export share it. */
const stemOf = ({ name, table, spelt = table }: CollectFile): string =>
  name.toLowerCase().replace(spelt, "");

/**
 * Files of one folder belong to one export when no table stands twice in it; else those whose names
 * differ only in the table do.
 */
export function collectGroups<F extends CollectFile>(files: readonly F[]): F[][] {
  const group = (list: readonly F[], key: (file: F) => string): F[][] => {
    const groups = new Map<string, F[]>();
    for (const file of list) groups.set(key(file), [...(groups.get(key(file)) ?? []), file]);
    return [...groups.values()];
  };
  return group(files, ({ name }) => folderOf(name)).flatMap((inFolder) =>
    new Set(inFolder.map(({ table }) => table)).size === inFolder.length
      ? [inFolder]
      : group(inFolder, stemOf),
  );
}

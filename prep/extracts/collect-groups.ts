/** A COLLECT table file of a folder. */
interface CollectFile {
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
 * Files of one folder belong to one export when no table is there twice in it; else those whose names
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

/** A table file with what tells its content apart. */
interface HashedFile extends CollectFile {
  readonly file: { readonly sha256: string | null };
}

/**
 * The exports without those that hold nothing but files of another one, byte for byte, as copies do
 * that lie elsewhere; and the copies, each with the file that it is one of.
 */
export function withoutCopies<F extends HashedFile>(
  groups: readonly (readonly F[])[],
): {
  readonly groups: readonly (readonly F[])[];
  readonly copies: readonly (readonly [copy: F, of: F])[];
} {
  const kept: (readonly F[])[] = [];
  const copies: (readonly [F, F])[] = [];
  const largestFirst = [...groups].sort((a, b) => b.length - a.length);
  for (const group of largestFirst) {
    const original = kept
      .map((other) => group.map(({ file }) => other.find((one) => one.file.sha256 === file.sha256)))
      .find((twins) => twins.every((twin) => twin !== undefined));
    if (original) group.forEach((file, i) => copies.push([file, original[i]!]));
    else kept.push(group);
  }
  return { groups: groups.filter((group) => kept.includes(group)), copies };
}

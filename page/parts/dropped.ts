import type { GivenFile } from "../messages";

/** The files of a dropped folder, with their paths below it. */
async function filesBelow(folder: FileSystemDirectoryEntry, below: string): Promise<GivenFile[]> {
  const reader = folder.createReader();
  const found: GivenFile[] = [];
  for (;;) {
    // A reader gives a hundred entries at a time.
    const entries = await new Promise<FileSystemEntry[]>((done, failed) =>
      reader.readEntries(done, failed),
    );
    if (entries.length === 0) return found;
    for (const entry of entries) found.push(...(await filesOf(entry, `${below}${entry.name}`)));
  }
}

async function filesOf(entry: FileSystemEntry, path: string): Promise<GivenFile[]> {
  if (entry.isDirectory) return filesBelow(entry as FileSystemDirectoryEntry, `${path}/`);
  const file = await new Promise<File>((done, failed) =>
    (entry as FileSystemFileEntry).file(done, failed),
  );
  return [{ path, file }];
}

/** The files that were dropped. One folder alone is the folder of extracts itself. */
export async function droppedFiles(items: DataTransferItemList): Promise<GivenFile[]> {
  // To be asked for at once: the list is empty after the event.
  const entries = Array.from(items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 1 && entries[0].isDirectory)
    return filesBelow(entries[0] as FileSystemDirectoryEntry, "");
  return (await Promise.all(entries.map((entry) => filesOf(entry, entry.name)))).flat();
}

/** The files that were chosen, a chosen folder's without its own name. */
export const chosenFiles = (files: Iterable<File>): GivenFile[] =>
  Array.from(files, (file) => ({
    path: file.webkitRelativePath.split("/").slice(1).join("/") || file.name,
    file,
  }));

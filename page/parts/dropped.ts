import type { GivenFile } from "../messages";

/** What a browser gives of something that was dropped; the list of items is empty after the event. */
interface Dropped {
  /** Of browsers on Chromium. There a page from the disk may open no entry, only a handle. */
  readonly handle: Promise<FileSystemHandle | null> | null;
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
}

interface WithHandle {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** The files of a folder and of those in it, with their paths below it. */
async function filesInHandle(
  folder: FileSystemDirectoryHandle,
  below: string,
): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  for await (const handle of folder.values())
    found.push(...(await filesOfHandle(handle, `${below}${handle.name}`)));
  return found;
}

const filesOfHandle = async (handle: FileSystemHandle, path: string): Promise<GivenFile[]> =>
  handle instanceof FileSystemDirectoryHandle
    ? filesInHandle(handle, `${path}/`)
    : [{ path, file: await (handle as FileSystemFileHandle).getFile() }];

async function filesInEntry(folder: FileSystemDirectoryEntry, below: string): Promise<GivenFile[]> {
  const reader = folder.createReader();
  const found: GivenFile[] = [];
  for (;;) {
    // A reader gives a hundred entries at a time.
    const entries = await new Promise<FileSystemEntry[]>((done, failed) =>
      reader.readEntries(done, failed),
    );
    if (entries.length === 0) return found;
    for (const entry of entries)
      found.push(...(await filesOfEntry(entry, `${below}${entry.name}`)));
  }
}

async function filesOfEntry(entry: FileSystemEntry, path: string): Promise<GivenFile[]> {
  if (entry.isDirectory) return filesInEntry(entry as FileSystemDirectoryEntry, `${path}/`);
  const file = await new Promise<File>((done, failed) =>
    (entry as FileSystemFileEntry).file(done, failed),
  );
  return [{ path, file }];
}

/** The files of one thing that was dropped; `isAlone` leaves out the name of a folder. */
async function filesOf(dropped: Dropped, isAlone: boolean): Promise<GivenFile[]> {
  const { entry, file } = dropped;
  const handle = await dropped.handle;
  if (handle instanceof FileSystemDirectoryHandle)
    return filesInHandle(handle, isAlone ? "" : `${handle.name}/`);
  if (!handle && entry?.isDirectory)
    return filesInEntry(entry as FileSystemDirectoryEntry, isAlone ? "" : `${entry.name}/`);
  return file ? [{ path: file.name, file }] : [];
}

/**
 * The files that were dropped. One folder alone is the folder of extracts itself. Rejects where the
 * browser cannot open one of them.
 */
export async function droppedFiles(items: DataTransferItemList): Promise<GivenFile[]> {
  const dropped = Array.from(items)
    .filter(({ kind }) => kind === "file")
    .map((item): Dropped => ({
      handle: (item as WithHandle).getAsFileSystemHandle?.() ?? null,
      entry: item.webkitGetAsEntry(),
      file: item.getAsFile(),
    }));
  return (await Promise.all(dropped.map((one) => filesOf(one, dropped.length === 1)))).flat();
}

/** The files that were chosen, a chosen folder's without its own name. */
export const chosenFiles = (files: Iterable<File>): GivenFile[] =>
  Array.from(files, (file) => ({
    path: file.webkitRelativePath.split("/").slice(1).join("/") || file.name,
    file,
  }));

// Runs inside the page: a folder in memory stands in for the one that a user chooses, for no test
// can work the system's own dialogue. It answers as a handle of a folder does.
(() => {
  const missing = () => Promise.reject(new DOMException("not there", "NotFoundError"));
  const fileHandle = (entries, name) => ({
    kind: "file",
    getFile: async () => new File([entries.get(name).content], name),
    createWritable: async () => {
      const parts = [];
      return {
        write: async (part) => void parts.push(part),
        close: async () => void (entries.get(name).content = new Blob(parts)),
      };
    },
  });
  const folderHandle = (name, entries) => ({
    kind: "directory",
    name,
    entriesOf: entries,
    async *keys() {
      yield* entries.keys();
    },
    async getDirectoryHandle(child, { create } = {}) {
      if (!entries.has(child) && !create) return missing();
      if (!entries.has(child)) entries.set(child, folderHandle(child, new Map()));
      return entries.get(child);
    },
    async getFileHandle(child, { create } = {}) {
      if (!entries.has(child) && !create) return missing();
      if (!entries.has(child)) entries.set(child, { content: new Blob() });
      return fileHandle(entries, child);
    },
    async removeEntry(child) {
      if (!entries.delete(child)) return missing();
    },
  });
  const root = folderHandle("star", new Map());
  window.showDirectoryPicker = async () => root;
  window.chosenFolder = {
    put: (name, text) => void root.entriesOf.set(name, { content: new Blob([text]) }),
    remove: (name) => void root.entriesOf.delete(name),
    paths: () => {
      const below = (folder, path) =>
        [...folder.entriesOf].flatMap(([name, entry]) =>
          entry.entriesOf ? below(entry, `${path}${name}/`) : [path + name],
        );
      return below(root, "").sort();
    },
  };
})();

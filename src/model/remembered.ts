/** Texts that are kept: more different ones than any column of words has. */
const MOST = 2000;

/** A reader of texts that keeps what it read, since the cells of a column say the same again. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

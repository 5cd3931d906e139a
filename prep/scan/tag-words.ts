/** A tag in words of four bytes, so that it is compared four bytes at a time. */
export interface TagWords {
  /** Length of the tag in bytes. */
  readonly length: number;
  /** The words from the start on, each of four whole bytes of the tag. */
  readonly words: Int32Array;
  /** The last four bytes of the tag. */
  readonly last: number;
}

/**
 * The tag of a name: `<` or `</`, the name, `>`. One of less than four bytes (`<a>`) has no words;
 * see `isTagAt`.
 */
export function tagWords(opening: "<" | "</", name: Uint8Array): TagWords {
  const length = opening.length + name.length + 1;
  const bytes = new Uint8Array(Math.max(4, length));
  for (let i = 0; i < opening.length; i++) bytes[i] = opening.charCodeAt(i);
  bytes.set(name, opening.length);
  bytes[length - 1] = 0x3e;
  const view = new DataView(bytes.buffer);
  return {
    length,
    words: Int32Array.from({ length: length >> 2 }, (_, i) => view.getInt32(i * 4, true)),
    last: view.getInt32(bytes.length - 4, true),
  };
}

/**
 * Whether a tag stands at `at`, wholly before `end`. False for a tag of less than four bytes, which
 * has to be read byte by byte.
 */
export function isTagAt(
  view: DataView,
  at: number,
  end: number,
  { length, words, last }: TagWords,
): boolean {
  if (length < 4 || at + length > end) return false;
  for (let i = 0; i < words.length; i++)
    if (view.getInt32(at + i * 4, true) !== words[i]) return false;
  return view.getInt32(at + length - 4, true) === last;
}

/** Numbers texts in the order of first sight, from 1; 0 is the empty one. */
interface Numbering {
  readonly texts: readonly string[];
  readonly of: (text: string) => number;
}

export function numbering(): Numbering {
  const texts = [""];
  const codes = new Map<string, number>([["", 0]]);
  return {
    texts,
    of(text) {
      let code = codes.get(text);
      if (code === undefined) codes.set(text, (code = texts.push(text) - 1));
      return code;
    },
  };
}

/**
 * Widths of characters in ems, on the wide side of the usual sans serif faces: what is printed
 * takes no more room than
 * is reckoned.
 */
const WIDTHS: readonly (readonly [characters: RegExp, ems: number])[] = [
  [/[ iIjl.,:;'|!ftr()[\]/\-]/, 0.34],
  [/[mwMW@%&]/, 0.95],
  [/[A-Z]/, 0.72],
];

function widthOf(character: string): number {
  const known = WIDTHS.find(([characters]) => characters.test(character));
  if (known) return known[1];
  return character.codePointAt(0)! < 0x250 ? 0.58 : 1.1;
}

const widthOfText = (text: string): number =>
  [...text].reduce((sum, character) => sum + widthOf(character), 0);

/**
 * How many lines a text takes in a column of a width in ems: words wrap, words too long for a line
 * are broken. An
 * empty text takes none.
 */
export function linesOf(text: string, ems: number): number {
  let [lines, used] = [0, Infinity];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const width = widthOfText(word);
    if (used + widthOf(" ") + width <= ems) used += widthOf(" ") + width;
    else {
      const more = Math.ceil(width / (ems - 1.1));
      lines += width <= ems ? 1 : more;
      used = width <= ems ? width : ems;
    }
  }
  return lines;
}

/** The greatest number from 0 to `most` that a test which holds for all smaller ones holds for. */
function greatest(most: number, holds: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The text, or as many of its words (of one long word, characters) as fit the lines with an
 * ellipsis after them.
 */
export function clipped(text: string, ems: number, most: number): string {
  if (linesOf(text, ems) <= most) return text;
  const [words, characters] = [text.trim().split(/\s+/), [...text.trim()]];
  const fits =
    (cut: (count: number) => string) =>
    (count: number): boolean =>
      linesOf(cut(count), ems) <= most;
  const byWords = (count: number): string => `${words.slice(0, count).join(" ")} …`;
  const count = greatest(words.length, fits(byWords));
  if (count > 0) return byWords(count);
  const byCharacters = (count: number): string => `${characters.slice(0, count).join("")}…`;
  return byCharacters(greatest(characters.length, fits(byCharacters)));
}

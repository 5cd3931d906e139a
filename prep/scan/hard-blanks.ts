/** The blank that does not break a line, U+00A0, in UTF-8: web pages and word processors write it. */
const [FIRST, SECOND] = [0xc2, 0xa0];
const SPACE = 0x20;

/** Where a text begins behind blanks, hard ones among them. */
export function afterHardBlanks(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== FIRST) return start;
  let at = start;
  while (at < end)
    if (bytes[at] === FIRST && bytes[at + 1] === SECOND) at += 2;
    else if (bytes[at] === SPACE) at++;
    else break;
  return at;
}

/** Where a text ends before blanks, hard ones among them. */
export function beforeHardBlanks(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[end - 1] !== SECOND) return end;
  let at = end;
  while (at > start)
    if (bytes[at - 1] === SECOND && bytes[at - 2] === FIRST) at -= 2;
    else if (bytes[at - 1] === SPACE) at--;
    else break;
  return at;
}

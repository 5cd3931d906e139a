import { readEvents } from "./xml-events";

/** `_x000D_` stands for a character that XML does not take well (ECMA-376 part 1, 22.9.2.19). */
export const plainText = (text: string): string =>
  (text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text
  ).trim();

/**
 * The texts that cells share, in the order that cells count them: runs of one text joined, readings
 * of East Asian characters left out.
 */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  let text = "";
  let reading = false;
  let inText = false;
  readEvents(bytes, {
    open(tag) {
      if (tag === "si") text = "";
      else if (tag === "rPh") reading = true;
      else if (tag === "t") inText = true;
    },
    text(piece) {
      if (inText && !reading) text += piece;
    },
    close(tag) {
      if (tag === "si") strings.push(plainText(text));
      else if (tag === "rPh") reading = false;
      else if (tag === "t") inText = false;
    },
  });
  return strings;
}

import type { Settings } from "../settings/settings-table";

/** One for all fonts, kept out of the graphics processor: that takes long to begin with. */
let pen: CanvasRenderingContext2D | null | undefined;
let penFont = "";

function penFor(font: string): CanvasRenderingContext2D | null {
  pen ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (pen && font !== penFont) pen.font = penFont = font;
  return pen;
}

/** Widths that are kept, by font and text: more than a table has different ones. */
const MOST = 4000;
const known = new Map<string, number>();

/**
 * Pixels that a text takes in a font; by its number of letters where the browser cannot tell. Fonts
 * are told as style sheets tell them. All digits are as wide as one another.
 */
function textWidth(text: string, font: string, size: number): number {
  const key = `${font} ${text.replace(/\d/g, "0")}`;
  let width = known.get(key);
  if (width === undefined) {
    if (known.size >= MOST) known.clear();
    width =
      penFor(font)?.measureText(key.slice(font.length + 1)).width ?? text.length * size * 0.56;
    known.set(key, width);
  }
  return width;
}

/** The font of texts in charts, which are 12 pixels high. */
export const chartFont = ({ text }: Settings): string =>
  `12px "${text.family}", "Segoe UI", Arial, sans-serif`;

/** A text of a chart, cut where it takes more than its room. */
export function fitted(text: string, font: string, room: number): string {
  let kept = text;
  while (kept.length > 3 && textWidth(kept === text ? text : `${kept}…`, font, 12) > room)
    kept = kept.slice(0, -1);
  return kept === text ? text : `${kept.trimEnd()}…`;
}

/**
 * Pixels that the widest of many texts takes, to `most`: only the longest are measured, for most
 * letters are about as wide as others.
 */
export function widestOf(
  texts: readonly string[],
  font: string,
  size: number,
  most = Infinity,
): number {
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
  let widest = 0;
  for (const text of texts) {
    if (text.length < longest * 0.8) continue;
    widest = Math.max(widest, textWidth(text, font, size));
    if (widest >= most) return most;
  }
  return widest;
}

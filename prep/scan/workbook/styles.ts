import type { CellStyle } from "./sheet-cell";
import { formatOfId, GENERAL } from "./number-format";
import { colourOf, type NamedColour } from "./theme-colour";
import { readEvents, type Attributes } from "./xml-events";

/** The style of a cell that names none. */
export const PLAIN: CellStyle = { format: GENERAL, fill: null, bold: false };

const named = (attributes: Attributes): NamedColour => ({
  rgb: attributes.get("rgb"),
  theme: attributes.get("theme"),
  indexed: attributes.get("indexed"),
  tint: attributes.get("tint"),
});

const isOn = (value: string | null): boolean => value !== "0" && value !== "false";

/** The cell styles of a styles part, in the order that cells count them. */
export function readStyles(
  bytes: Uint8Array,
  themeColours: readonly (string | null)[],
): CellStyle[] {
  const formats = new Map<number, string>();
  const fills: (string | null)[] = [];
  const fonts: boolean[] = [];
  const styles: CellStyle[] = [];
  let part: string | null = null;
  let solid = false;
  readEvents(bytes, {
    open(tag, attributes) {
      if (["numFmts", "fonts", "fills", "cellXfs", "cellStyleXfs", "dxfs"].includes(tag))
        part = tag;
      else if (part === "numFmts" && tag === "numFmt")
        formats.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      else if (part === "fonts" && tag === "font") fonts.push(false);
      else if (part === "fonts" && tag === "b")
        fonts[fonts.length - 1] = isOn(attributes.get("val"));
      else if (part === "fills" && tag === "fill") fills.push(null);
      else if (part === "fills" && tag === "patternFill")
        solid = attributes.get("patternType") === "solid";
      else if (part === "fills" && tag === "fgColor" && solid)
        fills[fills.length - 1] = colourOf(named(attributes), themeColours);
      else if (part === "cellXfs" && tag === "xf")
        styles.push({
          format: formatOfId(Number(attributes.get("numFmtId") ?? 0), formats),
          fill: fills[Number(attributes.get("fillId") ?? 0)] ?? null,
          bold: fonts[Number(attributes.get("fontId") ?? 0)] ?? false,
        });
    },
    close(tag) {
      if (tag === part) part = null;
    },
  });
  return styles;
}

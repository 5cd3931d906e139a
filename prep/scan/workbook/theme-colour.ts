import { readEvents } from "./xml-events";

/** The 64 colours of old workbooks (ECMA-376 part 1, 18.8.27); the first eight stand twice. */
const OLD_COLOURS = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ".repeat(2) +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** How a workbook names a colour. */
export interface NamedColour {
  readonly rgb: string | null;
  readonly theme: string | null;
  readonly indexed: string | null;
  readonly tint: string | null;
}

/** Names of the theme's colours in the order that cells count them: light before dark. */
const ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** The colours of a theme part, in the order that cells count them. */
export function readTheme(bytes: Uint8Array): readonly (string | null)[] {
  const colours = new Map<string, string>();
  let name: string | null = null;
  readEvents(bytes, {
    open(tag, attributes) {
      if (ORDER.includes(tag)) name = tag;
      const value = tag === "srgbClr" ? "val" : tag === "sysClr" ? "lastClr" : null;
      const colour = value === null ? null : attributes.get(value);
      if (name !== null && colour !== null && !colours.has(name)) colours.set(name, colour);
    },
    close(tag) {
      if (tag === name) name = null;
    },
  });
  return ORDER.map((key) => colours.get(key) ?? null);
}

/**
 * A colour made lighter (tint above 0) or darker, by the lightness of its hue, saturation and
 * lightness (18.8.19).
 */
function tinted(colour: string, tint: number): string {
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const light = (most + least) / 2;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const sixth =
    spread === 0
      ? 0
      : most === r
        ? ((g - b) / spread + 6) % 6
        : most === g
          ? (b - r) / spread + 2
          : (r - g) / spread + 4;
  const lightness = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
  const channel = (offset: number): string => {
    const place = (sixth + offset) % 6;
    const part = Math.max(0, Math.min(1, Math.abs(place - 3) - 1));
    const value = Math.round(255 * (lightness - chroma / 2 + chroma * part));
    return Math.max(0, Math.min(255, value)).toString(16).padStart(2, "0").toUpperCase();
  };
  return channel(0) + channel(4) + channel(2);
}

/** A colour as `RRGGBB`; null where it is automatic or cannot be made out. */
export function colourOf(
  { rgb, theme, indexed, tint }: NamedColour,
  themeColours: readonly (string | null)[],
): string | null {
  const base =
    rgb ??
    (theme !== null
      ? themeColours[Number(theme)]
      : indexed !== null
        ? OLD_COLOURS[Number(indexed)]
        : null);
  const plain = /([0-9a-f]{6})$/i.exec(base ?? "")?.[1].toUpperCase();
  if (plain === undefined) return null;
  const change = Number(tint ?? 0);
  return Number.isFinite(change) && change !== 0
    ? tinted(plain, Math.max(-1, Math.min(1, change)))
    : plain;
}

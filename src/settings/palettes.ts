import type { Settings } from "./settings-table";

/**
 * Colours by what they say. Each status has an ink for its icon and word and a fill behind them.
 */
export interface Palette {
  readonly met: string;
  readonly metFill: string;
  readonly near: string;
  readonly nearFill: string;
  readonly nearShape: string;
  readonly missed: string;
  readonly missedFill: string;
  readonly unrated: string;
  readonly improving: string;
  readonly worsening: string;
  readonly steady: string;
  readonly own: string;
  readonly neighbour: string;
  readonly region: string;
  readonly england: string;
  readonly target: string;
  readonly value: string;
  readonly quiet: string;
  readonly line: string;
  readonly background: string;
}

/** What the host says of its theme. */
export interface HostColours {
  readonly highContrast: boolean;
  readonly foreground: string;
  readonly background: string;
  readonly selected: string;
  readonly positive: string;
  readonly neutral: string;
  readonly negative: string;
}

const standard: Palette = {
  met: "#00703c",
  metFill: "#e3f1ea",
  near: "#6b4500",
  nearFill: "#fff6cc",
  nearShape: "#ffdd00",
  missed: "#b10e1e",
  missedFill: "#fbe6e4",
  unrated: "#505a5f",
  improving: "#005eb8",
  worsening: "#b84e00",
  steady: "#505a5f",
  own: "#12436d",
  neighbour: "#6f7b85",
  region: "#1a7a70",
  england: "#801650",
  target: "#1d1d1d",
  value: "#1d1d1d",
  quiet: "#505a5f",
  line: "#d3d8db",
  background: "#ffffff",
};

/**
 * Sets of colours. Status never meets the blue and orange of movement; every ink has 4.5:1 on white
 * and on its own fill.
 */
const presets: Readonly<Record<Settings["colours"]["preset"], Palette>> = {
  standard,
  safe: {
    ...standard,
    met: "#00665e",
    metFill: "#ddf1ef",
    missed: "#6a1b7a",
    missedFill: "#f3e6f6",
  },
  nhs: {
    ...standard,
    met: "#006747",
    metFill: "#e0f1ea",
    missed: "#a2162d",
    missedFill: "#f9e3e6",
    own: "#003087",
    england: "#7c2855",
    region: "#00756c",
  },
  monochrome: {
    ...standard,
    met: "#1d1d1d",
    metFill: "#ffffff",
    near: "#1d1d1d",
    nearFill: "#eeeeee",
    nearShape: "#d0d0d0",
    missed: "#1d1d1d",
    missedFill: "#d9d9d9",
    improving: "#1d1d1d",
    worsening: "#1d1d1d",
    own: "#000000",
    region: "#505a5f",
    england: "#1d1d1d",
  },
  theme: standard,
};

/**
 * The colours to draw in: the host's two in high contrast; else the preset, the theme's own where
 * asked for, and the author's single colours over it.
 */
export function paletteOf(settings: Settings["colours"], host: HostColours): Palette {
  if (host.highContrast) {
    const all = Object.fromEntries(
      Object.keys(standard).map((name) => [name, host.foreground]),
    ) as unknown as Palette;
    return {
      ...all,
      metFill: host.background,
      nearFill: host.background,
      nearShape: host.background,
      missedFill: host.background,
      background: host.background,
    };
  }
  const base = presets[settings.preset];
  const themed = settings.preset === "theme" ? { ...base, ...themeInks(host) } : base;
  const own = Object.entries({
    met: settings.met,
    near: settings.near,
    missed: settings.missed,
    own: settings.own,
    value: settings.value,
  }).filter(([, value]) => value !== "");
  return { ...themed, ...Object.fromEntries(own) };
}

/**
 * Theme colours are often too light for text: they colour the fill, and the ink is mixed with black
 * until it is dark enough.
 */
function themeInks({
  positive,
  neutral,
  negative,
  background,
  foreground,
}: HostColours): Partial<Palette> {
  const ink = (colour: string): string => `color-mix(in srgb, ${colour} 55%, black)`;
  const fill = (colour: string): string => `color-mix(in srgb, ${colour} 12%, white)`;
  return {
    met: ink(positive),
    metFill: fill(positive),
    near: ink(neutral),
    nearFill: fill(neutral),
    nearShape: neutral,
    missed: ink(negative),
    missedFill: fill(negative),
    value: foreground,
    background,
  };
}

import type powerbi from "powerbi-visuals-api";
import type { HostColours } from "../settings/palettes";

/** The theme as the host tells it; hosts that leave a colour out get Power BI's own default. */
export function hostColours(
  palette: powerbi.extensibility.ISandboxExtendedColorPalette,
): HostColours {
  const value = (colour: powerbi.IColorInfo | undefined, otherwise: string): string =>
    colour?.value ?? otherwise;
  return {
    highContrast: palette.isHighContrast,
    foreground: value(palette.foreground, "#252423"),
    background: value(palette.background, "#ffffff"),
    selected: value(palette.foregroundSelected, "#252423"),
    positive: value(palette.positive, "#1aab40"),
    neutral: value(palette.neutral, "#d9b300"),
    negative: value(palette.negative, "#d64554"),
  };
}

import type { Palette } from "../settings/palettes";
import type { Settings } from "../settings/settings-table";

/**
 * Puts colours, text and line strength on the root as custom properties, which the style sheet
 * draws by.
 */
export function applyPalette(
  root: HTMLElement,
  palette: Palette,
  settings: Settings,
  highContrast: { selected: string } | null,
): void {
  for (const [name, colour] of Object.entries(palette))
    root.style.setProperty(
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      colour,
    );
  root.style.setProperty("--selected", highContrast?.selected ?? palette.own);
  root.style.fontFamily = `"${settings.text.family}", "Segoe UI", Arial, sans-serif`;
  root.style.fontSize = `${settings.text.size}px`;
  root.classList.toggle("high-contrast", highContrast !== null);
  root.classList.toggle(
    "strong-lines",
    settings.accessibility.strongLines || highContrast !== null,
  );
}

import type { Palette } from "../settings/palettes";
import type { Settings } from "../settings/settings-table";

/** What each root was painted with: to set the same again makes the browser look at all styles. */
const painted = new WeakMap<HTMLElement, string>();

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
  const { text, accessibility } = settings;
  const paint = JSON.stringify([palette, text, accessibility, highContrast]);
  if (painted.get(root) === paint) return;
  painted.set(root, paint);
  for (const [name, colour] of Object.entries(palette))
    root.style.setProperty(
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      colour,
    );
  root.style.setProperty("--selected", highContrast?.selected ?? palette.own);
  root.style.fontFamily = `"${text.family}", "Segoe UI", Arial, sans-serif`;
  root.style.fontSize = `${text.size}px`;
  root.classList.toggle("high-contrast", highContrast !== null);
  root.classList.toggle("strong-lines", accessibility.strongLines || highContrast !== null);
}

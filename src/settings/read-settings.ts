import type powerbi from "powerbi-visuals-api";
import { settingsTable, type Setting, type Settings } from "./settings-table";

/**
 * The settings of a data view, with the default for each that is not set or is no value of its
 * kind. Numbers are held within their limits.
 */
export function readSettings(objects: powerbi.DataViewObjects | undefined): Settings {
  const cards = Object.entries(settingsTable).map(([card, table]) => [
    card,
    Object.fromEntries(
      Object.entries(table as Record<string, Setting>).map(([name, setting]) => [
        name,
        valueOf(setting, objects?.[card]?.[name]),
      ]),
    ),
  ]);
  return Object.fromEntries(cards) as Settings;
}

function valueOf(setting: Setting, given: unknown): boolean | number | string {
  switch (setting.kind) {
    case "toggle":
      return typeof given === "boolean" ? given : setting.value;
    case "number":
      return typeof given === "number" && Number.isFinite(given)
        ? Math.min(setting.max, Math.max(setting.min, given))
        : setting.value;
    case "text":
      return typeof given === "string" ? given : setting.value;
    case "choice":
      return typeof given === "string" && setting.choices.includes(given) ? given : setting.value;
    case "colour": {
      const colour = (given as { solid?: { color?: unknown } } | undefined)?.solid?.color;
      return typeof colour === "string" && /^#[0-9a-f]{3,8}$|^rgba?\([\d\s,.%]+\)$/i.test(colour)
        ? colour
        : "";
    }
  }
}

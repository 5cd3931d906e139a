import { defaultOf } from "../setting";
import type { SettingOf } from "../setting";

function lines({ settings }: SettingOf<"group">, indent: string): string[] {
  const entries = Object.entries(settings);
  return entries.flatMap(([name, setting], i) => {
    const comma = i < entries.length - 1 ? "," : "";
    const comment = `${indent}// ${setting.description}${"of" in setting ? ` Allowed: ${setting.of.join(", ")}.` : ""}`;
    return setting.kind === "group"
      ? [comment, `${indent}"${name}": {`, ...lines(setting, `${indent}  `), `${indent}}${comma}`]
      : [comment, `${indent}"${name}": ${JSON.stringify(defaultOf(setting))}${comma}`];
  });
}

/**
 * A settings file with every setting at its default and a comment on each. `schema` is where the
 * JSON Schema is.
 */
export const settingsExample = (declaration: SettingOf<"group">, schema: string): string =>
  ["{", `  "$schema": ${JSON.stringify(schema)},`, ...lines(declaration, "  "), "}", ""].join("\n");

import type powerbi from "powerbi-visuals-api";

/** The reader's words for a key; `{0}`, `{1}` … are replaced by the values. */
export type Words = (key: string, ...values: readonly (string | number)[]) => string;

/** Words from the host's localisation; each key is looked up once. */
export function wordsFrom(
  manager: Pick<powerbi.extensibility.ILocalizationManager, "getDisplayName">,
): Words {
  const known = new Map<string, string>();
  return (key, ...values) => {
    let text = known.get(key);
    if (text === undefined) known.set(key, (text = manager.getDisplayName(key)));
    return values.length === 0
      ? text
      : text.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
  };
}

import type powerbi from "powerbi-visuals-api";

/** The reader's words for a key; `{0}`, `{1}` … are replaced by the values. */
export type Words = (key: string, ...values: readonly (string | number)[]) => string;

/**
 * Words from the host's localisation; each key is looked up once. Where `isNeutral` says so, those
 * of the field of SEND are the neutral ones that the language has for them.
 */
export function wordsFrom(
  manager: Pick<powerbi.extensibility.ILocalizationManager, "getDisplayName">,
  isNeutral: () => boolean = () => false,
): Words {
  const usual = new Map<string, string>();
  const neutral = new Map<string, string>();
  const look = (key: string): string => {
    const text = manager.getDisplayName(key);
    return isNeutral() && key !== NEUTRAL ? inNeutral(text, look(NEUTRAL)) : text;
  };
  return (key, ...values) => {
    const known = isNeutral() ? neutral : usual;
    let text = known.get(key);
    if (text === undefined) known.set(key, (text = look(key)));
    return values.length === 0
      ? text
      : text.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
  };
}

/** The key of the neutral words: `neighbour=comparator|…`, tried one after another. */
const NEUTRAL = "neutral_words";

const inNeutral = (text: string, pairs: string): string =>
  pairs.split("|").reduce((said, pair) => {
    const [from, to] = pair.split("=");
    return said.replaceAll(from, to);
  }, text);

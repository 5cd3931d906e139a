import { authorities, authoritiesOn } from "./authorities";
import { readOnce } from "./read-reference";

/** Other names that councils go by. */
const ALIASES: Readonly<Record<string, string>> = { "kingston upon hull": "hull" };

/** A name that is also a word: it names the council only where the text says so. */
const WORDS: ReadonlySet<string> = new Set(["reading"]);

/** What covers or is called after an authority and is none. */
const NO_COUNCIL =
  /\b(?:nhs|icb|ics|integrated care|police|diocese|combined authority|university|college|greater)\b/;

const folded = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;

/**
 * Folded names of the authorities of today with their codes, longest first, so that North Somerset
 * is not Somerset. Those of samples are named with the word "invented".
 */
const names = readOnce(() =>
  authoritiesOn()
    .flatMap(({ code, name }) => {
      const plain = name.replace(/, (?:City|County) of$/, "");
      const alias = ALIASES[plain.toLowerCase()];
      return [plain, ...(alias ? [alias] : [])].map((one) => [folded(one), code] as const);
    })
    .sort(([a], [b]) => b.length - a.length),
);

/**
 * Three-digit codes of the authorities of today that a text names, such as a title or the name of a
 * file; none where it speaks of the health service, police and the like.
 */
export function authoritiesIn(text: string): string[] {
  let rest = folded(text);
  if (NO_COUNCIL.test(rest)) return [];
  return names().flatMap(([name, code]) => {
    if (!rest.includes(name)) return [];
    const isWord = WORDS.has(name.trim());
    if (isWord && !new RegExp(`${name}(?:borough |city )?council `).test(rest)) return [];
    rest = rest.replaceAll(name, " | ");
    return [code];
  });
}

/** Words that stand beside the name of an authority and name no part of it. */
const BESIDE =
  /\b(?:council|borough|london|royal|metropolitan|county|city|district|unitary|authority|local|area|la|lbc|mbc|cc|bc|of|the|total|overall|whole|average)\b/g;

/** The authority that a text names and nothing else; null for a place such as `Brent Vale`. */
export function authorityAlone(text: string): string | null {
  const [code = null] = authoritiesIn(text);
  const isOnly = (name: string): boolean =>
    folded(text).replace(name, " ").replace(BESIDE, " ").trim() === "";
  return code !== null && names().some(([name, of]) => of === code && isOnly(name)) ? code : null;
}

/**
 * The authority that a cell of a column of areas names, by its name, number or GSS code; null where
 * it names none.
 */
export function authorityOfCell(text: string): string | null {
  const cell = text.trim();
  const known = authorities().find(({ code, onsCode }) => cell === code || cell === onsCode);
  return known?.code ?? authoritiesIn(cell).at(0) ?? null;
}

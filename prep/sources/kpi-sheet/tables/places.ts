import { authorityAlone } from "../../../reference/authorities-in-text";
import { phrase } from "./fold";

/** Words that call an area the whole of the authority. */
const WHOLE =
  /\b(?:totals?|overall|all areas?|all localities|all places|whole|county|borough|district|city|metropolitan|authority|council|la|mbc|cc|bc|unitary|area|average|avg|combined|all|wide|local|partnership|the|of)\b/g;

/** Parts of an authority: names that alone never say which authority. */
const PARTS =
  /\b(?:north|south|east|west|central|mid|coastal|rural|urban|inner|outer|locality|cluster|quadrant|neighbourhood|ward|network|pcn|place|team|hub|patch|zone|sector)\b/;

export interface Places {
  /** Folded words of title, sheet and file. */
  readonly context: string;
  /** Folded names that stand as areas in the table, comparators left out. */
  readonly names: readonly string[];
}

const bare = (name: string): string => phrase(name).replace(WHOLE, " ").replace(/\s+/g, " ").trim();

/** Whether a name is one of a part of an authority, such as a locality or a quarter of the compass. */
export const isPartName = (name: string): boolean => PARTS.test(bare(name));

/** The area that a name in a table speaks of. */
export interface Place {
  /** Number of an authority that is named; null for none. */
  readonly authority: string | null;
  /** A part of the authority, in the sheet's words; null for the whole of it. */
  readonly part: string | null;
}

const whole: Place = { authority: null, part: null };

const CALLED =
  /\b(?:locality|cluster|quadrant|district|neighbourhood|ward|network|place|hub|patch|zone)$/;

/** Whether a name is the only one that is not called a locality or the like, as all others are. */
function isBesideParts(name: string, names: readonly string[]): boolean {
  const calledOf = (text: string): string => CALLED.exec(phrase(text))?.[0] ?? "";
  const others = new Set(names.filter((one) => phrase(one) !== phrase(name)).map(phrase));
  const kinds = new Set([...others].map(calledOf));
  return others.size > 1 && kinds.size === 1 && !kinds.has("") && calledOf(name) === "";
}

/**
 * What a name of an area stands for: the whole authority where it says so, where the title names
 * it too, where all the others are called after it, or where it is the only name and none of a part; otherwise a part, under its own name.
 */
export function placeOf(name: string, { context, names }: Places): Place {
  const authority = authorityAlone(name);
  if (authority !== null) return { authority, part: null };
  const plain = bare(name);
  if (plain === "") return whole;
  if (isPartName(name)) return { authority: null, part: name };
  if (` ${context} `.includes(` ${plain} `)) return whole;
  const others = names.map(bare).filter((one) => one !== plain && one !== "");
  if (others.length > 1 && others.every((one) => ` ${one} `.includes(` ${plain} `))) return whole;
  if (others.length > 0 && isBesideParts(name, names)) return whole;
  const marked = names.some(
    (one) =>
      bare(one) === plain && phrase(one) !== plain && /\btotal|overall|average\b/.test(phrase(one)),
  );
  return others.length === 0 || marked ? whole : { authority: null, part: name };
}

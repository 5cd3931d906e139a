import type { Polarity } from "./polarity";

/** What the author's word for a status says; `other` is a word of the author's own. */
export type StatusLevel = "good" | "fair" | "poor" | "done" | "none" | "other";

/** Words of one meaning each, in lower case; letters are those of RAG ratings. */
const WORDS: Readonly<Record<Exclude<StatusLevel, "other">, string>> = {
  good: "g,green,on track,on target,met,achieved,good,target met,exceeded,pass,passed,assured,low risk,🟢",
  fair: "a,amber,y,yellow,at risk,near,nearly,some concern,some concerns,slightly off track,within tolerance,close to target,medium risk,partial,partly met,partially met,amber/green,green/amber,amber/red,red/amber,a/g,a/r,ag,ar,🟡",
  poor: "r,red,off track,not on track,missed,not met,target missed,not achieved,behind,behind schedule,delayed,fail,failed,poor,concern,critical,high risk,overdue,🔴",
  done: "b,blue,complete,completed,closed,delivered,done,🔵",
  none: "grey,gray,not rated,no data,n/a,na,not applicable,not started,not due,tbc,white,none,unknown,⚪,-",
};

const LEVELS = new Map<string, StatusLevel>(
  (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((level) =>
    WORDS[level].split(",").map((word): [string, StatusLevel] => [word, level]),
  ),
);

/** Words that say a level in the middle of a sentence too. */
const INSIDE = ["green", "amber", "red", "blue", "on track", "at risk", "off track"];
/** Words that turn others round or weaken them, or say them of another day. */
const NEGATION =
  /\b(?:not?|never|un|unlikely|likely|part|partly|partially|almost|nearly|was|were|previous(?:ly)?|former(?:ly)?|until|unless|if|once|but|except|should|could|might|may|will|expected|forecast|miss\w*|fail\w*|los[et]\w*|falling|slipp\w*|towards|to (?:green|amber|red|blue))\b|n't/;
/** On which side of the target a figure lies: good or bad by which way is better. */
const SIDE =
  /^(?:(slightly|just|marginally) )?(?:(above|over|exceed(?:s|ed|ing))|(?:below|under)) (?:the )?(?:target|plan|trajectory)$/;

/** The name of a scale before the word on it: `RAG: green`, `BRAG B`, `status - red`. */
const SCALE_NAME = /^(?:(?:b?rag|rygb?|status|rating)(?: status| rating)?)[ :-]+(?=\S)/;

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015_]/g, "-")
    .replace(/\s*([/-])\s*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

/**
 * The level that an author's word stands for: by the author's own lists first, then by what people
 * usually mean. A side of the
 * target has one where it is known which way is better. A sentence has the level of the one colour or phrase in it, if it has but one.
 */
export function statusLevel(
  text: string,
  own: Readonly<Partial<Record<StatusLevel, string>>> = {},
  polarity: Polarity = "neutral",
): StatusLevel {
  const given = folded(text);
  for (const [level, list] of Object.entries(own))
    if (list.split(/[,;]/).map(folded).includes(given) && given !== "") return level as StatusLevel;
  const word = given.replace(SCALE_NAME, "");
  const spaced = word.replace(/-/g, " ");
  const side = SIDE.exec(spaced);
  if (side) {
    if (polarity === "neutral") return "other";
    if ((side[2] !== undefined) === (polarity === "higher")) return "good";
    return side[1] ? "fair" : "poor";
  }
  if (word === "exceeded" && polarity === "lower") return "other";
  const meant = LEVELS.get(word) ?? LEVELS.get(spaced) ?? LEVELS.get(word.replace(/-/g, "/"));
  if (meant !== undefined) return meant;
  const inside = NEGATION.test(spaced)
    ? []
    : INSIDE.filter((one) => new RegExp(`\\b${one}\\b`).test(spaced));
  return inside.length === 1 ? LEVELS.get(inside[0])! : "other";
}

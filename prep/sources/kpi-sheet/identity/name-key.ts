import { fold } from "../tables/fold";

/** Ways to write one thing, as boards do, in the order in which they are put in one form. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/%|\bper ?cent(?:age)?\b|\bproportion\b|\bshare\b/g, " pct "],
  [/\b(?:total )?(?:number|no\.?|count|volume)s? (?:of )?|#/g, " "],
  [/\beducation,? health (?:and|&) care\b/g, " ehc "],
  [/\behc ?ps?\b|\behc plans?\b/g, " ehcplan "],
  [/\behcna\b|\behc (?:needs )?assessments?\b/g, " ehcassessment "],
  [/\bc ?& ?yps?\b|\bcyps?\b|\bchildren (?:and|&) young people\b/g, " cyp "],
  [/\byps?\b|\byoung persons?\b/g, " young people "],
  [/\bsalt\b|\bslt\b/g, " speech and language therapy "],
  [/\beps?\b|\bed(?:ucational)? psych(?:ology|ologists?)?\b/g, " educational psychology "],
  [/\blas?\b|\blocal authorit(?:y|ies)\b/g, " authority "],
  [/\binmss\b|\bindependent (?:and|&) non-? ?maintained(?: special)?(?: schools?)?\b/g, " inmss "],
  [/\behe\b|\belectively home educated\b|\belective home education\b/g, " homeeducation "],
  [/\bwks?\b/g, " weeks "],
  [/\b(?:yrs?|years old)\b/g, " years "],
  [/\b(?:six)\b/g, "6"],
  [/\btwenty\b/g, "20"],
  [/\b(?:twelve)\b/g, "12"],
  [/\bstat(?:utory)?\b/g, " "],
];

/** Words that tell no KPI from another. */
const PLAIN =
  /^(?:the|a|an|of|in|within|with|for|to|at|by|that|were|was|is|are|been|have|had|and|or|their|who|which|from|on|data|figure)$/;

const singular = (word: string): string =>
  word.length > 4 && !/(?:ss|us|is)$/.test(word) ? word.replace(/s$/, "") : word;

/**
 * What a name says whatever its spelling: case, punctuation, "No. of" and "% of", plurals, short
 * forms. Two names with one key are one KPI, if their units agree.
 */
export function nameKey(name: string): string {
  const spelt = SPELLINGS.reduce(
    (text, [form, is]) => text.replace(form, is),
    fold(name).replace(/\([^()]*\bdata\)|\((?:termly|monthly|quarterly|annual)[^()]*\)/g, " "),
  );
  const words = spelt
    .split(/[^a-z0-9£]+/)
    .filter((word) => word !== "" && !PLAIN.test(word))
    .map(singular);
  const isShare = words.includes("pct");
  return [...(isShare ? ["pct"] : []), ...words.filter((word) => word !== "pct")].join(" ");
}

import type { Status } from "./status";

/** What words or a sign in place of a figure say; `to_be_confirmed` is of targets. */
type Sign = Exclude<Status, "ok" | "missing"> | "to_be_confirmed";

/**
 * Signs of one meaning each, in lower case: those of the Government Analysis Function, of the
 * Department for Education and of the NHS, with or without brackets.
 */
const SIGNS: Readonly<Record<string, Sign>> = {
  z: "not_applicable",
  "n/a": "not_applicable",
  "#n/a": "not_applicable",
  na: "not_applicable",
  x: "not_available",
  u: "not_available",
  ":": "not_available",
  ".": "not_available",
  "..": "not_available",
  "...": "not_available",
  "-": "not_available",
  "--": "not_available",
  c: "suppressed",
  "*": "suppressed",
  "**": "suppressed",
  "~": "suppressed",
  k: "suppressed",
  low: "suppressed",
  tbc: "to_be_confirmed",
  tba: "to_be_confirmed",
  tbd: "to_be_confirmed",
};

/** Words, in the order in which they are looked for. */
const WORDS: readonly (readonly [RegExp, Sign])[] = [
  [/^n ?[/.] ?a\.?$|^not (?:applicable|measured\b.*|relevant)$/, "not_applicable"],
  [
    /^to be (?:confirmed|set|agreed|determined|advised)$|^target (?:tbc|not set)$|^not (?:yet )?set$/,
    "to_be_confirmed",
  ],
  [/\bscop(?:ed|ing)\b|^(?:in|under) development$/, "being_scoped"],
  [/\bawait(?:ing|ed|s)?\b|\bpending\b|^not (?:yet )?due\b|^data to follow$/, "awaiting"],
  [/\b(?:not|un) ?(?:currently |yet )?avail(?:able)?\b/, "not_available"],
  [
    /^no (?:data|figures?|update)\b.{0,30}$|^not (?:yet )?(?:reported|collected|published|recorded|provided|known)$/,
    "not_available",
  ],
  [/^suppressed$|^redacted$|^confidential$|^data suppressed$/, "suppressed"],
];

/** A band such as `<5`, `1-4`, `0 to 4`, `5 or fewer`, which hides a small number. */
const BELOW =
  /^(?:[<≤>≥]=?|(?:less|fewer|more|greater) than|under|over|up to|below) ?\d[\d,.]*%?$|^\d+ or (?:fewer|less)$/;
const BETWEEN = /^(\d+) ?(?:-|to) ?(\d+)$/;
/**
 * Bands up to this are suppressed small numbers; wider ones, such as 12 to 18 weeks, are ranges.
 */
const LARGEST_BAND = 10;

/** Lower case, one kind of dash and blank, without the brackets that signs may stand in. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\[(.*)\]$/, "$1")
    .trim();

/** True for a band that stands where a small number is hidden; such a band is never a number. */
function isBand(text: string): boolean {
  const plain = folded(text);
  const between = BETWEEN.exec(plain);
  return BELOW.test(plain) || (between !== null && Number(between[2]) <= LARGEST_BAND);
}

/**
 * What a sign, a band or words in place of a figure say; null where they say nothing that is known.
 */
export function readSign(text: string): Sign | null {
  const plain = folded(text);
  if (Object.hasOwn(SIGNS, plain)) return SIGNS[plain];
  if (isBand(plain)) return "suppressed";
  return WORDS.find(([form]) => form.test(plain))?.[1] ?? null;
}

import type { Unit } from "../../../../src/kpi/unit";
import { authorities, isInvented } from "../../../reference/authorities";
import { readOnce } from "../../../reference/read-reference";
import { phrase } from "./fold";

/** What a figure of a table is of. */
export type Kind =
  | "actual"
  | "previous"
  | "prior_year"
  | "baseline"
  | "target"
  | "england"
  | "region"
  | "neighbours"
  | "numerator"
  | "denominator";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Names of the nine regions, and how else they are called. */
const regions = readOnce(() => {
  const names = new Set(
    authorities()
      .filter((one) => !isInvented(one))
      .map(({ region }) => phrase(region))
      .filter((name) => name !== ""),
  );
  const others = [
    "yorkshire and humber",
    "yorks and humber",
    "yorkshire the humber",
    "north east",
    "eastern region",
  ];
  const all = [...names, ...others].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`\\b(?:${all.join("|")})(?: region)?\\b|\\bregion(?:al)?(?: average)?\\b`, "g");
});

interface KindForm {
  readonly kind: Kind;
  readonly form: () => RegExp;
}

const fixed = (kind: Kind, words: string): KindForm => {
  const form = new RegExp(`\\b(?:${words})\\b`, "g");
  return { kind, form: () => form };
};

/**
 * Words for kinds of figures, in the order in which they are looked for: a heading that names an
 * area and a target speaks of neither for certain.
 */
const FORMS: readonly KindForm[] = [
  fixed(
    "neighbours",
    "stat(?:istical|s)?(?: n)?(?:eighbou?rs?|brs?)(?: average)?|stat(?:istical|s)? n(?:eigh)?bou?rs?|statistical n(?:eighbou?rs?)?|stat n|(?:la )?nearest neighbou?rs?|neighbou?rs?|sns?(?: av(?:era)?ge?)|sns?|similar (?:authorities|councils|las|areas)|comparator (?:group|authorities|councils|average)|benchmark(?:ing)? group|cipfa(?: group)?|family group|peer group",
  ),
  { kind: "region", form: regions },
  fixed("england", "england|english|national(?:ly)?|nat av(?:g|erage)?|eng av(?:g|erage)?"),
  fixed("numerator", "numerator|num(?=$| )|number achieved|number met|number in time"),
  fixed("denominator", "denominator|denom|total cohort|cohort size|cohort|out of"),
  fixed("baseline", "baseline|base line|start|starting point|starting position"),
  fixed(
    "prior_year",
    "(?:same (?:period|month|quarter|term|time) )(?:last|previous|prior) year|(?:year|12 months) ago|annual benchmark",
  ),
  fixed(
    "previous",
    "(?:previous|prior|last|prev|preceding)(?: (?:reporting|half))?(?: (?:month|quarter|qtr|term|period|position|result|year|performance|value|figure))?(?:s)?",
  ),
  fixed("target", "targets?|milestones?(?: \\d+)?|trajector(?:y|ies)|planned|goal|ambition"),
  fixed("actual", "actuals?|achieved|outturns?|out turn|current|latest"),
];

/** Words that are a kind where nothing but a period stands beside them. */
const ALONE: ReadonlyMap<string, Kind> = new Map([
  ["plan", "target"],
  ["planned", "target"],
  ["profile", "target"],
  ["expected", "target"],
  ["aim", "target"],
  ["standard", "target"],
  ["eng", "england"],
  ["n", "numerator"],
  ["d", "denominator"],
  ["sn", "neighbours"],
]);

/** Words that say nothing of which figure it is. */
const NOISE =
  /\b(?:the|of|for|to|at|as|in|on|and|by|is|per|our|local|data|figures?|values?|results?|performance|positions?|reported|reporting|published|provisional|final|validated|kpi|indicator|this|most|recent|now|month(?:s|ly)?|quarter(?:s|ly)?|term(?:s|ly)?|half|years?|yr|annual(?:ly)?|period|average|avg|av|mean|end|ending|ended|date|cumulative|ytd|snapshot|census|sen2|score|measured?|academic|financial|calendar|school|fy|ay|cy|full|single|whole|dfe|source)\b/g;

/** Units that a heading names. */
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/%|\bper ?cent(?:age)?\b|\bpct\b|\bproportion\b/g, "percent"],
  // "Within 20 weeks" is a limit, and no unit.
  [/(?<!\d )\b(?:weeks|wks)\b/g, "weeks"],
  [/(?<!\d )\bdays\b/g, "days"],
  [/\bfte\b/g, "fte"],
  [/£ ?m(?:illions?|n)?\b/g, "gbp_m"],
  [/£(?! ?(?:k|0|'0|th))/g, "gbp"],
  [/\b(?:numbers?|nos?|count|volume|#)\b/g, "count"],
  [/\brate\b/g, "score"],
];

interface KindSaid {
  /** Null where no kind is named, or two that contradict each other. */
  readonly kind: Kind | null;
  readonly isContradictory: boolean;
  readonly unit: Unit | null;
  /** Words that are none of all these. */
  readonly rest: string;
}

/** The kind of figure and the unit that words without their period name. */
export function kindSaid(words: string): KindSaid {
  let rest = phrase(words);
  const kinds: Kind[] = [];
  for (const { kind, form } of FORMS) {
    const pattern = form();
    pattern.lastIndex = 0;
    const without = rest.replace(pattern, " ");
    if (without === rest) continue;
    rest = without;
    kinds.push(kind);
  }
  const own = kinds.filter((kind) => kind !== "actual");
  let unit: Unit | null = null;
  let left = rest;
  for (const [form, is] of UNITS) {
    const without = left.replace(form, " ");
    if (without !== left && unit === null) unit = is;
    left = without;
  }
  const plain = left.replace(NOISE, " ").replace(/\s+/g, " ").trim();
  const alone = kinds.length === 0 ? ALONE.get(plain) : undefined;
  if (alone) return { kind: alone, isContradictory: false, unit, rest: "" };
  return {
    kind: own[0] ?? kinds[0] ?? null,
    isContradictory: own.length > 1,
    unit,
    rest: plain === "" ? "" : rest.replace(/\s+/g, " ").trim(),
  };
}

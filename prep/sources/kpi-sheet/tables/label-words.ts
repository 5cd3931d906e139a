import headings from "../../../reference/sheet-headings.csv";
import { readOnce, reference } from "../../../reference/read-reference";
import { phrase } from "./fold";

const LABEL_NAMES = [
  "name",
  "metric",
  "section",
  "priority",
  "board",
  "number",
  "owner",
  "commentary",
  "action",
  "polarity",
  "frequency",
  "arrow",
  "rag",
  "unit",
  "tolerance",
  "area",
  "group",
  "period",
  "period_start",
  "kind",
  "cohort",
  "footprint",
  "next_due",
  "headline",
  "target_date",
  "lens",
  "correction",
  "correction_reason",
  "left_out",
] as const;
/** What a column holds that has no figures. */
export type Label = (typeof LABEL_NAMES)[number];

const isLabel = (name: string): name is Label => (LABEL_NAMES as readonly string[]).includes(name);

const list = reference({
  file: "sheet-headings.csv",
  text: headings,
  columns: ["holds", "heading"],
  row: ({ holds, heading }): readonly [string, Label] => {
    if (!isLabel(holds)) throw new Error(`"${holds}" is nothing that a column holds.`);
    return [phrase(heading), holds];
  },
});

/** What a column holds, by its heading. */
const labels = readOnce((): ReadonlyMap<string, Label> => new Map(list().rows));

/** Words that settle a longer heading, such as `RAG Mar 24`, in the order of the list. */
const INSIDE: readonly (readonly [RegExp, Label])[] = [
  [/\b(?:b?rag|traffic light)\b/, "rag"],
  [/\b(?:direction of travel|dot|trend|arrow)\b/, "arrow"],
  [
    /\b(?:rank(?:ing)?|quartile|decile|banding|variance|difference|gap|distance|up to and including|change (?:from|since|on|in)|% change|forecast|projected|projection|sparkline|data quality)\b/,
    "left_out",
  ],
  [/\b(?:comments?|commentary|narrative)\b/, "commentary"],
  [/\b(?:lead|accountable|responsible) (?:officer|lead|person)\b/, "owner"],
  [/\btolerance\b/, "tolerance"],
];

/** Which column a whole heading names; null where it names none. */
export const labelOf = (text: string): Label | null =>
  labels().get(phrase(text.replace(/\([^()]*\)\s*$/, ""))) ?? labels().get(phrase(text)) ?? null;

/** Which column a heading with more in it, such as a period, names. */
export const labelInside = (text: string): Label | null => {
  const plain = phrase(text);
  return INSIDE.find(([words]) => words.test(plain))?.[1] ?? null;
};

import type { Unit } from "../../../../src/kpi/unit";
import { kindSaid, type Kind } from "./kind-words";
import { labelInside, labelOf, type Label } from "./label-words";
import { periodSaid, type Part, type YearSaid } from "./period-words";
import type { SheetPeriod } from "../period-text";

/** What one cell of a heading says. */
export interface Heading {
  readonly text: string;
  readonly label: Label | null;
  readonly kind: Kind | null;
  readonly isContradictory: boolean;
  readonly period: SheetPeriod | null;
  readonly part: Part | null;
  readonly year: YearSaid | null;
  readonly unit: Unit | null;
  /** Words that are not understood. */
  readonly rest: string;
}

/** Longer texts are no headings. */
const LONGEST = 120;

const bare = (text: string): Heading => ({
  text,
  label: null,
  kind: null,
  isContradictory: false,
  period: null,
  part: null,
  year: null,
  unit: null,
  rest: "",
});

/** Marks of footnotes, how many answered, and words that call a figure provisional. */
const MARKS =
  /\((?:n|base) ?[=:]? ?\d[\d,]*\)|\(\d[\d,]* (?:responses|respondents|replies|answers)\)|[*\u2020\u2021\u00a7\u00b9\u00b2\u00b3\u2070-\u2079]+|\((?:p|r|prov(?:isional)?|rev(?:ised)?|unvalidated|draft)\)\s*$/gi;

/** Reads a cell as a heading. */
export function headingOf(printed: string): Heading {
  const text = printed.replace(MARKS, "").trim();
  if (text === "" || text.length > LONGEST) return { ...bare(text), rest: text };
  const label = labelOf(text);
  if (label !== null) return { ...bare(text), label };
  const { period, part, year, rest } = periodSaid(text);
  const said = { ...bare(text), period, part, year };
  const inside = labelInside(rest);
  if (inside !== null) return { ...said, label: inside };
  return { ...said, ...kindSaid(rest) };
}

/** Whether a heading says something and has no word that is not understood. */
export const isUnderstood = ({ label, kind, period, part, year, unit, rest }: Heading): boolean =>
  label !== null ||
  (rest === "" &&
    (kind !== null || period !== null || part !== null || year !== null || unit !== null));

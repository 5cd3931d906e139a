import { readPolarity } from "../../../../src/kpi/read-polarity";
import { readArrow, readFrequency, readUnit } from "../sheet-words";
import { phrase } from "./fold";
import { kindSaid } from "./kind-words";
import type { Label } from "./label-words";
import { periodSaid } from "./period-words";

/** Words of a board's own rating, by the colour they stand for. */
const RATINGS: Readonly<Record<string, string>> = {
  Red: "red|r|off target|below target|missed|not met|off track|worse than target|significantly off target|below tolerance|target not met|not achieved|underperforming",
  Amber:
    "amber|a|yellow|y|slightly off target|near target|within tolerance|inside tolerance|close to target|slightly below target|at risk|nearly met|just below target|within tolerance and target",
  Green:
    "green|g|on target|met|above target|at or above target|on track|achieved|target met|better than target|exceeding target|meeting target|at target",
  Blue: "blue|b|complete|completed",
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(RATINGS).flatMap(([colour, words]) =>
    words.split("|").map((word): [string, string] => [word, colour]),
  ),
);

/** Fills and colour codes as spreadsheets give them, by their hue. */
function ratingOfColour(code: string): string | null {
  const digits = /^#?(?:ff)?([0-9a-f]{6})$/i.exec(code.trim())?.[1];
  if (!digits) return null;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 60 || blue === most) return null;
  if (green === most && red < 0.9 * green) return "Green";
  if (red === most) return green > 0.55 * red ? "Amber" : "Red";
  return "Amber";
}

/** The colour that words or a colour code of a rating stand for; null for none, or not rated. */
export const printedRating = (text: string): string | null =>
  NAMES.get(phrase(text)) ?? ratingOfColour(text);

/** What a column without a heading holds, where all its values say so. */
const VALUES: readonly (readonly [Label, (text: string) => boolean])[] = [
  ["arrow", (text) => readArrow(text) !== null],
  ["rag", (text) => printedRating(text) !== null],
  ["kind", (text) => isKindWord(text)],
  ["period", (text) => isPeriodWord(text)],
  ["unit", (text) => readUnit(text) !== null],
  ["frequency", (text) => /^[a-z-]+ly$/i.test(text) && readFrequency(text) !== null],
  ["polarity", (text) => text.length > 3 && readPolarity(text) !== null],
];

/** Whether a cell names a kind of figures and nothing else, such as `Plan` or `England`. */
export function isKindWord(text: string): boolean {
  const { kind, isContradictory, rest } = kindSaid(text);
  return kind !== null && !isContradictory && rest === "";
}

function isPeriodWord(text: string): boolean {
  const { period, part, year, rest } = periodSaid(text);
  return (period !== null || part !== null || year !== null) && kindSaid(rest).rest === "";
}

/** The label that the values of a column give away; null where they do not. */
export function labelOfValues(values: readonly string[]): Label | null {
  const filled = values.filter((text) => text !== "");
  if (filled.length < 2) return null;
  return VALUES.find(([, is]) => filled.every(is))?.[0] ?? null;
}

/** Whether some values of a column name England, a region or neighbours: a column of areas. */
export const namesComparators = (values: readonly string[]): boolean =>
  values.some((text) => {
    const { kind, rest } = kindSaid(text);
    return rest === "" && (kind === "england" || kind === "region" || kind === "neighbours");
  });

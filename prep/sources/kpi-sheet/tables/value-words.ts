import { readPolarity } from "../../../../src/kpi/read-polarity";
import { printedRating } from "../printed-rating";
import { readArrow, readFrequency, readUnit } from "../sheet-words";
import { kindSaid } from "./kind-words";
import { labelInside, labelOf, type Label } from "./label-words";
import { periodSaid } from "./period-words";

/** What a column without a heading holds, where all its values say so. */
const VALUES: readonly (readonly [Label, (text: string) => boolean])[] = [
  ["arrow", (text) => readArrow(text) !== null],
  ["rag", (text) => printedRating(text) !== null],
  ["kind", (text) => isKindWord(text) || isAsideWord(text)],
  ["period", (text) => isPeriodWord(text)],
  ["period", (text) => isPeriodWord(text) || isKindWord(text)],
  ["unit", (text) => readUnit(text) !== null],
  ["frequency", (text) => /^[a-z-]+ly$/i.test(text) && readFrequency(text) !== null],
  ["polarity", (text) => text.length > 3 && readPolarity(text) !== null],
];

const ASIDE: ReadonlySet<Label> = new Set([
  "left_out",
  "rag",
  "arrow",
  "commentary",
  "action",
  "owner",
]);
const labelSaid = (text: string): Label | null => labelOf(text) ?? labelInside(text);

/** Whether a cell names what stands beside figures and is none, such as `Variance` or `RAG`. */
export function isAsideWord(text: string): boolean {
  const label = labelSaid(text);
  return label !== null && ASIDE.has(label);
}

/** Whether a cell says that ratings stand beside it. */
export const isRatingWord = (text: string): boolean => labelSaid(text) === "rag";

/** Whether a cell names a kind of figures and nothing else, such as `Plan` or `England`. */
export function isKindWord(text: string): boolean {
  const { kind, isContradictory, rest } = kindSaid(text);
  return kind !== null && !isContradictory && rest === "";
}

function isPeriodWord(text: string): boolean {
  const { period, part, year, rest } = periodSaid(text);
  return (period !== null || part !== null || year !== null) && kindSaid(rest).rest === "";
}

/** Whether the values of a column are periods and nothing else. */
export function arePeriods(values: readonly string[]): boolean {
  const filled = values.filter((text) => text !== "" && text !== "-");
  return filled.length > 0 && filled.every(isPeriodWord);
}

/**
 * Whether a column has several periods, and besides them only kinds of figures and what stands
 * beside figures, as `Jan 25, Feb 25, Target, RAG`: its rows are no KPIs.
 */
export function areTimesAndKinds(values: readonly string[]): boolean {
  const filled = values.filter((text) => text !== "");
  return (
    filled.filter(isPeriodWord).length > 1 &&
    filled.every((text) => isPeriodWord(text) || isKindWord(text) || isAsideWord(text))
  );
}

/** Whether the values of a column are periods, and some of them name more than how long they are. */
export const areDated = (values: readonly string[]): boolean =>
  arePeriods(values) &&
  values.some((text) => {
    const { period, part, year } = periodSaid(text);
    const isLength = part?.of === "rolling_12_months" || part?.of === "year_to_date";
    return period !== null || year !== null || (part !== null && !isLength);
  });

/** The label that the values of a column give away; null where they do not. */
export function labelOfValues(values: readonly string[]): Label | null {
  const filled = values.filter((text) => text !== "");
  if (filled.length < 2) return null;
  const label = VALUES.find(([, is]) => filled.every(is))?.[0] ?? null;
  return label === "kind" && !filled.some(isKindWord) ? null : label;
}

/** Whether some values of a column name figures that are not the KPI's own, such as `Target`. */
export const namesOtherKinds = (values: readonly string[]): boolean =>
  values.some((text) => isKindWord(text) && kindSaid(text).kind !== "actual");

/** Whether some values of a column name England, a region or neighbours: a column of areas. */
export const namesComparators = (values: readonly string[]): boolean =>
  values.some((text) => {
    const { kind, rest } = kindSaid(text);
    return rest === "" && (kind === "england" || kind === "region" || kind === "neighbours");
  });

import type { Words } from "../host/words";
import {
  formatBesideTarget,
  formatChange,
  formatNumber,
  formatOrdinal,
  formatPair,
  formatValue,
  type NumberForm,
} from "../kpi/number-format";
import { formatDay } from "../kpi/period-format";
import { roundHalfUp } from "../kpi/round";
import { UNIT_FORMS, unitOfDifference } from "../kpi/unit";
import type { Comparator, Kpi } from "./kpi";
import { STATUS_MARK } from "./status-words";

// Texts of a KPI in the reader's language. Each is "" where there is nothing to say.

/**
 * Units that are words ("weeks") stand in the value alone: beside it only the number is printed.
 */
const beside = (value: number, { unit, decimals }: NumberForm): string =>
  UNIT_FORMS[unit].after.startsWith(" ")
    ? formatNumber(value, decimals ?? UNIT_FORMS[unit].decimals)
    : formatValue(value, { unit, decimals });

/** The latest value, with more decimals where rounding would show a missed target as reached. */
export function valueText({ latest, form }: Kpi): string {
  if (latest.value === null) return "";
  return (
    (latest.target === null ? null : formatBesideTarget(latest.value, latest.target, form)) ??
    formatValue(latest.value, form)
  );
}

/** The second figure in brackets, or the numerator and denominator of a percentage. */
export function secondaryText({ latest, form, secondaryForm }: Kpi, words: Words): string {
  if (latest.secondary !== null)
    return formatPair(null, secondaryForm, latest.secondary, secondaryForm);
  if (
    form.unit !== "percent" ||
    latest.value === null ||
    latest.numerator === null ||
    latest.denominator === null
  )
    return "";
  const count = { unit: "count" } as const;
  return `(${words("n_of_m", formatValue(latest.numerator, count), formatValue(latest.denominator, count))})`;
}

/** Why there is no value, and the last that there was: `awaiting data, last 61% in Feb 24`. */
export function absenceText({ latest, lastKnown, previous, form }: Kpi, words: Words): string {
  if (latest.value !== null || latest.words === null) return "";
  const said = latest.words.startsWith(STATUS_MARK) ? words(latest.words) : latest.words;
  if (lastKnown && lastKnown.value !== null)
    return words("last_known", said, formatValue(lastKnown.value, form), lastKnown.period.label);
  return previous.value === null
    ? said
    : words("last_before", said, formatValue(previous.value, form));
}

export function previousText({ previous, form, secondaryForm }: Kpi): string {
  if (previous.value === null) return "";
  const second = formatPair(null, secondaryForm, previous.secondary, secondaryForm);
  return second === "" ? beside(previous.value, form) : `${beside(previous.value, form)} ${second}`;
}

/**
 * The target as a number, with a sign where it follows a comparator ("Below national"); else its
 * words.
 */
export function targetText({ latest, targetWords, form, polarity }: Kpi, words: Words): string {
  if (latest.target === null)
    return (
      targetWords ??
      words(
        `target_${latest.rating.reason === "target_not_applicable" ? "not_applicable" : "none"}`,
      )
    );
  const value = beside(latest.target, form);
  return targetWords === null ? value : `${polarity === "lower" ? "\u2264" : "\u2265"} ${value}`;
}

export function directionText({ direction }: Kpi, words: Words): string {
  if (direction.movement === null)
    return direction.reason === "not_updated" ? words("not_updated") : "";
  return direction.judgement === null
    ? words(`movement_${direction.movement}`)
    : words(`judgement_${direction.judgement}`);
}

/** Distance from the target; a difference of percentages is in percentage points. */
export function gapText({ latest, form }: Kpi): string {
  const { gap } = latest.rating;
  if (gap === null) return "";
  const unit = unitOfDifference(form.unit);
  // A gap that is not 0 never prints as 0.
  let decimals = form.decimals ?? 1;
  while (gap !== 0 && decimals < 4 && roundHalfUp(gap, decimals) === 0) decimals++;
  return formatChange(gap, { unit, decimals });
}

export const changeText = ({ direction, form }: Kpi): string =>
  direction.change === null
    ? ""
    : formatChange(direction.change, { ...form, unit: unitOfDifference(form.unit) });

export function comparatorText(comparator: Comparator | null, { form }: Kpi): string {
  if (comparator === null) return "";
  return comparator.value === null
    ? (comparator.words ?? "")
    : beside(comparator.value, {
        ...form,
        decimals: Math.max(form.decimals ?? 0, comparator.value % 1 === 0 ? 0 : 1),
      });
}

export function asAtText({ latest, asAt }: Kpi): string {
  return latest.period.label || (asAt === null ? "" : formatDay(asAt));
}

/** `3rd of 11 neighbours`; without the word where there is no room for it. */
export function rankText({ neighbours }: Kpi, words: Words): string {
  return neighbours === null || neighbours.rank === null
    ? ""
    : words("rank_of_neighbours", formatOrdinal(neighbours.rank), neighbours.rankOf);
}

/** The neighbours' average named by its method and how many areas it is of. */
export function averageName({ average }: Kpi, words: Words): string {
  if (average === null) return "";
  const name = words(average.method === null ? "average_unnamed" : `average_${average.method}`);
  return average.areaCount === null
    ? name
    : average.listed === null
      ? words("average_n", name, average.areaCount)
      : words("average_n_of_m", name, average.areaCount, average.listed);
}

export function statusText({ latest }: Kpi, words: Words): string {
  const { rating, reason } = latest.rating;
  return reason === null || reason === "no_value"
    ? words(`rating_${rating}`)
    : `${words(`rating_${rating}`)}: ${words(`reason_${reason}`)}`;
}

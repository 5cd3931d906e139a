import type { Words } from "../host/words";
import {
  decimalsApart,
  decimalsOf,
  formatChange,
  formatNumber,
  formatPair,
  formatValue,
  signsOf,
  type NumberForm,
} from "../kpi/number-format";
import { roundHalfUp } from "../kpi/round";
import { unitOfDifference } from "../kpi/unit";
import type { Judgement } from "../kpi/direction";
import { betterSign } from "../kpi/polarity";
import type { NotRatedReason } from "../kpi/rating";
import type { Comparator, Kpi, Point } from "./kpi";
import { sayDay, sayOrdinal, sayPeriod } from "./say-period";
import { sayStatus } from "./status-words";

// Texts of a KPI in the reader's language. Each is "" where there is nothing to say.

/**
 * Units that are words ("weeks") stand in the value alone: beside it only the number is printed.
 */
function beside(value: number, form: NumberForm): string {
  const { after, divisor } = signsOf(form);
  return after.startsWith(" ")
    ? formatNumber(value / divisor, decimalsOf(form))
    : formatValue(value, form);
}

/**
 * How a figure and its target are printed: with more decimals where rounding would show a missed
 * target as reached, or a reached one as missed.
 */
export const formAt = ({ value, target }: Point, form: NumberForm): NumberForm =>
  value === null || target === null
    ? form
    : { ...form, decimals: decimalsApart(value, target, form) };

/** The latest value. */
export const valueText = ({ latest, form }: Kpi): string =>
  latest.value === null ? "" : formatValue(latest.value, formAt(latest, form));

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
  const said = sayStatus(latest.words, words);
  if (lastKnown && lastKnown.value !== null)
    return words(
      "last_known",
      said,
      formatValue(lastKnown.value, form),
      sayPeriod(lastKnown.period.label, words),
    );
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
export function targetText(kpi: Kpi, words: Words): string {
  const { latest, targetWords, polarity } = kpi;
  if (latest.target === null)
    return (
      targetWords ??
      words(
        `target_${latest.rating.reason === "target_not_applicable" ? "not_applicable" : "none"}`,
      )
    );
  const value = beside(latest.target, targetForm(kpi, latest.target));
  return (
    signOf(polarity, { strict: latest.strict === true, follows: targetWords !== null }) + value
  );
}

/** The sign of a target that itself does not do, or that follows a comparator; none of others. */
function signOf(
  polarity: Kpi["polarity"],
  { strict, follows }: { readonly strict: boolean; readonly follows: boolean },
): string {
  if (polarity === "neutral" || !(strict || follows)) return "";
  const [under, over] = strict ? ["< ", "> "] : ["\u2264 ", "\u2265 "];
  return polarity === "lower" ? under : over;
}

/** The ends of the confidence interval of the latest figure. */
export const intervalText = ({ latest, form }: Kpi, words: Words): string =>
  latest.interval === null
    ? ""
    : words("n_to_m", ...latest.interval.map((end) => formatValue(end, form)));

/**
 * How the figure stands to the end of its trajectory: as the data says, else as it is worked out.
 */
export const endText = (
  {
    endStatus,
    end,
    latest,
    form,
    polarity,
  }: Pick<Kpi, "endStatus" | "end" | "latest" | "form" | "polarity">,
  words: Words,
): string | null =>
  endStatus ??
  (end &&
    words(
      "end_status",
      words(`rating_${end.rating}`),
      signOf(polarity, { strict: end.strict === true, follows: end.follows === true }) +
        beside(end.target, formAt(latest, form)),
      sayDay(end.by, words),
    ));

/** A target that follows a comparator is printed as that is. */
const targetForm = ({ latest, form, targetWords }: Kpi, target: number): NumberForm => {
  const at = formAt(latest, form);
  return targetWords === null
    ? at
    : { ...at, decimals: Math.max(decimalsOf(at), comparatorDecimals(target, form)) };
};

const comparatorDecimals = (value: number, form: NumberForm): number =>
  Math.max(decimalsOf(form), value % 1 === 0 ? 0 : 1);

export function directionText({ direction }: Kpi, words: Words): string {
  if (direction.movement === null)
    return direction.reason === "not_updated" ? words("not_updated") : "";
  return direction.judgement === null
    ? words(`movement_${direction.movement}`)
    : words(`judgement_${direction.judgement}`);
}

/**
 * The direction in full: the movement from the previous figure and, where a special cause is what
 * counts, the judgement by itself with how many figures it is over. A fall in a process that
 * improves is no contradiction then.
 */
export function directionInFull(kpi: Kpi, words: Words): string {
  const { movement } = kpi.direction;
  const judged = judgedText(kpi, words);
  return judged === "" || movement === null
    ? [directionText(kpi, words), changeText(kpi)].join(" ").trim()
    : `${[words(`movement_${movement}`), movement !== "same" && changeText(kpi)].filter(Boolean).join(" ")}; ${judged}`;
}

/** The judgement by special cause; blank where the last two figures are compared. */
const judgedText = ({ direction: { judgement }, judgedOver }: Kpi, words: Words): string =>
  judgement === null || judgedOver === null
    ? ""
    : words(
        judgement === "steady" ? "judged_steady" : "judged_over",
        words(`judgement_${judgement}`),
        judgedOver,
      );

const GAIN: Readonly<Record<Judgement, number>> = { improving: 1, steady: 0, worsening: -1 };

/** Whether the word beside the arrow is not what the arrow alone would say. */
export const isApart = ({ direction, judgedOver, polarity }: Kpi): boolean => {
  const { movement, judgement } = direction;
  if (judgedOver === null || judgement === null) return false;
  const step = movement === "up" ? 1 : movement === "down" ? -1 : 0;
  return step * betterSign(polarity) !== GAIN[judgement];
};

/** The word beside the arrow, with what it is of where the arrow alone would say another. */
export const directionSaid = (kpi: Kpi, words: Words): string =>
  isApart(kpi) ? judgedText(kpi, words) : directionText(kpi, words);

/** Why a KPI has no rating that nobody asked for. */
const UNASKED: ReadonlySet<NotRatedReason | null> = new Set<NotRatedReason>([
  "no_target",
  "no_value",
]);

/** Whether there is a rating, or somebody asked for one. */
export const isRatingAsked = ({ latest: { target, rating } }: Kpi): boolean =>
  target !== null || !UNASKED.has(rating.reason);

/** What a screen reader says of a row in one go. */
export function rowName(kpi: Kpi, words: Words): string {
  const { name, latest, own, doubts } = kpi;
  const given = [own.status, own.direction].filter(Boolean).join(", ");
  return [
    name,
    absenceText(kpi, words) || spoken(valueText(kpi), words),
    latest.comparability !== "comparable" && latest.value !== null && words("caution"),
    doubts.length > 0 && `${words("tip_doubts")}: ${doubtText(kpi, words)}`,
    isRatingAsked(kpi) && words(`rating_${latest.rating.rating}`).toLowerCase(),
    given && `${words("tip_own")}: ${given}`,
    directionSaid(kpi, words),
  ]
    .filter(Boolean)
    .join(", ");
}

/** A per cent sign in words. */
const spoken = (value: string, words: Words): string =>
  value.endsWith("%") ? words("per_cent", value.slice(0, -1).trim()) : value;

/** What a process chart says of the latest figure and of the target; blank below 12 figures. */
export function spcText({ spc }: Kpi, words: Words): string {
  const chart = spc();
  if (!chart?.enoughPoints) return "";
  const { variation, assurance } = chart;
  return [words(`variation_${variation}`), assurance && words(`assurance_${assurance}`)]
    .filter(Boolean)
    .join("; ");
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

const changeText = ({ direction, form }: Kpi): string =>
  direction.change === null
    ? ""
    : formatChange(direction.change, { ...form, unit: unitOfDifference(form.unit) });

export function comparatorText(comparator: Comparator | null, kpi: Kpi): string {
  if (comparator === null) return "";
  const { value, words } = comparator;
  if (value === null) return words ?? "";
  const isTarget = kpi.targetWords !== null && value === kpi.latest.target;
  return beside(
    value,
    isTarget
      ? targetForm(kpi, value)
      : { ...kpi.form, decimals: comparatorDecimals(value, kpi.form) },
  );
}

/** The period of a comparator where it is not that of the own figure. */
export const comparatorPeriod = (comparator: Comparator, { latest }: Kpi, words: Words): string =>
  comparator.value === null || comparator.period === latest.period.label
    ? ""
    : sayPeriod(comparator.period ?? "", words);

/** A comparator with the period that it is of and where it is from: `44.1% (2023, published)`. */
export function comparatorInFull(comparator: Comparator | null, kpi: Kpi, words: Words): string {
  const text = comparatorText(comparator, kpi);
  if (comparator === null || comparator.value === null) return text;
  const of = [sayPeriod(comparator.period ?? "", words), comparator.from]
    .filter(Boolean)
    .join(", ");
  return of === "" ? text : `${text} (${of})`;
}

/** The period of the latest figure, with what was taken for granted of it. */
export function asAtText({ latest, asAt, begins }: Kpi, words: Words): string {
  const label = latest.period.label
    ? sayPeriod(latest.period.label, words)
    : asAt === null
      ? ""
      : sayDay(asAt, words);
  return begins === null ? label : `${label} (${words("year_from", beginning(begins, words))})`;
}

const beginning = (begins: number | string, words: Words): string =>
  begins === "Q1" ? begins : words(`month_${begins}`);

/** What of the KPI's data is not certain. */
export const doubtText = ({ doubts }: Kpi, words: Words): string =>
  doubts
    .map(({ key, said, well }) =>
      words(
        key,
        key === "doubt_year" ? beginning(said, words) : said || "–",
        well && words(`role_${well}`),
      ),
    )
    .join("; ");

/** `3rd of 11 neighbours`; without the word where there is no room for it. */
export function rankText({ neighbours }: Kpi, words: Words): string {
  return neighbours === null || neighbours.rank === null
    ? ""
    : words("rank_of_neighbours", sayOrdinal(neighbours.rank, words), neighbours.rankOf);
}

/** The neighbours' average named by its method and how many areas it is of. */
export function averageName({ average }: Kpi, words: Words): string {
  if (average === null) return "";
  if (average.name !== undefined) return average.name;
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

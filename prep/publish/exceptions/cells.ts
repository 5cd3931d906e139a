import { formatBesideTarget, formatValue, type NumberForm } from "../../../src/kpi/number-format";
import { formatDay } from "../../../src/kpi/period-format";
import { defaultProfile, profileNamed } from "../../../src/kpi/rating-profile";
import { RATING_WORDS, JUDGEMENT_WORDS, MOVEMENT_WORDS } from "../../../src/kpi/words";
import { unitOfDifference } from "../../../src/kpi/unit";
import { distanceWords, allRunWords, wordsWithoutFigure } from "../../compare/exception-words";
import type { ReportedKpi } from "./report";
import { type Html, html } from "./html";
import type { Judgement, Movement } from "../../../src/kpi/direction";
import type { Rating } from "../../../src/kpi/rating";

const shape = (kind: string, path: Html): Html =>
  html`<svg class="${kind}" viewBox="0 0 16 16" width="11" height="11" aria-hidden="true" focusable="false">${path}</svg>`;

/** Each status has a shape of its own, so that it is told in black and white too. */
const STATUS: Readonly<Record<Rating, Html>> = {
  met: html`<circle cx="8" cy="8" r="7"/><path class="cut" d="M4.5 8.3l2.4 2.4 4.6-5"/>`,
  near: html`<path d="M8 1.2 15.4 14.6H.6z"/><path class="cut" d="M8 6v4m0 1.4v1.6"/>`,
  missed: html`<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"/><path class="cut" d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6"/>`,
  not_rated: html`<circle class="ring" cx="8" cy="8" r="6.5"/><path class="line" d="M5 8h6"/>`,
};

const ARROWS: Readonly<Record<Movement, Html>> = {
  up: html`<path d="M8 2 14.5 13h-13z"/>`,
  down: html`<path d="M8 14 1.5 3h13z"/>`,
  same: html`<path d="M14 8 3 14.5v-13z"/>`,
};

/** Shape and word of a rating. */
const statusMark = (rating: Rating): Html =>
  html`<span class="mark">${shape(rating, STATUS[rating])} ${RATING_WORDS[rating]}</span>`;

/** The arrow says what moved, the word whether that is good. */
const directionMark = (movement: Movement, judgement: Judgement | null): Html =>
  html`<span class="mark">${shape(judgement === null ? "not_judged" : judgement, ARROWS[movement])}<span class="hidden">${MOVEMENT_WORDS[movement]}, </span> ${judgement === null ? MOVEMENT_WORDS[movement] : JUDGEMENT_WORDS[judgement]}</span>`;

/**
 * A piece of a cell, on a line of its own: its text, or HTML with the text that its width is
 * reckoned by.
 */
export interface Piece {
  readonly text: string;
  readonly html?: Html;
  readonly look?: "strong" | "small" | "quiet";
  /** Lines that it may take; what is longer is cut, which an ellipsis shows. */
  readonly most?: number;
}

export interface ExceptionColumn {
  readonly heading: string;
  /** In millimetres. */
  readonly width: number;
  readonly pieces: (one: ReportedKpi) => readonly (Piece | null)[];
}

const small = (text: string | null, most?: number): Piece | null =>
  text === null || text === ""
    ? null
    : { text, look: "small", ...(most === undefined ? {} : { most }) };

const formOf = ({ subject: { unit, decimals } }: ReportedKpi): NumberForm => ({ unit, decimals });

/**
 * 1 where the target is to be reached, -1 where it is not to be passed: as the figure was rated,
 * which a board may
 * have turned round.
 */
function wanted({ figure: { gap, value, target, lower, upper }, subject }: ReportedKpi): 1 | -1 {
  if (gap !== null && gap !== 0 && value! !== target)
    return Math.sign(gap) === Math.sign(value! - target!) ? 1 : -1;
  if (lower !== null && upper !== null && lower !== upper) return upper === target ? 1 : -1;
  return subject.polarity === "lower" ? -1 : 1;
}

function targetWords(one: ReportedKpi): { target: string; near: string | null } {
  const { target, target_words: words, lower, upper } = one.figure;
  const more = wanted(one) === 1;
  const near = more ? lower! : upper!;
  const rule = profileNamed(one.figure.rating_profile ?? defaultProfile.id) ?? defaultProfile;
  const band =
    near === target ? null : `near ${more ? "from" : "up to"} ${formatValue(near, formOf(one))}`;
  const isStrict = words !== null && /^[<>]/.test(words);
  return {
    target: isStrict
      ? words
      : `${more ? "at least" : "at most"} ${formatValue(target!, formOf(one))}`,
    near: rule === defaultProfile ? band : rule.words,
  };
}

const valueOf = (one: ReportedKpi): string =>
  formatBesideTarget(one.figure.value!, one.figure.target ?? NaN, formOf(one)) ??
  formatValue(one.figure.value!, formOf(one));

/** The figure in words, with its numerator and denominator where it has them. */
function figurePieces(one: ReportedKpi): (Piece | null)[] {
  const { numerator, denominator, period_label, period_end, as_at } = one.figure;
  const count = (value: number): string => formatValue(value, { unit: "count" });
  return [
    { text: valueOf(one), look: "strong" },
    numerator !== null && denominator !== null
      ? small(`${count(numerator)} of ${count(denominator)}`)
      : null,
    { text: period_label },
    as_at !== null && as_at !== period_end ? small(`as at ${formatDay(as_at)}`) : null,
    one.later && small(wordsWithoutFigure(one.later), 2),
  ];
}

function gapWords(one: ReportedKpi): string | null {
  const {
    figure: { gap },
    subject: { unit, decimals },
  } = one;
  if (gap === null || gap === 0) return null;
  return `${formatValue(Math.abs(gap), { unit: unitOfDifference(unit), decimals })} ${gap > 0 ? "better" : wanted(one) === 1 ? "short" : "over"}`;
}

function directionPieces(one: ReportedKpi): (Piece | null)[] {
  const { movement, judgement, previous } = one.figure;
  if (movement === null) return [{ text: "no comparison", look: "quiet" }];
  return [
    { text: `▲▲ ${judgement ?? movement}`, html: directionMark(movement, judgement) },
    previous === null
      ? null
      : small(
          `was ${formatValue(previous, formOf(one))}${one.subject.cumulative ? " at this point last year" : ""}`,
        ),
  ];
}

/** How long, then in small why it may be longer. */
function lengthPieces(one: ReportedKpi): (Piece | null)[] {
  const runs = allRunWords(one);
  const reasons = [...new Set(runs.flatMap(({ reason }) => reason ?? []))];
  // Both runs may end at the same gap, and one say more of it.
  const told = reasons.filter(
    (reason) => !reasons.some((other) => other !== reason && other.startsWith(reason)),
  );
  return [...runs.map(({ length }) => ({ text: length })), small(told.join("; "), 3)];
}

/**
 * The number of a KPI in its board's paper, such as `A29`; a number alone only counts the rows of a
 * sheet.
 */
const referenceOf = ({ reference }: ReportedKpi["subject"]): string =>
  reference !== null && /^[A-Z]/.test(reference) ? `${reference} ` : "";

const figureColumns: readonly ExceptionColumn[] = [
  {
    heading: "KPI",
    width: 47,
    pieces: ({ subject, figure, area }) => [
      {
        text: `${referenceOf(subject)}${subject.name}${figure.service === "all" ? "" : ` (${figure.service})`}`,
        look: "strong",
        most: 4,
      },
      small([area, subject.section].filter((words) => words !== null).join(", "), 1),
      figure.comparability_note === null
        ? null
        : small(`Read with care: ${figure.comparability_note}`, 2),
    ],
  },
  { heading: "Figure", width: 23, pieces: figurePieces },
  {
    heading: "Target",
    width: 24,
    pieces: (one) => [{ text: targetWords(one).target }, small(targetWords(one).near)],
  },
  {
    heading: "Status",
    width: 19,
    pieces: ({ figure: { rating } }) => [
      { text: `▲▲ ${RATING_WORDS[rating!]}`, html: statusMark(rating!) },
    ],
  },
  {
    heading: "Distance from target",
    width: 26,
    pieces: (one) => [{ text: distanceWords(one) }, small(gapWords(one))],
  },
  { heading: "Direction", width: 23, pieces: directionPieces },
  { heading: "How long", width: 44, pieces: lengthPieces },
];

/** What the board says; on the page only where it says it of any KPI that is an exception. */
const words = [
  { word: "owner", heading: "Owner", width: 20 },
  { word: "commentary", heading: "Commentary", width: 35 },
  { word: "action", heading: "Action", width: 32 },
] as const;

export interface ExceptionLayout {
  readonly columns: readonly ExceptionColumn[];
  /** The words of the board that no exception has. */
  readonly without: readonly string[];
}

/** The words of a board in a column; an action with its date and how it goes. */
function wordsOf({ subject }: ReportedKpi, word: (typeof words)[number]["word"]): string | null {
  const { actionDue, progress } = subject;
  const text = subject[word];
  if (word !== "action" || text === null) return text;
  const beside = [...(actionDue === null ? [] : [`by ${formatDay(actionDue)}`]), progress ?? ""];
  const told = beside.filter((one) => one !== "").join("; ");
  return told === "" ? text : `${text} (${told})`;
}

/** The columns of a page of a width in millimetres. A text of the board may take so many lines. */
export function layOut(
  exceptions: readonly ReportedKpi[],
  width: number,
  lines: number,
): ExceptionLayout {
  const isGiven = ({ word }: (typeof words)[number]): boolean =>
    exceptions.some(({ subject }) => subject[word] !== null);
  const said = (text: string | null): Piece =>
    text === null ? { text: "none given", look: "quiet" } : { text, most: lines };
  const all: ExceptionColumn[] = [
    ...figureColumns,
    ...words.filter(isGiven).map(({ word, ...column }) => ({
      ...column,
      pieces: (one: ReportedKpi) => [said(wordsOf(one, word))],
    })),
  ];
  const total = all.reduce((sum, column) => sum + column.width, 0);
  return {
    columns: all.map((column) => ({ ...column, width: (column.width * width) / total })),
    without: words.flatMap((one) => (isGiven(one) ? [] : [one.word])),
  };
}

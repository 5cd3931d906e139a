import type { Words } from "../../../host/words";
import {
  absenceText,
  comparatorPeriod,
  comparatorText,
  gapText,
  previousText,
  secondaryText,
  targetText,
  valueText,
} from "../../../model/display";
import type { Kpi } from "../../../model/kpi";
import { html } from "../../element";
import { doubtMark, doubtSaid } from "../../pill";
import { always, drawn, some, written, type ColumnRule } from "./column";

// Figures: the value, and what it is held against.

/** An asterisk behind a figure that cannot be compared, and why for those who hear it. */
const caution = (words: Words): HTMLElement =>
  html("span", { class: "caution" }, "*", html("span", { class: "sr-only" }, words("caution")));

const value = drawn({
  width: 112,
  narrow: 88,
  drop: 0,
  numeric: true,
  present: always,
  said: (kpi, { words, settings }) =>
    `${valueText(kpi)}${settings.numbers.secondary ? ` ${secondaryText(kpi, words)}` : ""}`,
  beside: 8,
  says: (kpi, { words, settings }) => ({
    absent: absenceText(kpi, words),
    text: valueText(kpi),
    colour: kpi.colour,
    isComparable: kpi.latest.comparability === "comparable",
    doubt: doubtSaid(kpi, words),
    second: settings.numbers.secondary ? secondaryText(kpi, words) : "",
  }),
  draw: ({ absent, text, colour, isComparable, doubt, second }, words) =>
    absent === ""
      ? [
          html("b", { style: colour === null ? null : `color:${colour}` }, text),
          !isComparable && caution(words),
          doubtMark(doubt),
          second !== "" && html("small", {}, ` ${second}`),
        ]
      : [html("span", { class: "words" }, absent)],
});

const previous = written({
  width: 78,
  drop: 7,
  numeric: true,
  present: some((kpi) => kpi.previous.value !== null),
  said: previousText,
  says: (kpi) => previousText(kpi),
});

const target = written({
  width: 76,
  drop: 1,
  numeric: true,
  present: some(({ latest, targetWords }) => latest.target !== null || targetWords !== null),
  said: (kpi, { words }) => targetText(kpi, words),
  says: (kpi, { words }) => targetText(kpi, words),
});

const gap = written({
  width: 82,
  drop: 7,
  numeric: true,
  present: some(({ latest }) => latest.rating.gap !== null),
  said: gapText,
  says: (kpi) => gapText(kpi),
});

type Of = "england" | "region";

/** An area's figure, with its period below where that is another than the figure's. */
const compared = (of: Of, rule: Pick<ColumnRule, "width" | "drop">): ColumnRule =>
  drawn({
    ...rule,
    numeric: true,
    of: [of, "areaRole"],
    present: some((kpi) => kpi[of]?.value !== null && kpi[of]),
    said: (kpi, { words }) => widerOf(comparedSaid(kpi, of, words)),
    says: (kpi, { words }) => comparedSaid(kpi, of, words),
    draw: (said, words) =>
      said === null
        ? []
        : [
            html("span", { class: of }, said.text),
            said.period !== "" && html("small", {}, ` ${said.period}`),
            !said.isComparable && caution(words),
          ],
  });

const comparedSaid = (kpi: Kpi, of: Of, words: Words) => {
  const comparator = kpi[of];
  return (
    comparator && {
      text: comparatorText(comparator, kpi),
      period: comparatorPeriod(comparator, kpi, words),
      isComparable: comparator.comparability === "comparable",
    }
  );
};

/** The longer of a comparator's figure and the period below it. */
const widerOf = (said: ReturnType<typeof comparedSaid>): string =>
  said === null ? "" : said.period.length > said.text.length ? said.period : said.text;

const england = compared("england", { width: 78, drop: 5 });
const region = compared("region", { width: 82, drop: 8 });

export const figures = { value, previous, target, gap, england, region } as const;

import type { Frequency } from "../../src/kpi/frequency";
import { formatNumber } from "../../src/kpi/number-format";
import { roundHalfUp } from "../../src/kpi/round";
import { REASON_WORDS, STATUS_WORDS } from "../../src/kpi/words";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { KpiException } from "./exceptions";
import type { RunLength } from "./run-length";

/**
 * What the periods of a frequency are counted in; a year to date and rolling twelve months move by
 * the month.
 */
const PERIODS: Readonly<Record<Frequency, readonly [one: string, more: string]>> = {
  day: ["day", "days"],
  week: ["week", "weeks"],
  month: ["month", "months"],
  year_to_date: ["month", "months"],
  rolling_12_months: ["month", "months"],
  quarter: ["quarter", "quarters"],
  half_term: ["half-term", "half-terms"],
  term: ["term", "terms"],
  census: ["census", "censuses"],
  calendar_year: ["year", "years"],
  academic_year: ["year", "years"],
  financial_year: ["year", "years"],
};

const MEASURES = { tolerances: " tolerances", percent_of_target: "% of target" } as const;

/**
 * `2.4 tolerances`, `29.5% of target`, `1.0 tolerances to spare`; why there is none where a target
 * was missed; empty
 * for a figure that is not rated.
 */
export function distanceWords({
  distance,
  figure,
}: Pick<KpiException, "distance" | "figure">): string {
  if (distance === null)
    return figure.rating === "missed" ? "no scale: target 0, no tolerance" : "";
  const { amount, measure } = distance;
  const size = Math.abs(amount);
  if (size === 0) return "on target";
  const number = roundHalfUp(size, 1) === 0 ? "under 0.1" : formatNumber(size, 1);
  return `${number}${MEASURES[measure]}${amount < 0 ? " to spare" : ""}`;
}

/** A row without a figure, in words: `Oct 2023 awaiting data`. */
export const wordsWithoutFigure = ({ period_label, status, status_text }: KpiValueRow): string =>
  `${period_label} ${status_text ?? STATUS_WORDS[status]}`;

type RunState = "missed" | "worsening";

/** How long a run is, and why it may be longer; null where it is known to the full. */
interface RunWords {
  readonly length: string;
  readonly reason: string | null;
}

function reasonOf({ end, before, since, alsoBefore }: RunLength, state: RunState): string | null {
  const also = alsoBefore ? `; ${state} before that too` : "";
  switch (end) {
    case "other":
      return null;
    case "start":
      return "figures begin then";
    case "no_figure":
      return `${wordsWithoutFigure(before!)}${also}`;
    case "gap":
      return `no figure between ${before!.period_label} and ${since.period_label}${also}`;
    case "unknown": {
      const reason = before!.rating_reason;
      return state === "worsening"
        ? `${before!.period_label} has no direction`
        : `${before!.period_label} not rated${reason ? `: ${REASON_WORDS[reason]}` : ""}`;
    }
  }
}

/** `missed at least 5 months, since Nov 2023`, with the reason `Oct 2023 awaiting data`. */
function runWords(run: RunLength, state: RunState): RunWords {
  const [one, more] = run.carriedOver
    ? ["new figure", "new figures"]
    : PERIODS[run.since.frequency];
  const reason = reasonOf(run, state);
  const atLeast = reason === null ? "" : "at least ";
  const periods = run.periods === 1 ? one : more;
  return {
    length: `${state} ${atLeast}${run.periods} ${periods}, since ${run.since.period_label}`,
    reason,
  };
}

/** The runs of an exception in words, missed before worsening. */
export const allRunWords = ({
  missed,
  worsening,
}: Pick<KpiException, RunState>): readonly RunWords[] => [
  ...(missed ? [runWords(missed, "missed")] : []),
  ...(worsening ? [runWords(worsening, "worsening")] : []),
];

/** How long a KPI has been an exception, in one text. */
export const lengthWords = (one: Pick<KpiException, RunState>): string =>
  allRunWords(one)
    .map(({ length, reason }) => (reason === null ? length : `${length} (${reason})`))
    .join(", ");

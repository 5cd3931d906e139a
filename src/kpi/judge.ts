import type { Direction, Judgement } from "./direction";
import type { Frequency } from "./frequency";
import type { Polarity } from "./polarity";
import { variationIcon } from "./spc";
import { RUN, specialCauses } from "./special-cause";
import { FEWEST_POINTS, xmrLimits } from "./xmr";

/** What "improving" and "worsening" are judged by; `automatic` by special cause where it can be. */
export type JudgedBy = "automatic" | "spc" | "last_two" | "off";

/** The series that a figure is the last of. */
export interface JudgedSeries {
  /** Its values in order of time, the figure's own last. */
  readonly values: readonly (number | null)[];
  readonly polarity: Polarity;
  readonly frequency: Frequency;
  readonly cumulative: boolean;
  readonly by?: JudgedBy;
  /** Points at the start that the limits come from; all by default. */
  readonly baselinePoints?: number | null;
}

/** Figures that hold one another's months go up and down together: no chart of a process is theirs. */
const OVERLAPPING: ReadonlySet<Frequency> = new Set<Frequency>([
  "year_to_date",
  "rolling_12_months",
]);

/** Whether a series is long enough, and made of figures of their own, to be judged as a process. */
export const hasProcess = ({ values, frequency, cumulative }: JudgedSeries): boolean =>
  !cumulative && !OVERLAPPING.has(frequency) && known(values) >= FEWEST_POINTS;

function known(values: JudgedSeries["values"]): number {
  let count = 0;
  for (const value of values) if (value !== null) count++;
  return count;
}

/** How many figures a special cause is looked for in; null where none is looked for. */
export const judgedOver = (series: JudgedSeries): number | null =>
  series.by !== "last_two" &&
  series.by !== "off" &&
  series.polarity !== "neutral" &&
  hasProcess(series)
    ? known(series.values)
    : null;

/**
 * Whether a movement is improving or worsening. With 12 figures or more noise is not news: only a
 * special cause by the rules of the NHS is, and all else is steady; with fewer the last two figures
 * are compared. Null where there is no movement, or neither end is better.
 */
export function judgementOf(
  { movement, judgement }: Pick<Direction, "movement" | "judgement">,
  series: JudgedSeries,
): Judgement | null {
  const { values, polarity, by = "automatic", baselinePoints = null } = series;
  if (movement === null || polarity === "neutral" || by === "off") return null;
  if (judgedOver(series) === null) return by === "spc" ? null : judgement;
  const causes = specialCauses(
    values.slice(-RUN),
    xmrLimits(values.slice(0, baselinePoints ?? undefined)),
  );
  const variation = variationIcon(causes[causes.length - 1], polarity);
  if (variation.startsWith("improvement")) return "improving";
  return variation.startsWith("concern") ? "worsening" : "steady";
}

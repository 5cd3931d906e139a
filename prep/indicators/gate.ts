import { notAvailable, type Figure } from "./figure";
import type { Coverage, Gap } from "./gap";

/**
 * Shares of what should have been counted, in per cent, above which a figure is to be read with
 * care, or is not shown.
 */
export interface CoverageLimits {
  readonly cautionAbove: number;
  readonly notAvailableAbove: number;
}

const JUST_ABOVE = 1e-9;

/** In per cent: what nobody knows is more than all, a doubt is just more than nothing. */
function shareOf(gap: Gap, { cautionAbove }: CoverageLimits): number {
  if (gap.kind === "unread") return Infinity;
  if (gap.kind === "doubt") return cautionAbove + JUST_ABOVE;
  return gap.eligible === 0 ? 0 : (100 * gap.leftOut) / gap.eligible;
}

const noteOf = (gap: Gap): string =>
  gap.kind === "rows" ? `${gap.leftOut} of ${gap.eligible} ${gap.why}` : gap.why;

const coverageOf = (gap: Gap): Coverage =>
  gap.kind === "rows"
    ? {
        eligible: gap.eligible,
        leftOut: gap.leftOut,
        reason: gap.leftOut === 0 ? null : noteOf(gap),
      }
    : { eligible: null, leftOut: null, reason: gap.why };

/** The gap that matters most; the first of those that are alike. */
function worstGap(gaps: readonly Gap[], limits: CoverageLimits): Gap | null {
  let worst: Gap | null = null;
  for (const gap of gaps)
    if (worst === null || shareOf(gap, limits) > shareOf(worst, limits)) worst = gap;
  return worst;
}

/** What is to be done with a figure, why, and how much it leaves out. */
export interface Verdict {
  readonly is: "whole" | "caution" | "hidden";
  readonly note: string;
  readonly coverage: Coverage;
}

/**
 * The one rule on what was read in part: a figure that leaves out more than the first share of what
 * should have been counted is to be read with care; above the second share, or where a file, table
 * or column that it needs was not read whole, it is hidden. Null where nothing is known to be
 * missing.
 */
export function verdictOn(gaps: readonly Gap[], limits: CoverageLimits): Verdict | null {
  const worst = worstGap(gaps, limits);
  if (worst === null) return null;
  const share = shareOf(worst, limits);
  return {
    is:
      share > limits.notAvailableAbove
        ? "hidden"
        : share > limits.cautionAbove
          ? "caution"
          : "whole",
    note: noteOf(worst),
    coverage: coverageOf(worst),
  };
}

/**
 * A counted figure past the gate: with care and why, or not available. It never becomes 0, and never
 * nobody to count. A figure that was not available before stays as it was.
 */
export function gated(figure: Figure, gaps: readonly Gap[], limits: CoverageLimits): Figure {
  if (figure.status === "not_available") return figure;
  const verdict = verdictOn(figure.gap ? [figure.gap, ...gaps] : gaps, limits);
  if (verdict === null) return figure;
  const { is, note, coverage } = verdict;
  // Where nobody was left to count, those that were left out are whom it is about.
  if (is === "hidden" || (is === "caution" && figure.status === "not_applicable"))
    return { ...figure, ...notAvailable(note), coverage };
  if (is === "whole") return { ...figure, coverage };
  const caution = [figure.caution, note].filter((words) => words !== null).join("; ");
  return { ...figure, caution, coverage };
}

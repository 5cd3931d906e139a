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

/**
 * The one rule on what was read in part: a figure that leaves out more than the first share of what
 * should have been counted is to be read with care and
 * says why; above the second share, or where a file, table or column that it needs was not read
 * whole, it is not available. It never becomes 0, and never
 * nobody to count. A figure that was not available before stays as it was.
 */
export function gated(figure: Figure, gaps: readonly Gap[], limits: CoverageLimits): Figure {
  if (figure.status === "not_available") return figure;
  const worst = worstGap(figure.gap ? [figure.gap, ...gaps] : gaps, limits);
  if (worst === null) return figure;
  const coverage = coverageOf(worst);
  const share = shareOf(worst, limits);
  // Where nobody was left to count, those that were left out are whom it is about.
  const isHidden =
    share > limits.notAvailableAbove ||
    (figure.status === "not_applicable" && share > limits.cautionAbove);
  if (isHidden) return { ...figure, ...notAvailable(noteOf(worst)), coverage };
  if (share <= limits.cautionAbove) return { ...figure, coverage };
  const caution = [figure.caution, noteOf(worst)].filter((words) => words !== null).join("; ");
  return { ...figure, caution, coverage };
}

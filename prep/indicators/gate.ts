import { notAvailable, type Figure } from "./figure";

/** Shares of what should have been counted, in per cent, above which a figure is to be read with care, or is not shown. */
export interface CoverageLimits {
  readonly cautionAbove: number;
  readonly notAvailableAbove: number;
}

/** Something that a figure needs and that was not read, or not whole. */
export type Gap =
  /** So many of the rows that should have been counted are left out; `why` goes on after "3 of 60". */
  | {
      readonly kind: "rows";
      readonly eligible: number;
      readonly leftOut: number;
      readonly why: string;
    }
  /** It was read, and may have been read wrongly. */
  | { readonly kind: "doubt"; readonly why: string }
  /** It was not read, or nobody knows how much of it is missing. */
  | { readonly kind: "unread"; readonly why: string };

/** How much of what should have been counted a figure leaves out, and why. */
export interface Coverage {
  readonly eligible: number | null;
  readonly leftOut: number | null;
  /** Null where nothing is left out. */
  readonly reason: string | null;
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
export function worstGap(gaps: readonly Gap[], limits: CoverageLimits): Gap | null {
  let worst: Gap | null = null;
  for (const gap of gaps)
    if (worst === null || shareOf(gap, limits) > shareOf(worst, limits)) worst = gap;
  return worst;
}

/**
 * The one rule on what was read in part: a figure that leaves out more than the first share of what should have been counted is to be read with care and
 * says why; above the second share, or where a file, table or column that it needs was not read whole, it is not available. It never becomes 0, and never
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

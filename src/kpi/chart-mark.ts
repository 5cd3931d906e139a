/** What an author marks at a figure of a series. */
export interface ChartMark {
  /** The process changed here: limits are worked out anew from this figure on. */
  readonly step: boolean;
  /** The figure is drawn, but counts in no limits and no rule. */
  readonly ghost: boolean;
  /** Words drawn at the figure; blank for none. */
  readonly note: string;
}

/** Marks by the first word of what is said, in English and Welsh; any other text is a note. */
const STEP = /^(step|rebase|recalculat\w*|new limits|cam|ailgyfrifo)\b[\s:,–-]*/i;
const GHOST = /^(ghost\w*|exclude\w*|eithrio)\b[\s:,–-]*/i;

const NONE: ChartMark = { step: false, ghost: false, note: "" };

/** The mark that a text names, such as `step: new team`, `ghost` or `Strike of bus drivers`. */
export function readMark(text: string | null): ChartMark {
  if (text === null) return NONE;
  const [step, ghost] = [STEP.test(text), GHOST.test(text)];
  return { step, ghost, note: text.replace(STEP, "").replace(GHOST, "").trim() };
}

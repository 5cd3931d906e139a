/** Format strings of measures. */
export const WHOLE = "#,0";
export const SHARE = "#,0.0%;-#,0.0%;#,0.0%";
export const DATE = "dd mmm yyyy";

/**
 * Format of a figure by its indicator's unit. Percentages run from 0 to 100 in the figures, so that
 * their sign is only printed, not multiplied.
 * On one line: readers of TMDL are particular about longer ones here.
 */
const byUnit = (sign: string): string =>
  `SWITCH ( SELECTEDVALUE ( Indicator[Unit] ), "percent", "${sign}0.0\\%;-0.0\\%;0.0\\%", "count", "${sign}#,0;-#,0;0", "${sign}#,0.0;-#,0.0;0.0" )`;
export const FIGURE_FORMAT = byUnit("");
export const CHANGE_FORMAT = byUnit("+");

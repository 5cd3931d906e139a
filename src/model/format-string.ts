/** What a Power BI format string says about a number. */
export interface FormatString {
  /** An unquoted per cent sign: the number is a share of 1 and prints times 100. */
  readonly scalesToPercent: boolean;
  /** A per cent sign of any kind. */
  readonly percent: boolean;
  /** Decimals asked for; null where the format does not say. */
  readonly decimals: number | null;
  readonly pounds: boolean;
}

/**
 * Reads a format string of Power BI: `0.0%`, `#,0`, `"£"#,0.00`, `0.0"%"`, `\£#,0;-\£#,0`. Only the
 * part for positive numbers counts.
 * A named format (`General`, `Percent`) has no digits to read.
 */
export function readFormatString(format: string): FormatString {
  const positive = format.split(";")[0];
  const literal = /"([^"]*)"|\\(.)/g;
  const bare = positive.replace(literal, "");
  const scalesToPercent = bare.includes("%") || /^percent$/i.test(bare.trim());
  const digits = /[0#][0#,]*(?:\.([0#]+))?/.exec(bare);
  return {
    scalesToPercent,
    percent: scalesToPercent || positive.includes("%"),
    decimals: digits === null ? null : (digits[1]?.length ?? 0),
    pounds: positive.includes("£"),
  };
}

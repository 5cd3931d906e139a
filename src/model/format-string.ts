import type { NumberSigns } from "../kpi/number-format";
import { remembered } from "./remembered";

/** Whether words of the unit field are a format: digits of it are 0 and # alone. */
export const isFormat = (words: string): boolean =>
  /[0#]/.test(words) && !/[1-9]/.test(words.replace(/"[^"]*"|\\./g, ""));

/** What a Power BI format string says about a number. */
export interface FormatString {
  /** An unquoted per cent sign: the number is a share of 1 and prints times 100. */
  readonly scalesToPercent: boolean;
  /** A per cent sign of any kind. */
  readonly percent: boolean;
  /** Decimals asked for; null where the format does not say. */
  readonly decimals: number | null;
  readonly pounds: boolean;
  /** What it prints around the number, where that is more than a per cent or a pound sign. */
  readonly signs: NumberSigns | null;
}

/**
 * Reads a format string of Power BI: `0.0%`, `#,0`, `"£"#,0.00`, `0.0"%"`, `\£#,0;-\£#,0`. Only the
 * part for positive numbers counts.
 * A named format (`General`, `Percent`) has no digits to read.
 */
export const readFormatString = remembered((format): FormatString => {
  const positive = format.split(";")[0].replace(/\[\$([^\]-]*)[^\]]*\]/g, "$1");
  const literal = /"([^"]*)"|\\(.)/g;
  const bare = positive.replace(literal, "");
  const scalesToPercent = bare.includes("%") || /^percent$/i.test(bare.trim());
  const digits = /[0#][0#,]*(?:\.([0#]+))?/.exec(bare);
  return {
    scalesToPercent,
    percent: scalesToPercent || positive.includes("%"),
    decimals: digits === null ? null : (digits[1]?.length ?? 0),
    pounds: positive.includes("£"),
    signs: scalesToPercent || digits === null ? null : signsIn(positive),
  };
});

/**
 * `"£"#,0.0,,"m"`, `0" days"`, `$#,0`: what stands around the digits, and commas that divide; `0.0‰`
 * multiplies by a thousand.
 */
function signsIn(positive: string): NumberSigns | null {
  const parts = /^((?:"[^"]*"|\\.|[^0#"\\])*)[0#][0#,]*?(,*)(?:\.[0#]+)?(,*)(?![0#,.])(.*)$/.exec(
    positive,
  );
  if (!parts || /^e[+-]/i.test(parts[4])) return null;
  const printed = (text: string): string => text.replace(/"([^"]*)"|\\(.)/g, "$1$2");
  const [before, after] = [printed(parts[1]), printed(parts[4])];
  const bare = positive.replace(/"[^"]*"|\\./g, "");
  const divisor = 1000 ** (parts[2].length + parts[3].length - (bare.includes("‰") ? 1 : 0));
  return divisor === 1 && /^£?$/.test(before) && /^%?$/.test(after)
    ? null
    : { before, after, divisor };
}

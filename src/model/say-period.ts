import type { Words } from "../host/words";
import { MONTH_NAMES } from "../kpi/day-number";
import { formatOrdinal } from "../kpi/number-format";
import { formatDay } from "../kpi/period-format";

const MONTH = new RegExp(
  `\\b(${MONTH_NAMES.map((name) => name.slice(0, 3)).join("|")})(${MONTH_NAMES.map((name) => name.slice(3)).join("|")})\\b`,
  "g",
);

/**
 * A period or day in the reader's language: the names of months, and the words around them, of a
 * label that is made or typed in English.
 */
export function sayPeriod(label: string, words: Words): string {
  const short = words("months_short").split(" ");
  if (short.length < MONTH_NAMES.length || short[0] === "Jan") return label;
  return label
    .replace(MONTH, (_, begin: string, rest: string) => {
      const month = MONTH_NAMES.findIndex((name) => name.startsWith(begin));
      return rest === "" ? short[month] : words(`month_${month + 1}`);
    })
    .replace(/^Year to /, `${words("period_year")} `)
    .replace(/^12 months to /, `${words("period_rolling")} `)
    .replace(/ to /, ` ${words("period_to")} `);
}

export const sayDay = (day: number, words: Words): string => sayPeriod(formatDay(day), words);

/** A place in a rank as the reader's language writes it: `3rd`, `3ydd`. */
export const sayOrdinal = (rank: number, words: Words): string =>
  formatOrdinal(rank, words("ordinals").split(" "));

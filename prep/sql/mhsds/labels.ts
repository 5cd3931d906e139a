/** `Apr` of a month that is counted as year * 12 + month - 1. */
export const monthName = (month: string): string =>
  `substr('JanFebMarAprMayJunJulAugSepOctNovDec', CAST((${month}) % 12 AS INT) * 3 + 1, 3)`;

const number = (value: string): string => `CAST(CAST(${value} AS INT) AS STRING)`;

export const yearNumber = (month: string): string => number(`floor((${month}) / 12)`);

/** `Apr 2024`. */
export const printMonthLabel = (month: string): string =>
  `${monthName(month)} || ' ' || ${yearNumber(month)}`;

/** `16 Jan 2025` of a date. */
export const printDayLabel = (day: string): string =>
  `${number(`day(${day})`)} || ' ' || ${monthName(`month(${day}) - 1`)} || ' ' || ${number(`year(${day})`)}`;

/** `2023/24` of the first month of a year, with the mark between. */
export const yearsLabel = (month: string, mark: string): string =>
  `${yearNumber(month)} || '${mark}' || substr(${yearNumber(`(${month}) + 12`)}, 3, 2)`;

import type { MonthIndex } from "../../../calendar/periods";

/** April 1900, the month whose UniqMonthID is 1. */
const FIRST = 1900 * 12 + 3;

/** UniqMonthID of a month: 1513 for April 2026. */
const monthNumberOf = (month: MonthIndex): number => month - FIRST + 1;

/** The month of a UniqMonthID. */
export const monthOfNumber = (number: number): MonthIndex => number + FIRST - 1;

/** UniqMonthID of the first month of version 5 and of version 6. */
const VERSION_5 = 1459;
const VERSION_6 = 1489;

/** The version of the data set that a month is submitted in (docs/reading-mhsds.md). */
export const versionOfMonth = (month: MonthIndex): number =>
  monthNumberOf(month) >= VERSION_6 ? 6 : monthNumberOf(month) >= VERSION_5 ? 5 : 4;

/**
 * The last month with CCG columns: sub-ICB locations take their place from July 2022 (UniqMonthID
 * 1468).
 */
export const FIRST_OF_SUB_ICBS: MonthIndex = monthOfNumber(1468);
export const hasSubIcbs = (month: MonthIndex): boolean => month >= FIRST_OF_SUB_ICBS;

import { readDay } from "../../calendar/read-day";

/** UPNs, ULNs and NHS numbers, and postcodes, by their looks. */
const LOOKS_PERSONAL = /^[A-Z]\d{11}[A-Z\d]$|^\d{10}$|^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;

/** A spreadsheet's date is such a number; far more often it is a key. */
const SHORT_NUMBER = /^\d{1,7}$/;

/**
 * True when a record's key may be printed: one without a digit (a name), a date, or what looks like
 * an identifier of a person is none that an
 * export made, but a sign of shifted columns.
 */
export const isPrintableKey = (key: string): boolean =>
  /\d/.test(key) &&
  key.length <= 40 &&
  !LOOKS_PERSONAL.test(key.trim()) &&
  (SHORT_NUMBER.test(key) || readDay(key) === null);

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** The month (0 to 11) that a word such as `Sept` or `March` names, or null. */
export function monthNamed(word: string): number | null {
  const index =
    word.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(word.toLowerCase()));
  return index < 0 ? null : index;
}

/** A year of two or four digits; two digits are of this century. */
export const fullYear = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

/** Days since 1970-01-01 of a calendar day; `month` runs from 0. Day 0 is the last day of the month before. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month, day) / 86_400_000;

/** Days since 1970-01-01 of `2024-03-31`, `31/03/2024`, `31 March 2024` or `31 Mar 24`; null for anything else. */
export function parseDay(text: string): number | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/.exec(text.trim());
  if (iso) return checked(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/.exec(text.trim());
  if (british) return checked(fullYear(british[3]), Number(british[2]) - 1, Number(british[1]));
  const words = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4}|\d{2})$/i.exec(
    text.trim(),
  );
  const month = words ? monthNamed(words[2]) : null;
  return words && month !== null ? checked(fullYear(words[3]), month, Number(words[1])) : null;
}

function checked(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day
    ? date.getTime() / 86_400_000
    : null;
}

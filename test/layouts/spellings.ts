import { MONTH_NAMES } from "../../src/kpi/day-number";

/** How periods of one length are counted and written; `index` counts them in order of time. */
export interface Spelling {
  readonly kind: "month" | "quarter" | "year" | "week" | "day" | "half_term" | "term";
  /** A label that says which period it is beyond doubt, or together with its neighbours. */
  readonly write: (index: number) => unknown;
}

const two = (year: number): string => String(year % 100).padStart(2, "0");
const year = (index: number, parts: number): number => 2015 + Math.floor(index / parts);
const month = (index: number): string => MONTH_NAMES[index % 12];
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const pad = (value: number): string => String(value).padStart(2, "0");
const weekStart = (index: number): Date => new Date(Date.UTC(2020, 0, 6 + 7 * index));
const local = (date: Date): Date =>
  new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
const british = (date: Date): string =>
  `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
const monthDay = (index: number, day: number): Date =>
  new Date(Date.UTC(year(index, 12), index % 12, day));
/** First year of the financial year that a quarter, counted from April 2015, lies in. */
const split = (index: number, parts: number): string => {
  const first = year(index, parts);
  return `${first}/${two(first + 1)}`;
};
const quarter = (index: number): number => (index % 4) + 1;
const TERMS = ["Autumn", "Spring", "Summer"];

/** Ways of writing that a series keeps to. */
export const SPELLINGS: readonly Spelling[] = [
  { kind: "month", write: (i) => `${month(i).slice(0, 3)} ${two(year(i, 12))}` },
  { kind: "month", write: (i) => `${month(i)} ${year(i, 12)}` },
  { kind: "month", write: (i) => `${year(i, 12)} ${month(i)}` },
  { kind: "month", write: (i) => `${month(i).slice(0, 3)}-${two(year(i, 12))}` },
  { kind: "month", write: (i) => iso(monthDay(i, 1)) },
  { kind: "month", write: (i) => `${iso(monthDay(i, 1))}T00:00:00.000Z` },
  { kind: "month", write: (i) => local(monthDay(i, 1)) },
  { kind: "month", write: (i) => british(new Date(Date.UTC(year(i, 12), (i % 12) + 1, 0))) },
  { kind: "month", write: (i) => year(i, 12) * 100 + (i % 12) + 1 },
  { kind: "quarter", write: (i) => `Q${quarter(i)} ${split(i, 4)}` },
  { kind: "quarter", write: (i) => `Q${quarter(i)} ${two(year(i, 4))}/${two(year(i, 4) + 1)}` },
  { kind: "quarter", write: (i) => `${year(i, 4)} Q${quarter(i)}` },
  { kind: "quarter", write: (i) => `Q${quarter(i)} ${year(i, 4)}` },
  { kind: "quarter", write: (i) => `Q${quarter(i)} ${two(year(i, 4))}` },
  {
    kind: "quarter",
    write: (i) =>
      `${MONTH_NAMES[3 * (i % 4)].slice(0, 3)} - ${MONTH_NAMES[3 * (i % 4) + 2].slice(0, 3)} ${year(i, 4)}`,
  },
  { kind: "year", write: (i) => split(i, 1) },
  { kind: "year", write: (i) => split(i, 1).replace("/", "-") },
  { kind: "year", write: (i) => `FY${two(year(i, 1))}/${two(year(i, 1) + 1)}` },
  { kind: "year", write: (i) => String(year(i, 1)) },
  { kind: "year", write: (i) => year(i, 1) },
  { kind: "week", write: (i) => local(weekStart(i)) },
  { kind: "week", write: (i) => iso(weekStart(i)) },
  { kind: "week", write: (i) => british(weekStart(i)) },
  { kind: "week", write: (i) => `w/c ${british(weekStart(i))}` },
  { kind: "day", write: (i) => local(new Date(Date.UTC(2023, 0, 2 + i))) },
  { kind: "day", write: (i) => iso(new Date(Date.UTC(2023, 0, 2 + i))) },
  { kind: "half_term", write: (i) => `HT${(i % 6) + 1} ${split(i, 6)}` },
  {
    kind: "half_term",
    write: (i) => `${TERMS[Math.floor((i % 6) / 2)]} ${(i % 2) + 1} ${split(i, 6)}`,
  },
  { kind: "term", write: (i) => `${TERMS[i % 3]} ${split(i, 3)}` },
  { kind: "term", write: (i) => `${TERMS[i % 3]} term ${year(i, 3) + (i % 3 === 0 ? 0 : 1)}` },
];

/** Labels without a year, of twelve periods at most, or that no one can read. */
export const VAGUE: readonly Spelling[] = [
  { kind: "month", write: (i) => month(i) },
  { kind: "month", write: (i) => month(i).slice(0, 3) },
  { kind: "quarter", write: (i) => `Q${quarter(i)}` },
  { kind: "month", write: (i) => `Period ${String.fromCharCode(65 + ((i * 7) % 26))}` },
  { kind: "month", write: (i) => `Wave ${((i * 5) % 17) + 1}` },
  { kind: "month", write: (i) => 45000 + ((i * 13) % 400) },
];

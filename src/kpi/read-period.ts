import { civilDay, monthNamed } from "./day-number";
import {
  academicYear,
  financialQuarter,
  financialYear,
  halfTerm,
  isoWeek,
  monthLabel,
  monthRange,
  months,
  snapshot,
  term,
  TERM_NAMES,
  termNamed,
  week,
  type PeriodFault,
  type ReadPeriod,
} from "./make-period";
import { readDay, yearWindow } from "./read-day";

interface PeriodHints {
  /**
   * What `2023/24` is; `by_mark`: with a slash an academic year, with a dash a financial one, as
   * the Department for Education writes.
   */
  readonly years?: "academic" | "financial" | "by_mark";
  /** What `Q1 2024` is a quarter of. */
  readonly quarters?: "calendar" | "financial";
}

type YearKind = "academic" | "financial" | "calendar";

/** What the words before and behind a period say of its year, and the text without them. */
interface Said {
  readonly text: string;
  readonly year: YearKind | null;
  readonly hints: PeriodHints;
}

type Form = readonly [RegExp, (m: RegExpExecArray, said: Said) => ReadPeriod | PeriodFault];

/** Years of two digits in periods. */
const YEARS = yearWindow(1980, 2079);
const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 80 ? 2000 : 1900);

function monthIndex(word: string, year: string): number | null {
  const month = monthNamed(word);
  return month === null ? null : fullYear(year) * 12 + month - 1;
}

/** The year that two years in a row begin with; null where they are not in a row. */
function splitYear(first: string, second: string): number | null {
  const year = fullYear(first);
  return (year + 1) % 100 === Number(second) % 100 &&
    (second.length === 2 || Number(second) === year + 1)
    ? year
    : null;
}

function yearPeriod(
  year: number | null,
  mark: string,
  { year: kind, hints }: Said,
): ReadPeriod | PeriodFault {
  if (year === null || kind === "calendar") return "not_understood";
  const by = hints.years === "by_mark" ? (mark === "/" ? "academic" : "financial") : hints.years;
  const is = kind ?? by;
  if (is === undefined) return "ambiguous";
  return is === "academic" ? academicYear(year) : financialYear(year);
}

function quarterOfYear(quarter: number, year: number, said: Said): ReadPeriod | PeriodFault {
  const of = said.year ?? said.hints.quarters;
  if (of === "calendar")
    return monthRange(year * 12 + 3 * quarter - 3, year * 12 + 3 * quarter - 1);
  return of === "financial" && said.year === null ? financialQuarter(quarter, year) : "ambiguous";
}

/** The year up to the end of a month: since April, or since September in an academic year. */
function yearTo(last: number | null, said: Said): ReadPeriod | PeriodFault {
  if (last === null) return "not_understood";
  const academic = (said.year ?? said.hints.years) === "academic";
  const offset = said.year === "calendar" ? 0 : academic ? 8 : 3;
  const first = last - ((last - offset) % 12);
  return months("year_to_date", first, last, `Year to ${monthLabel(last)}`);
}

const YEAR = "((?:19|20)?\\d\\d)";
const SPLIT = "((?:19|20)?\\d\\d) ?([/-]) ?((?:19|20)\\d\\d|\\d\\d)";
const MONTH = "([a-z]{3,9})";
const GAP = "[-'./ ]*";
const TERM = "(aut(?:umn)?|spr(?:ing)?|sum(?:mer)?)";
const form = (pattern: string, read: Form[1]): Form => [new RegExp(`^${pattern}$`), read];

/** Whole months by their name or number. */
const MONTH_FORMS: readonly Form[] = [
  form(`${MONTH}${GAP}${YEAR}( avg| average)?`, (m) => {
    const index = monthIndex(m[1], m[2]);
    return index === null ? "not_understood" : monthRange(index, index, m[3] !== undefined);
  }),
  form(`${MONTH}${GAP}${YEAR}? ?(?:-|to) ?${MONTH}${GAP}${YEAR}( avg| average)?`, (m) => {
    const [first, last] = [monthIndex(m[1], m[2] ?? m[4]), monthIndex(m[3], m[4])];
    if (first === null || last === null) return "not_understood";
    return monthRange(
      m[2] === undefined && first > last ? first - 12 : first,
      last,
      m[5] !== undefined,
    );
  }),
  form("(\\d{4})[-/](\\d\\d)", (m, said) => {
    const [month, split] = [Number(m[2]), splitYear(m[1], m[2])];
    if (split === null) return numberedMonth(m[1], month);
    if (month >= 1 && month <= 12 && said.year === null && !said.hints.years) return "ambiguous";
    return yearPeriod(split, /[/-]/.exec(m[0])![0], said);
  }),
  form("((?:19|20)\\d\\d)(\\d\\d)", (m, said) => {
    const [month, split] = [Number(m[2]), splitYear(m[1], m[2])];
    if (split === null) return numberedMonth(m[1], month);
    return month >= 1 && month <= 12 ? "ambiguous" : yearPeriod(split, "/", said);
  }),
  form("(\\d{1,2})[-/](\\d{4})", (m) => numberedMonth(m[2], Number(m[1]))),
  form(`(?:m|month|p|period) ?(\\d{1,2}),? ${SPLIT}`, (m) => {
    const [number, year] = [Number(m[1]), splitYear(m[2], m[4])];
    if (year === null || number < 1 || number > 12) return "not_understood";
    return monthRange(year * 12 + 2 + number, year * 12 + 2 + number);
  }),
  form(
    `(?:(?:rolling )?(?:12|twelve)[- ]months? (?:rolling )?(?:up )?(?:to|end(?:ing|ed))|year end(?:ing|ed)) ${MONTH}${GAP}${YEAR}`,
    (m) => {
      const last = monthIndex(m[1], m[2]);
      if (last === null) return "not_understood";
      return months("rolling_12_months", last - 11, last, `12 months to ${monthLabel(last)}`);
    },
  ),
  form(`(?:ytd|year to date|year to)(?: to)?:? ${MONTH}${GAP}${YEAR}`, (m, said) =>
    yearTo(monthIndex(m[1], m[2]), said),
  ),
  form(`${SPLIT} to ${MONTH}${GAP}${YEAR}`, (m, said) => {
    const last = monthIndex(m[4], m[5]);
    const of = said.hints.years === "by_mark" && m[2] === "/" ? "academic" : null;
    const period = yearTo(last, of ? { ...said, year: said.year ?? of } : said);
    const first = typeof period === "string" ? null : civilDay(period.start).year;
    return first === splitYear(m[1], m[3]) ? period : "not_understood";
  }),
  form(`${MONTH}${GAP}${YEAR} (?:ytd|year to date)`, (m, said) =>
    yearTo(monthIndex(m[1], m[2]), said),
  ),
];

function numberedMonth(year: string, month: number): ReadPeriod | PeriodFault {
  const index = Number(year) * 12 + month - 1;
  return month < 1 || month > 12 || !/^(19|20)/.test(year)
    ? "not_understood"
    : monthRange(index, index);
}

/** Quarters, terms, half-terms, years and weeks. */
const YEAR_FORMS: readonly Form[] = [
  form(`q(?:uarter|tr)? ?([1-4]),? ${SPLIT}`, (m) => {
    const year = splitYear(m[2], m[4]);
    return year === null ? "not_understood" : financialQuarter(Number(m[1]), year);
  }),
  form(`q(?:uarter|tr)? ?([1-4]),? ((?:19|20)\\d\\d)`, (m, said) =>
    quarterOfYear(Number(m[1]), Number(m[2]), said),
  ),
  form(`q(?:uarter|tr)? ?[1-4],?${GAP}\\d\\d`, () => "ambiguous"),
  form(`${TERM}(?: term)?${GAP}${YEAR}`, (m) => term(m[1], fullYear(m[2]))),
  form(`${TERM}(?: term)?,? ${SPLIT}`, (m) => {
    const year = splitYear(m[2], m[4]);
    if (year === null) return "not_understood";
    return term(m[1], termNamed(m[1]) === "autumn" ? year : year + 1);
  }),
  form(`${TERM}(?: half[- ]?term)? ?([12]),? ${SPLIT}`, (m) => {
    const year = splitYear(m[3], m[5]);
    if (year === null) return "not_understood";
    return halfTerm(2 * TERM_NAMES.indexOf(termNamed(m[1])) + Number(m[2]), year);
  }),
  form(`${TERM}(?: half[- ]?term)? ?([12]),? ((?:19|20)\\d\\d)`, (m) => {
    const name = termNamed(m[1]);
    const year = Number(m[3]) - (name === "autumn" ? 0 : 1);
    return halfTerm(2 * TERM_NAMES.indexOf(name) + Number(m[2]), year);
  }),
  form(`(?:ht|half[- ]?term) ?([1-6]),? ?${SPLIT}`, (m) => {
    const year = splitYear(m[2], m[4]);
    return year === null ? "not_understood" : halfTerm(Number(m[1]), year);
  }),
  form(`(?:ht|half[- ]?term|term) ?[1-6],? ${YEAR}(?:[/-]\\d+)?`, () => "ambiguous"),
  form(SPLIT, (m, said) => yearPeriod(splitYear(m[1], m[3]), m[2], said)),
  form("((?:19|20)\\d\\d)", (m, { year }) =>
    year === "academic" || year === "financial"
      ? "ambiguous"
      : months("calendar_year", Number(m[1]) * 12, Number(m[1]) * 12 + 11, m[1]),
  ),
  form("(\\d{4})[- ]?w(?:eek )?(\\d{1,2})", (m) => isoWeek(Number(m[1]), Number(m[2]))),
];

const FORMS = [...MONTH_FORMS, ...YEAR_FORMS];

/** Words that name the kind of year, wherever they stand. */
const YEAR_WORDS: readonly (readonly [RegExp, YearKind])[] = [
  [/\b(?:fy|f\/y|financial(?: (?:year|yr))?|fin(?:\.|ancial)? yr) ?(?=\d|$)/, "financial"],
  [/\b(?:ay|academic(?: (?:year|yr))?|school (?:year|yr)) ?(?=\d|$)/, "academic"],
  [/\b(?:cy|calendar(?: (?:year|yr))?|sen2(?: return)?) ?(?=\d|$)/, "calendar"],
];

/** Words that say nothing about which period it is, and other spellings of what does. */
const AROUND: readonly (readonly [RegExp, string])[] = [
  [/^(?:as at|as of|position at|at)(?: the)?:? /, ""],
  [/^(?:the )?end(?: of)? (?=[a-z]{3})/, ""],
  [/ ?(?:\((?:provisional|final|revised|unvalidated|estimated?|validated|p|r)\)|[*\u2020]+)$/, ""],
  [/ (?:provisional|final|revised)$/, ""],
  [/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?=\d)/, ""],
  [/^y\/e /, "year ending "],
  [/^([1-4])(?:st|nd|rd|th) (?=q)/, "q$1 "],
  [/^(q\d) (?:quarter|qtr) /, "$1 "],
  [/\((\d{2,4}[/-]\d\d(?:\d\d)?)\)$/, "$1"],
  [/^q[1-4] \(([a-z]{3}.*\d)\)$/, "$1"],
];

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

function heard(text: string, hints: PeriodHints): Said {
  let [rest, year] = [
    AROUND.reduce((left, [words, instead]) => left.replace(words, instead), folded(text)),
    null as YearKind | null,
  ];
  for (const [words, kind] of YEAR_WORDS)
    if (words.test(rest)) {
      rest = rest.replace(words, "").trim();
      year = kind;
    }
  // Twelve months or a year to the last day of a month are those to the month.
  const to = /^(.* (?:to|end(?:ing|ed)) )(.*\d.*)$/.exec(rest);
  const last =
    to && /^\D*(?:12 months|year|ytd)|^twelve|^\d{4}[/-]\d\d(?:\d\d)? to/.test(rest)
      ? readDay(to[2], { years: YEARS })
      : null;
  if (last !== null && civilDay(last + 1).day === 1) {
    const { year: inYear, month } = civilDay(last);
    rest = `${to![1]}${monthLabel(inYear * 12 + month - 1).toLowerCase()}`;
  }
  // `2024 Q1`, `2023/24 Autumn 1` and `2024 March` put the year first.
  const turned = new RegExp(`^((?:19|20)\\d\\d|${SPLIT})[ ,]+([a-z].*)$`).exec(rest);
  if (turned && !/^(?:to|w|week)\b/.test(turned[5])) rest = `${turned[5]} ${turned[1]}`;
  return { text: rest, year, hints };
}

/**
 * The period that a text names, in any usual spelling of English boards, or why there is none: never a guess. Quarters, months and
 * weeks are of the calendar, `Q1 24/25` is April to June, terms and half-terms are those of the date table.
 */
export function readPeriod(text: string, hints: PeriodHints = {}): ReadPeriod | PeriodFault {
  const said = heard(text, hints);
  const weekOf = /^(?:w\/([ce])|week (commencing|beginning|ending|ended|to)):? (.+)$/.exec(
    said.text,
  );
  if (weekOf) {
    const day = readDay(weekOf[3], { years: YEARS });
    if (day === null) return "not_understood";
    return week(/^[e]|end|to/.test(weekOf[1] ?? weekOf[2]) ? day - 6 : day);
  }
  const day = readDay(said.text, { years: YEARS });
  if (day !== null) return snapshot(day);
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(said.text);
    const found = match ? read(match, said) : "not_understood";
    if (found !== "not_understood") return found;
  }
  return betweenDays(said.text);
}

/** Whole months between two days, such as `01/04/2024 - 31/03/2025`. */
function betweenDays(text: string): ReadPeriod | PeriodFault {
  const [from, to, more] = text.split(/ (?:-|to) /).map((one) => readDay(one, { years: YEARS }));
  if (from === null || to === null || to === undefined || more !== undefined)
    return "not_understood";
  const [first, last] = [civilDay(from), civilDay(to)];
  return first.day === 1 && civilDay(to + 1).day === 1
    ? monthRange(first.year * 12 + first.month - 1, last.year * 12 + last.month - 1)
    : "not_understood";
}

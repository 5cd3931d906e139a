import { dayFromIso, dayOf, isRealDate, type Day } from "./day";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const real = (year: number, month: number, day: number): Day | null =>
  isRealDate(year, month, day) ? dayOf(year, month, day) : null;

/**
 * How dates are written in the extracts, tried in order (education-extracts 0.3.4): ISO (XML), English month names (COLLECT exports),
 * day first with slashes, dashes or dots (Excel in the UK, GIAS), eight digits, and Excel's serial numbers from 1 January 1954 to 2064.
 * A time after the date is left out. Never the machine's locale; never month first.
 */
const patterns: readonly {
  readonly form: RegExp;
  readonly read: (m: RegExpExecArray) => Day | null;
}[] = [
  {
    form: /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
    read: (m) => real(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    form: /^(\d{4})-([A-Za-z]{3})[a-z]*-(\d{1,2})$/,
    read: (m) => real(Number(m[1]), MONTHS.indexOf(m[2].toLowerCase()) + 1, Number(m[3])),
  },
  {
    form: /^(\d{1,2})[-/. ]([A-Za-z]{3})[a-z]*[-/. ](\d{4})$/,
    read: (m) => real(Number(m[3]), MONTHS.indexOf(m[2].toLowerCase()) + 1, Number(m[1])),
  },
  {
    form: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/,
    read: (m) => real(Number(m[3]), Number(m[2]), Number(m[1])),
  },
  {
    form: /^(\d{4})\/(\d{2})\/(\d{2})$/,
    read: (m) => real(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    form: /^((?:19|20)\d{2})(\d{2})(\d{2})$/,
    read: (m) => real(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  { form: /^(\d{5})(?:\.\d+)?$/, read: (m) => excelDay(Number(m[1])) },
];

/** Excel's serial 25569 is 1970-01-01; numbers outside 1954 to 2064 are not taken for dates. */
const excelDay = (serial: number): Day | null =>
  serial >= 19725 && serial < 60269 ? serial - 25569 : null;

/** The day that a text of an extract gives, or null when it is no date we know how to read. */
export function readDay(text: string): Day | null {
  const iso = dayFromIso(text);
  if (iso !== null) return iso;
  const date = text.replace(/[T ]\d{1,2}:\d{2}.*$/, "");
  for (const { form, read } of patterns) {
    const match = form.exec(date);
    if (match) return read(match);
  }
  return null;
}

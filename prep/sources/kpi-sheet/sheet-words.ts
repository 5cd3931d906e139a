import type { Movement } from "../../../src/kpi/direction";
import type { Frequency } from "../../../src/kpi/frequency";
import { UNIT_NAMES, type Unit } from "../../../src/kpi/unit";

type Table<T> = readonly { readonly form: RegExp; readonly is: T }[];

const look = <T>(table: Table<T>, text: string): T | null =>
  table.find(({ form }) => form.test(text.trim()))?.is ?? null;

/** Arrows and words for a required or printed direction. */
const DIRECTIONS: Table<Movement> = [
  { form: /^[▲↑⬆🔼🡅]\uFE0F?$|^(up|increase[ds]?|increasing|higher|rise[ns]?)$/iu, is: "up" },
  { form: /^[▼↓⬇🔽🡇]\uFE0F?$|^(down|decrease[ds]?|decreasing|lower|fallen|falls?)$/iu, is: "down" },
  { form: /^[↔→⇔►▶⬌]\uFE0F?$|^(same|no change|static|stable|steady|maintained)$/iu, is: "same" },
];

/** The arrow that a cell prints, or null for none. */
export const readArrow = (text: string): Movement | null => look(DIRECTIONS, text);

const FREQUENCIES: Table<Frequency> = [
  { form: /rolling/i, is: "rolling_12_months" },
  { form: /year[- ]to[- ]date|ytd/i, is: "year_to_date" },
  { form: /\bdaily\b/i, is: "day" },
  { form: /\bweekly\b/i, is: "week" },
  { form: /month/i, is: "month" },
  { form: /half[- _]?term/i, is: "half_term" },
  { form: /term/i, is: "term" },
  { form: /quarter/i, is: "quarter" },
  { form: /academic/i, is: "academic_year" },
  { form: /financial/i, is: "financial_year" },
  { form: /census|snapshot/i, is: "census" },
  { form: /annual|year/i, is: "calendar_year" },
];

/** How often, from words such as "Monthly" or "(Termly data)"; null where they do not say. */
export const readFrequency = (text: string): Frequency | null => look(FREQUENCIES, text);

const NAME_FREQUENCIES: Table<Frequency> = [
  { form: /\btermly\b/i, is: "term" },
  { form: /\bquarterly\b/i, is: "quarter" },
  { form: /\b(annual|yearly) (data|update|figure)\b/i, is: "academic_year" },
  { form: /\brolling (12|twelve) months\b/i, is: "rolling_12_months" },
];

/** How often a KPI is made where its name says so, such as "(Termly data)". */
export const frequencyInName = (name: string): Frequency | null => look(NAME_FREQUENCIES, name);

/** Whether the name says that the figure runs on from the start of a year. */
export const isCumulativeName = (name: string): boolean =>
  /\bcumulative\b|\byear to date\b|\bytd\b/i.test(name);

const NAME_UNITS: Table<Unit> = [
  { form: /%|\bper ?cent\b|\bpercentage\b|\bproportion\b/i, is: "percent" },
  { form: /\bFTE\b/, is: "fte" },
  { form: /\(£ ?m(?:illions?)?\b|\b£ ?m\b/i, is: "gbp_m" },
  { form: /\(£|\(gbp\)|\bcost per\b|\baverage cost\b/i, is: "gbp" },
  {
    form: /\((?:in )?(?:weeks?|wks?)\)|\bweeks waited\b|\b(?:average|mean|median|longest) (?:number of )?weeks\b/i,
    is: "weeks",
  },
  {
    form: /\((?:in )?(?:working )?days?\)|\b(?:average|mean|median|longest) (?:number of )?(?:working )?days\b/i,
    is: "days",
  },
  {
    form: /\((?:in )?months?\)|\b(?:average|mean|median|longest) (?:number of )?months\b/i,
    is: "months",
  },
  {
    form: /^(?:number of )?(?:working )?days (?:to|from|taken|waited|until|between)\b/i,
    is: "days",
  },
  { form: /^(?:number of )?weeks (?:to|from|taken|waited|until|between)\b/i, is: "weeks" },
  { form: /\((?:in )?min(?:ute)?s?\)/i, is: "minutes" },
  { form: /\bper (?:100|hundred)\b(?!,? ?\d)/i, is: "per_100" },
  { form: /\bper 10,?000\b/i, is: "per_10000" },
  { form: /\bper 100,?000\b/i, is: "per_100000" },
  { form: /\bper 1,?000\b/i, is: "per_1000" },
  { form: /\brates?\b|\bscore\b/i, is: "score" },
];

/** "No / %" promises a number with a percentage behind it. */
const NUMBER_FIRST = /^no\.?\s*\/\s*%|^no\.? of\b.*£/i;
/** "Error count/rate": whole numbers are the count. */
const NUMBER_OR_RATE = /\b(?:no\.?|number|count)s?\s*(?:\/|or)\s*(?:rate|%|percentage|proportion)/i;

/**
 * The unit that a KPI's name gives away, of these figures without a unit; a plain number otherwise.
 */
export function unitInName(name: string, values: readonly (number | null)[] = []): Unit {
  const isCount =
    NUMBER_FIRST.test(name.trim()) ||
    (NUMBER_OR_RATE.test(name) &&
      values.every((value) => value === null || Number.isInteger(value)));
  return isCount ? "count" : (look(NAME_UNITS, name) ?? "count");
}

/** Units that go by another name. */
const UNIT_SIGNS: ReadonlyMap<string, Unit> = new Map([
  ["%", "percent"],
  ["%age", "percent"],
  ["percent", "percent"],
  ["percentage", "percent"],
  ["percentages", "percent"],
  ["pct", "percent"],
  ["no", "count"],
  ["no.", "count"],
  ["nos", "count"],
  ["num", "count"],
  ["numbers", "count"],
  ["count", "count"],
  ["counts", "count"],
  ["volume", "count"],
  ["#", "count"],
  ["wks", "weeks"],
  ["working days", "days"],
  ["mths", "months"],
  ["mins", "minutes"],
  ["rate per 100", "per_100"],
  ["rate per 1,000", "per_1000"],
  ["rate per 1000", "per_1000"],
  ["rate per 10,000", "per_10000"],
  ["rate per 10000", "per_10000"],
  ["rate per 100,000", "per_100000"],
  ["£", "gbp"],
  ["pounds", "gbp"],
  ["£m", "gbp_m"],
  ["fte", "fte"],
]);

/** A unit as the template lists it; null where it is none of ours. */
export function readUnit(text: string): Unit | null {
  const folded = text.trim().toLowerCase();
  const found = (Object.keys(UNIT_NAMES) as Unit[]).find(
    (unit) => unit === folded || UNIT_NAMES[unit] === folded,
  );
  return found ?? UNIT_SIGNS.get(folded) ?? null;
}

/** Metrics that name a unit, and no KPI of their own. */
const UNIT_METRIC =
  /^(?:no\.?|numbers?|counts?|rates?|%|per ?cent(?:age)?|percentages?|score|days?|weeks?|months?)$/i;

/**
 * The name of a KPI that stands under an indicator's name with a metric: the metric belongs to it
 * unless it is a unit.
 */
export const kpiName = (name: string, metric: string): string =>
  metric === "" || UNIT_METRIC.test(metric.trim()) || readUnit(metric) !== null
    ? name
    : `${name}: ${metric}`;

/** What a value is measured in. Percentages run from 0 to 100 and rates are already multiplied. */
export type Unit =
  | "count"
  | "percent"
  | "percentage_points"
  | "per_100"
  | "per_1000"
  | "per_10000"
  | "per_100000"
  | "days"
  | "weeks"
  | "months"
  | "minutes"
  | "sessions"
  | "gbp"
  | "gbp_m"
  | "fte"
  | "score"
  | "text";

interface UnitForm {
  readonly before: string;
  readonly after: string;
  /** Decimals printed where the indicator says nothing. */
  readonly decimals: number;
}

const form = (decimals: number, before = "", after = ""): UnitForm => ({
  decimals,
  before,
  after,
});

/**
 * How each unit is written in English board papers: percentages to one decimal, differences of them
 * in percentage points.
 */
export const UNIT_FORMS: Readonly<Record<Unit, UnitForm>> = {
  count: form(0),
  percent: form(1, "", "%"),
  percentage_points: form(1, "", " pp"),
  per_100: form(2),
  per_1000: form(1),
  per_10000: form(1),
  per_100000: form(1),
  days: form(0, "", " days"),
  weeks: form(1, "", " weeks"),
  months: form(1, "", " months"),
  minutes: form(0, "", " minutes"),
  sessions: form(0, "", " sessions"),
  gbp: form(0, "£"),
  gbp_m: form(1, "£", "m"),
  fte: form(1, "", " FTE"),
  score: form(1),
  text: form(0),
};

/** How a heading names each unit. */
export const UNIT_NAMES: Readonly<Record<Unit, string>> = {
  count: "number",
  percent: "per cent",
  percentage_points: "percentage points",
  per_100: "per 100",
  per_1000: "per 1,000",
  per_10000: "per 10,000",
  per_100000: "per 100,000",
  days: "days",
  weeks: "weeks",
  months: "months",
  minutes: "minutes",
  sessions: "sessions",
  gbp: "pounds",
  gbp_m: "million pounds",
  fte: "full-time equivalent",
  score: "score",
  text: "words",
};

/** Units that a number of something may name beside it: what it is a number of. */
const NUMBERED: ReadonlySet<Unit> = new Set(["sessions", "fte", "gbp", "days", "weeks", "months"]);
const SHARES: ReadonlySet<Unit> = new Set(["percent", "percentage_points"]);

/** Whether a figure that names a unit, or none, may be one of a KPI in `unit`. */
export const fitsUnit = (named: Unit | null, unit: Unit): boolean =>
  named === null ||
  named === unit ||
  (SHARES.has(named) && SHARES.has(unit)) ||
  (unit === "count" && NUMBERED.has(named));

/**
 * The unit of a difference between two values of a unit: percentages differ by percentage points.
 */
export const unitOfDifference = (unit: Unit): Unit =>
  unit === "percent" ? "percentage_points" : unit;

/**
 * What a numerator over a denominator is multiplied by in each unit that may be averaged over
 * areas. Plain counts are not
 * here: an average of counts says how large councils are, not how they do.
 */
export const UNIT_MULTIPLIERS: Readonly<Partial<Record<Unit, number>>> = {
  percent: 100,
  percentage_points: 100,
  per_100: 100,
  per_1000: 1_000,
  per_10000: 10_000,
  per_100000: 100_000,
  days: 1,
  weeks: 1,
  months: 1,
  minutes: 1,
  score: 1,
};

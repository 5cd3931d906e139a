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

export interface UnitForm {
  readonly before: string;
  readonly after: string;
  /** Decimals printed where the indicator says nothing. */
  readonly decimals: number;
  /** How a heading names the unit. */
  readonly name: string;
}

const form = (name: string, decimals: number, before = "", after = ""): UnitForm => ({
  name,
  decimals,
  before,
  after,
});

/**
 * How each unit is written in English board papers: percentages to one decimal, differences of them
 * in percentage points.
 */
export const UNIT_FORMS: Readonly<Record<Unit, UnitForm>> = {
  count: form("number", 0),
  percent: form("per cent", 1, "", "%"),
  percentage_points: form("percentage points", 1, "", " pp"),
  per_100: form("per 100", 2),
  per_1000: form("per 1,000", 1),
  per_10000: form("per 10,000", 1),
  per_100000: form("per 100,000", 1),
  days: form("days", 0, "", " days"),
  weeks: form("weeks", 1, "", " weeks"),
  months: form("months", 1, "", " months"),
  minutes: form("minutes", 0, "", " minutes"),
  sessions: form("sessions", 0, "", " sessions"),
  gbp: form("pounds", 0, "£"),
  gbp_m: form("million pounds", 1, "£", "m"),
  fte: form("full-time equivalent", 1, "", " FTE"),
  score: form("score", 1),
  text: form("words", 0),
};

/**
 * The unit of a difference between two values of a unit: percentages differ by percentage points.
 */
export const unitOfDifference = (unit: Unit): Unit =>
  unit === "percent" ? "percentage_points" : unit;

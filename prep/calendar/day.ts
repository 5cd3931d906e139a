/** A calendar day as whole days since 1970-01-01 (proleptic Gregorian, no time zone). */
export type Day = number;

/**
 * The day of a year, month (1 to 12) and day of the month. Does not check its arguments: see
 * `dayFromIso`.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** Year, month (1 to 12) and day of the month of a day. */
export function civilOf(value: Day): CivilDate {
  const z = value + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export const daysInMonth = (year: number, month: number): number =>
  (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)) - dayOf(year, month, 1);

const isRealDate = (year: number, month: number, day: number): boolean =>
  year >= 1 &&
  year <= 9999 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month);

/** `2024-03-31`. */
export function isoOf(value: Day): string {
  const { year, month, day } = civilOf(value);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of an ISO date such as `2024-03-31`, or null when it is none. */
export function dayFromIso(text: string): Day | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** The day so many months later, at the end of the month where the day does not exist there. */
export function addMonths(value: Day, months: number): Day {
  const { year, month, day } = civilOf(value);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/**
 * Completed years of age on a day; someone born on 29 February has their birthday on 1 March in
 * common years.
 */
export function ageOn(birth: Day, on: Day): number {
  const b = civilOf(birth);
  const d = civilOf(on);
  return d.year - b.year - (d.month < b.month || (d.month === b.month && d.day < b.day) ? 1 : 0);
}

/** No one is older. */
const OLDEST = 150;

/** The same for one birth day after another: what the day itself says is worked out once. */
export function agesOn(on: Day): (birth: Day) => number {
  const { year, month, day } = civilOf(on);
  /** The last day that somebody of each age was born on. */
  const bornBy = Int32Array.from({ length: OLDEST + 2 }, (_, age) =>
    dayOf(year - age, month, Math.min(day, daysInMonth(year - age, month))),
  );
  return (birth) => {
    // By the length of a year it is right, or one too low.
    const age = Math.floor((on - birth) / 365.25);
    if (age < 0 || age > OLDEST) return ageOn(birth, on);
    return birth <= bornBy[age + 1] ? age + 1 : age;
  };
}

/**
 * The last 31 August before a day: ages in school years are completed years on it (a child aged 10
 * on it is in year 6 on the day).
 */
export function lastAugust31(value: Day): Day {
  const { year, month } = civilOf(value);
  return dayOf(month > 8 ? year : year - 1, 8, 31);
}

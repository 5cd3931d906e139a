import { expect } from "chai";
import fc from "fast-check";
import { civilOf, dayFromIso, dayOf, isoOf, type Day } from "../../../prep/calendar/day";
import { bankHolidays } from "../../../prep/reference/bank-holidays";
import { weekdayOf, workingDays } from "../../../prep/calendar/working-days";

const day = (iso: string): Day => dayFromIso(iso)!;

/** Easter Sunday by the anonymous Gregorian algorithm. */
function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return dayOf(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1);
}

/** JavaScript's own weekday, 0 Sunday. */
const sundayFirst = (value: Day): number => new Date(value * 86_400_000).getUTCDay();
const firstMonday = (year: number, month: number): Day =>
  [1, 2, 3, 4, 5, 6, 7]
    .map((n) => dayOf(year, month, n))
    .find((value) => sundayFirst(value) === 1)!;
const lastMonday = (year: number, month: number): Day =>
  [25, 26, 27, 28, 29, 30, 31]
    .map((n) => dayOf(year, month, n))
    .find((value) => sundayFirst(value) === 1)!;

/**
 * Bank holidays of England and Wales by the rules of the Banking and Financial Dealings Act 1971
 * and the proclamations made under it.
 */
function byRule(year: number): string[] {
  const newYear = dayOf(year, 1, 1);
  const christmas = dayOf(year, 12, 25);
  const substitute = { 6: [2, 3], 5: [0, 3], 0: [2, 1] }[sundayFirst(christmas)] ?? [0, 1];
  const days = [
    newYear + ({ 6: 2, 0: 1 }[sundayFirst(newYear)] ?? 0),
    easter(year) - 2,
    easter(year) + 1,
    firstMonday(year, 5),
    ...(year === 2022
      ? [day("2022-06-02"), day("2022-06-03"), day("2022-09-19")]
      : [lastMonday(year, 5)]),
    ...(year === 2023 ? [day("2023-05-08")] : []),
    lastMonday(year, 8),
    christmas + substitute[0],
    christmas + substitute[1],
  ];
  return [...new Set(days)].sort((a, b) => a - b).map(isoOf);
}

describe("working days", () => {
  it("leave out the bank holidays that the rules of the law give", () => {
    const years = [...new Set(bankHolidays().map((iso) => Number(iso.slice(0, 4))))];
    expect(bankHolidays()).to.deep.equal(years.flatMap(byRule));
  });

  it("know the days of the week", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (value) => {
        expect((weekdayOf(value) + 1) % 7).to.equal(sundayFirst(value));
      }),
    );
  });

  const calendar = workingDays();

  it("are counted after one day up to another, backwards as negative", () => {
    // Easter 2026: Good Friday is 3 April, Easter Monday 6 April.
    expect(calendar.between(day("2026-04-02"), day("2026-04-07"))).to.equal(1);
    expect(calendar.between(day("2026-04-07"), day("2026-04-02"))).to.equal(-1);
    expect(calendar.between(day("2026-04-03"), day("2026-04-03"))).to.equal(0);
    expect(calendar.between(day("2025-12-24"), day("2026-01-02"))).to.equal(4);
  });

  it("find the last one on or before a day", () => {
    expect(isoOf(calendar.lastBy(day("2026-04-06"))!)).to.equal("2026-04-02");
    expect(isoOf(calendar.lastBy(day("2026-04-07"))!)).to.equal("2026-04-07");
    expect(isoOf(calendar.lastBy(day("2027-12-28"))!)).to.equal("2027-12-24");
  });

  /** Eight days of 2028 by the rules of the law. */
  const of2028 = byRule(2028);
  const settings = (dates: readonly string[]) => ({ settings: dates.map((date) => ({ date })) });

  it("are not known outside the table, until the settings have the days of a whole year", () => {
    expect([
      calendar.lastBy(day("2028-01-05")),
      calendar.between(day("2027-12-20"), day("2028-01-05")),
    ]).to.deep.equal([null, null]);
    const further = workingDays(settings(of2028));
    expect(further.years.last).to.equal(2028);
    expect(isoOf(further.lastBy(day("2028-01-03"))!)).to.equal("2027-12-31");
    expect(further.between(day("2027-12-31"), day("2028-01-04"))).to.equal(1);
    expect(workingDays(settings(of2028.slice(0, 7))).years.last).to.equal(2027);
    expect(workingDays(settings(byRule(2029))).years.last, "2028 is not known").to.equal(2027);
  });

  it("are those of the government's file in the years that it has whole", () => {
    // A file whose early May bank holiday was moved to 8 May, as in 2020.
    const moved = byRule(2026).map((iso) => (iso === "2026-05-04" ? "2026-05-08" : iso));
    const known = workingDays({ file: [...byRule(2021), ...moved, ...of2028] });
    expect(known.years).to.deep.equal({ first: 2021, last: 2028 });
    expect([day("2026-05-04"), day("2026-05-08")].map(known.isWorking)).to.deep.equal([
      true,
      false,
    ]);
    const begun = workingDays({ file: [...of2028.slice(0, 3), "2026-05-08"] });
    expect(begun.years.last).to.equal(2027);
    expect([day("2026-05-04"), day("2026-05-08")].map(begun.isWorking)).to.deep.equal([
      false,
      false,
    ]);
  });

  it("have a table that goes on from year to year", () => {
    const years = new Set(bankHolidays().map((iso) => civilOf(day(iso)).year));
    expect([...years]).to.deep.equal([2022, 2023, 2024, 2025, 2026, 2027]);
  });
});

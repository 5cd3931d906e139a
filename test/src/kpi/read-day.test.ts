import { expect } from "chai";
import fc from "fast-check";
import { civilDay, dayNumber } from "../../../src/kpi/day-number";
import { dateOrderOf, judgeDateColumns } from "../../../src/kpi/date-order";
import { readDay, yearWindow } from "../../../src/kpi/read-day";

const years = yearWindow(1980, 2039);

describe("days as people write them", () => {
  it("reads every usual spelling as one day", () => {
    for (const text of [
      "2025-01-16",
      "2025-01-16T09:30:00",
      "2025-Jan-16 00:00:00",
      "16/01/2025",
      "16/1/2025",
      "16.01.2025",
      "16-01-2025",
      "16/01/25",
      "16-Jan-25",
      "16 Jan 2025",
      "16 January 2025",
      "16th January 2025",
      "January 16, 2025",
      "2025/01/16",
      "20250116",
      "16/01/2025 09:30",
    ])
      expect(readDay(text, { years }), text).to.equal(dayNumber(2025, 1, 16));
  });
  it("reads no day that is none, and no number as a date unless asked", () => {
    for (const text of [
      "",
      "30/02/2025",
      "31/04/25",
      "01/13/2025",
      "16/01",
      "Jan 2025",
      "45292",
      "soon",
      "1/2-2025",
    ])
      expect(readDay(text, { years }), text).to.equal(null);
    expect(readDay("45292", { serials: true })).to.equal(dayNumber(2024, 1, 1));
    expect(readDay("12345", { serials: true })).to.equal(null);
  });
  it("reads two digits of a year only where one century fits the window", () => {
    expect(readDay("16/01/25")).to.equal(null);
    expect(readDay("16/01/98", { years })).to.equal(dayNumber(1998, 1, 16));
    expect(readDay("16/01/50", { years })).to.equal(null);
    expect(readDay("16/01/25", { years: yearWindow(1900, 2039) })).to.equal(null);
    // A date of birth is never after the day of the return.
    const births = { from: dayNumber(1990, 1, 1), to: dayNumber(2025, 1, 16) };
    expect(readDay("17/01/25", { years: births })).to.equal(null);
    expect(readDay("16/01/25", { years: births })).to.equal(dayNumber(2025, 1, 16));
  });
  it("reads back each day in each form", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber(1980, 1, 1), max: dayNumber(2039, 12, 31) }),
        (day) => {
          const { year, month, day: date } = civilDay(day);
          const two = (value: number): string => String(value % 100).padStart(2, "0");
          for (const text of [
            `${year}-${two(month)}-${two(date)}`,
            `${date}/${month}/${year}`,
            `${two(date)}/${two(month)}/${two(year)}`,
            `${year}${two(month)}${two(date)}`,
          ])
            expect(readDay(text, { years }), text).to.equal(day);
        },
      ),
    );
  });
});

describe("the order of day and month in a column", () => {
  it("is decided by the whole column", () => {
    expect(dateOrderOf(["2025-01-16", "16 Jan 2025", "", "soon", "5/5/2025"])).to.equal("iso");
    expect(dateOrderOf(["03/04/2025", "16/01/2025"])).to.equal("day-first");
    expect(dateOrderOf(["03/04/2025", "01/16/2025"])).to.equal("month-first");
    expect(dateOrderOf(["03/04/2025", "05/06/25"])).to.equal("either");
    expect(dateOrderOf(["16/01/2025", "01/16/2025"])).to.equal("mixed");
    expect(dateOrderOf(["1/16/2025 9:30", "01-16-25"])).to.equal("month-first");
  });
  it("takes one in a hundred for a slip of the pen", () => {
    const days = Array.from(
      { length: 99 },
      (_, i) => `${13 + (i % 15)}/0${1 + (i % 9)}/${2000 + i}`,
    );
    expect(dateOrderOf([...days, "01/16/2025"])).to.equal("day-first");
    expect(dateOrderOf([...days, "01/16/2025", "02/17/2025"])).to.equal("mixed");
  });
  it("refuses a month-first column, and with it what fits both orders in the same file", () => {
    expect(judgeDateColumns(["month-first", "either", "iso", "day-first"])).to.deep.equal([
      "refuse",
      "refuse",
      "read",
      "read",
    ]);
    expect(judgeDateColumns(["either", "iso"])).to.deep.equal(["caution", "read"]);
    expect(judgeDateColumns(["either", "day-first"])).to.deep.equal(["read", "read"]);
    expect(judgeDateColumns(["mixed"])).to.deep.equal(["refuse"]);
  });
});

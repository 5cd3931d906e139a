import { expect } from "chai";
import fc from "fast-check";
import {
  addMonths,
  ageOn,
  agesOn,
  civilOf,
  dayFromIso,
  dayOf,
  isoOf,
  lastAugust31,
} from "../../../prep/calendar/day";

const day = (iso: string): number => dayFromIso(iso)!;

describe("calendar days", () => {
  it("agree with JavaScript's own calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (value) => {
        const date = new Date(value * 86_400_000);
        expect(civilOf(value)).to.deep.equal({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        const { year, month, day } = civilOf(value);
        expect(dayOf(year, month, day)).to.equal(value);
      }),
    );
  });

  it("read and write ISO dates and refuse what is none", () => {
    expect(isoOf(day("2024-02-29"))).to.equal("2024-02-29");
    for (const text of [
      "1900-02-29",
      "2023-02-29",
      "2024-13-01",
      "2024-1-1",
      "20240101",
      "",
      "2024-00-10",
    ])
      expect(dayFromIso(text)).to.equal(null);
  });

  it("add months and stop at the end of a short one", () => {
    expect(isoOf(addMonths(day("2024-01-31"), 1))).to.equal("2024-02-29");
    expect(isoOf(addMonths(day("2024-03-31"), -12))).to.equal("2023-03-31");
    expect(isoOf(addMonths(day("2024-01-15"), -1))).to.equal("2023-12-15");
  });

  it("count completed years, and school years from the 31 August before", () => {
    expect(ageOn(day("2004-02-29"), day("2025-02-28"))).to.equal(20);
    expect(ageOn(day("2004-02-29"), day("2025-03-01"))).to.equal(21);
    expect(isoOf(lastAugust31(day("2024-08-31")))).to.equal("2023-08-31");
    expect(isoOf(lastAugust31(day("2024-09-01")))).to.equal("2024-08-31");
  });

  it("count the years of one person after another as of each alone", () => {
    const born = fc.integer({ min: day("1860-01-01"), max: day("2032-12-31") });
    const on = fc.integer({ min: day("1990-01-01"), max: day("2032-12-31") });
    fc.assert(fc.property(born, on, (birth, now) => agesOn(now)(birth) === ageOn(birth, now)));
    for (const now of ["2024-02-29", "2025-02-28", "2025-03-01", "2025-08-31"].map(day)) {
      const age = agesOn(now);
      for (let birth = day("1999-12-31"); birth <= day("2026-01-01"); birth++)
        expect(age(birth), `${isoOf(birth)} on ${isoOf(now)}`).to.equal(ageOn(birth, now));
    }
  });
});

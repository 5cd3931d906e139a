import { expect } from "chai";
import fc from "fast-check";
import { dayFromIso, isoOf } from "../../../prep/calendar/day";
import {
  dayLabel,
  monthEnd,
  monthOf,
  monthStart,
  periodsOf,
  yearLabel,
} from "../../../prep/calendar/periods";

const month = (text: string): number => monthOf(dayFromIso(`${text}-01`)!);

describe("periods", () => {
  it("have labels as the Department for Education writes them", () => {
    const labels = (frequency: Parameters<typeof periodsOf>[0]) =>
      periodsOf(frequency, month("2023-12"), month("2024-04")).map(({ label }) => label);
    expect(labels("quarter")).to.deep.equal([
      "Oct to Dec 2023",
      "Jan to Mar 2024",
      "Apr to Jun 2024",
    ]);
    expect(labels("academic_year")).to.deep.equal(["2023/24"]);
    expect(labels("financial_year")).to.deep.equal(["2023-24", "2024-25"]);
    expect(labels("calendar_year")).to.deep.equal(["2023", "2024"]);
    expect(labels("rolling_12_months")[0]).to.equal("12 months to Dec 2023");
    expect([
      yearLabel("academic_year", month("2024-08")),
      yearLabel("academic_year", month("2024-09")),
      yearLabel("financial_year", month("1999-04")),
    ]).to.deep.equal(["2023/24", "2024/25", "1999-00"]);
    expect(dayLabel(dayFromIso("2025-01-16")!)).to.equal("16 Jan 2025");
  });

  it("begin and end on the right days", () => {
    const [year] = periodsOf("academic_year", month("2024-02"), month("2024-02"));
    expect([isoOf(monthStart(year.first)), isoOf(monthEnd(year.last))]).to.deep.equal([
      "2023-09-01",
      "2024-08-31",
    ]);
    expect(isoOf(monthEnd(month("2024-02")))).to.equal("2024-02-29");
  });

  it("cover every month once, without a gap, whatever the span", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 24_000, max: 24_400 }),
        fc.nat(40),
        fc.constantFrom(
          "month" as const,
          "quarter" as const,
          "calendar_year" as const,
          "academic_year" as const,
          "financial_year" as const,
        ),
        (first, more, frequency) => {
          const periods = periodsOf(frequency, first, first + more);
          expect(periods[0].first).to.be.at.most(first);
          expect(periods.at(-1)!.last).to.be.at.least(first + more);
          for (let i = 1; i < periods.length; i++)
            expect(periods[i].first).to.equal(periods[i - 1].last + 1);
        },
      ),
    );
  });
});

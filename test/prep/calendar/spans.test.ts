import { expect } from "chai";
import fc from "fast-check";
import { dayFromIso, isoOf, type Day } from "../../../prep/calendar/day";
import { spansBetween } from "../../../prep/calendar/spans";

const day = (iso: string): Day => dayFromIso(iso)!;
const weekOf = (at: Day): string => spansBetween(at, at, "week")[0].label;

describe("weeks and months between two days", () => {
  it("are numbered as in ISO 8601", () => {
    // The examples of the standard's Annex, and years of 53 weeks.
    const weeks: [string, string][] = [
      ["2005-01-01", "2004-W53"],
      ["2005-01-02", "2004-W53"],
      ["2005-12-31", "2005-W52"],
      ["2006-01-01", "2005-W52"],
      ["2006-01-02", "2006-W01"],
      ["2007-12-31", "2008-W01"],
      ["2008-12-28", "2008-W52"],
      ["2008-12-29", "2009-W01"],
      ["2009-12-31", "2009-W53"],
      ["2010-01-03", "2009-W53"],
      ["2010-01-04", "2010-W01"],
      ["2020-12-31", "2020-W53"],
      ["2024-04-01", "2024-W14"],
    ];
    for (const [iso, week] of weeks) expect([iso, weekOf(day(iso))]).to.deep.equal([iso, week]);
  });

  it("cover every day once, whole but for the ends", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000, max: 25_000 }),
        fc.nat(800),
        fc.constantFrom("week" as const, "month" as const),
        (from, length, by) => {
          const spans = spansBetween(from, from + length, by);
          expect([spans[0].start, spans.at(-1)!.end]).to.deep.equal([from, from + length]);
          spans.slice(1).forEach(({ start }, i) => expect(start).to.equal(spans[i].end + 1));
          for (const { start, end, part } of spans) {
            const isWhole =
              by === "week"
                ? new Date(start * 86_400_000).getUTCDay() === 1 && end - start === 6
                : isoOf(start).endsWith("-01") && isoOf(end + 1).endsWith("-01");
            expect(part).to.equal(!isWhole);
            if (!part || by === "month")
              expect(by === "week" ? weekOf(start) : isoOf(start).slice(0, 7)).to.equal(
                by === "week" ? weekOf(end) : isoOf(end).slice(0, 7),
              );
          }
        },
      ),
    );
  });

  it("say which ends are cut off", () => {
    expect(
      spansBetween(day("2024-04-03"), day("2024-04-15"), "week").map(
        ({ label, start, end, part }) => [label, isoOf(start), isoOf(end), part],
      ),
    ).to.deep.equal([
      ["2024-W14", "2024-04-03", "2024-04-07", true],
      ["2024-W15", "2024-04-08", "2024-04-14", false],
      ["2024-W16", "2024-04-15", "2024-04-15", true],
    ]);
    expect(
      spansBetween(day("2024-02-01"), day("2024-03-15"), "month").map(({ label, part }) => [
        label,
        part,
      ]),
    ).to.deep.equal([
      ["Feb 2024", false],
      ["Mar 2024", true],
    ]);
  });
});

import fc from "fast-check";

/** How often the figures of a KPI come. */
export type Every = "day" | "week" | "month" | "quarter" | "year";

/** What the figures are of; values of `percent` run from 0 to 100. */
export type Kind = "percent" | "count";

/** One period, as its first and last day (UTC), and its figure; null where nothing is known yet. */
export interface Figure {
  readonly from: Date;
  readonly to: Date;
  readonly value: number | null;
}

/** What is so of a KPI, in order of time, whatever a table makes of it. */
export interface Truth {
  readonly name: string;
  readonly kind: Kind;
  readonly every: Every;
  readonly higherIsBetter: boolean;
  readonly target: number | null;
  readonly figures: readonly Figure[];
}

const utc = (year: number, month: number, day: number): Date =>
  new Date(Date.UTC(year, month, day));

/** The period so many after the first. */
function periodAfter(every: Every, year: number, month: number, step: number): [Date, Date] {
  const begin = utc(year, month, 1).getTime();
  const day = (n: number): Date => new Date(begin + n * 86_400_000);
  switch (every) {
    case "day":
      return [day(step), day(step)];
    case "week": {
      const monday = (8 - day(0).getUTCDay()) % 7;
      return [day(monday + 7 * step), day(monday + 7 * step + 6)];
    }
    case "month":
      return [utc(year, month + step, 1), utc(year, month + step + 1, 0)];
    case "quarter": {
      const first = month - (month % 3) + 3 * step;
      return [utc(year, first, 1), utc(year, first + 3, 0)];
    }
    case "year":
      return [utc(year + step, 3, 1), utc(year + step + 1, 3, 0)];
  }
}

/** Any truth of at most so many periods, all of them over by the end of 2025. */
export const truths = (name: string): fc.Arbitrary<Truth> =>
  fc
    .record({
      kind: fc.constantFrom<Kind>("percent", "percent", "count"),
      every: fc.constantFrom<Every>("day", "week", "month", "month", "quarter", "year"),
      higherIsBetter: fc.boolean(),
      year: fc.integer({ min: 2012, max: 2018 }),
      month: fc.integer({ min: 0, max: 11 }),
      tenths: fc.array(fc.option(fc.integer({ min: 21, max: 999 }), { freq: 9 }), {
        minLength: 1,
        maxLength: 7,
      }),
      target: fc.option(fc.integer({ min: 21, max: 999 }), { freq: 6 }),
    })
    .map(({ kind, every, higherIsBetter, year, month, tenths, target }) => {
      const scaled = (tenth: number | null): number | null =>
        tenth === null ? null : kind === "percent" ? tenth / 10 : tenth * 7;
      return {
        name,
        kind,
        every,
        higherIsBetter,
        target: scaled(target),
        figures: tenths.map((tenth, step) => {
          const [from, to] = periodAfter(every, year, month, step);
          return { from, to, value: scaled(tenth) };
        }),
      };
    });

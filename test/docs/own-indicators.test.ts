import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Finding } from "../../prep/check/finding";
import { censusFiles, samplePupils } from "../../prep/sample/census/census-files";
import { makeSample } from "../../prep/sample/make-sample";
import { sampleFiles } from "../../prep/sample/sample-files";
import type { Star } from "../../prep/star/frame";
import { build, rowsOf, text } from "../prep/pipeline/run";

const page = readFileSync(new URL("../../docs/own-indicators.md", import.meta.url), "utf8");
const list = /```json\r?\n([\s\S]*?)```/.exec(page)![1];

type Row = Readonly<Record<string, unknown>>;

/** The same six, counted by hand: which rows, by which day, what each adds. */
interface ByHand {
  readonly table: string;
  readonly date: string;
  readonly counts: (row: Row) => boolean;
  readonly top?: (row: Row) => number;
  readonly bottom?: (row: Row) => number;
  readonly times?: number;
}
const byHand: Readonly<Record<string, ByHand>> = {
  requests_refused_by_age: {
    table: "ehc_request",
    date: "decision_date",
    counts: ({ refused }) => refused === 1,
  },
  requests_by_families_pct: {
    table: "ehc_request",
    date: "received_date",
    counts: ({ source_given }) => source_given === 1,
    top: ({ source_parent }) => Number(source_parent),
    bottom: () => 1,
    times: 100,
  },
  weeks_to_issue_mean: {
    table: "ehc_request",
    date: "assessment_outcome_date",
    counts: ({ issued_timed }) => issued_timed === 1,
    top: ({ days_to_outcome }) => Number(days_to_outcome) / 7,
    bottom: () => 1,
  },
  suspensions_with_a_plan: {
    table: "suspension",
    date: "start_date",
    counts: ({ sen_provision }) => sen_provision === "ehc_plan",
    top: ({ suspended }) => Number(suspended),
  },
  unauthorised_absence_pct: {
    table: "attendance",
    date: "term_end",
    counts: ({ possible, sessions_unauthorised }) =>
      Number(possible) > 0 && sessions_unauthorised !== null,
    top: ({ sessions_unauthorised }) => Number(sessions_unauthorised),
    bottom: ({ possible }) => Number(possible),
    times: 100,
  },
};

const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

describe("the examples of the page on own indicators", () => {
  let star: Star;
  let findings: readonly Finding[];

  before(async () => {
    const sample = makeSample({ people: 100, years: 2, seed: 31 });
    ({ star, findings } = await build([
      ...[...sampleFiles(sample)].map(({ name, chunks }) => ({ name, chunks: [...chunks] })),
      ...censusFiles(samplePupils(sample, 31, 100), ["collect-csv"]),
      text("our-indicators.json", list),
    ]));
  });

  it("are counted as the page says", () => {
    expect(findings.filter(({ rule }) => rule === "F08")).to.deep.equal([]);
    const asked = JSON.parse(list) as {
      id: string;
      frequency: string;
      count: { breakdowns?: string[] };
    }[];
    expect(asked).to.have.length(6);
    const figures = rowsOf(star, "kpi_value");
    for (const { id, frequency, count } of asked) {
      const own = figures.filter((row) => row.indicator_id === id && row.frequency === frequency);
      const known = own.filter((row) => row.breakdown === "all" && row.status === "ok");
      expect(
        known.some(({ value }) => Number(value) > 0),
        id,
      ).to.equal(true);
      const hand = byHand[id];
      if (hand === undefined) continue;
      const rows = rowsOf(star, hand.table).filter(hand.counts);
      for (const { period_start, period_end, value } of known) {
        const within = rows.filter((row) => {
          const day = String(row[hand.date]);
          return (
            row[hand.date] !== null && day >= String(period_start) && day <= String(period_end)
          );
        });
        const top = sum(within, hand.top ?? (() => 1));
        const bottom = hand.bottom ? sum(within, hand.bottom) : 1;
        const expected = bottom === 0 ? null : ((hand.times ?? 1) * top) / bottom;
        if (expected === null) expect(value, `${id} ${period_end}`).to.equal(null);
        else expect(Number(value), `${id} ${period_end}`).to.be.closeTo(expected, 1e-9);
      }
      for (const breakdown of count.breakdowns ?? [])
        expect(
          own.some((row) => row.breakdown === breakdown),
          `${id} by ${breakdown}`,
        ).to.equal(true);
    }
  });

  it("hold plans in force on the last day of a quarter", () => {
    const plans = rowsOf(star, "ehc_plan").filter(
      ({ personal_budget, shown_until }) => personal_budget === true && shown_until === null,
    );
    const figures = rowsOf(star, "kpi_value").filter(
      (row) =>
        row.indicator_id === "plans_with_personal_budget" &&
        row.frequency === "quarter" &&
        row.status === "ok",
    );
    expect(figures.length).to.be.greaterThan(4);
    for (const { period_end: day, value } of figures)
      expect(value, String(day)).to.equal(
        plans.filter(
          ({ start_date: from, cease_date: to }) =>
            from !== null &&
            String(from) <= String(day) &&
            (to === null || String(to) >= String(day)),
        ).length,
      );
  });
});

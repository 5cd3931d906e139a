import { op } from "arquero";
import { expect } from "chai";
import { isoOf } from "../../../prep/calendar/day";
import { sen2Indicators } from "../../../prep/collections/sen2/indicators/indicators";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import type { Star } from "../../../prep/star/frame";
import { build, figuresOf, frameOf, rowsOf } from "./run";

/** Sum of a flag by a date column, as arquero rolls it up: by month (`2024-03`), or by day. */
function sumsBy(
  star: Star,
  table: string,
  date: string,
  flag: string,
  cut: number,
): Map<string, number> {
  const rolled = frameOf(star, table)
    .filter(`d => op.is_finite(d["${date}"])`)
    .groupby(date)
    .rollup({ total: op.sum(flag) });
  const sums = new Map<string, number>();
  for (const row of rolled.objects() as Record<string, number>[]) {
    const when = isoOf(row[date]).slice(0, cut);
    sums.set(when, (sums.get(when) ?? 0) + row.total);
  }
  return sums;
}

const [MONTH, DAY] = [7, 10];

describe("the star", function () {
  let star: Star;
  before(async () => {
    const files = [...sampleFiles(makeSample({ people: 250, years: 3, seed: 31 }))];
    ({ star } = await build(files));
  });

  it("has every key once, and every reference in its dimension", () => {
    const wrong: string[] = [];
    for (const { declaration } of star.values()) {
      const rows = rowsOf(star, declaration.name);
      const keys = new Set(
        rows.map((row) => JSON.stringify(declaration.key.map((column) => row[column]))),
      );
      if (keys.size !== rows.length)
        wrong.push(`${declaration.name}: ${rows.length - keys.size} keys stand twice`);
      for (const { name, references } of declaration.columns) {
        if (references === undefined) continue;
        const [table, column] = references.split(".");
        const there = new Set(rowsOf(star, table).map((row) => row[column]));
        const lost = rows
          .map((row) => row[name])
          .filter((value) => value !== null && !there.has(value));
        if (lost.length > 0)
          wrong.push(
            `${declaration.name}.${name}: ${lost.length} of ${rows.length} are not in ${references}, such as ${lost[0]}`,
          );
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it("has flags that sum to the figures of every flow, month by month", () => {
    const tables: Readonly<Record<string, string>> = {
      request: "ehc_request",
      plan: "ehc_plan",
      review: "annual_review",
      phase_transfer: "phase_transfer",
    };
    const known = rowsOf(star, "kpi_value").filter(
      ({ breakdown, status }) => breakdown === "all" && status !== "not_available",
    );
    let compared = 0;
    for (const { id, count } of sen2Indicators) {
      if (
        count?.clock !== "event" ||
        !(count.view.name in tables) ||
        count.statistic === "mean" ||
        count.measure !== undefined
      )
        continue;
      const table = star.get(tables[count.view.name])!;
      const wanted = [count.date, count.numerator, count.denominator ?? count.numerator];
      // A figure whose flags or date are only in the view has no column to add up.
      if (!wanted.every((name) => table.frame.columnNames().includes(name))) continue;
      const frequency = count.yearly ? "calendar_year" : "month";
      const cut = count.yearly ? 4 : MONTH;
      const sums = (flag: string) => sumsBy(star, tables[count.view.name], count.date, flag, cut);
      const [top, bottom] = [
        sums(count.numerator),
        count.denominator === undefined ? null : sums(count.denominator),
      ];
      const figures = known.filter((row) => row.indicator_id === id && row.frequency === frequency);
      expect(figures.length, id).to.be.greaterThan(0);
      for (const { period_end: end, numerator, denominator } of figures) {
        const when = String(end).slice(0, cut);
        expect([id, when, numerator, denominator]).to.deep.equal([
          id,
          when,
          top.get(when) ?? 0,
          bottom && (bottom.get(when) ?? 0),
        ]);
        compared++;
      }
    }
    expect(compared).to.be.greaterThan(300);
  });

  it("has mediation and tribunal flags that sum to the cases of each year", () => {
    const figure = figuresOf(star);
    for (const kind of ["mediation", "tribunal"]) {
      const parts = [
        sumsBy(star, "ehc_request", "decision_date", `request_${kind}`, 4),
        sumsBy(star, "ehc_request", "assessment_outcome_date", `assessment_${kind}`, 4),
      ];
      for (const year of ["2023", "2024", "2025"])
        expect(
          figure(`ehc_${kind}_cases`, `${year}-12-31`, "calendar_year")!.value,
          `${kind} ${year}`,
        ).to.equal(parts.reduce((sum, part) => sum + (part.get(year) ?? 0), 0));
    }
  });

  it("has caseload flags that sum to every snapshot on its days", () => {
    const days = [...new Set(rowsOf(star, "ehc_caseload").map((row) => String(row.snapshot_date)))];
    expect(days).to.include.members(["2024-01-18", "2024-12-31", "2026-01-15", "2025-08-31"]);
    const figure = figuresOf(star);
    for (const { id, count } of sen2Indicators) {
      // Alerts have no columns in the star: their list holds against their figures.
      if (count?.clock !== "day" || count.view.name !== "caseload" || count.atDataEnd) continue;
      const held = star.get("ehc_caseload")!.frame.columnNames();
      const wanted = [count.numerator, count.denominator ?? count.numerator];
      if (!wanted.every((name) => held.includes(name))) continue;
      const sums = (flag: string) => sumsBy(star, "ehc_caseload", "snapshot_date", flag, DAY);
      const [top, bottom] = [
        sums(count.numerator),
        count.denominator === undefined ? null : sums(count.denominator),
      ];
      for (const day of days) {
        for (const found of [figure(id, day), figure(id, day, "census")]) {
          if (found === undefined || found.status === "not_available") continue;
          expect([id, day, found.numerator, found.denominator]).to.deep.equal([
            id,
            day,
            top.get(day),
            bottom && bottom.get(day),
          ]);
        }
      }
    }
  });
});

import { expect } from "chai";
import { averageOf } from "../../../src/kpi/average";
import { changeFromPreviousYear } from "../../../src/kpi/change";
import type { Polarity } from "../../../src/kpi/polarity";
import { quartileBand, quartileLimits } from "../../../src/kpi/quartile";
import { ranksOf } from "../../../src/kpi/rank";
import { csvRows } from "../../csv-rows";
import { hasShared, sharedText } from "../../shared";

const DATA = "data/benchmark";

/** Numbers only: every symbol and blank of the tool's source is a missing value. */
const number = (text: string | undefined): number | null =>
  text === undefined || text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text);

describe("the official interactive tool", function () {
  it("agrees in every cell of its own output", function () {
    if (!hasShared(DATA, "lait/lait_oracle_sample.csv")) return this.skip(); // reference data not beside the repository
    const polarities = new Map<string, Polarity>();
    const noBands = new Set<string>();
    for (const row of csvRows(sharedText(DATA, "lait/lait_send_dictionary.csv"))) {
      polarities.set(
        row.measure_short,
        row.polarity === "High" ? "higher" : row.polarity === "Low" ? "lower" : "neutral",
      );
      if (row.no_quartile === "True") noBands.add(row.measure_short);
    }
    const values = new Map<string, Map<string, Map<string, number | null>>>();
    for (const row of csvRows(sharedText(DATA, "lait/lait_values_children_with_sen.csv"))) {
      const byArea = values.get(row.measure_short) ?? new Map<string, Map<string, number | null>>();
      values.set(row.measure_short, byArea);
      const byYear = byArea.get(row.la_number) ?? new Map<string, number | null>();
      byArea.set(row.la_number, byYear);
      byYear.set(row.years, number(row.value));
    }
    const neighbours = new Map<string, string[]>();
    for (const row of csvRows(sharedText(DATA, "neighbours/statistical_neighbours_2025-05.csv"))) {
      if (row.section !== "current") continue;
      neighbours.set(row.la_number, [
        ...(neighbours.get(row.la_number) ?? []),
        row.neighbour_la_number,
      ]);
    }

    const isAuthority = (area: string): boolean => Number(area) < 970;
    const counts: Record<string, number> = {};
    const check = (
      what: string,
      got: number | string | null,
      wanted: number | string | null,
      where: string,
    ): void => {
      counts[what] = (counts[what] ?? 0) + 1;
      if (typeof got === "number" && typeof wanted === "number")
        expect(Math.abs(got - wanted), `${where} ${what}: ${got} against ${wanted}`).to.be.at.most(
          1e-6 * Math.max(1, Math.abs(wanted)),
        );
      else expect(got, `${where} ${what}`).to.equal(wanted);
    };

    const oracle = csvRows(sharedText(DATA, "lait/lait_oracle_sample.csv"));
    const ranksByMeasure = new Map<string, Map<string, number | null>>();
    for (const row of oracle) {
      const byArea = values.get(row.measure_short)!;
      const at = (area: string): number | null => byArea.get(area)?.get(row.latest) ?? null;
      const polarity = polarities.get(row.measure_short)!;
      const authorities = [...byArea.keys()].filter((area) => isAuthority(area));
      const where = `${row.measure_short} ${row.la_number}`;
      check("value", at(row.la_number), number(row.value), where);

      const years = [...(byArea.get(row.la_number) ?? new Map<string, number | null>())].map(
        ([year, value]) => ({ year: Number(year.slice(0, 4)), value }),
      );
      if (years.some(({ year }) => year === Number(row.latest.slice(0, 4))))
        check("change", changeFromPreviousYear(years).change, number(row.change_from_prev), where);

      const average = averageOf(
        neighbours.get(row.la_number)!.map((area) => ({ area, value: at(area) })),
        "mean",
      );
      check("neighbour mean", average.value, number(row.sn_mean), where);
      check("neighbours used", average.areaCount, number(row.sn_n), where);

      const limits = quartileLimits(authorities.map(at));
      [row.q0, row.q25, row.q50, row.q75, row.q100].forEach((limit, i) =>
        check("limits", limits?.[i] ?? null, number(limit), where),
      );
      const ranked = authorities.filter((area) => at(area) !== null).length;
      check("ranked", ranked, number(row.ranked_n), where);
      if (!ranksByMeasure.has(row.measure_short)) {
        const ranks = ranksOf(authorities.map(at), polarity);
        ranksByMeasure.set(
          row.measure_short,
          new Map(authorities.map((area, i) => [area, ranks[i]])),
        );
      }
      check(
        "rank",
        ranksByMeasure.get(row.measure_short)!.get(row.la_number) ?? null,
        number(row.rank),
        where,
      );
      const band = noBands.has(row.measure_short)
        ? null
        : quartileBand(at(row.la_number), limits, polarity);
      check(
        "band",
        band === null ? null : "ABCD"[band - 1],
        "ABCD".includes(row.band) && row.band !== "" ? row.band : null,
        where,
      );
    }
    expect(oracle.length).to.equal(2240);
    expect(counts.band).to.equal(2240);
    expect(counts.change).to.be.above(2200);
  });
});

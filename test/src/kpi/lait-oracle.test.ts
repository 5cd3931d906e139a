import { expect } from "chai";
import { dayOf } from "../../../prep/calendar/day";
import { averageOf } from "../../../src/kpi/average";
import { directionOf } from "../../../src/kpi/direction";
import { baseOf, defaultBase } from "../../../src/kpi/direction-base";
import type { Polarity } from "../../../src/kpi/polarity";
import { quartileBand, quartileLimits } from "../../../src/kpi/quartile";
import { ranksOf } from "../../../src/kpi/rank";
import { csvRows } from "../../csv-rows";
import { fixture, fixtureText } from "../../fixture";

/**
 * What the tool shows of an authority: number, its values of the year and the year before, value,
 * change, mean and number of neighbours, rank, band, number of the region beside it.
 */
type ToolCell = readonly [
  area: string,
  years: readonly (readonly [year: number, value: number | null])[],
  value: number | null,
  change: number | null,
  neighbourMean: number | null,
  neighboursUsed: number | null,
  rank: number | null,
  band: string | null,
  region: string,
];

interface ToolMeasure {
  readonly measure: string;
  readonly better: Polarity;
  readonly hasBands: boolean;
  /** The latest year of the measure; all values but those of `ToolCell` are of it. */
  readonly year: string;
  readonly areas: readonly (readonly [area: string, value: number | null])[];
  readonly limits: readonly (number | null)[];
  readonly ranked: number | null;
  readonly cells: readonly ToolCell[];
}

/** Areas from 970 on are regions and England. */
const isAuthority = (area: string): boolean => Number(area) < 970;

const neighbours = new Map(
  csvRows(fixtureText("neighbours.csv"))
    .filter(({ model, section }) => model === "2025-05" && section === "current")
    .map((row) => [row.authority, row.neighbours.split(" ")]),
);

/** The change of the last of some years from the one before. */
function changeOf(years: ToolCell[1]): number | null {
  const frequency = "academic_year";
  const points = [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, value]) => ({ end: dayOf(year, 8, 31), value }));
  const base = baseOf(points, points.length - 1, defaultBase(frequency, false), { frequency });
  const { value } = points[points.length - 1];
  return directionOf({ value, base, polarity: "neutral", decimals: 12 }).change;
}

describe("the official interactive tool", () => {
  it("agrees in every cell of its own output", () => {
    const counts: Record<string, number> = {};
    const check = (
      where: string,
      what: string,
      [got, wanted]: readonly [number | string | null, number | string | null],
    ): void => {
      counts[what] = (counts[what] ?? 0) + 1;
      if (typeof got === "number" && typeof wanted === "number")
        expect(Math.abs(got - wanted), `${where} ${what}: ${got} against ${wanted}`).to.be.at.most(
          1e-6 * Math.max(1, Math.abs(wanted)),
        );
      else expect(got, `${where} ${what}`).to.equal(wanted);
    };
    for (const tool of fixture<ToolMeasure[]>("interactive-tool.json")) {
      const values = new Map(tool.areas);
      const at = (area: string): number | null => values.get(area) ?? null;
      const authorities = [...values.keys()].filter(isAuthority);
      const limits = quartileLimits(authorities.map(at));
      tool.limits.forEach((limit, i) =>
        check(tool.measure, "limits", [limits?.[i] ?? null, limit]),
      );
      const ranked = authorities.filter((area) => at(area) !== null).length;
      check(tool.measure, "ranked", [ranked, tool.ranked]);
      const places = ranksOf(authorities.map(at), tool.better);
      const ranks = new Map(authorities.map((area, i) => [area, places[i]]));
      for (const [area, years, value, change, mean, used, rank, band] of tool.cells) {
        const where = `${tool.measure} ${area}`;
        check(where, "value", [at(area), value]);
        if (years.some(([year]) => year === Number(tool.year.slice(0, 4)))) {
          check(where, "change", [changeOf(years), change]);
        }
        const average = averageOf(
          neighbours.get(area)!.map((one) => ({ area: one, value: at(one) })),
          "mean",
        );
        check(where, "neighbour mean", [average.value, mean]);
        check(where, "neighbours used", [average.areaCount, used]);
        check(where, "rank", [ranks.get(area) ?? null, rank]);
        const found = tool.hasBands ? quartileBand(at(area), limits, tool.better) : null;
        check(where, "band", [found === null ? null : "ABCD"[found - 1], band]);
      }
    }
    expect(counts.band).to.equal(2240);
    expect(counts.change).to.be.above(2200);
    expect(counts.limits).to.equal(64 * 5);
  });
});

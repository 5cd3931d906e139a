import { expect } from "chai";
import { toolMeasures } from "../../../prep/reference/interactive-tool";
import type { BuildResult } from "../../../prep/results";
import { toolArea } from "../../../prep/sources/published/interactive-tool";
import { groupOf } from "../../../prep/stages/area-group";
import { fixture } from "../../fixture";
import { build, rowsOf, text } from "./run";

type Number = number | null;
/** What the official tool makes of a measure for an area. */
type Cell = readonly [
  area: string,
  points: readonly (readonly [year: number, value: Number])[],
  value: Number,
  change: Number,
  mean: Number,
  means: number,
  rank: Number,
  band: string | null,
  /** The tool's number of the region beside it: Inner or Outer London where the measure has them. */
  region: string,
];
interface Measure {
  readonly measure: string;
  readonly year: string;
  readonly hasBands: boolean;
  readonly ranked: Number;
  readonly areas: readonly (readonly [area: string, value: Number])[];
  readonly cells: readonly Cell[];
}
type Row = Readonly<Record<string, string | number | boolean | null>>;

const measures = fixture<readonly Measure[]>("interactive-tool.json");
const indicatorOf = new Map(toolMeasures().rows.map((row) => [row.measure, row]));

/** The values of the fixture in the tool's own layout. */
function valuesFile(): string {
  const lines = measures.flatMap(({ measure, year, areas, cells }) => {
    const latest = areas.map(([area, value]) => [measure, year, area, value ?? ""]);
    const before = cells.flatMap(([area, points]) =>
      points.flatMap(([at, value]) =>
        String(at) === year ? [] : [[measure, at, area, value ?? ""]],
      ),
    );
    return [...latest, ...before].map((cells_) => cells_.join(","));
  });
  return `${["measure_short,years,la_number,value", ...lines].join("\n")}\n`;
}

const own = groupOf("england").authorities;
const ENGLAND = "970";
const near = (a: Number, b: Number): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

describe("all authorities of England in one build", function () {
  this.timeout(900_000);
  let rows: ReadonlyMap<string, readonly Row[]>;

  before(async () => {
    const codes = [...new Set(own)];
    expect(codes.length).to.equal(153);
    const file = text("tool-2026/values.csv", valuesFile());
    const { star }: BuildResult = await build([file], { authorities: codes });
    const byPlace = new Map<string, Row[]>();
    for (const row of rowsOf(star, "kpi_value")) {
      const key = `${row.for_area_code} ${row.indicator_id} ${row.breakdown_value}`;
      const list = byPlace.get(key);
      if (list) list.push(row);
      else byPlace.set(key, [row]);
    }
    rows = byPlace;
  });

  /** The figures of a measure for an authority at the latest year. */
  const latest = ({ measure }: Measure, authority: string): readonly Row[] => {
    const { indicator, group } = indicatorOf.get(measure)!;
    const all = rows.get(`${authority} ${indicator} ${group?.[1] ?? "all"}`) ?? [];
    const end = all
      .map(({ period_end: day }) => String(day))
      .sort()
      .at(-1);
    return all.filter(({ period_end: day }) => day === end);
  };
  const find = (list: readonly Row[], role: string, method = "published"): Row | undefined =>
    list.find((row) => row.area_role === role && row.method === method);

  it("has each value of each authority as the file gives it", () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const measure of measures) {
      const values = new Map(measure.areas);
      for (const authority of new Set(own)) {
        const value = values.get(authority) ?? null;
        const row = find(latest(measure, authority), "own");
        if (value === null && (row === undefined || row.value === null)) continue;
        seen += 1;
        if (!near((row?.value ?? null) as Number, value))
          wrong.push(`${measure.measure} ${authority}: ${row?.value} is not ${value}`);
      }
    }
    expect(wrong).to.deep.equal([]);
    expect(seen).to.be.greaterThan(9000);
  });

  it("agrees with the official tool in change, neighbours, region, England, rank and band", () => {
    const wrong: string[] = [];
    const counted = { change: 0, mean: 0, region: 0, england: 0, rank: 0, band: 0 };
    for (const measure of measures) {
      const values = new Map(measure.areas);
      for (const [area, , value, change, mean, means, rank, band, region] of measure.cells) {
        const list = latest(measure, area);
        const row = find(list, "own");
        if (!row) continue;
        const is = (what: keyof typeof counted, ours: unknown, theirs: unknown): void => {
          counted[what] += 1;
          const agrees =
            typeof theirs === "number" ? near(ours as Number, theirs) : ours === theirs;
          if (!agrees)
            wrong.push(
              `${measure.measure} ${area} ${what}: ${String(ours)}, not ${String(theirs)}`,
            );
        };
        if (change !== null && row.previous !== null)
          is("change", Number(row.value) - Number(row.previous), change);
        const average = find(list, "neighbour_average", "mean");
        // Of counts there is no average: a mean of numbers of children says nothing.
        if (average) {
          is("mean", average.value, mean);
          is("mean", average.area_count, means);
        }
        is("england", find(list, "england")?.value ?? null, values.get(ENGLAND) ?? null);
        const beside = find(list, "region");
        is("region", beside?.value ?? null, values.get(region) ?? null);
        if (typeof beside?.value === "number")
          is("region", beside.area_code, toolArea(region)!.code);
        if (value !== null && rank !== null) {
          is("rank", row.rank, rank);
          is("rank", row.rank_of, measure.ranked);
        }
        if (band !== null && measure.hasBands && value !== null)
          is("band", "ABCD"[Number(row.quartile) - 1], band);
      }
    }
    expect(wrong).to.deep.equal([]);
    for (const [what, count] of Object.entries(counted))
      expect(count, what).to.be.greaterThan(1000);
  });
});

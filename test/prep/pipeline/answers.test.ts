import { expect } from "chai";
import { dayFromIso } from "../../../prep/calendar/day";
import { expectedIndicators } from "../../oracle/expected-indicators";
import { makeSample, type SampleOptions } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { build, rowsOf } from "./run";

interface World extends SampleOptions {
  readonly register?: boolean;
  readonly postcodes?: boolean;
  readonly asAt?: string;
}

type Row = Record<string, unknown>;

const keyOf = (row: Row): string =>
  ["indicator_id", "frequency", "period_end", "breakdown", "breakdown_value"]
    .map((name) => row[name])
    .join(" ");
const figureOf = (row: Row): string =>
  JSON.stringify(["numerator", "denominator", "value", "status"].map((name) => row[name] ?? null));

/** Figures of a build against the sample's own answers; what is on one side only, or differs, in words. */
async function differences({
  register = true,
  postcodes = true,
  asAt,
  ...options
}: World): Promise<{ compared: number; wrong: string[] }> {
  const sample = makeSample(options);
  const files = [...sampleFiles(sample)].filter(
    ({ name }) =>
      (register || !name.startsWith("school-register/")) &&
      (postcodes || !name.startsWith("postcodes/")),
  );
  const day = asAt === undefined ? null : dayFromIso(asAt);
  const { star } = await build(files, { asAt: day });
  const expected = new Map(
    expectedIndicators(sample.history, {
      asAt: day,
      withRegister: register,
      withPostcodes: postcodes,
    }).map((row) => [keyOf(row as unknown as Row), figureOf(row as unknown as Row)]),
  );
  const counted = rowsOf(star, "kpi_value").map((row) => [keyOf(row), figureOf(row)] as const);
  const found = new Map(counted);
  const wrong = [...found]
    .filter(([key, value]) => expected.get(key) !== value)
    .map(([key, value]) => `${key}: counted ${value}, true ${expected.get(key) ?? "no row"}`);
  wrong.push(
    ...[...expected]
      .filter(([key]) => !found.has(key))
      .map(([key, value]) => `${key}: not counted, true ${value}`),
  );
  if (counted.length !== found.size) wrong.push(`${counted.length - found.size} rows stand twice`);
  return { compared: expected.size, wrong };
}

const worlds: readonly World[] = [
  { people: 1000, years: 2, seed: 1 },
  { people: 400, years: 4, seed: 2, register: false },
  { people: 500, years: 1, seed: 4, postcodes: false },
  { people: 300, years: 3, seed: 6, errors: 60, register: false, postcodes: false },
  { people: 400, years: 3, seed: 7, asAt: "2025-06-30" },
  { people: 300, years: 3, seed: 8, asAt: "2025-06-17" },
  { people: 300, years: 3, seed: 9, asAt: "2025-01-10" },
  { people: 400, years: 3, seed: 10, asAt: "2024-03-31", register: false },
  { people: 400, years: 2, seed: 11, asAt: "2026-01-08" },
  { people: 300, years: 1, seed: 12, asAt: "2025-02-28" },
];

describe("the figures of a build", function () {
  for (const world of worlds)
    it(`are the sample's own answers to the last unit: ${JSON.stringify(world).replace(/["{}]/g, "").replace(/,/g, ", ")}`, async () => {
      const { compared, wrong } = await differences(world);
      expect(compared).to.be.greaterThan(1000);
      expect(wrong.slice(0, 20)).to.deep.equal([]);
    });
});

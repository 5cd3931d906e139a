import { dayFromIso } from "../../../prep/calendar/day";
import { expectedIndicators } from "../../oracle/expected-indicators";
import { makeSample, type SampleOptions } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { build, rowsOf } from "./run";

export interface World extends SampleOptions {
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

/** Two groups at once are given where somebody is in both, in some period; else nobody is. */
const PAIR = /_by_primary_need .* \| /;
/** Small groups, which have a test of their own: homes.full.test.ts. */
const SMALL = / (?:school|ward|locality|deprivation_decile|idaci_decile) /;
const NOBODY = JSON.stringify([0, null, 0, "ok"]);

/**
 * Figures of a build against the sample's own answers; what is on one side only, or differs, in
 * words.
 */
export async function differences({
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
    .filter(([key]) => expected.has(key) || !SMALL.test(key))
    .map(([key, value]) => `${key}: counted ${value}, true ${expected.get(key) ?? "no row"}`);
  wrong.push(
    ...[...expected]
      .filter(([key, value]) => !found.has(key) && !(PAIR.test(key) && value === NOBODY))
      .map(([key, value]) => `${key}: not counted, true ${value}`),
  );
  if (counted.length !== found.size) wrong.push(`${counted.length - found.size} rows stand twice`);
  return { compared: expected.size, wrong };
}

/** A world in words, for the name of a test. */
export const wordsOf = (world: World): string =>
  JSON.stringify(world).replace(/["{}]/g, "").replace(/,/g, ", ");

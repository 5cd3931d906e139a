import { expect } from "chai";
import { kpiValue } from "../../../prep/star/kpi-value";
import type { Star } from "../../../prep/star/frame";
import fc from "fast-check";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { expectedReasons } from "../../oracle/census/expected-reasons";
import { plantCensusErrors } from "../../../prep/sample/census/planted-errors";
import { expectedCensus } from "../../oracle/census/expected-census";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { build, bytesOf, csvOf, rowsOf, type MemoryFile } from "./run";

const SEED = 31;
const sample = makeSample({ people: 200, years: 2, seed: SEED });
const pupils = samplePupils(sample, SEED, 300);
const others: MemoryFile[] = [...sampleFiles(sample)].map(({ name, chunks }) => ({
  name,
  chunks: [bytesOf(chunks)],
}));
const withCensus = (forms: Parameters<typeof censusFiles>[1]) =>
  build([...others, ...censusFiles(pupils, forms)]);

const CENSUS_INDICATORS = new Set(
  expectedCensus(pupils, sample.history.returns).map(({ indicator_id }) => indicator_id),
);

const REASONS = expectedReasons(pupils);
/**
 * Indicators that nothing but a census tells, those that the sample has no session of among them.
 */
const isOfCensus = (id: string): boolean =>
  CENSUS_INDICATORS.has(id) || /^absence_.*_pct$|^sessions_missed_for_appointments$/.test(id);

type Row = Readonly<Record<string, unknown>>;
const keyOf = (row: Row): string =>
  ["indicator_id", "frequency", "period_end", "breakdown", "breakdown_value"]
    .map((name) => row[name])
    .join(" ");
const figureOf = (row: Row): string =>
  JSON.stringify(["numerator", "denominator", "value", "status"].map((name) => row[name] ?? null));

/** Tables of figures, which also say what a figure stands on. */
const FIGURES: ReadonlySet<string> = new Set([
  "kpi_value",
  "kpi_board",
  "kpi_breakdown",
  "kpi_comparator",
]);

/** The figures that have a number, by their keys. */
const numbersOf = (star: Star): ReadonlyMap<string, unknown> =>
  new Map(
    rowsOf(star, "kpi_value").flatMap((row) =>
      row.value === null || row.value === undefined
        ? []
        : [[kpiValue.key.map((name) => row[name]).join(" "), row.value] as const],
    ),
  );

describe("school censuses beside SEN2 returns", function () {
  it("give the sample's own answers to the last unit", async () => {
    const { star } = await withCensus(["xml", "collect-csv"]);
    const counted = rowsOf(star, "kpi_value").filter(
      ({ indicator_id, area_role }) =>
        CENSUS_INDICATORS.has(String(indicator_id)) && area_role === "own",
    );
    const found = new Map(counted.map((row) => [keyOf(row), figureOf(row)]));
    expect(found.size).to.equal(counted.length);
    const expected = new Map(
      expectedCensus(pupils, sample.history.returns).map((row) => [
        keyOf(row as unknown as Row),
        figureOf(row as unknown as Row),
      ]),
    );
    const wrong = [...expected]
      .filter(([key, figure]) => found.get(key) !== figure)
      .map(([key, figure]) => `${key}: counted ${found.get(key) ?? "no row"}, true ${figure}`);
    // Groups that nobody is in are counted too: they must say so. By ward the answers know pupils
    // alone; what they know of nobody by ward adds up to everybody.
    const byWard = new Set(
      [...expected.keys()].filter((key) => / ward /.test(key)).map((key) => key.split(" ")[0]),
    );
    const isKnown = ({ indicator_id: id, breakdown }: Row): boolean =>
      breakdown !== "ward" || byWard.has(String(id));
    const wards = counted.filter((row) => !isKnown(row));
    for (const row of wards.filter(({ indicator_id: id }) => id === "absence_rate_pct")) {
      const sum = wards
        .filter(
          (one) =>
            one.indicator_id === row.indicator_id &&
            one.frequency === row.frequency &&
            one.period_end === row.period_end,
        )
        .reduce((total, { numerator }) => total + Number(numerator ?? 0), 0);
      const whole = keyOf({ ...row, breakdown: "all", breakdown_value: "all" });
      expect(sum, whole).to.equal((JSON.parse(found.get(whole)!) as number[])[0]);
    }
    expect(wards.length).to.be.greaterThan(50);
    const empty = counted
      .filter((row) => isKnown(row) && !expected.has(keyOf(row)) && (row.numerator ?? 0) !== 0)
      .map((row) => `${keyOf(row)}: counted ${figureOf(row)}, true none`);
    expect([...wrong, ...empty].slice(0, 20)).to.deep.equal([]);
    expect(expected.size).to.be.greaterThan(2000);
  });

  it("tell absence by reason as it happened", async () => {
    const { star } = await withCensus(["xml", "collect-csv"]);
    const found = new Map(
      rowsOf(star, "kpi_value")
        .filter(({ area_role }) => area_role === "own")
        .map((row) => [keyOf(row), figureOf(row)]),
    );
    const wrong = REASONS.filter(
      (row) => found.get(keyOf(row as unknown as Row)) !== figureOf(row as unknown as Row),
    ).map(
      (row) =>
        `${keyOf(row as unknown as Row)}: counted ${found.get(keyOf(row as unknown as Row)) ?? "no row"}`,
    );
    expect(wrong.slice(0, 10)).to.deep.equal([]);
    expect(REASONS.length).to.be.greaterThan(200);
    // The reasons of a term add up to its absence.
    const sum = [...found]
      .filter(([key]) => /^absence_(?!rate).*_pct term 2025-04-20 all all$/.test(key))
      .reduce((total, [, figure]) => total + (JSON.parse(figure) as number[])[0], 0);
    expect(sum).to.equal(
      (JSON.parse(found.get("absence_rate_pct term 2025-04-20 all all")!) as number[])[0],
    );
  });

  it("give the same star as XML and as COLLECT tables, but for the form they came in", async () => {
    const [xml, collect] = await Promise.all([withCensus(["xml"]), withCensus(["collect-csv"])]);
    const [one, other] = [csvOf(xml.star), csvOf(collect.star)];
    expect([...one.keys()]).to.deep.equal([...other.keys()]);
    for (const [name, text] of one)
      if (name !== "source") expect(other.get(name) === text, name).to.equal(true);
    for (const { rows } of [xml, collect])
      expect(
        rows.filter(({ table, rowsRejected }) => table.includes("pupil") && rowsRejected > 0),
      ).to.deep.equal([]);
  });

  it("give the same star in either form and mixed, for any sample, with its errors", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1_000_000),
        fc.integer({ min: 5, max: 40 }),
        fc.nat(30),
        async (seed, count, errors) => {
          const own = makeSample({ people: 10, years: 1, seed });
          const children = samplePupils(own, seed, count);
          const shown = [...children, ...plantCensusErrors(children, errors, seed).guests];
          const beside: MemoryFile[] = [...sampleFiles(own)].map(({ name, chunks }) => ({
            name,
            chunks: [bytesOf(chunks)],
          }));
          const [first, ...rest] = await Promise.all(
            ([["xml"], ["collect-csv"], ["collect-csv", "xml"]] as const).map((forms) =>
              build([...beside, ...censusFiles(shown, forms)]),
            ),
          );
          const expected = csvOf(first.star);
          for (const { star, rows } of rest) {
            const found = csvOf(star);
            expect([...found.keys()]).to.deep.equal([...expected.keys()]);
            for (const [name, csv] of expected)
              if (name !== "source" && !FIGURES.has(name))
                expect(found.get(name) === csv, name).to.equal(true);
            // The forms lose other rows to an error: what a figure stands on may differ, its number not.
            const right = numbersOf(first.star);
            for (const [key, value] of numbersOf(star))
              if (right.has(key)) expect(value, key).to.equal(right.get(key));
            for (const row of rows)
              expect(row.rowsIn, `${row.file} ${row.table}`).to.equal(
                row.rowsOut + row.rowsRejected,
              );
          }
        },
      ),
      { numRuns: 4 },
    );
  });

  it("build without SEN2 returns, and leave the figures of SEN2 as they are", async () => {
    const reference = others.filter(({ name }) => !name.startsWith("sen2/"));
    const { star } = await build([...reference, ...censusFiles(pupils)]);
    expect([...star.keys()])
      .to.include.members(["census_pupil", "attendance", "suspension", "person", "kpi_value"])
      .and.not.to.include("ehc_plan");
    const match = rowsOf(star, "kpi_value").filter(
      ({ indicator_id }) => indicator_id === "ehc_census_match_pct",
    );
    expect(match.map(({ status }) => status)).to.deep.equal(match.map(() => "not_available"));
    const [alone, both] = await Promise.all([build(others), withCensus(["xml", "collect-csv"])]);
    const ofSen2 = (result: typeof alone): string[] =>
      rowsOf(result.star, "kpi_value")
        .filter(({ indicator_id }) => !isOfCensus(String(indicator_id)))
        .map((row) => `${keyOf(row)} ${figureOf(row)}`);
    const before = new Map(ofSen2(alone).map((row) => [row, 1]));
    expect(
      ofSen2(both)
        .filter((row) => !before.has(row))
        .slice(0, 5),
    ).to.deep.equal([]);
  });

  it("tell plans that SEN2 has from those that it has not, school by school", async () => {
    const { star } = await withCensus(["collect-csv"]);
    const links = rowsOf(star, "ehc_census_link");
    const sum = (test: (row: Row) => boolean): number =>
      links.filter(test).reduce((total, { pupils: count }) => total + Number(count), 0);
    for (const date of new Set(links.map(({ census_date }) => census_date))) {
      const plans = rowsOf(star, "census_pupil").filter(
        (row) => row.census_date === date && row.ehc_plan === 1,
      );
      expect(sum((row) => row.census_date === date)).to.equal(plans.length);
      expect(sum((row) => row.census_date === date && row.outcome === "matched")).to.equal(
        plans.filter(({ ehc_matched }) => ehc_matched === 1).length,
      );
    }
    // Every invented postcode lies in the invented authority.
    const missing = sum(({ outcome }) => outcome === "not_in_sen2");
    expect(missing).to.be.greaterThan(0);
    expect(sum(({ outcome }) => outcome === "matched")).to.be.greaterThan(missing);
  });
});

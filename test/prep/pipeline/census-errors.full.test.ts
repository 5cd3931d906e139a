import { expect } from "chai";
import { describeCensusRules } from "../../../prep/collections/school-census/rules/census-rules";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { plantCensusErrors } from "../../../prep/sample/census/planted-errors";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import type { Finding } from "../../../prep/check/finding";
import type { BuildResult } from "../../../prep/results";
import { build, bytesOf, rowsOf, type MemoryFile } from "./run";

const SEED = 12;
/** Each of 24 mistakes twice. */
const ERRORS = 48;
const sample = makeSample({ people: 150, years: 2, seed: SEED });
const pupils = samplePupils(sample, SEED, 400);
const { guests, planted } = plantCensusErrors(pupils, ERRORS, SEED);
const others: MemoryFile[] = [...sampleFiles(sample)].map(({ name, chunks }) => ({
  name,
  chunks: [bytesOf(chunks)],
}));

/** Findings by rule, census and (as XML has a file for each) school. */
const placesOf = (findings: readonly Finding[], form: "xml" | "collect-csv"): string[] =>
  findings.flatMap(({ rule, file }) => {
    const [, census, school] = /^census\/([\w-]+)\/(?:999(\d{4})_)?/.exec(file) ?? [];
    return census === undefined
      ? []
      : [form === "xml" ? `${rule} ${census} ${school}` : `${rule} ${census}`];
  });

/** What stands in a list more often than in another. */
function beyond(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** Every figure but those of the school that is in no register, which has guests only. */
/** What says how much a figure stands on: it tells of the planted errors, and the number stays. */
const STANDS_ON = new Set([
  "rows_eligible",
  "rows_left_out",
  "left_out_reason",
  "comparability",
  "comparability_note",
]);

const figures = ({ star }: BuildResult): string[] =>
  rowsOf(star, "kpi_value")
    .filter(({ breakdown_value, value }) => breakdown_value !== "laestab:9999990" && value !== null)
    // A pair of groups that only a pupil is in who does not count: nobody, as without a row.
    .filter(({ breakdown, value }) => value !== 0 || !String(breakdown).includes("_by_"))
    .map((row) =>
      JSON.stringify(row, (name, value: unknown) => (STANDS_ON.has(name) ? undefined : value)),
    );

/**
 * Rules of files and keys, of what the sample's writers do not write, and of pupils who count, whom
 * an error would make count otherwise.
 */
const NOT_PLANTED = [
  "SC-A02",
  "SC-A04",
  "SC-C04",
  "SC-C05",
  "SC-S05",
  "SC-R01",
  "SC-K01",
  "SC-K02",
  "SC-K05",
  "SC-K06",
  "SC-K07",
  "SC-H01",
  "SC-H02",
  "SC-H03",
  "SC-H04",
  "SC-H05",
  "SC-H06",
  "SC-H07",
  "SC-H08",
  "SC-X01",
  "SC-X02",
  "SC-X03",
];

describe("errors planted in school censuses", function () {
  it("are of every rule that a record can break", () => {
    expect(planted).to.have.length(ERRORS);
    expect([...new Set(planted.map(({ rule }) => rule)), ...NOT_PLANTED].sort()).to.deep.equal(
      describeCensusRules()
        .map(({ id }) => id)
        .sort(),
    );
  });

  for (const form of ["xml", "collect-csv"] as const)
    it(`are all found in their places, and nothing else is, as ${form}; no figure changes, and no row is lost`, async () => {
      const [clean, spoilt] = await Promise.all([
        build([...others, ...censusFiles(pupils, [form])]),
        build([...others, ...censusFiles([...pupils, ...guests], [form])]),
      ]);
      const expected = planted.flatMap(({ rule, also, census, school }) =>
        [rule, ...also].map((id) =>
          form === "xml" ? `${id} ${census} ${school}` : `${id} ${census}`,
        ),
      );
      const [before, after] = [clean, spoilt].map(({ findings }) => placesOf(findings, form));
      const found = beyond(after, before);
      expect({
        missed: beyond(expected, found),
        unexpected: beyond(found, expected),
      }).to.deep.equal({ missed: [], unexpected: [] });
      expect(beyond(figures(spoilt), figures(clean)).slice(0, 5)).to.deep.equal([]);
      for (const row of spoilt.rows)
        expect(row.rowsIn, `${row.file} ${row.table}`).to.equal(row.rowsOut + row.rowsRejected);
      const rejected = (result: BuildResult): number =>
        result.rows.reduce(
          (sum, { file, rowsRejected }) => sum + (file.startsWith("census/") ? rowsRejected : 0),
          0,
        );
      expect(rejected(spoilt) - rejected(clean)).to.equal(
        planted.filter(({ rule }) => rule === "SC-K04").length,
      );
    });
});

import { expect } from "chai";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { makeSample } from "../../../prep/sample/make-sample";
import type { BuildResult } from "../../../prep/results";
import { build, bytesOf, rowsOf, type MemoryFile } from "./run";

const SEED = 12;
/** Three censuses one after the other, a file a school. */
const [FIRST, MIDDLE, LAST] = ["2025-spring", "2025-summer", "2025-autumn"];
const files: MemoryFile[] = censusFiles(
  samplePupils(makeSample({ people: 60, years: 2, seed: SEED }), SEED, 600),
  ["xml"],
)
  .filter(({ name }) => [FIRST, MIDDLE, LAST].some((census) => name.includes(census)))
  .map(({ name, chunks }) => ({ name, chunks: [bytesOf(chunks)] }));

const sizeOf = ({ chunks }: MemoryFile): number =>
  [...chunks].reduce((sum, { length }) => sum + length, 0);
const schoolOf = ({ name }: MemoryFile): string => /(\d{7})_SC/.exec(name)![1];
const ofCensus = (census: string): MemoryFile[] =>
  files.filter(({ name }) => name.includes(census)).sort((a, b) => sizeOf(b) - sizeOf(a));

/** A build without the files of the largest schools of a census. */
const without = (census: string, schools: number): Promise<BuildResult> => {
  const gone = new Set(ofCensus(census).slice(0, schools));
  return build(
    files.filter((file) => !gone.has(file)),
    { authority: "999" },
  );
};

const told = ({ findings }: BuildResult): string[] =>
  findings.flatMap(({ rule, file, record }) =>
    rule === "SC-H08" ? [`${file.split("/")[1]} ${record}`] : [],
  );

/** The pupils on roll of each census, with what is said of them. */
const onRoll = ({ star }: BuildResult): string[] =>
  rowsOf(star, "kpi_value")
    .filter(
      ({ indicator_id, breakdown, frequency }) =>
        indicator_id === "pupils_on_roll" && breakdown === "all" && frequency === "term",
    )
    .map(({ status, comparability }) => `${status} ${comparability}`);

describe("a school whose census file is missing", function () {
  it("is nothing where all are there", async () => {
    const whole = await without(MIDDLE, 0);
    expect(told(whole)).to.deep.equal([]);
    expect(onRoll(whole)).to.deep.equal(Array(3).fill("ok comparable"));
  });

  for (const [at, census] of [FIRST, MIDDLE, LAST].entries())
    it(`is told, and the figures of its census are to be read with care: ${census}`, async () => {
      const [school] = ofCensus(census).map(schoolOf);
      const result = await without(census, 1);
      expect(told(result)).to.deep.equal([`${census} laestab:${school}`]);
      const care = ["ok comparable", "ok comparable", "ok comparable"];
      care[at] = "ok caution";
      expect(onRoll(result)).to.deep.equal(care);
    });

  it("takes the figures of a census away where many are missing", async () => {
    const result = await without(MIDDLE, 12);
    expect(told(result).length).to.equal(12);
    expect(onRoll(result)).to.deep.equal(["ok comparable", "not_available null", "ok comparable"]);
  });

  it("is none where it is in no later census", async () => {
    const [school] = ofCensus(MIDDLE).map(schoolOf);
    const closed = files.filter((file) => schoolOf(file) !== school || file.name.includes(FIRST));
    expect(told(await build(closed, { authority: "999" }))).to.deep.equal([]);
  });
});

import { expect } from "chai";
import { forPublishingBy } from "../../../prep/publish/disclosure/for-publishing";
import { ungated } from "../../../prep/publish/disclosure/ungated";
import type { BuildResult } from "../../../prep/results";
import { allFiles } from "../../../prep/sample/all-files";
import { councilsOf, MOST_COUNCILS } from "../../../prep/sample/councils";
import { build, defaults, rowsOf, type MemoryFile } from "./run";

type Row = Readonly<Record<string, string | number | boolean | null>>;

const size = { people: 30, years: 1, pupils: 30, mentalHealth: 40, board: true };
const authorities = councilsOf(MOST_COUNCILS).map(({ authority }) => authority);

const filesOf = (seed: number, more: Partial<typeof size> = {}): MemoryFile[] =>
  Array.from(allFiles({ ...size, ...more, seed, authorities: MOST_COUNCILS }), (file) => ({
    name: file.name,
    chunks: [...file.chunks],
  }));

/** Figures for an authority, in one order, without the number of their source. */
const figuresFor = (rows: readonly Row[], authority: string): string[] =>
  rows
    .filter((row) => row.for_area_code === authority)
    .map((row) => JSON.stringify({ ...row, source_key: null }))
    .sort();

/** Tables with a row a person, plan or event: what must hold nobody of another authority. */
const FACTS = [
  "person",
  "ehc_request",
  "ehc_plan",
  "placement",
  "plan_need",
  "annual_review",
  "census_pupil",
  "attendance",
  "suspension",
  "mh_person",
  "mh_referral",
  "mh_contact",
];

describe("five councils of a board in one build", function () {
  this.timeout(1_200_000);

  describe("for the councils themselves", () => {
    let together: BuildResult;
    const alone = new Map<string, BuildResult>();
    before(async () => {
      const files = filesOf(3);
      together = await build(files, { allOf: "QZZ" });
      for (const authority of authorities) alone.set(authority, await build(files, { authority }));
    });

    it("have each figure that their own builds have, and no other", () => {
      const rows = rowsOf(together.star, "kpi_value");
      for (const authority of authorities) {
        const own = figuresFor(rowsOf(alone.get(authority)!.star, "kpi_value"), authority);
        expect(own.length, authority).to.be.greaterThan(2_000);
        expect(figuresFor(rows, authority), authority).to.deep.equal(own);
      }
      const others = rows.filter((row) => !authorities.includes(String(row.for_area_code)));
      expect(new Set(others.map((row) => row.for_area_code))).to.deep.equal(new Set(["QZZ"]));
    });

    it("have the people of their own builds, and nobody else", () => {
      const counted = (star: BuildResult["star"], name: string): number =>
        star.get(name)?.frame.numRows() ?? 0;
      for (const name of FACTS) {
        const sum = authorities.reduce(
          (total, authority) => total + counted(alone.get(authority)!.star, name),
          0,
        );
        expect(sum, name).to.be.greaterThan(0);
        expect(counted(together.star, name), name).to.equal(sum);
      }
      const people = rowsOf(together.star, "person");
      for (const authority of authorities)
        expect(
          people.filter((row) => row.area_code === authority).map((row) => row.pseudonym),
        ).to.deep.equal(
          rowsOf(alone.get(authority)!.star, "person").map(({ pseudonym }) => pseudonym),
        );
    });
  });

  it("published, hide of each what its own published build hides, and never give their sum", async () => {
    const files = filesOf(9, { people: 30, pupils: 0, mentalHealth: 0, board: false });
    const publish = async (of: Partial<typeof defaults>): Promise<Row[]> => {
      const settings = ungated({ ...defaults, ...of });
      const made = await forPublishingBy("public", await build(files, settings), settings, []);
      return rowsOf(made!.published.star, "kpi_value");
    };
    const two = authorities.slice(0, 2);
    const both = await publish({ authorities: two });
    for (const authority of two) {
      const own = await publish({ authority });
      expect(own.filter(({ status }) => status === "suppressed").length).to.be.greaterThan(50);
      expect(figuresFor(both, authority), authority).to.deep.equal(figuresFor(own, authority));
    }
    expect(both.every((row) => two.includes(String(row.for_area_code)))).to.equal(true);
    expect(() => ungated({ ...defaults, allOf: "QZZ" })).to.throw(/would give hidden numbers away/);
  });
});

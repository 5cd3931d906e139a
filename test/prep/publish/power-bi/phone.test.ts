import { expect } from "chai";
import { makeReport } from "../../../../prep/publish/power-bi/report/make-report";
import { sampleProject } from "./some-project";
import { GUID } from "./some-visual";

describe("the phone layout of the report", () => {
  it("has every visual of every page but paper and tooltip, below each other, in the Tab order", async () => {
    const { model, files } = await sampleProject(null);
    for (const guid of [null, GUID]) {
      const pages = makeReport(model, guid).pages;
      const without = pages.filter(({ visuals }) => visuals.some(({ mobile }) => !mobile));
      expect(without.map(({ id }) => id)).to.have.members(["print", "tooltip"]);
      for (const { id, visuals } of pages.filter((page) => !without.includes(page))) {
        let end = 0;
        for (const { mobile, text = "" } of visuals) {
          const [x, y, width, height] = mobile!;
          // A line of a text box holds some thirty letters there.
          expect(height, text).to.be.at.least(0.7 * text.length);
          expect([x, x + width], id).to.deep.equal([0, 320]);
          expect(y, id).to.be.at.least(end);
          end = y + height;
        }
      }
    }
    const paths = [...files.keys()];
    expect(paths.filter((path) => path.endsWith("/mobile.json")).length).to.be.greaterThan(60);
  });
});

import { expect } from "chai";
import { reachedFrom } from "../../../../prep/publish/power-bi/model/relationships";
import { makeReport } from "../../../../prep/publish/power-bi/report/make-report";
import { sampleProject } from "./some-project";
import { sampleStar } from "./sample-star";

describe("slicers of the report", function () {
  it("reach the rows of every measure over rows on their page", async () => {
    const { model } = await sampleProject(null);
    const labels = new Map(
      [...(await sampleStar()).values()].flatMap(({ declaration }) =>
        (declaration.measures ?? []).map(({ name }) => [name, declaration.label]),
      ),
    );
    const factOf = (measure: string): string | undefined => {
      const label = labels.get(measure.replace(/ \(%\)$/, ""));
      return model.tables.find(({ name }) => name === label || name === `${label}s`)?.name;
    };
    const silent: string[] = [];
    let looked = 0;
    for (const { name, visuals } of makeReport(model, null).pages)
      for (const slicer of visuals.filter(({ type }) => type === "slicer")) {
        const [field] = Object.values(slicer.roles)[0];
        const reached = reachedFrom(field.table, model.relationships);
        for (const shown of visuals.flatMap(({ roles }) => Object.values(roles).flat())) {
          const fact = shown.kind === "Measure" ? factOf(shown.name) : undefined;
          if (fact === undefined) continue;
          looked++;
          if (!reached.has(fact))
            silent.push(`${name}: ${field.name} does not reach ${shown.name}`);
        }
      }
    expect(silent).to.deep.equal([]);
    expect(looked).to.be.greaterThan(20);
  });
});

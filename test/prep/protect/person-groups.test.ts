import { expect } from "chai";
import { labels } from "../../../prep/columns/build";
import { evaluateTexts } from "../../../prep/columns/evaluate";
import { columns } from "../../../prep/columns/expression";
import { ethnicityGroupOf, ethnicityGroups } from "../../../prep/protect/ethnicity-group";
import { extendedEthnicities } from "../../../prep/reference/extended-ethnicities";
import { ageBandOf, ageBands } from "../../../prep/star/age-bands";
import { MISSING } from "../../../prep/columns/column";

const q = columns({ ethnicity: "text", age: "number" });

describe("groups of people", () => {
  it("hold every ethnicity code, MOTH as mixed and CHNE as Asian, and no text that is no code", () => {
    const others = ["MOTH", "CHNE", "REFU", "NOBT", "XXXX", "WBR", "WBRIT", "wbri"];
    const codes = [...others, ...extendedEthnicities()];
    const ethnicity = labels([...codes.keys(), -1], codes);
    const { values, groups } = evaluateTexts(ethnicityGroupOf(q.ethnicity), {
      count: ethnicity.length,
      columns: { ethnicity },
    })!;
    const found = Array.from(groups, (group) => values[group]);
    expect(found.slice(0, others.length)).to.deep.equal([
      ...["mixed", "asian", "not_stated", "not_stated"],
      ...Array<string>(4).fill("not_recorded"),
    ]);
    expect(found.slice(others.length, -1)).to.not.include("not_recorded");
    expect(found.at(-1)).to.equal("not_recorded");
    expect(values).to.deep.equal(ethnicityGroups);
  });

  it("hold every age, from the first year of a band to the last", () => {
    const ages = [-1, 0, 4, 5, 10, 11, 15, 16, 19, 20, 25, 26, MISSING];
    const { values, groups } = evaluateTexts(ageBandOf(q.age), {
      count: ages.length,
      columns: { age: Int32Array.from(ages) },
    })!;
    expect(Array.from(groups, (group) => values[group])).to.deep.equal([
      ...["other_age", "0-4", "0-4", "5-10", "5-10", "11-15", "11-15", "16-19", "16-19"],
      ...["20-25", "20-25", "other_age", "not_recorded"],
    ]);
    expect(values).to.deep.equal(ageBands);
  });
});

import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";

/** Rules that a mistake in one record of a return breaks. */
const RULES = [
  ...["A06", "D02", "D06", "D07", "K03", "N10", "P05", "P07", "P08", "P09", "P10", "P12"],
  ...["R10", "R11", "S02", "S03", "V05", "V07", "V09"],
];

describe("planted errors", () => {
  const errors = 3 * RULES.length;
  const [clean, spoilt] = [makeSample({ people: 1500 }), makeSample({ people: 1500, errors })];

  it("are as many as asked for, of every kind, and none without asking", () => {
    expect(clean.planted).to.have.length(0);
    expect(spoilt.planted).to.have.length(errors);
    expect([...new Set(spoilt.planted.map(({ rule }) => rule))].sort()).to.deep.equal(RULES);
  });

  it("change exactly the records that the list names, and each changes one", () => {
    for (const [index, ret] of spoilt.returns.entries()) {
      const before = [...clean.returns[index].persons()].map((person) => JSON.stringify(person));
      const changed = [...ret.persons()].flatMap((person, at) =>
        JSON.stringify(person) === before[at] ? [] : [at + 1],
      );
      expect(changed).to.deep.equal(
        spoilt.planted.filter(({ year }) => year === ret.year).map(({ person }) => person),
      );
    }
  });
});

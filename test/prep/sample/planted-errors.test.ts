import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { ERROR_KINDS } from "../../../prep/sample/planted-errors";

describe("planted errors", () => {
  const errors = 3 * ERROR_KINDS.length;
  const [clean, spoilt] = [makeSample({ people: 1500 }), makeSample({ people: 1500, errors })];

  it("are as many as asked for, of every kind, and none without asking", () => {
    expect(clean.planted).to.have.length(0);
    expect(spoilt.planted).to.have.length(errors);
    expect(new Set(spoilt.planted.map(({ rule }) => rule)).size).to.equal(ERROR_KINDS.length);
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

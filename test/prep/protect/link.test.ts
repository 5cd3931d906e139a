import { expect } from "chai";
import fc from "fast-check";
import { linkPeople, type PersonRecord } from "../../../prep/protect/link";

const record = (given: Partial<PersonRecord>): PersonRecord => ({
  upn: null,
  uln: null,
  surname: null,
  forename: null,
  birth: null,
  place: "",
  ...given,
});
const ada = { surname: "Merrow", forename: "Ada", birth: 16_000 };
const people = (...records: Partial<PersonRecord>[]): number[] => [
  ...linkPeople(records.map(record)).personOf,
];

describe("linking people", () => {
  it("folds names as people write them", () => {
    const written = ["O'Neill-Smythe", "ONEILL SMYTHE", "Ó Néill Smythe", "O'Neil Smythe"];
    expect(people(...written.map((surname) => ({ ...ada, surname })))).to.deep.equal([0, 0, 0, 1]);
  });

  it("goes by UPN, else by ULN, else by name and birth date", () => {
    expect(
      people(
        { ...ada, upn: "A1" },
        { upn: "A1", surname: "Married", forename: "Ada", birth: 16_000 },
      ),
    ).to.deep.equal([0, 0]);
    expect(people({ ...ada, uln: "1" }, { surname: "Other", uln: "1" })).to.deep.equal([0, 0]);
    expect(people(ada, { ...ada, surname: "MERROW " }, { ...ada, birth: 16_001 })).to.deep.equal([
      0, 0, 1,
    ]);
    expect(linkPeople([{ ...ada, upn: "A1" }, { upn: "A1" }, ada].map(record)).links).to.deep.equal(
      [
        { by: "upn", record: 1 },
        { by: "name", record: 2 },
      ],
    );
  });

  it("joins what one identifier leaves apart through another", () => {
    expect(people({ upn: "A1" }, { uln: "1" }, { upn: "A1", uln: "1" })).to.deep.equal([0, 0, 0]);
  });

  it("never joins two valid UPNs, whatever else agrees, and tells of it", () => {
    const { personOf, conflicts } = linkPeople(
      [{ ...ada, upn: "A1", uln: "1" }, { ...ada, upn: "B2", uln: "1" }, ada].map(record),
    );
    expect([...personOf]).to.deep.equal([0, 1, 2]);
    expect(conflicts.map(({ kind }) => kind)).to.deep.equal(["uln_across_upns", "name_ambiguous"]);
  });

  it("keeps two children apart that share a UPN but neither name nor birth date", () => {
    const { personOf, conflicts, strongest } = linkPeople(
      [
        { ...ada, upn: "A1" },
        { upn: "A1", surname: "Wren", forename: "Tom", birth: 15_000 },
      ].map(record),
    );
    expect([...personOf]).to.deep.equal([0, 1]);
    expect(conflicts).to.deep.equal([{ kind: "upn_shared", record: 1, other: 0 }]);
    expect(strongest[0]).to.equal("upn:A1");
    expect(strongest[1]).to.match(/^name:wren/);
  });

  it("never gives one person two UPNs, and numbers people in the order they appear", () => {
    const some = fc.record({
      upn: fc.constantFrom(null, "A1", "B2", "C3"),
      uln: fc.constantFrom(null, "1", "2"),
      surname: fc.constantFrom(null, "Merrow", "Wren"),
      forename: fc.constantFrom("Ada", "Tom"),
      birth: fc.constantFrom(null, 1, 2),
      place: fc.constant(""),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (records) => {
        const { personOf, count } = linkPeople(records);
        const upnsOf = Array.from(
          { length: count },
          (_, person) =>
            new Set(
              records
                .filter((_record, i) => personOf[i] === person)
                .flatMap(({ upn }) => upn ?? []),
            ),
        );
        expect(upnsOf.every((upns) => upns.size <= 1)).to.equal(true);
        const firsts = [...new Set(personOf)];
        expect(firsts).to.deep.equal(firsts.map((_, i) => i));
      }),
    );
  });
});

import { expect } from "chai";
import { assemble } from "../make-return";
import { oneCase } from "../model/one-case";

describe("putting a return together", () => {
  it("rejects a record that repeats another, and tells of a field that is in no layout", () => {
    const given = oneCase();
    given.person.shoesize = "4";
    given.active.senneed = [given.need, { ...given.need }];
    const { hits, rows } = assemble(given);
    expect(
      hits.map(({ rule, table, record, field }) => [rule, table, record, field]),
    ).to.deep.equal([
      ["C03", "person", "", "shoesize"],
      ["K04", "senneed", "person 1 / requests 1 / activeplans 1 / senneed 2", null],
    ]);
    expect(rows.find(({ table }) => table === "senneed")).to.include({
      rowsIn: 2,
      rowsOut: 1,
      rowsRejected: 1,
    });
  });

  it("keeps the header, which hangs under nothing", () => {
    const { ret, hits } = assemble(oneCase());
    expect(hits).to.deep.equal([]);
    expect(ret).to.include({
      authority: "839",
      year: 2025,
      yearFromHeader: true,
      referenceDateFromHeader: true,
    });
  });
});

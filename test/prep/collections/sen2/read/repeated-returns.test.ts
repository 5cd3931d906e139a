import { expect } from "chai";
import { withoutRepeats } from "../../../../../prep/collections/sen2/read/repeated-returns";
import type { Sen2Return } from "../../../../../prep/collections/sen2/read/return";
import { makeReturn } from "../make-return";
import { oneCase } from "../model/one-case";

const returnOf = (file: string, header: Record<string, string> = {}): Sen2Return => {
  const given = oneCase();
  return makeReturn({ ...given, header: { ...given.header, ...header }, file });
};

describe("repeated returns", () => {
  it("keep the one whose header is dated last and report the other", () => {
    const [older, newer] = [
      returnOf("older.xml", { datetime: "2025-02-01T09:00:00" }),
      returnOf("newer.xml", { datetime: "2025-02-20T09:00:00" }),
    ];
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const { kept, rejected, findings } = withoutRepeats(order);
      expect(kept).to.deep.equal([newer]);
      expect(rejected).to.deep.equal([older]);
      expect(findings).to.have.length(1);
      expect(findings[0]).to.include({
        rule: "H04",
        severity: "error",
        file: "older.xml",
        table: "sen2",
      });
      expect(findings[0].message).to.contain("newer.xml");
    }
  });

  it("keep the first of two that say the same", () => {
    const [first, second] = [returnOf("a.xml"), returnOf("b.xml")];
    const { kept, rejected } = withoutRepeats([first, second]);
    expect([kept, rejected]).to.deep.equal([[first], [second]]);
  });

  it("show no figure of either where they differ and no header says which is the later", () => {
    const other = oneCase();
    other.request.receiveddate = "2024-02-02";
    const [first, second] = [returnOf("a.xml"), makeReturn({ ...other, file: "b.xml" })];
    const { kept, rejected, findings } = withoutRepeats([first, second]);
    expect([kept.map(({ files }) => files[0]), rejected]).to.deep.equal([["a.xml"], [second]]);
    expect(kept[0].gaps.namedplan.map(({ kind }) => kind)).to.include("unread");
    expect(findings[0].message).to.contain("do not show which is later");
  });

  it("keep the one that was read whole where no header says which is the later", () => {
    const gap = { kind: "rows", eligible: 60, leftOut: 1, why: "records were lost" } as const;
    for (const [broken, whole] of [
      [returnOf("broken.xml"), returnOf("whole.xml")],
      [returnOf("broken.xml"), returnOf("whole.xml", { datetime: "" })],
    ]) {
      const part = { ...broken, gaps: { ...broken.gaps, person: [gap] } };
      for (const order of [
        [part, whole],
        [whole, part],
      ])
        expect(withoutRepeats(order)).to.deep.include({ kept: [whole], rejected: [part] });
    }
  });

  it("keep returns of other authorities, years and reference dates", () => {
    const all = [
      returnOf("a.xml"),
      returnOf("b.xml", { lea: "838" }),
      returnOf("c.xml", { year: "2024" }),
      returnOf("d.xml", { referencedate: "2024-09-30" }),
    ];
    expect(withoutRepeats(all)).to.deep.equal({ kept: all, rejected: [], findings: [] });
  });
});

import { expect } from "chai";
import { matchPeople } from "../../../../../prep/collections/mhsds/model/linkage";
import type { Mhsds } from "../../../../../prep/collections/mhsds/read/extract";
import { scanCsv } from "../../../../../prep/scan/scan";
import {
  isLinkageHeader,
  readLinkageTable,
  type LinkageTable,
} from "../../../../../prep/sources/health-linkage";

async function read(csv: string): Promise<LinkageTable | null> {
  const bytes = new TextEncoder().encode(csv);
  const {
    tables: [table],
  } = await scanCsv(
    (async function* () {
      yield bytes;
    })(),
    { table: "health_linkage" },
  );
  return readLinkageTable("linkage.csv", table);
}

describe("a linkage table", () => {
  it("is known by an identifier of either side and hardly anything else", () => {
    expect(isLinkageHeader(["Person_ID", "UPN"])).to.equal(true);
    expect(isLinkageHeader(["UPN", "NHS_Number", "agreed_on"])).to.equal(true);
    for (const header of [
      ["Person_ID"],
      ["UPN"],
      ["Person_ID", "UniqMonthID"],
      ["person_id", "upn", "a", "b", "c", "d", "e"],
    ])
      expect(isLinkageHeader(header)).to.equal(false);
  });

  it("gives each pair once, and nobody to identifiers with two partners", async () => {
    const table = await read(
      "Person_ID,UPN\nP1,A1\nP1,a1\nP2,B1\nP2,B2\nP3,C1\nP4,C1\n,D1\nP5,\nP6,E1\n",
    );
    expect(table).to.deep.include({ health: "person_id", send: "upn", rejected: 6 });
    expect(table!.pairs).to.deep.equal([
      ["P1", "A1"],
      ["P6", "E1"],
    ]);
  });

  it("links whom both sides know, and counts the others", async () => {
    const table = (await read(
      "nhs_number,person_pseudonym\n9990000018,ab\n9990000026,cd\n8429141456,ef\n",
    ))!;
    const data = {
      counts: { people: 3, referrals: 1, teams: 1 },
      nhsNumbers: [null, "9990000018", "8429141456"],
      people: () => ["", "x", "y"],
    } as unknown as Mhsds;
    const matches = matchPeople(data, table, (pseudonym) => ({ ab: 5, cd: 6 })[pseudonym] ?? 0);
    expect([...matches.linked]).to.deep.equal([0, 5, 0]);
    expect([...matches.couldBe]).to.deep.equal([5, 6]);
    expect(matches.counts).to.deep.equal({ pairs: 3, foundInSend: 2, foundInHealth: 2, linked: 1 });
  });
});

import { createHmac } from "node:crypto";
import { expect } from "chai";
import { keyedHash } from "../../../prep/cli/keyed-hash";
import { linkPeople, type PersonRecord } from "../../../prep/protect/link";
import { protectPeople } from "../../../prep/protect/protect-people";
import { pseudonymise } from "../../../prep/protect/pseudonym";

const key = new Uint8Array(32).fill(7);
const hash = keyedHash(key);
const records: PersonRecord[] = ["C3", "A1", "B2"].map((upn, i) => ({
  upn,
  uln: i === 1 ? "1" : null,
  surname: `Merrow${i}`,
  forename: "Ada",
  birth: i,
  place: "",
}));

describe("pseudonyms", () => {
  it("are 128 bits of the HMAC-SHA256 of the strongest identifier", () => {
    const { pseudonyms, keyOf } = pseudonymise(linkPeople(records), hash);
    expect(pseudonyms[keyOf[0]]).to.equal(
      createHmac("sha256", key).update("upn:C3").digest("hex").slice(0, 32),
    );
    expect([...pseudonyms.slice(1)]).to.deep.equal([...pseudonyms.slice(1)].sort());
  });

  it("and keys are the same in any order of the records, and others under another key", () => {
    const inOrder = (list: PersonRecord[], with_ = hash) => {
      const { personOf, pseudonyms } = protectPeople(list, with_, null);
      return new Map(
        list.map(({ upn }, i) => [upn, `${personOf[i]} ${pseudonyms.pseudonyms[personOf[i] + 1]}`]),
      );
    };
    expect([...inOrder([...records].reverse())].sort()).to.deep.equal([...inOrder(records)].sort());
    expect(inOrder(records, keyedHash(new Uint8Array(32).fill(8))).get("A1")).not.to.equal(
      inOrder(records).get("A1"),
    );
  });

  it("have the other identifiers as aliases, hashed too", () => {
    const { aliases, keyOf } = pseudonymise(linkPeople(records), hash);
    expect(aliases.filter(({ personKey }) => personKey === keyOf[1])).to.have.deep.members([
      { personKey: keyOf[1], kind: "uln", alias: hash("uln:1").slice(0, 32) },
      { personKey: keyOf[1], kind: "name", alias: hash("name:merrow1|ada|1").slice(0, 32) },
    ]);
  });
});

describe("protecting people", () => {
  it("leaves out every record of who has opted out by any identifier, and closes the gap in the keys", () => {
    const twice = [...records, { ...records[1], upn: null }];
    const { personOf, pseudonyms } = protectPeople(twice, hash, new Set(["1"]));
    expect([personOf[1], personOf[3]]).to.deep.equal([-1, -1]);
    expect([personOf[0], personOf[2]].sort()).to.deep.equal([0, 1]);
    expect(pseudonyms.pseudonyms).to.have.length(3);
    expect(JSON.stringify(pseudonyms)).not.to.include(hash("upn:A1").slice(0, 32));
  });
});

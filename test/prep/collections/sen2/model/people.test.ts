import { expect } from "chai";
import { sen2People } from "../../../../../prep/collections/sen2/model/people";
import {
  birthMonths,
  personRecords,
  readPeople,
  type People,
} from "../../../../../prep/protect/people";
import { groupsOfPeople } from "../../../../../prep/protect/person-groups";
import { upnOf } from "./one-case";
import type { Row } from "../make-return";
import { returnOf } from "./put-together";

const read = (...rows: Row[]) => {
  const returns = rows.map((row, i) => returnOf(2024 + i, [row]));
  const place = (postcode: string) =>
    postcode === "ZZ1 0AA"
      ? { ward: "E05000001", lsoa: "E01000001", locality: null, authority: null }
      : null;
  return readPeople(
    returns.map(sen2People),
    returns.map(() => Int32Array.of(0)),
    1,
    place,
  );
};

/** The sex and ethnicity group of the first of some people. */
function groupsOf(people: People) {
  const { sex, ethnicity_group } = groupsOfPeople(people);
  return {
    sex: sex.values[sex.groups[0]],
    ethnicity: ethnicity_group.values[ethnicity_group.groups[0]],
  };
}

describe("people of several returns", () => {
  it("have the newest value that a return gives", () => {
    const people = read(
      { sex: "M", ethnicity: "WBRI", personbirthdate: "2014-05-03", postcode: "zz1  0aa" },
      { sex: "F", ethnicity: "", personbirthdate: "" },
    );
    const { sex, ethnicity } = groupsOf(people);
    expect([sex, ethnicity, people.ethnicity.at(0), people.ward.at(0)]).to.deep.equal([
      "F",
      "white",
      "WBRI",
      "E05000001",
    ]);
    expect(birthMonths(people.birth).at(0)).to.equal("2014-05");
  });

  it("keep an ethnicity once given, whatever is refused later", () => {
    const group = (...codes: string[]) =>
      groupsOf(read(...codes.map((ethnicity): Row => ({ ethnicity })))).ethnicity;
    expect([
      group("MOTH", "REFU"),
      group("REFU", "MOTH"),
      group("NOBT", ""),
      group("", "QQQQ"),
    ]).to.deep.equal(["mixed", "mixed", "not_stated", "not_recorded"]);
  });

  it("have the sex of 2023 by number", () => {
    expect(
      ["1", "2", "9", "0"].map((gendercurrent) => groupsOf(read({ gendercurrent })).sex),
    ).to.deep.equal(["M", "F", "not_recorded", "not_recorded"]);
  });

  it("are linked by identifiers that pass their check, and by no other", () => {
    const records = personRecords([
      sen2People(
        returnOf(2025, [
          { surname: "A", upn: upnOf("123456789").toLowerCase() },
          { surname: "B", upn: "A000000000000", uniquelearnernumber: "1000000026" },
          { surname: "C", uniquelearnernumber: "1000000027.0" },
        ]),
      ),
    ]);
    expect(records.map(({ upn, uln }) => [upn, uln])).to.deep.equal([
      [upnOf("123456789"), null],
      [null, null],
      [null, "1000000027"],
    ]);
  });
});

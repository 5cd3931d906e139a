import { expect } from "chai";
import fc from "fast-check";
import { ulnOf, upnOf } from "../../../prep/sample/identifiers";

/**
 * The published rule for UPNs, written apart from the generator: letter, recognised authority,
 * digits.
 */
function isUpn(text: string): boolean {
  if (!/^[A-HJ-NP-RT-Z](330|801|839|873|886|950|243)\d{9}$/.test(text)) return false;
  let sum = 0;
  for (let position = 2; position <= 13; position++)
    sum += position * Number(text.charAt(position - 1));
  return text.charAt(0) === "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23);
}

function isUln(text: string): boolean {
  if (!/^[1-9]\d{9}$/.test(text)) return false;
  const sum = [10, 9, 8, 7, 6, 5, 4, 3, 2].reduce(
    (total, weight, index) => total + weight * Number(text[index]),
    0,
  );
  return sum % 11 !== 0 && 10 - (sum % 11) === Number(text[9]);
}

describe("invented numbers", () => {
  it("are checked here by rules that known numbers pass", () => {
    for (const upn of ["A950000178301", "H243278544154", "H801200001001"])
      expect(isUpn(upn), upn).to.equal(true);
    expect(isUpn("A801200001001")).to.equal(false);
    for (const uln of ["1000000027", "1000000019", "1000000035", "1000000043"])
      expect(isUln(uln), uln).to.equal(true);
    expect(isUln("1000000028")).to.equal(false);
  });

  it("are valid for every person", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.integer({ min: 1995, max: 2030 }),
        (person, year) => {
          expect(isUpn(upnOf(person, year))).to.equal(true);
          expect(isUln(ulnOf(person))).to.equal(true);
        },
      ),
    );
  });

  it("differ from person to person", () => {
    const people = Array.from({ length: 30_000 }, (_, index) => index);
    expect(new Set(people.map((person) => upnOf(person, 2012))).size).to.equal(people.length);
    expect(new Set(people.map(ulnOf)).size).to.equal(people.length);
  });
});

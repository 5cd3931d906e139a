import { expect } from "chai";
import fc from "fast-check";
import { cleanIdentifier } from "../../../prep/columns/clean-identifier";
import { isNhsNumber } from "../../../prep/check/identifiers/nhs-number";
import { postcodeFault } from "../../../prep/check/identifiers/postcode";
import { ukprnFault } from "../../../prep/check/identifiers/ukprn";
import { ulnFault } from "../../../prep/check/identifiers/uln";
import { upnCheckLetter, upnFault } from "../../../prep/check/identifiers/upn";
import { urnFault } from "../../../prep/check/identifiers/urn";

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(""));

describe("identifiers", () => {
  it("are cleaned of spaces, small letters and the .0 of spreadsheets, and keep leading zeros", () => {
    expect(
      [" h801200001001 ", "1000000027.0", "012345", "100000.00", " ", "10.5"].map(cleanIdentifier),
    ).to.deep.equal(["H801200001001", "1000000027", "012345", "100000", "", "10.5"]);
  });

  it("UPN: the part that is wrong is named", () => {
    expect(upnFault("H801200001001")).to.equal(null);
    expect(upnFault("A850702409182")).to.equal("check_letter");
    expect(upnFault("P850702409182")).to.equal(null);
    expect(upnFault("I801200001001")).to.equal("check_letter");
    expect(upnFault("H80120000100")).to.equal("length");
    expect(upnFault("H8O1200001001")).to.equal("authority");
    expect(upnFault("H80120000B001")).to.equal("digits");
    expect(upnFault("H80120000100S")).to.equal("last_character");
    expect(upnFault("H80120000100-")).to.equal("last_character");
    expect(upnFault("UN1")).to.equal("length");
  });

  it("UPN: check letters that other tools' tests give, with authority numbers that no authority has", () => {
    expect(["950000178301", "243278544154", "801200001001"].map(upnCheckLetter)).to.deep.equal([
      "A",
      "H",
      "H",
    ]);
    expect(["A950000178301", "H243278544154"].map(upnFault)).to.deep.equal([
      "authority",
      "authority",
    ]);
    const issued = ["001", "420", "661", "839", "909", "942", "943", "999"];
    for (const authority of issued)
      expect(
        upnFault(`${upnCheckLetter(`${authority}000000001`)}${authority}000000001`),
        authority,
      ).to.equal(null);
    for (const authority of ["000", "006", "214", "827", "944", "998"])
      expect(
        upnFault(`${upnCheckLetter(`${authority}000000001`)}${authority}000000001`),
        authority,
      ).to.equal("authority");
  });

  it("UPN: a temporary one ends in a letter and is not held to a check letter", () => {
    expect(upnFault("A83912345678A")).to.equal(null);
    expect(upnFault("A839123456789")).to.equal("check_letter");
  });

  it("UPN: any one changed digit is noticed", () => {
    fc.assert(
      fc.property(
        digits(9),
        fc.integer({ min: 3, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (serial, at, by) => {
          const right = `839${serial}`;
          const changed = `${right.slice(0, at)}${(Number(right[at]) + by) % 10}${right.slice(at + 1)}`;
          expect(upnFault(upnCheckLetter(right) + right)).to.equal(null);
          expect(upnFault(upnCheckLetter(right) + changed)).to.equal("check_letter");
        },
      ),
    );
  });

  it("ULN: the check digit is the tenth, not the first", () => {
    for (const uln of ["1000000027", "1000000019", "1000000035", "1000000043"])
      expect(ulnFault(uln)).to.equal(null);
    for (const uln of ["1000000028", "2000000027", "1000000072"])
      expect(ulnFault(uln)).to.equal("check_digit");
    for (const uln of ["", "100000002", "10000000270", "100000002X"])
      expect(ulnFault(uln)).to.equal("format");
    expect(ulnFault("9999999999")).to.equal("temporary");
  });

  it("ULN: nine digits have one check digit, or none when the remainder is 0", () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        const remainder =
          [...nine].reduce((sum, digit, i) => sum + Number(digit) * (10 - i), 0) % 11;
        const valid = [..."0123456789"].filter((digit) => ulnFault(nine + digit) === null);
        expect(valid).to.deep.equal(
          remainder === 0 || `${nine}${10 - remainder}` === "9999999999"
            ? []
            : [String(10 - remainder)],
        );
      }),
    );
  });

  it("postcodes: B1 12B is none, and the wrong half is named", () => {
    for (const postcode of [
      "BH1 1AA",
      "bh11aa",
      " SW1A 2AA ",
      "M1 1AE",
      "B33 8TH",
      "EC1A 1BB",
      "W1A0AX",
    ])
      expect(postcodeFault(postcode), postcode).to.equal(null);
    for (const postcode of ["B1 12B", "BH1", "", "BH1 AA1"])
      expect(postcodeFault(postcode), postcode).to.equal("inward");
    for (const postcode of ["BHH1 1AA", "1AA", "BH111 1AA", "BH1  1AA", "12 1AA"])
      expect(postcodeFault(postcode), postcode).to.equal("outward");
  });

  it("postcodes: agree with the published pattern on any text", () => {
    const pattern = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/;
    const nearPostcode = fc
      .array(fc.constantFrom("A", "B", "1", "2", " ", "-"), { maxLength: 9 })
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(
        nearPostcode,
        (text) => (postcodeFault(text) === null) === pattern.test(text.trim().toUpperCase()),
      ),
      { numRuns: 1000 },
    );
  });

  it("URN has six digits, UKPRN eight beginning with 1", () => {
    expect(["100000", "10000", "1000000", "10000A"].map(urnFault)).to.deep.equal([
      null,
      "format",
      "format",
      "format",
    ]);
    expect(["10000001", "20000001", "1000001", "1000000X"].map(ukprnFault)).to.deep.equal([
      null,
      "first_digit",
      "format",
      "format",
    ]);
  });

  it("NHS numbers: the check digit, and those that are never given out", () => {
    for (const number of ["8429141456", "9434765919", "4010232137", "9990000018", "999 000 0026"])
      expect(isNhsNumber(number), number).to.equal(true);
    for (const number of [
      "8429141457",
      "9999999999",
      "1111111111",
      "0000000000",
      "5000000005",
      "999000001",
      "99900000180",
      "999000001X",
      "",
    ])
      expect(isNhsNumber(number), number).to.equal(false);
    // A remainder of 1 leaves no digit: no number begins with these nine.
    for (let last = 0; last < 10; last++) expect(isNhsNumber(`999000000${last}`)).to.equal(false);
    // One digit that is wrong, or two neighbours that differ and are swapped, are always found.
    fc.assert(
      fc.property(digits(10), fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        if (!isNhsNumber(number)) return;
        expect(
          isNhsNumber(
            number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1),
          ),
        ).to.equal(false);
        const next = at % 9;
        if (number[next] !== number[next + 1])
          expect(
            isNhsNumber(
              number.slice(0, next) + number[next + 1] + number[next] + number.slice(next + 2),
            ),
          ).to.equal(false);
      }),
      { numRuns: 2000 },
    );
  });
});

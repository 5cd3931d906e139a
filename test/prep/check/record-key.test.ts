import { expect } from "chai";
import { isPrintableKey } from "../../../prep/check/identifiers/record-key";

describe("keys of records", () => {
  it("may be printed as exports make them", () => {
    for (const key of [
      "2025PE1",
      "1",
      "48291",
      "3f2b9c1e-7d44-4a0b-9e1c-0a1b2c3d4e5f",
      "REQ/2024/17",
    ])
      expect(isPrintableKey(key), key).to.equal(true);
  });

  it("may not be where they look like a person's name, date, number or postcode", () => {
    for (const key of [
      "Merrow",
      "A950000178301",
      "a95000017830a",
      "1000000027",
      "2014-05-03",
      "03/05/2014",
      "3 May 2014",
      "20140503",
      "ZZ1 0AA",
      "x".repeat(30) + "12345678901",
    ])
      expect(isPrintableKey(key), key).to.equal(false);
  });
});

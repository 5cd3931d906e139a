import { expect } from "chai";
import fc from "fast-check";
import { ByteDictionary } from "../../../prep/scan/dictionary";
import { utf8 } from "./chunks";

describe("byte dictionary", () => {
  it("gives codes in the order of first sight and the strings back", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 20 }), fc.constantFrom("", "Y", "N", "2024-01-05", "\ufeffx", "😀😀"));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), (values) => {
        const dictionary = new ByteDictionary();
        const expected = [...new Set(["", ...values])];
        for (const value of values) {
          const bytes = utf8(`..${value}.`);
          expect(dictionary.intern(bytes, 2, bytes.length - 1)).to.equal(expected.indexOf(value));
        }
        expect(dictionary.strings()).to.deep.equal(expected);
      }),
    );
  });

  it("holds a great many long values", () => {
    const dictionary = new ByteDictionary();
    const values = Array.from({ length: 60_000 }, (_, i) => `value number ${i} and some é more`);
    for (const value of values) dictionary.intern(utf8(value), 0, utf8(value).length);
    expect(dictionary.strings()).to.deep.equal(["", ...values]);
  });
});

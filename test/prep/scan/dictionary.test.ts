import { expect } from "chai";
import fc from "fast-check";
import { ByteDictionary } from "../../../prep/scan/dictionary";
import { utf8 } from "./chunks";

describe("byte dictionary", () => {
  it("gives codes in the order of first sight and the strings back", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.constantFrom("", "Y", "N", "2024-01-05", "\ufeffx", "😀😀"),
    );
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

  it("joins values of two dictionaries, and gives the code that the whole has", () => {
    const [providers, locals, whole] = [
      new ByteDictionary(),
      new ByteDictionary(),
      new ByteDictionary(),
    ];
    const code = (dictionary: ByteDictionary, text: string): number =>
      dictionary.intern(utf8(text), 0, utf8(text).length);
    const given = code(whole, "RZZSRI1");
    expect(
      whole.internJoined(providers, code(providers, "RZZ"), locals, code(locals, "SRI1")),
    ).to.equal(given);
    const long = "x".repeat(500);
    const joined = whole.internJoined(providers, code(providers, long), locals, code(locals, "é"));
    expect(whole.strings()[joined]).to.equal(`${long}é`);
    expect(whole.internJoined(providers, 0, locals, 0)).to.equal(0);
  });

  it("orders numbers of any length as numbers", () => {
    const dictionary = new ByteDictionary();
    const number = fc.bigInt({ min: 0n, max: 10n ** 23n });
    fc.assert(
      fc.property(
        number,
        fc.oneof(
          number,
          number.map((n) => n / 10n ** 15n),
        ),
        fc.nat(3),
        (a, b, zeros) => {
          const [one, other] = [`${"0".repeat(zeros)}${a}`, String(b)].map((text) =>
            dictionary.intern(utf8(text), 0, text.length),
          );
          expect(Math.sign(dictionary.compareAsNumbers(one, other))).to.equal(
            a < b ? -1 : a > b ? 1 : 0,
          );
        },
      ),
      { seed: 1489 },
    );
  });

  it("holds a great many long values", () => {
    const dictionary = new ByteDictionary();
    const values = Array.from({ length: 60_000 }, (_, i) => `value number ${i} and some é more`);
    for (const value of values) dictionary.intern(utf8(value), 0, utf8(value).length);
    expect(dictionary.strings()).to.deep.equal(["", ...values]);
  });
});

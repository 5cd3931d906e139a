import { expect } from "chai";
import fc from "fast-check";
import { scanCsv, scanXml, type Scanned } from "../../../prep/scan/scan";
import { chunked, everyByte, rowsOf, utf8 } from "./chunks";

const csv = (bytes: Uint8Array, cuts: readonly number[] = []): Promise<Scanned> =>
  scanCsv(chunked(bytes, cuts), { table: "t" });
const xml = (bytes: Uint8Array): Promise<Scanned> =>
  scanXml(chunked(bytes, everyByte(bytes)), { records: {}, root: "t" });
const bytesOf = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
const ascii = (text: string): number[] => [...utf8(text)];
const utf16le = (text: string): number[] => [...Buffer.from(text, "utf16le")];
const utf16be = (text: string): number[] => [...Buffer.from(text, "utf16le").swap16()];
const TEXT = "name;n\nZoë 😀;1\n";

const cases: readonly (readonly [string, Uint8Array, string])[] = [
  ["UTF-8", utf8(TEXT), "utf-8"],
  ["UTF-8 with a mark", bytesOf(0xef, 0xbb, 0xbf, ...ascii(TEXT)), "utf-8"],
  ["UTF-16 LE with a mark", bytesOf(0xff, 0xfe, ...utf16le(TEXT)), "utf-16le"],
  ["UTF-16 BE with a mark", bytesOf(0xfe, 0xff, ...utf16be(TEXT)), "utf-16be"],
  ["UTF-16 LE without a mark", bytesOf(...utf16le(TEXT)), "utf-16le"],
  ["UTF-16 BE without a mark", bytesOf(...utf16be(TEXT)), "utf-16be"],
];

describe("encodings", () => {
  for (const [what, bytes, encoding] of cases) {
    it(`reads ${what}`, async () => {
      for (const cuts of [[], everyByte(bytes)]) {
        const result = await csv(bytes, cuts);
        expect(rowsOf(result.tables[0])).to.deep.equal([{ name: "Zoë 😀", n: "1" }]);
        expect([result.encoding, result.problems.length, result.bytes]).to.deep.equal([
          encoding,
          0,
          bytes.length,
        ]);
      }
    });
  }

  it("reads Windows-1252 where bytes are no UTF-8, far into the file too", async () => {
    const bytes = bytesOf(
      ...ascii(`name\n${"plain\n".repeat(2000)}Zo`),
      0xeb,
      ...ascii(" O"),
      0x92,
      ...ascii("Neil\n"),
    );
    const result = await csv(bytes, [5000]);
    expect(rowsOf(result.tables[0]).at(-1)).to.deep.equal({ name: "Zoë O’Neil" });
    expect([result.encoding, result.problems]).to.deep.equal(["windows-1252", []]);
  });

  it("warns when a file has both", async () => {
    const result = await csv(bytesOf(...ascii("name\nZoë\nZo"), 0xeb, 0x0a));
    expect(rowsOf(result.tables[0])).to.deep.equal([{ name: "Zoë" }, { name: "Zoë" }]);
    expect(result.problems.map(({ code }) => code)).to.deep.equal(["encoding-invalid-bytes"]);
  });

  it("honours what an XML declaration names, and doubts one that cannot be", async () => {
    const declared = (name: string, ...value: number[]): Uint8Array =>
      bytesOf(
        ...ascii(`<?xml version="1.0" encoding="${name}"?><m><a>`),
        ...value,
        ...ascii("</a></m>"),
      );
    const latin = await xml(declared("ISO-8859-15", 0xa4));
    expect([rowsOf(latin.tables[0]), latin.encoding]).to.deep.equal([[{ a: "€" }], "iso-8859-15"]);
    const curly = await xml(declared("ISO-8859-1", 0x92));
    expect([rowsOf(curly.tables[0]), curly.encoding]).to.deep.equal([[{ a: "’" }], "windows-1252"]);
    for (const name of ["utf-16", "x-nonsense"]) {
      const result = await xml(declared(name, 0xc3, 0xab));
      expect(rowsOf(result.tables[0])).to.deep.equal([{ a: "ë" }]);
      expect(result.problems.map(({ code }) => code)).to.deep.equal(["encoding-not-as-declared"]);
    }
    const wide = bytesOf(...utf16be('<?xml version="1.0" encoding="utf-16"?><m><a>ë</a></m>'));
    const result = await xml(wide);
    expect([rowsOf(result.tables[0]), result.encoding, result.problems]).to.deep.equal([
      [{ a: "ë" }],
      "utf-16be",
      [],
    ]);
  });

  it("never throws on any bytes, and gives the same for any split", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.array(fc.nat(600), { maxLength: 4 }),
        async (bytes, cuts) => {
          const whole = await csv(bytes);
          expect(await csv(bytes, cuts)).to.deep.equal(whole);
          expect((await xml(bytes)).problems.some(({ severity }) => severity === "error")).to.equal(
            true,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

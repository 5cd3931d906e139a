import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import { otherForm } from "../../../prep/scan/other-forms";

const compound = (entry: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...new Array<number>(1500).fill(0),
    ...[...entry].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ...new Array<number>(100).fill(0),
  ]);
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));
const ods = zipSync({
  mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
  "content.xml": strToU8("<x/>"),
});

const FORMS: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["workbook-protected", compound("EncryptedPackage"), /password/],
  ["workbook-old-format", compound("Workbook"), /Excel 2003.*save it as \.xlsx/],
  ["workbook-old-format", compound("Book"), /Excel 2003/],
  ["workbook-protected", compound("WordDocument"), /old Office program/],
  ["workbook-binary", zip("[Content_Types].xml", "xl/workbook.bin"), /\.xlsb.*save it as \.xlsx/],
  ["workbook-open-document", ods, /\.ods.*save it as \.xlsx/],
  ["workbook-numbers", zip("Index/Document.iwa"), /Numbers.*export/],
  ["office-document", zip("word/document.xml"), /document or presentation/],
  ["web-page", strToU8("\ufeff\r\n<html><table><tr><td>1"), /web page/],
  ["web-page", strToU8("MIME-Version: 1.0\r\nContent-Type: text/html\r\n"), /web page/],
  [
    "workbook-xml-2003",
    strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'),
    /XML spreadsheet/,
  ],
  ["pdf", strToU8("%PDF-1.7"), /PDF/],
  ["other-archive", Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), /archive/],
];

describe("forms of file that are not read", () => {
  for (const [code, bytes, words] of FORMS)
    it(`say what they are and what to do: ${words.source}`, () => {
      const found = otherForm(bytes);
      expect(found?.code).to.equal(code);
      expect(found?.message).to.match(words);
    });

  it("are not seen in what is read", () => {
    for (const bytes of [
      zip("xl/workbook.xml"),
      zip("figures.csv"),
      strToU8("<?xml version='1.0'?><Message/>"),
      strToU8("a,b\n<html>,2\n"),
      new Uint8Array(0),
    ])
      expect(otherForm(bytes)).to.equal(null);
  });
});

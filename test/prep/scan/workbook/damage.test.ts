import { expect } from "chai";
import { strToU8, unzipSync, zipSync } from "fflate";
import fc from "fast-check";
import writeXlsxFile from "write-excel-file/universal";
import { problemList } from "../../../../prep/scan/problems";
import { readWorkbook } from "../../../../prep/scan/workbook/read-workbook";
import { sheetRows, tableFromRows } from "../../../../prep/scan/workbook/sheet-rows";
import { rowsOf } from "../chunks";

const DAY = new Date(Date.UTC(2024, 1, 29));

async function workbook(): Promise<Uint8Array> {
  const rows = [
    [{ value: "Person ID" }, { value: "UPN" }, { value: "upn" }, { value: "Since" }],
    [{ value: 100000 }, { value: " A1 " }, { value: true }, { value: DAY, format: "yyyy-mm-dd" }],
    [],
    [{ value: 1.5 }, null, null, null],
  ];
  const blob = await (writeXlsxFile as unknown as (sheets: unknown) => { toBlob(): Promise<Blob> })(
    [
      { data: rows, sheet: "Person" },
      { data: [[{ value: "x" }]], sheet: "SEN Need" },
    ],
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const codes = async (bytes: Uint8Array): Promise<string[]> =>
  (await readWorkbook(bytes)).problems.map(({ code }) => code);

describe("workbook reader", () => {
  it("reads sheets, and a table from their rows", async () => {
    const { sheets, problems } = await readWorkbook(await workbook());
    expect(problems).to.deep.equal([]);
    expect(sheets.map(({ name }) => name)).to.deep.equal(["Person", "SEN Need"]);
    const [header, ...rows] = sheetRows(sheets[0]).rows;
    const noted = problemList();
    const table = tableFromRows("person", header, rows, 2, noted);
    expect(rowsOf(table)).to.deep.equal([
      { "person id": "100000", upn_1: "A1", upn_2: "true", since: "2024-02-29" },
      { "person id": "1.5" },
    ]);
    expect([...table.lines]).to.deep.equal([2, 4]);
    expect(noted.finish().map(({ code }) => code)).to.deep.equal(["header-duplicate"]);
  });

  it("notes a value in a column without a heading", () => {
    const noted = problemList();
    const table = tableFromRows("t", ["a", null], [["1", "2"]], 2, noted);
    expect(rowsOf(table)).to.deep.equal([{ a: "1" }]);
    expect(noted.finish()[0]).to.include({ code: "sheet-value-beyond-headings", line: 2 });
  });

  it("says what to do with a password, an old format and what is no workbook", async () => {
    expect(
      await codes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    ).to.deep.equal(["workbook-protected"]);
    for (const bytes of [
      new Uint8Array(0),
      strToU8("a,b\n1,2\n"),
      zipSync({ "a.txt": strToU8("x") }),
    ])
      expect(await codes(bytes)).to.deep.equal(["workbook-unreadable"]);
  });

  it("refuses a zip bomb, declared or not", async () => {
    const parts = unzipSync(await workbook());
    const bomb = zipSync({ ...parts, "xl/worksheets/sheet9.xml": new Uint8Array(80 * 2 ** 20) });
    expect(bomb.length).to.be.lessThan(400_000);
    expect(await codes(bomb)).to.deep.equal(["workbook-too-large"]);
    // The same with the declared sizes (central directory, offset 24) made small: it must not be
    // unpacked beyond them.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let i = 0; i + 46 < bomb.length; i++)
      if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) > 1e7)
        view.setUint32(i + 24, 1000, true);
    const before = process.memoryUsage().arrayBuffers;
    await readWorkbook(bomb);
    expect(process.memoryUsage().arrayBuffers - before).to.be.lessThan(32 * 2 ** 20);
  });

  it("refuses a sheet whose one far cell would fill memory", async () => {
    const parts = unzipSync(await workbook());
    const sheet = Object.keys(parts).find((name) => /worksheets\/sheet1\.xml$/.test(name))!;
    const far = new TextDecoder()
      .decode(parts[sheet])
      .replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>');
    expect(await codes(zipSync({ ...parts, [sheet]: strToU8(far) }))).to.deep.equal([
      "workbook-too-large",
    ]);
  });

  it("never throws on a damaged workbook", async () => {
    const whole = await workbook();
    const parts = unzipSync(whole);
    const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        fc.nat(),
        async (where, byte, cut, which) => {
          const at = where % whole.length;
          const outside = cut
            ? whole.slice(0, at)
            : Uint8Array.from(whole, (old, i) => (i === at ? byte : old));
          const name = names[which % names.length];
          const part = parts[name];
          const inside = zipSync({
            ...parts,
            [name]: cut
              ? part.slice(0, where % part.length)
              : Uint8Array.from(part, (old, i) => (i === where % part.length ? byte : old)),
          });
          for (const bytes of [outside, inside]) {
            const { sheets, problems } = await readWorkbook(bytes);
            expect(sheets.length > 0 || problems.length > 0).to.equal(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

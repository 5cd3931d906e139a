import { expect } from "chai";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { ByteDictionary } from "../../../prep/scan/dictionary";
import { TableBuilder } from "../../../prep/scan/table-builder";
import type { CsvOptions } from "../../../prep/scan/csv";
import { scanCsv, type Scanned } from "../../../prep/scan/scan";
import { chunked, everyByte, rowsOf, utf8 } from "./chunks";

const scan = (
  text: string | Uint8Array,
  cuts: readonly number[] = [],
  options: Pick<CsvOptions, "columns" | "separator" | "typed"> = {},
): Promise<Scanned> =>
  scanCsv(chunked(typeof text === "string" ? utf8(text) : text, cuts), { table: "t", ...options });

const rows = (result: Scanned): Record<string, string>[] => rowsOf(result.tables[0]);
const codes = (result: Scanned): string[] => result.problems.map(({ code }) => code);
const trim = (value: string): string => value.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "");

function expectAccounted(result: Scanned): void {
  const rejected = result.problems.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
  expect(result.rowsSeen.get("t")).to.equal(result.tables[0].rowCount + rejected);
}

const value = fc.oneof(
  fc.constantFrom(
    "",
    "A",
    "2024-01-05",
    "Zoë",
    "日本 😀",
    "a,b",
    "a;b|c\td",
    'say "hi"',
    '"',
    "two\nlines",
    "two\r\nlines",
    "old\rmac",
    " padded ",
  ),
  // Text guards are taken off, which csv-parse does not do.
  fc.string({ maxLength: 12 }).map((s) => s.replace(/[^\x20-\x7e]|^\s*['=]+/g, "")),
);
const grid = fc
  .integer({ min: 2, max: 6 })
  .chain((width) =>
    fc
      .array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 8 })
      .map((body) => ({ width, body })),
  );
const quoted = (cell: string, separator: string, always: boolean): string =>
  always || /["\r\n]/.test(cell) || cell.includes(separator) || cell !== cell.trim()
    ? `"${cell.replace(/"/g, '""')}"`
    : cell;
const style = fc.record({
  separator: fc.constantFrom(",", ";", "\t", "|"),
  eol: fc.constantFrom("\n", "\r\n", "\r"),
  always: fc.boolean(),
  mark: fc.constantFrom("", "\ufeff"),
  last: fc.boolean(),
});

describe("CSV scanner against csv-parse", () => {
  it("reads the same values, however the bytes are split", async () => {
    await fc.assert(
      fc.asyncProperty(
        grid,
        style,
        fc.array(fc.nat(600), { maxLength: 8 }),
        fc.boolean(),
        async ({ width, body }, { separator, eol, always, mark, last }, cuts, bytewise) => {
          const header = Array.from({ length: width }, (_, i) => `Col${i}`);
          const source =
            mark +
            [header, ...body]
              .map((cells) => cells.map((cell) => quoted(cell, separator, always)).join(separator))
              .join(eol) +
            (last ? eol : "");
          const result = await scan(source, bytewise ? everyByte(utf8(source)) : cuts);
          const oracle: string[][] = parse(source, {
            bom: true,
            delimiter: separator,
            record_delimiter: eol,
            relax_column_count: true,
          });
          const expected = oracle
            .slice(1)
            // A blank in quotes makes a row; separators alone do not.
            .filter((cells) => always || cells.some((cell) => cell !== ""))
            .map((cells) =>
              Object.fromEntries(
                cells
                  .map((cell, i) => [`col${i}`, trim(cell)] as const)
                  .filter(([, cell]) => cell !== ""),
              ),
            );
          expect(rows(result)).to.deep.equal(expected);
          expect(result.problems).to.deep.equal([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("survives damage, and rows seen are rows kept and rows rejected", async () => {
    const piece = fc.constantFrom('"', ",", "\n", "\r", "\0", "\ufeff", ' "', '""', "é");
    await fc.assert(
      fc.asyncProperty(
        grid,
        fc.array(fc.tuple(fc.nat(), piece, fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(300), { maxLength: 5 }),
        async ({ width, body }, damage, cuts) => {
          let source = [Array.from({ length: width }, (_, i) => `Col${i}`), ...body]
            .map((cells) => cells.map((cell) => quoted(cell, ",", false)).join(","))
            .join("\n");
          for (const [where, what, cut] of damage) {
            const at = where % (source.length + 1);
            source = cut ? source.slice(0, at) : source.slice(0, at) + what + source.slice(at);
          }
          const whole = await scan(source);
          expectAccounted(whole);
          const split = await scan(source, cuts);
          expect(split).to.deep.equal(whole);
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe("CSV scanner", () => {
  it("gives the line of each row, quoted line breaks counted", async () => {
    const result = await scan('UPN,Name\nA,"x\ny"\n\nB,z\r\nC,w\rD,v');
    expect([...result.tables[0].lines]).to.deep.equal([2, 5, 6, 7]);
    expect(result.tables[0].spelling.get("upn")).to.equal("UPN");
    expect(result.tables[0].parents).to.equal(null);
  });

  it("reads CR alone as a line end", async () => {
    expect(rows(await scan("a,b\r1,2\r3,4"))).to.deep.equal([
      { a: "1", b: "2" },
      { a: "3", b: "4" },
    ]);
  });

  for (const separator of [";", "\t", "|"]) {
    it(`finds the separator ${JSON.stringify(separator)} from the header line`, async () => {
      expect(
        rows(await scan(`a,1${separator}b${separator}c\n1${separator}2${separator}3,4`)),
      ).to.deep.equal([{ "a,1": "1", b: "2", c: "3,4" }]);
    });
  }

  it("takes a given separator and only the wanted columns", async () => {
    const result = await scan("a,x;b;c\n1;2;3", [], {
      separator: ";",
      columns: (name) => name !== "b",
    });
    expect(rows(result)).to.deep.equal([{ "a,x": "1", c: "3" }]);
  });

  it("pads a row with too few fields and warns", async () => {
    const result = await scan("a,b,c\n1,2\n4,5,6");
    expect(rows(result)).to.deep.equal([
      { a: "1", b: "2" },
      { a: "4", b: "5", c: "6" },
    ]);
    expect(result.problems[0]).to.include({
      code: "csv-ragged-row",
      severity: "warning",
      line: 2,
      rowsRejected: 0,
    });
  });

  it("rejects a row with more values than headings, and keeps one whose extra fields are empty", async () => {
    const result = await scan("a,b\n1,2,3\n4,5,,\n6,7");
    expect(rows(result)).to.deep.equal([
      { a: "4", b: "5" },
      { a: "6", b: "7" },
    ]);
    expect(
      result.problems.map(({ severity, line, rowsRejected }) => [severity, line, rowsRejected]),
    ).to.deep.equal([
      ["error", 2, 1],
      ["warning", 3, 0],
    ]);
    expectAccounted(result);
  });

  it("keeps a lone quote as a character and warns", async () => {
    const result = await scan('a,b\n5" pipe,"x"y\n');
    expect(rows(result)).to.deep.equal([{ a: '5" pipe', b: "xy" }]);
    expect(codes(result)).to.deep.equal(["csv-lone-quote"]);
  });

  it("rejects a row in which a lone quote takes separators into a field", async () => {
    const result = await scan('a,b,c\n1,"2,3,"x y"\n4,5,6\n');
    expect(rows(result)).to.deep.equal([{ a: "4", b: "5", c: "6" }]);
    expect(result.problems[0]).to.include({ code: "csv-lone-quote", line: 2, rowsRejected: 1 });
    expectAccounted(result);
  });

  it("rejects the lines of a quote that is never closed", async () => {
    const result = await scan('a,b\n1,2\n3,"secret\nmore\n');
    expect(rows(result)).to.deep.equal([{ a: "1", b: "2" }]);
    expect(result.problems[0]).to.include({
      code: "csv-unterminated-quote",
      line: 3,
      rowsRejected: 2,
    });
    expect(result.problems[0].message).to.not.contain("secret");
    expectAccounted(result);
  });

  it("rejects a row with NUL, and a header with NUL altogether", async () => {
    const result = await scan("a,b\n1,\0\n3,4");
    expect(rows(result)).to.deep.equal([{ a: "3", b: "4" }]);
    expect(result.problems[0]).to.include({ code: "csv-nul", line: 2, rowsRejected: 1 });
    expect(codes(await scan("a,xx\0xxb\n1,2"))).to.deep.equal(["csv-not-text"]);
  });

  it("names columns without a heading, and reads none of two under one heading", async () => {
    const result = await scan("a,,A,\n1,2,3,\n");
    expect(rows(result)).to.deep.equal([{ a_1: "1", column_2: "2", a_2: "3" }]);
    expect(codes(result)).to.deep.equal(["header-empty", "header-duplicate"]);
  });

  it("lists a hundred problems of a kind, then counts", async () => {
    const result = await scan(`a,b\n${"1,2,3\n".repeat(250)}`);
    expect(result.problems).to.have.length(101);
    expect(result.problems[100].message).to.match(/^150 more/);
    expectAccounted(result);
  });

  it("stops at a field or a header that is far too long", async () => {
    const long = await scan(`a,b\n1,2\n3,${"x".repeat(2 ** 20 + 1)}\n5,6\n`, [70_000, 600_000]);
    expect(codes(long)).to.deep.equal(["csv-field-too-long"]);
    expect(rows(long)).to.deep.equal([{ a: "1", b: "2" }]);
    expectAccounted(long);
    expect(
      codes(await scan(`${Array.from({ length: 5000 }, (_, i) => `c${i}`).join(",")}\n`)),
    ).to.deep.equal(["csv-too-many-columns"]);
  });

  it("says so when a file is empty, and reads one with a header only", async () => {
    expect(codes(await scan(""))).to.deep.equal(["csv-empty"]);
    expect(codes(await scan("\n\n"))).to.deep.equal(["csv-empty"]);
    const header = await scan("a,b");
    expect([
      header.problems.length,
      header.tables[0].rowCount,
      [...header.tables[0].columns.keys()],
    ]).to.deep.equal([0, 0, ["a", "b"]]);
  });

  it("adds the rows of several files to one table, over dictionaries of the caller's", async () => {
    const table = new TableBuilder("t");
    const ids = new ByteDictionary();
    const wanted = new Map([
      ["id", "key"],
      ["key", "key"],
      ["n", "number"],
    ]);
    const into = {
      table,
      columns: (headings: readonly string[]) =>
        headings.map((heading) =>
          wanted.has(heading) ? table.column(wanted.get(heading)!, ids) : null,
        ),
    };
    const files = ["n,id,other\nb,a,x\nNULL,b,y\nc,a,z,1,2\n", "key;more\nb;1\nc;2\n"];
    const scans = [];
    for (const file of files)
      scans.push(
        await scanCsv(chunked(utf8(file), [5, 9, 14]), { table: "t", into, exported: true }),
      );
    expect(scans.map(({ tables, rowsSeen }) => [tables.length, rowsSeen.get("t")])).to.deep.equal([
      [0, 3],
      [0, 2],
    ]);
    const { columns, lines } = table.codes();
    const texts = ids.strings();
    expect(
      [...columns].map(([name, codesOf]) => [name, Array.from(codesOf, (code) => texts[code])]),
    ).to.deep.equal([
      ["number", ["b", "", "", ""]],
      ["key", ["a", "b", "b", "c"]],
    ]);
    expect([...lines]).to.deep.equal([2, 3, 2, 3]);
  });

  const heading = (cells: readonly string[]): boolean => cells.includes("upn");
  const options = { table: "t", isHeading: heading, exported: true };
  const scanned = (source: string | Uint8Array, cuts: readonly number[] = []): Promise<Scanned> =>
    scanCsv(chunked(typeof source === "string" ? utf8(source) : source, cuts), options);

  const openings: readonly (readonly [string, string, readonly string[]])[] = [
    ["a sep line", "sep=;\r\nid;upn;x,y\r\n1;A;2\r\n", []],
    [
      "title lines",
      "SEN2 export\n30 January 2025, all schools\n\nid,upn,x\n1,A,2\n",
      ["csv-title-lines"],
    ],
    ["blank and comma-only lines", "\n \n,,,\n;;\nid,upn,x\n1,A,2\n", []],
    [
      "a title in quotes with commas",
      '"Export, of ""all"", pupils",,\nid,upn,x\n1,A,2\n',
      ["csv-title-lines"],
    ],
    ["dashes under the headings", "id|upn|x\n---|---|-----\n1|A|2\n", []],
    [
      "notes below the table",
      "id\tupn\tx\n1\tA\t2\n\n(1 rows affected)\nSource: the system\n",
      ["csv-note", "csv-note"],
    ],
    ["text guards", 'id,upn,x\n="1",\'A,"=""2"""\n', ["csv-text-guards"]],
  ];
  for (const [what, source, expected] of openings)
    it(`reads past ${what}, however the bytes are split`, async () => {
      for (const cuts of [[], everyByte(utf8(source))]) {
        const result = await scanned(source, cuts);
        expect(codes(result)).to.deep.equal(expected);
        expect(rows(result)[0]).to.include({ id: "1" });
        expect(result.tables[0].columns.get("upn")!.at(0)).to.be.oneOf(["A", "'A"]);
        expect(Object.values(rows(result)[0])[2]).to.equal("2");
        expect([rows(result).length, result.readInPart]).to.deep.equal([1, false]);
        const line = source.split(/\r\n|\n/).findIndex((text) => /^[="]*1\b/.test(text)) + 1;
        expect([...result.tables[0].lines]).to.deep.equal([line]);
        expectAccounted(result);
      }
    });

  it("takes the first line with words where no line is one of the headings looked for", async () => {
    const result = await scanned("a,b,c\n1,2,3\n");
    expect(rows(result)).to.deep.equal([{ a: "1", b: "2", c: "3" }]);
  });

  it("counts the rows that two stray quotes swallow", async () => {
    const result = await scanned('id,upn,x\n1,A,1\n2,"B,1\n3,C,1\n4,D",1\n5,E,1\n');
    expect(rows(result).map(({ id }) => id)).to.deep.equal(["1", "5"]);
    expect(
      result.problems.map((one) => [one.code, one.severity, one.line, one.rowsRejected]),
    ).to.deep.equal([["csv-several-lines", "error", 3, 3]]);
    expect([result.rowsSeen.get("t"), result.readInPart]).to.deep.equal([5, true]);
  });

  it("tells rows between two stray quotes from a typed field of several lines", async () => {
    const typed = (text: string) => scan(text, [], { typed: true });
    const words = await typed('id,upn,x\n1,A,"two\nlines, and more"\n2,B,1\n');
    expect(rows(words).map(({ id }) => id)).to.deep.equal(["1", "2"]);
    const cut = await typed("id,upn,x\n1,A,1\n2,B");
    expect([codes(cut), cut.rowsSeen.get("t"), cut.tables[0].rowCount]).to.deep.equal([
      ["csv-cut"],
      2,
      1,
    ]);
    for (const text of [
      'id,upn,x\n1,A,1\n2,"B,1\n3,C",1\n4,D,1\n',
      'id,upn,x\n1,A,1\n2,"B,1\n3,"C,1\n4,D,1\n',
    ]) {
      const result = await typed(text);
      expect(rows(result).map(({ id }) => id)).to.deep.equal(["1", "4"]);
      expect(codes(result)).to.deep.equal(["csv-several-lines"]);
      expect(result.rowsSeen.get("t")).to.equal(4);
    }
  });

  it("finds a file that was cut off: within a row, within quotes, and maybe within its last value", async () => {
    const whole = 'id,upn,x\n1,A,12\n2,B,"34"\n';
    const told: Record<string, number> = {};
    for (let length = whole.length - 1; length > 16; length--) {
      const result = await scanned(whole.slice(0, length));
      const [code = "none"] = codes(result);
      told[code] = (told[code] ?? 0) + 1;
      expect(result.readInPart).to.equal(code === "csv-cut" || code === "csv-unterminated-quote");
      expectAccounted(result);
    }
    expect(told).to.deep.equal({
      "csv-no-last-line-end": 2,
      "csv-unterminated-quote": 3,
      "csv-cut": 3,
    });
  });
});

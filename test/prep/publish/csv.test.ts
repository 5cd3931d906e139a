import { expect } from "chai";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { dayFromIso, isoOf } from "../../../prep/calendar/day";
import { csvChunks } from "../../../prep/publish/csv";
import { csvField, undefused } from "../../../prep/publish/csv-text";
import type { StarTable } from "../../../prep/star/declaration";
import { starFrame } from "../../../prep/star/frame";
import { anyRows, columnsOfRows, everyType } from "./any-table";

const oneColumn = (type: "text" | "double" | "int64" | "date"): StarTable => ({
  ...everyType,
  columns: [{ name: "value", type, label: "Value", description: "Value" }],
});
const csv = (
  declaration: StarTable,
  columns: Parameters<typeof starFrame>[1],
  bom = false,
): string =>
  new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(
    Buffer.concat([...csvChunks(declaration, starFrame(declaration, columns), { bom })]),
  );

/** The text that a cell of a CSV file holds. */
const defused = (text: string): string => (parse(csvField(text)) as string[][])[0][0];

describe("CSV", () => {
  it("writes dates, numbers, yes and no, no value and quotes as documented", () => {
    const row = {
      key: 9007199254740991,
      whole: -7,
      amount: 0.1,
      ratio: 1e21,
      flag: true,
      yes: false,
      word: 'say "no",\r\nplease',
      code: "Ynys Môn",
      on: dayFromIso("2024-02-29"),
      until: null,
    };
    const none = {
      key: null,
      whole: null,
      amount: null,
      ratio: null,
      flag: null,
      yes: null,
      word: null,
      code: null,
      on: null,
      until: null,
    };
    expect(csv(everyType, columnsOfRows([row, none]))).to.equal(
      'key,whole,amount,ratio,flag,yes,word,code,on,until\r\n9007199254740991,-7,0.1,1e+21,true,false,"say ""no"",\r\nplease",Ynys Môn,2024-02-29,\r\n,,,,,,,,,\r\n',
    );
  });

  it("reads back the same by csv-parse, whatever the values", () => {
    const number = (text: string): number | null => (text === "" ? null : Number(text));
    const flag = (text: string): boolean | null => (text === "" ? null : text === "true");
    fc.assert(
      fc.property(anyRows, (rows) => {
        const records = parse(csv(everyType, columnsOfRows(rows)), {
          columns: true,
          record_delimiter: "\r\n",
        }) as Record<string, string>[];
        const read = records.map((record) => ({
          key: number(record.key),
          whole: number(record.whole),
          amount: number(record.amount),
          ratio: number(record.ratio),
          flag: flag(record.flag),
          yes: flag(record.yes),
          word: undefused(record.word),
          code: undefused(record.code),
          on: record.on,
          until: record.until,
        }));
        const iso = (day: number | null): string => (day === null ? "" : isoOf(day));
        expect(read).to.deep.equal(
          rows.map((row) => ({
            ...row,
            word: row.word ?? "",
            code: row.code ?? "",
            on: iso(row.on),
            until: iso(row.until),
          })),
        );
      }),
    );
  });

  it("keeps an empty text apart from no value", () => {
    expect(csv(oneColumn("text"), { value: ["", null, "a"] })).to.equal('value\r\n""\r\n\r\na\r\n');
  });

  it("defuses what a spreadsheet would run, and only text", () => {
    const texts = [
      "=1+1",
      "+44",
      "-5",
      "@SUM(A1)",
      "\tx",
      "\rx",
      "\nx",
      "'=1",
      "'quoted'",
      "a=b",
      "1-5",
    ];
    expect(texts.map(defused)).to.deep.equal([
      "'=1+1",
      "'+44",
      "'-5",
      "'@SUM(A1)",
      "'\tx",
      "'\rx",
      "'\nx",
      "''=1",
      "'quoted'",
      "a=b",
      "1-5",
    ]);
    expect(csv(oneColumn("double"), { value: [-5, -0.25] })).to.equal("value\r\n-5\r\n-0.25\r\n");
  });

  it("gives every text back when undone", () => {
    const text = fc.string({
      unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "a"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        text,
        (value) => undefused(defused(value)) === value && !/^[=+\-@\t\r\n]/.test(defused(value)),
      ),
    );
  });

  it("starts with a byte order mark where asked, and has no row but the header when the table has none", () => {
    expect(csv(oneColumn("int64"), { value: [] }, true)).to.equal("\uFEFFvalue\r\n");
  });

  it("cuts long tables into chunks without losing a byte, rows longer than a chunk included", () => {
    const long = "ü".repeat(3_000_000);
    const values = Array.from({ length: 300_000 }, (_, i) => (i === 1000 ? long : `value ${i}`));
    const declaration = oneColumn("text");
    const chunks = [...csvChunks(declaration, starFrame(declaration, { value: values }))];
    expect(chunks.length).to.be.greaterThan(3);
    expect(Buffer.concat(chunks).toString("utf8")).to.equal(`value\r\n${values.join("\r\n")}\r\n`);
  });
});

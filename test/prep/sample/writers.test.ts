import { parse } from "csv-parse/sync";
import { expect } from "chai";
import readXlsx from "read-excel-file/node";
import { SaxesParser } from "saxes";
import { makeSample } from "../../../prep/sample/make-sample";
import { recordsOf, type TableName } from "../../../prep/sample/return-record";
import { ELEMENTS, TABLES } from "../../../prep/sample/sen2-layout";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { encodeText } from "../../../prep/sample/write/encode-text";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";
import { writePreSubmissionWorkbook, writeTemplateWorkbook } from "./workbooks";

const bytesOf = (chunks: Iterable<Uint8Array>): Buffer => Buffer.concat([...chunks]);

/** Elements of well-formed XML by local name in lower case; saxes throws on anything else. */
function elements(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local }) =>
    counts.set(local.toLowerCase(), (counts.get(local.toLowerCase()) ?? 0) + 1),
  );
  parser.write(text).close();
  return counts;
}

describe("writers of the sample", () => {
  const sample = makeSample({ people: 150, years: 4 });
  const countOf = (index: number, table: TableName): number => {
    const persons = [...sample.returns[index].persons()];
    return table === "person"
      ? persons.length
      : persons.flatMap((person) => recordsOf(person, table)).length;
  };

  for (const [index, ret] of sample.returns.entries()) {
    it(`write ${ret.year} as XML that saxes reads, with every record`, () => {
      const counts = elements(bytesOf(writeSen2Xml(ret)).toString("utf8"));
      for (const table of TABLES.filter((name) => name !== "sen2"))
        expect(counts.get(ELEMENTS[table].toLowerCase()), table).to.equal(countOf(index, table));
      expect(counts.has("gendercurrent")).to.equal(ret.year === 2023);
      expect(counts.has("reviewmeeting")).to.equal(ret.year >= 2024);
      expect(counts.has("requestsource")).to.equal(ret.year >= 2025);
    });

    it(`write ${ret.year} as nine CSV files whose keys join`, () => {
      const files = writeBladeCsv(ret);
      expect(files).to.have.length(9);
      const rows = new Map(
        files.map(({ name, chunks }) => [
          /_(\w+)\.csv$/.exec(name)![1],
          parse(bytesOf(chunks), { columns: true }) as Record<string, string>[],
        ]),
      );
      for (const table of TABLES.filter((name) => name !== "sen2")) {
        const own = rows.get(table)!;
        expect(own, table).to.have.length(countOf(index, table));
        if (own.length === 0) continue;
        const parent = Object.keys(own[0])[4].replace(/tableid$/, "");
        const keys = new Set(rows.get(parent)!.map((row) => row[`${parent}tableid`]));
        expect(
          own.every((row) => keys.has(row[`${parent}tableid`])),
          table,
        ).to.equal(true);
        expect(new Set(own.map((row) => row[`${table}tableid`])).size).to.equal(own.length);
      }
      expect(rows.get("person")![0].personbirthdate).to.match(
        /^\d{4}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d\d 00:00:00$/,
      );
      expect(rows.get("sen2")![0].datetime).to.match(/^\d{4}-[A-Z][a-z]{2}-\d\d 09:30:00$/);
    });
  }

  it("write the same XML in every encoding", () => {
    const [ret] = sample.returns;
    const body = (form: Parameters<typeof writeSen2Xml>[1], decoder: string): string =>
      new TextDecoder(decoder).decode(bytesOf(writeSen2Xml(ret, form))).replace(/^<\?xml.*\n/, "");
    const plain = body({}, "utf-8");
    expect(plain).to.match(/[À-ÿ]/);
    expect(body({ encoding: "utf-8-bom" }, "utf-8")).to.equal(plain);
    expect(body({ encoding: "utf-16le" }, "utf-16le")).to.equal(plain);
    expect(body({ encoding: "windows-1252" }, "windows-1252")).to.equal(plain);
  });

  it("encode every character of Windows-1252 as the decoder reads it, and refuse others", () => {
    const all = Array.from({ length: 256 }, (_, code) => code);
    const text = new TextDecoder("windows-1252").decode(Uint8Array.from(all));
    expect([...bytesOf(encodeText([text], "windows-1252"))]).to.deep.equal(all);
    expect(() => bytesOf(encodeText(["Łódź"], "windows-1252"))).to.throw(RangeError);
  });

  it("spell tags in every known way, with and without a namespace", () => {
    const ret = sample.returns[3];
    const plain = bytesOf(writeSen2Xml(ret)).toString();
    const supplier = bytesOf(writeSen2Xml(ret, { tags: "supplier", prefix: "s" })).toString();
    expect(plain).to.include("<SENsetting>").and.include("<WBP>");
    expect(supplier).to.include("<s:SENSetting>").and.include("<s:WPB>").and.include("<s:PlanWPB>");
    expect(bytesOf(writeSen2Xml(ret, { tags: "lower" })).toString()).to.include("<sensetting>");
    expect(elements(supplier).get("person")).to.equal(elements(plain).get("person"));
  });

  it("write the submission template: nine stacked tables with their rows", async () => {
    const ret = sample.returns[2];
    const bytes = await writeTemplateWorkbook(ret);
    expect(Buffer.from(bytes).equals(Buffer.from(await writeTemplateWorkbook(ret)))).to.equal(true);
    const [{ sheet, data }] = await readXlsx(Buffer.from(bytes));
    expect(sheet).to.equal("Data Entry Template");
    const titles = [
      "Header Record",
      "Person Record",
      "Requests Records",
      "Assessments Records",
      "Named Plan Records",
      "Plan Detail Records",
      "Active Plan Records",
      "Placement Detail Records",
      "SEN Need Records",
    ];
    for (const [at, title] of titles.entries()) {
      const found = data.filter(([first]) => first === title);
      const head = data.findIndex(([first]) => first === title);
      expect(data[head + 1][0]).to.equal("Record Type");
      expect(found.length - 1, title).to.equal(at === 0 ? 1 : countOf(2, TABLES[at]));
    }
    expect(data.flat())
      .to.include("Date & Time \n(ccyy-mm-ddThh:mm:ss)")
      .and.include("SEN Type of Need rank  (1=Primary, 2=Secondary)");
  });

  it("write the pre-submission workbook with its misspelt column", async () => {
    const sheets = await readXlsx(
      Buffer.from(await writePreSubmissionWorkbook(sample.returns[2], { header: true })),
    );
    expect(sheets.map(({ sheet }) => sheet)).to.deep.equal([
      "Header",
      "Person",
      "Requests",
      "Assessments",
      "Named Plan",
      "Plan Detail",
      "Active Plan",
      "Placement Detail",
      "SEN Need",
    ]);
    expect(sheets[2].data[0]).to.include("rquestsource");
    expect(sheets[8].data).to.have.length(countOf(2, "senneed") + 1);
  });
});

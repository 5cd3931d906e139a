import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { optOuts } from "./opt-outs";
import { schoolLinks, schoolRegister } from "../../../prep/sample/register-files";
import { recordsOf, type SampleReturn } from "../../../prep/sample/return-record";
import { TABLES } from "../../../prep/sample/sen2-layout";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { writeTemplateWorkbook } from "../sample/workbooks";
import { xmlFile } from "./small-return";
import { build, bytesOf, check, figuresOf, text, type MemoryFile } from "./run";

const sample = makeSample({ people: 200, years: 3, seed: 51, errors: 57 });
const registers: MemoryFile[] = [
  { name: "register.csv", chunks: [...schoolRegister()] },
  { name: "links.csv", chunks: [...schoolLinks()] },
];

/** How many records of each table a return has. */
function truth(ret: SampleReturn): Record<string, number> {
  const people = [...ret.persons()];
  const count = (table: (typeof TABLES)[number]): number =>
    table === "sen2"
      ? 1
      : table === "person"
        ? people.length
        : people.reduce((sum, person) => sum + recordsOf(person, table).length, 0);
  return Object.fromEntries(TABLES.map((table) => [table, count(table)]));
}

describe("rows and planted errors", function () {
  it("have rows in = rows out + rows rejected for every table of every file, and as many in as the file has", async () => {
    const [first, second, third] = sample.returns;
    const blade = writeBladeCsv(second).map(({ name, chunks }) => ({ name, chunks: [...chunks] }));
    const { rows } = await check([
      xmlFile(first, "first.xml"),
      ...blade,
      { name: "third.xlsx", chunks: [await writeTemplateWorkbook(third)] },
      ...registers,
    ]);
    for (const row of rows)
      expect(row.rowsIn, `${row.file} ${row.table}`).to.equal(row.rowsOut + row.rowsRejected);
    const seen = (wanted: (file: string) => boolean) =>
      Object.fromEntries(
        rows.filter(({ file }) => wanted(file)).map(({ table, rowsIn }) => [table, rowsIn]),
      );
    expect(seen((file) => file === "first.xml")).to.deep.equal(truth(first));
    expect(seen((file) => file.startsWith("Blade"))).to.deep.equal(truth(second));
    expect(seen((file) => file === "third.xlsx")).to.deep.equal(truth(third));
    const lines = (file: MemoryFile): number =>
      new TextDecoder().decode(bytesOf(file.chunks)).trimEnd().split("\r\n").length - 1;
    expect(
      rows.filter(({ file }) => file === "register.csv").map(({ rowsIn }) => rowsIn),
    ).to.deep.equal([lines(registers[0])]);
    expect(
      rows.filter(({ file }) => file === "links.csv").map(({ rowsIn }) => rowsIn),
    ).to.deep.equal([lines(registers[1])]);
  });

  it("find every planted error in its place, and no other error", async () => {
    const { findings, summary } = await check([
      ...sample.returns.map((ret) => xmlFile(ret)),
      ...registers,
    ]);
    expect(sample.planted).to.have.length(57);
    const found = new Set(
      findings.map(
        ({ rule, file, record }) => `${rule} ${file} ${/^person \d+/.exec(record)?.[0]}`,
      ),
    );
    expect(
      sample.planted.filter(
        ({ rule, year, person }) => !found.has(`${rule} ${year}.xml person ${person}`),
      ),
    ).to.deep.equal([]);
    const planted = new Set(
      sample.planted.map(({ year, person }) => `${year}.xml person ${person}`),
    );
    const others = findings.filter(
      ({ severity, file, record }) =>
        severity === "error" && !planted.has(`${file} ${/^person \d+/.exec(record)?.[0]}`),
    );
    expect(others).to.deep.equal([]);
    expect(summary.reduce((sum, { count }) => sum + count, 0)).to.equal(findings.length);
  });

  it("leave out whoever has opted out, and count them", async () => {
    const files = sample.returns.map((ret) => xmlFile(ret));
    const list = { name: "opt-out.csv", chunks: [...optOuts(sample)], role: "optOut" } as const;
    const [all, fewer] = [await build(files), await build([...files, list])];
    const records = fewer.rows.find(({ table }) => table.startsWith("person after"))!;
    expect(records.rowsRejected).to.be.within(5, 15);
    expect(records.rowsIn).to.equal(records.rowsOut + records.rowsRejected);
    expect(fewer.linkage.at(-1)).to.include({
      optedOut: records.rowsRejected,
      records: records.rowsIn,
    });
    expect(
      all.star.get("person")!.frame.numRows() - fewer.star.get("person")!.frame.numRows(),
    ).to.equal(5);
    const [before, after] = [all, fewer].map(
      ({ star }) => figuresOf(star)("ehc_plans_maintained", "2026-01-15", "census")!.value!,
    );
    expect(after).to.be.within(before - 5, before);
    const unheaded = text(
      "opt-out.txt",
      new TextDecoder().decode(bytesOf(list.chunks)).split("\r\n").slice(1).join("\n"),
      "optOut",
    );
    expect((await build([...files, unheaded])).star.get("person")!.frame.numRows()).to.equal(
      fewer.star.get("person")!.frame.numRows(),
    );
  });

  it("list a thousand findings of a rule in a file, and count them all", async () => {
    const ret = makeSample({ people: 1, years: 1, seed: 1 }).returns[0];
    const one = [...ret.persons()][0];
    const many = {
      ...ret,
      persons: () =>
        Array.from({ length: 1500 }, () => ({
          ...one,
          values: { ...one.values, PostCode: "ZZ 12345" },
        })),
    };
    const { findings, summary } = await check([xmlFile(many)]);
    expect(findings.filter(({ rule }) => rule === "P05")).to.have.length(1001);
    expect(summary.find(({ rule }) => rule === "P05")!.count).to.equal(1500);
  });
});

import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import type { SampleReturn } from "../../../prep/sample/return-record";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";
import { writePreSubmissionWorkbook, writeTemplateWorkbook } from "../sample/workbooks";
import type { Star } from "../../../prep/star/frame";
import { build, csvOf, rowsOf, type MemoryFile } from "./run";

const sample = makeSample({ people: 100, years: 2, seed: 21 });
const others = [...sampleFiles(sample)]
  .filter(({ name }) => !name.startsWith("sen2/"))
  .map(({ name, chunks }) => ({ name, chunks: [...chunks] }));

type Write = (ret: SampleReturn) => MemoryFile[] | Promise<MemoryFile[]>;

const xml =
  (form: Parameters<typeof writeSen2Xml>[1] = {}): Write =>
  (ret) => [{ name: `${ret.year}.xml`, chunks: writeSen2Xml(ret, form) }];
const blade =
  (encoding?: "utf-16le" | "windows-1252"): Write =>
  (ret) =>
    writeBladeCsv(ret, encoding ? { encoding } : {}).map(({ name, chunks }) => ({
      name: `${ret.year}/${name}`,
      chunks,
    }));
const template: Write = async (ret) => [
  { name: `${ret.year} template.xlsx`, chunks: [await writeTemplateWorkbook(ret)] },
];
const workbook: Write = async (ret) => [
  {
    name: `${ret.year} checks.xlsx`,
    chunks: [await writePreSubmissionWorkbook(ret, { header: true })],
  },
];

/** The returns, each written its own way, with the register and the postcodes. */
async function filesOf(...ways: Write[]): Promise<MemoryFile[]> {
  const returns = await Promise.all(sample.returns.map((ret, i) => ways[i % ways.length](ret)));
  return [...returns.flat(), ...others].map(({ name, chunks }) => ({ name, chunks: [...chunks] }));
}

/** Every table as text; of the sources only what does not tell how they were written. */
function tables(star: Star): Record<string, string> {
  const vintages = rowsOf(star, "source").map((row) =>
    JSON.stringify({ ...row, form: null, files: null }),
  );
  return { ...Object.fromEntries(csvOf(star)), source: vintages.join("\r\n") };
}

describe("the same returns in another form", function () {
  let plain: Record<string, string>;
  before(async () => {
    plain = tables((await build(await filesOf(xml()))).star);
    expect(Object.keys(plain)).to.include.members([
      "ehc_request",
      "ehc_plan",
      "placement",
      "plan_need",
      "annual_review",
      "ehc_caseload",
      "kpi_value",
      "person",
    ]);
    for (const [name, csv] of Object.entries(plain))
      if (name !== "kpi_target" && name !== "kpi_comparator")
        expect(csv.split("\r\n").length, name).to.be.greaterThan(name === "source" ? 1 : 2);
  });

  const forms: [string, Write[]][] = [
    [
      "XML with a supplier's tags and a prefix, in UTF-16",
      [xml({ tags: "supplier", prefix: "s2", encoding: "utf-16le" })],
    ],
    [
      "XML with tags in lower case, in Windows-1252",
      [xml({ tags: "lower", encoding: "windows-1252" })],
    ],
    ["XML in UTF-8 with a byte-order mark", [xml({ encoding: "utf-8-bom" })]],
    ["the nine files of the COLLECT export", [blade()]],
    [
      "the COLLECT export in UTF-16, and in Windows-1252",
      [blade("utf-16le"), blade("windows-1252")],
    ],
    ["the submission template", [template]],
    ["the pre-submission workbook", [workbook]],
    ["a form of its own for each year", [template, blade()]],
  ];
  for (const [name, ways] of forms)
    it(`gives the same star: ${name}`, async () => {
      const { star } = await build(await filesOf(...ways));
      const other = tables(star);
      for (const table of Object.keys(plain))
        expect(other[table] === plain[table], table).to.equal(true);
    });

  it("gives the same star twice, to the byte, and whatever the files are called and however they lie", async () => {
    const files = await filesOf(xml(), blade());
    const first = await build(files);
    expect(csvOf((await build(files)).star)).to.deep.equal(csvOf(first.star));
    const folders = new Map<string, string>();
    const renamed = files.reverse().map(({ name, chunks }): MemoryFile => {
      const folder = name.includes("/") ? name.slice(0, name.indexOf("/")) : name;
      if (!folders.has(folder)) folders.set(folder, `z${9 - folders.size}`);
      return { name: `${folders.get(folder)}/${name.replace(/^.*_|^.*\//, "x_")}`, chunks };
    });
    expect(tables((await build(renamed)).star)).to.deep.equal(tables(first.star));
  });
});

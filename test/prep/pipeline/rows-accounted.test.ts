import { expect } from "chai";
import * as fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import type { RowCount } from "../../../prep/check/finding";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { makeSample } from "../../../prep/sample/make-sample";
import { makeMhsds, mhsdsFiles } from "../../../prep/sample/mhsds/mhsds";
import { samplePostcodes } from "../../../prep/sample/postcode-directory";
import { schoolRegister } from "../../../prep/sample/register-files";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { bytesOf, check, text, type MemoryFile } from "./run";

const ROWS = 24;
const lines = (row: (i: number) => string, count = ROWS): string[] =>
  Array.from({ length: count }, (_, i) => row(i));

/** A file that is read as a table: its head, its rows, and what is given beside it. */
interface Reader {
  readonly file: string;
  /** Lines down to the headings. */
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly beside?: readonly MemoryFile[];
  /** Packs the text where the file is no plain one, and names what stands in the rows then. */
  readonly packed?: (text: string) => MemoryFile;
  readonly place?: string;
}

const textOf = ({ chunks }: MemoryFile): string =>
  new TextDecoder("latin1").decode(bytesOf(chunks));

/** A file of the sample, taken apart into its lines; those with quotes are left out. */
function taken(files: readonly MemoryFile[], name: RegExp): Reader {
  const file = files.find((one) => name.test(one.name) && textOf(one).split("\n").length > 8)!;
  const [head, ...rows] = textOf(file)
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.includes('"'));
  return { file: file.name, head: [head], rows, beside: files.filter((one) => one !== file) };
}

const sample = makeSample({ people: 40, years: 1, seed: 7 });
const kept = (files: Iterable<MemoryFile>): MemoryFile[] =>
  [...files].map(({ name, chunks }) => ({ name, chunks: [...chunks] }));
const sen2 = kept(writeBladeCsv(sample.returns[0]));
const census = kept(censusFiles(samplePupils(sample, 7, 60), ["collect-csv"]));
const health = kept(mhsdsFiles(makeMhsds(sample.history, { seed: 7, people: 60 })));
const register = { name: "register.csv", chunks: [...schoolRegister()] };

const registerHead = textOf(register).split(/\r?\n/)[0];

const open =
  "time_period,time_identifier,geographic_level,country_code,region_code,old_la_code," +
  "new_la_code,breakdown_topic,breakdown,total_ceased";
const ceased = lines(
  (i) =>
    `${2001 + i},Calendar year,National,E92000001,,,,All ceased EHC plans,All ceased EHC plans,${i}`,
);
const tribunalYears = ",,2023,,,2024,,";
const tribunalHead =
  "Local Authority,LA code," +
  "Appeals registered4,Total Appealable Decisions1,SEND Tribunal Appeal Rate2,"
    .repeat(2)
    .replace(/,$/, "");

const readers: Readonly<Record<string, Reader>> = {
  "a KPI sheet": {
    file: "kpis.csv",
    head: ["Section,Indicator,Better when,Unit,Frequency,Period,Value,Target"],
    rows: lines((i) => `Governance,Complaint ${i},lower,count,month,Apr 2025,${i},10`),
  },
  "open data": { file: "ceased.csv", head: [open], rows: ceased },
  "a release's zip": {
    file: "release.zip",
    place: "release.zip/data/ceased.csv",
    head: [open],
    rows: ceased,
    packed: (content) => ({
      name: "release.zip",
      chunks: [zipSync({ "data/ceased.csv": strToU8(content, true) })],
    }),
  },
  "monthly statistics": {
    file: "monthly.csv",
    head: [
      "REPORTING_PERIOD_START,REPORTING_PERIOD_END,STATUS,BREAKDOWN,PRIMARY_LEVEL,SECONDARY_LEVEL,MEASURE_ID,MEASURE_VALUE",
    ],
    rows: lines((i) => `2026-01-01,2026-01-31,Final,England,England,NONE,MHS${i},${i}`),
  },
  "the tribunal table": {
    file: "tribunal.csv",
    head: ["A title,,,,,,,", tribunalYears, tribunalHead],
    rows: lines((i) => `Council ${i},${841 + (i % 3)},1,100,1.0%,2,200,1.0%`),
  },
  "a neighbour model": {
    file: "model.csv",
    head: ["la_code,neighbour_code,rank"],
    rows: lines((i) => `839,${841 + (i % 5)},${i + 1}`),
  },
  "the school register": {
    file: "register.csv",
    head: [registerHead],
    rows: lines((i) => `${990000 + i}${",".repeat(registerHead.split(",").length - 1)}`),
  },
  "its links": {
    file: "links.csv",
    head: ["URN,LinkURN,LinkName,LinkType,LinkEstablishedDate"],
    rows: lines((i) => `${990000 + i},${990100 + i},School ${i},Successor,01-09-2020`),
    beside: [register],
  },
  "the postcode directory": taken(
    [{ name: "postcodes.csv", chunks: [...samplePostcodes()] }],
    /postcodes/,
  ),
  localities: {
    file: "localities.csv",
    head: ["WD24CD,WD24NM,Locality"],
    rows: lines((i) => `E050000${10 + i},Ward ${i},North`),
  },
  "a linkage table": {
    file: "linkage.csv",
    head: ["person_id,upn"],
    rows: lines((i) => `P${1000 + i},A8390000000${10 + i}`),
  },
  "an opt-out list": {
    file: "list.csv",
    head: ["UPN,Opted out on"],
    rows: lines((i) => `A8390000000${10 + i},2025-01-01`),
  },
  "a COLLECT export of SEN2": taken(sen2, /placementdetail/i),
  "a COLLECT export of the school census": taken(census, /senneeds/i),
  "an MHSDS extract": taken(health, /201/),
};

/** What is done to the rows; `at` is the place of a row from 0 to 1. */
type Fault =
  | { readonly kind: "extra" | "nul"; readonly at: number }
  | { readonly kind: "two quotes"; readonly at: number; readonly over: number }
  | { readonly kind: "open quote"; readonly at: number };

const place = fc.double({ min: 0, max: 0.99, noNaN: true });
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom("extra" as const, "nul" as const), at: place }),
  fc.record({
    kind: fc.constant("two quotes" as const),
    at: place,
    over: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant("open quote" as const), at: place }),
);

/** The rows with faults; of two that touch, the first alone. Rows at fault come back too. */
function faulty(
  rows: readonly string[],
  faults: readonly Fault[],
): { rows: string[]; hurt: number } {
  const result = [...rows];
  const hurt = new Set<number>();
  for (const one of faults) {
    const at = Math.floor(one.at * rows.length);
    const to =
      one.kind === "two quotes"
        ? Math.min(at + one.over, rows.length - 1)
        : one.kind === "open quote"
          ? rows.length - 1
          : at;
    const touched = Array.from({ length: to - at + 1 }, (_, i) => at + i);
    if (touched.some((row) => hurt.has(row)) || (one.kind === "two quotes" && to === at)) continue;
    touched.forEach((row) => hurt.add(row));
    if (one.kind === "extra") result[at] += ",x,y";
    if (one.kind === "nul") result[at] = `${result[at]}\u0000`;
    if (one.kind === "open quote" || one.kind === "two quotes")
      result[at] = result[at].replace(/,"?/, ',"');
    if (one.kind === "two quotes") result[to] = result[to].replace(/,"?/, '",');
  }
  return { rows: result, hurt: hurt.size };
}

const fileOf = ({ file, head, packed }: Reader, rows: readonly string[]): MemoryFile => {
  const content = `${[...head, ...rows].join("\n")}\n`;
  return packed
    ? packed(content)
    : { name: file, chunks: [Uint8Array.from(content, (letter) => letter.charCodeAt(0))] };
};

async function rowsOf(reader: Reader, rows: readonly string[]): Promise<readonly RowCount[]> {
  const { file, place: named = file, beside = [] } = reader;
  const found = await check([...beside, fileOf(reader, rows)], { authority: null });
  return found.rows.filter((row) => row.file === named);
}

describe("rows in are rows out and rows rejected", () => {
  for (const [name, reader] of Object.entries(readers))
    it(`in ${name}, whatever is wrong with the file`, async () => {
      const whole = await rowsOf(reader, reader.rows);
      expect(whole.map(({ rowsIn }) => rowsIn)).to.deep.equal([reader.rows.length]);
      await fc.assert(
        fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 3 }), async (faults) => {
          const { rows, hurt } = faulty(reader.rows, faults);
          const [count, ...more] = await rowsOf(reader, rows);
          expect(more).to.deep.equal([]);
          expect(count.rowsIn, "rows in").to.equal(reader.rows.length);
          expect(count.rowsOut + count.rowsRejected).to.equal(count.rowsIn);
          expect(count.rowsOut, "rows out").to.be.at.most(reader.rows.length - hurt);
        }),
        { numRuns: 12 },
      );
    });

  it("and a file that is taken for nothing has no row, only a finding", async () => {
    const { rows, findings } = await check([
      text("letter.csv", "Dear all,\nplease find attached\n"),
      fileOf(readers["open data"], ceased),
    ]);
    expect(rows.map(({ file }) => file)).to.deep.equal(["ceased.csv"]);
    expect(findings.find(({ file }) => file === "letter.csv")).to.include({ rule: "F01" });
  });
});

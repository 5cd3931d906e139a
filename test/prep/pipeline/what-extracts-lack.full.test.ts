import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { makeSample } from "../../../prep/sample/make-sample";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";
import { csvCells, csvRows } from "../../csv-rows";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "./command-line";
import { bytesOf, text, type MemoryFile } from "./run";

const SEED = 11;
const sample = makeSample({ people: 45, years: 1, seed: SEED });
const pupils = samplePupils(sample, SEED, 15);
const kept = (files: Iterable<MemoryFile>): MemoryFile[] =>
  [...files].map(({ name, chunks }) => ({ name, chunks: [...chunks] }));
const collect = kept(writeBladeCsv(sample.returns[0]));
const xml = kept([{ name: "return.xml", chunks: writeSen2Xml(sample.returns[0]) }]);
const inTerms = ({ name }: MemoryFile): boolean => /2025-summer|2026-spring/.test(name);
const census = kept(censusFiles(pupils, ["collect-csv"])).filter(inTerms);
const schools = kept(censusFiles(pupils, ["xml"])).filter(inTerms);

const textOf = ({ chunks }: MemoryFile): string => new TextDecoder().decode(bytesOf(chunks));

/** The files with the text of some written anew. */
const changed = (
  files: readonly MemoryFile[],
  which: RegExp,
  write: (content: string) => string,
): MemoryFile[] =>
  files.map((file) => (which.test(file.name) ? text(file.name, write(textOf(file))) : file));

/** The cells of a column written anew. */
const column =
  (heading: string, write: (cell: string, row: number) => string) =>
  (content: string): string => {
    const [headings, ...rows] = csvCells(content);
    const at = headings.indexOf(heading);
    expect(at, heading).to.be.at.least(0);
    const lines = rows.map((row, r) => row.map((cell, c) => (c === at ? write(cell, r) : cell)));
    return [headings, ...lines].map((row) => `${row.join(",")}\r\n`).join("");
  };

const heading =
  (from: string, to: string) =>
  (content: string): string =>
    content.replace(new RegExp(`(^|,)${from}(?=,|\\r)`), `$1${to}`);

type Row = Readonly<Record<string, string>>;

describe("what extracts lack, by the command line", function () {
  const folder = mkdtempSync(join(tmpdir(), "lacking-"));
  before(bundleProgram);
  after(() => {
    removeProgram();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Built {
    readonly rows: readonly Row[];
    readonly findings: string;
  }
  function build(files: readonly MemoryFile[]): Built {
    const place = mkdtempSync(join(folder, "run-"));
    mkdirSync(join(place, "in"));
    writeFiles(join(place, "in"), files);
    const { status, stderr } = runProgram(place, [
      ...["build", "in", "--out", "out", "--no-report", "--authority", "999"],
    ]);
    expect([0, 1], stderr).to.include(status);
    return {
      rows: csvRows(readFileSync(join(place, "out/star/kpi_value.csv"), "utf8")),
      findings: readFileSync(join(place, "out/checks/findings.csv"), "utf8"),
    };
  }

  /** How the figures of an indicator by a breakdown stand, each once. */
  const states = ({ rows }: Built, id: string, breakdown = "all"): string[] =>
    [
      ...new Set(
        rows
          .filter((row) => row.indicator_id === id && row.breakdown === breakdown)
          .filter(({ status }) => status !== "not_applicable")
          .map(({ status, comparability }) => `${status} ${comparability}`.trim()),
      ),
    ].sort();
  const numbers = ({ rows }: Built): string[] =>
    rows.map(({ value, status, comparability, indicator_id, period_end, breakdown_value }) =>
      [indicator_id, period_end, breakdown_value, value, status, comparability].join(" "),
    );

  describe("of a school census", () => {
    const ROLL = "pupils_on_roll";
    let whole: Built;
    before(() => (whole = build(census)));

    it("marks all where the file of a school could not be read", () => {
      const [first] = schools;
      const built = build(schools.map((file) => (file === first ? text(file.name, "") : file)));
      expect(states(whole, ROLL)).to.deep.equal(["ok comparable"]);
      expect(states(built, ROLL)).to.deep.equal(["ok caution"]);
    });

    it("leaves out a school whose term and reference date contradict each other", () => {
      const [first] = schools;
      const built = build(
        schools.map((file) =>
          file === first ? text(file.name, textOf(file).replace(/<Term>\w+</, "<Term>AUT<")) : file,
        ),
      );
      expect(states(built, ROLL)).to.deep.equal(["ok caution"]);
      expect(built.findings).to.include("term and year of the census are not clear");
    });

    it("leaves out what rests on a table that an export lacks", () => {
      const built = build(
        census.filter(({ name }) => !/2025-summer.*sessiondetailsonroll/.test(name)),
      );
      expect(states(built, "absence_rate_pct")).to.include("not_available");
      expect(states(built, ROLL)).to.deep.equal(["ok comparable"]);
    });

    it("leaves out groups by a column that is not there, and nothing else", () => {
      const built = build(changed(census, /2026_spring_school\.csv$/, heading("phase", "phased")));
      expect(states(built, ROLL)).to.deep.equal(["ok comparable"]);
      expect(states(built, ROLL, "phase")).to.include("not_available");
      expect(states(built, ROLL, "sex")).to.deep.equal(["ok comparable"]);
    });

    it("marks groups that people are put in by another census", () => {
      const bad = changed(
        census,
        /2026_spring_pupilonroll/,
        column("ethnicity", (cell, row) => (row % 8 === 0 ? "QQ7" : cell)),
      );
      expect(states(build(bad), ROLL, "ethnicity_group")).to.deep.equal(["ok caution"]);
    });

    it("reads a copy of a table that lies elsewhere once", () => {
      const table = census.find(({ name }) => name.includes("termlyexclusionsonroll"))!;
      const name = table.name.slice(table.name.lastIndexOf("/") + 1);
      const zip = zipSync({ [name]: strToU8(textOf(table)) });
      const built = build([...census, { name: `backup/${name}.zip`, chunks: [zip] }]);
      expect(numbers(built)).to.deep.equal(numbers(whole));
    });

    it("marks what stands in rows with another number of fields", () => {
      const bad = changed(census, /2026_spring_senneeds/, (content) =>
        content.replace(/,(?=[^,\r\n]*\r\n[^,]*,[^\r\n]*\r\n$)/, ""),
      );
      expect(states(build(bad), ROLL, "primary_need")).to.not.include("ok comparable");
    });
  });

  describe("of a return", () => {
    const ID = "ehc_plans_maintained";
    let whole: Built;
    before(() => (whole = build(collect)));

    it("shows nothing where the header contradicts the dates, and says so", () => {
      const built = build(
        changed(
          collect,
          /sen2\.csv$/,
          column("year", () => "2023"),
        ),
      );
      expect(states(whole, ID)).to.include("ok comparable");
      expect(states(built, ID)).to.deep.equal(["not_available"]);
      expect(built.findings).to.include("H05");
    });

    it("shows nothing that rests on two dates under each other's headings", () => {
      const swapped = (content: string): string =>
        heading(
          "swap",
          "leavingdate",
        )(heading("leavingdate", "entrydate")(heading("entrydate", "swap")(content)));
      const built = build(changed(collect, /placementdetail/, swapped));
      expect(states(built, "ehc_awaiting_provision")).to.deep.equal(["not_available"]);
      expect(states(built, ID)).to.include("ok comparable");
    });

    it("reads no year far off as one", () => {
      const far = column("personbirthdate", (cell, row) =>
        row % 9 === 0 ? cell.replace(/^\d{4}/, "2925") : cell,
      );
      const built = build(changed(collect, /person\.csv$/, far));
      expect(states(built, ID, "age_band")).to.not.include("ok comparable");
    });

    it("marks values that may stand under an unknown tag, in an attribute or in an element", () => {
      const tag = /<RequestSource>(\d)<\/RequestSource>/g;
      for (const written of [
        "<xRequestSource>$1</xRequestSource>",
        '<RequestSource code="$1"/>',
        "<RequestSource><Value>$1</Value></RequestSource>",
      ])
        expect(
          states(
            build(changed(xml, /xml$/, (content) => content.replace(tag, written))),
            "ehc_requests_received",
            "request_source",
          ),
          written,
        ).to.not.include("ok comparable");
    });

    it("reads NULL as no value, and nothing into hard blanks", () => {
      const written = (content: string): string =>
        csvCells(content)
          .map((row, r) =>
            row.map((cell) => (r === 0 ? cell : cell === "" ? "NULL" : `\u00a0${cell}\u00a0`)),
          )
          .map((row) => `${row.join(",")}\r\n`)
          .join("");
      expect(numbers(build(changed(collect, /\.csv$/, written)))).to.deep.equal(numbers(whole));
    });

    it("reads midnight in world time as the day that it is in Britain", () => {
      let written = 0;
      const summer = (cell: string): string => {
        if (!/^2025-(May|Jun|Jul|Aug|Sep)-/.test(cell)) return cell;
        written += 1;
        const day = Date.parse(`${cell.slice(0, 11).replaceAll("-", " ")} UTC`);
        return new Date(day - 3_600_000).toISOString();
      };
      const built = build(changed(collect, /requests\.csv$/, column("receiveddate", summer)));
      expect(written).to.be.above(0);
      expect(numbers(built)).to.deep.equal(numbers(whole));
    });
  });
});

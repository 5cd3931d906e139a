import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { makeSample } from "../../../prep/sample/make-sample";
import { optOuts } from "../pipeline/opt-outs";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "../pipeline/command-line";
import { bytesOf, text, type MemoryFile } from "../pipeline/run";
import { xmlFile } from "../pipeline/small-return";

const sample = makeSample({ people: 60, years: 1, seed: 11 });
const [ret] = sample.returns;
const aReturn = (): MemoryFile => xmlFile(ret);
/** The return under the number of an authority that published statistics know. */
const returnOf = (authority: string): MemoryFile => {
  const { name, chunks } = xmlFile(ret);
  const xml = new TextDecoder().decode(bytesOf(chunks));
  return text(name, xml.replace(/<LEA>\d{3}</, `<LEA>${authority}<`));
};

interface Built {
  readonly status: number | null;
  readonly said: string;
  table(path: string): Record<string, string>[];
}

describe("files of every kind, accounted for on the command line", function () {
  let folder: string;
  before(async () => void (await bundleProgram()));
  after(removeProgram);
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "accounted-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function built(files: readonly MemoryFile[], ...options: readonly string[]): Built {
    writeFiles(join(folder, "in"), files);
    const run = runProgram(folder, ["build", "in", "--out", "out", "--no-report", ...options]);
    return {
      status: run.status,
      said: run.stdout + run.stderr,
      table: (path) =>
        parse(readFileSync(join(folder, "out", path)), { columns: true, bom: true }) as Record<
          string,
          string
        >[],
    };
  }
  const rowsOf = (run: Built, file: string): string[] =>
    run
      .table("checks/rows.csv")
      .filter((row) => row.file === file)
      .map((row) => `${row.rows_in} ${row.rows_out} ${row.rows_rejected}`);

  it("the tribunal's table as published gives the appeal rates of the authority", () => {
    const columns = "Appeals registered4,Total Appealable Decisions1,SEND Tribunal Appeal Rate2";
    const run = built([
      returnOf("838"),
      text(
        "appeals.csv",
        [
          '"SEND Appeal rate table 1: by local authorities in England 2023-20242,3",,,,,,,',
          ",,,,,,,",
          "Local Authority,LA code,2023,,,2024,,",
          `,,${columns},${columns}`,
          "NORTH EAST,,,,,,,",
          'Durham,840,211,"4,833",4.40%,344,"5,827",5.90%',
          'Dorset,838, - ,"1,000",0.00%,50,"2,000",2.50%',
          "North East Total,,1,2,50.00%,1,2,50.00%",
          'England Total4,,211,"5,833",3.60%,394,"7,827",5.00%',
          '"1. Decisions, as counted',
          'in the year",,,,,,,',
          "",
        ].join("\r\n"),
      ),
    ]);
    expect(rowsOf(run, "appeals.csv")).to.deep.equal(["4 3 1"]);
    const rates = run
      .table("star/kpi_value.csv")
      .filter(({ indicator_id }) => indicator_id === "ehc_tribunal_appeal_rate")
      .map((row) => `${row.area_role} ${row.period_label} ${Number(row.value).toFixed(2)}`);
    expect(rates).to.include.members(["own 2023 0.00", "own 2024 2.50", "england 2024 5.03"]);
  });

  it("an opt-out list is used without being named, and one that cannot be read is an error", () => {
    const people = (run: Built): number => run.table("star/person.csv").length;
    const all = people(built([aReturn()]));
    const list = bytesOf(optOuts(sample));
    const run = built([aReturn(), { name: "list.csv", chunks: [list] }]);
    expect(people(run)).to.equal(all - 5);
    expect(rowsOf(run, "list.csv")).to.deep.equal(["5 5 0"]);
    expect(run.said).to.contain("taken for a list of people who have opted out");
    rmSync(join(folder, "in", "list.csv"));
    const missed = built([aReturn(), text("opt-outs.csv", "Name,Reason\nA,asked\n")]);
    expect(people(missed)).to.equal(all);
    expect(missed.said).to.match(/^error +F14 /m);
  });

  it("rows of a KPI sheet that two faults cost are counted", () => {
    const rows = Array.from(
      { length: 16 },
      (_, i) => `Governance,Complaint ${i},lower,count,month,Apr 2025,${i},10`,
    );
    rows[2] += ",extra,extra";
    rows[9] = rows[9].replace(",C", ',"C');
    const head = "Section,Indicator,Better when,Unit,Frequency,Period,Value,Target";
    const run = built([text("kpis.csv", `${[head, ...rows].join("\n")}\n`)], "--authority", "839");
    expect(rowsOf(run, "kpis.csv")).to.deep.equal(["16 8 8"]);
  });

  it("a second table of a KPI sheet is read by its own headings, or refused row by row", () => {
    const first =
      "Indicator,Better when,Unit,Frequency,Period,Value,Target\nPlans in time,higher,percent,month,Mar 2025,67,95\n";
    const second = (headings: string): MemoryFile =>
      text("kpis.csv", `${first}${headings}\nLong waits,lower,count,month,Mar 2025,10,450\n`);
    const options = ["--authority", "839", "--fail-on", "error"];
    const figures = (run: Built): string[] =>
      run
        .table("star/kpi_value.csv")
        .map((row) => `${row.indicator_id} ${row.value} ${row.target} ${row.rating}`);
    const read = built(
      [second("Indicator,Better when,Unit,Frequency,Period,Target,Value")],
      ...options,
    );
    expect(figures(read)).to.include("long_waits 450 10 missed");
    expect(read.status).to.equal(0);
    const refused = built(
      [second("Indicator,Sense,Measured in,Every,When,Aim,Result")],
      ...options,
    );
    expect(figures(refused).join()).not.to.contain("long_waits");
    const told = refused.table("checks/findings.csv").filter(({ file }) => file === "kpis.csv");
    expect(told.map(({ rule, line }) => `${rule} ${line}`)).to.include.members(["B02 3", "B10 4"]);
    expect(rowsOf(refused, "kpis.csv")).to.deep.equal(["2 1 1"]);
  });

  it("rows of a COLLECT table that two stray quotes swallow are an error", () => {
    const files = writeBladeCsv(ret).map(({ name, chunks }) => {
      const lines = new TextDecoder().decode(bytesOf(chunks)).split("\r\n");
      if (/placementdetail/i.test(name))
        for (const at of [5, 20]) lines[at] = lines[at].replace(/,([^,]*)$/, ',"$1');
      return text(name, lines.join("\r\n"));
    });
    const { name } = files.find((file) => /placementdetail/i.test(file.name))!;
    const run = built(files, "--fail-on", "error");
    const [[rowsIn, rowsOut]] = rowsOf(run, name).map((row) => row.split(" ").map(Number));
    expect(rowsIn - rowsOut).to.equal(16);
    expect(run.said).to.match(/^error +F03 .*16 lines are left out/m);
    expect(run.status).to.equal(1);
  });
});

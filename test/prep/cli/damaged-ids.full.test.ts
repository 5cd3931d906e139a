import { expect } from "chai";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { makeSample } from "../../../prep/sample/make-sample";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { csvOf, version6, without, type Tables } from "../collections/mhsds/invented-people";
import { figuresOfRows, withLeftOut, type Figures } from "../../mutation/figures";
import { bytesOf, type MemoryFile } from "../pipeline/run";
import { runMain, type MainRun } from "./run-main";

const sample = makeSample({ people: 40, years: 1, seed: 5 });
const decoded = ({ name, chunks }: MemoryFile): [string, string] => [
  name,
  new TextDecoder().decode(bytesOf(chunks)),
];
const blade = writeBladeCsv(sample.returns[0]).map(decoded);
const census = censusFiles(samplePupils(sample, 5, 15), ["collect-csv"])
  .map(decoded)
  .filter(([name]) => name.includes("2025-spring"));

type Change = (value: string, row: number) => string;

/** A table with the values of one column changed; one without the column stays as it is. */
function withColumn(text: string, heading: string, change: Change): string {
  const [headings, ...rows] = text.split("\r\n");
  const at = headings.toLowerCase().split(",").indexOf(heading);
  if (at === -1) return text;
  return [
    headings,
    ...rows.map((row, i) => {
      if (row === "") return row;
      const cells = row.split(",");
      cells[at] = change(cells[at], i);
      return cells.join(",");
    }),
  ].join("\r\n");
}

const changed = (
  files: readonly [string, string][],
  table: string,
  heading: string,
  change: Change,
): Record<string, string> =>
  Object.fromEntries(
    files.map(([name, text]) => [
      name,
      new RegExp(`_${table}\\.csv$`).test(name) ? withColumn(text, heading, change) : text,
    ]),
  );

const figuresOf = (run: MainRun): Figures => figuresOfRows(run.table("star/kpi_value.csv"));
/** Figures that are shown otherwise than before and are no caution. */
const wrong = (run: MainRun, whole: MainRun): string[] => {
  const [before, after] = [figuresOf(whole), figuresOf(run)];
  const all = withLeftOut(before, after.keys());
  return [...withLeftOut(after, before.keys())].flatMap(
    ([key, { numbers, status, comparability }]) =>
      status !== "ok" || comparability === "caution" || numbers[0] === all.get(key)?.numbers[0]
        ? []
        : [`${key}: ${numbers[0]}, was ${all.get(key)?.numbers[0]}`],
  );
};
const rules = (run: MainRun): string[] => [
  ...new Set(
    run
      .table("checks/findings.csv")
      .filter(({ message }) => /went through a spreadsheet/.test(message))
      .map(({ rule, file }) => `${rule} ${/([a-z0-9]+)\.csv$/i.exec(file)![1]}`),
  ),
];

const scientific: Change = (_, row) => `4.6116${row % 3}E+18`;
const short: Change = (_, row) => `1.2345${row % 3}E+09`;
const cut: Change = (_, row) => `${123456789012340 + (row % 7)}0000`;
/** Past the beginning that files are recognised by. */
const late: Change = (value, row) => (row > 900 ? `4.6116${row % 3}E+18` : value);

describe("ids that a spreadsheet has changed, on the command line", function () {
  it("refuse their table of a SEN2 return, and with it what hangs on it; nothing else is shown", () => {
    const whole = runMain("build", Object.fromEntries(blade));
    for (const [table, heading, change] of [
      ["person", "persontableid", scientific],
      ["requests", "persontableid", cut],
      ["person", "upn", scientific],
      ["placementdetail", "activeplanstableid", scientific],
      ["person", "uniquelearnernumber", short],
      ["placementdetail", "urn", short],
    ] as const) {
      const run = runMain("build", changed(blade, table, heading, change));
      expect(rules(run), heading).to.deep.equal([`K07 ${table}`]);
      expect(run.status, heading).to.equal(1);
      expect(wrong(run, whole), heading).to.deep.equal([]);
      const [row] = run.table("checks/rows.csv").filter((one) => one.table === table);
      expect(row).to.include({ rows_out: "0", rows_rejected: row.rows_in });
    }
  });

  it("refuse their table of a school census, by pupils and by schools", () => {
    const whole = runMain("build", Object.fromEntries(census));
    for (const [table, heading, change] of [
      ["pupilonroll", "pupilonrolltableid", scientific],
      ["pupilonroll", "upn", scientific],
      ["senneeds", "pupilonrolltableid", cut],
      ["schoolcensus", "estab", scientific],
      ["pupilonroll", "uniquelearnernumber", scientific],
    ] as const) {
      const run = runMain("build", changed(census, table, heading, change));
      expect(rules(run), heading).to.deep.equal([`SC-K07 ${table}`]);
      expect(wrong(run, whole), heading).to.deep.equal([]);
    }
  });

  it("are said of codes of MHSDS wherever in the file they stand, once a file", () => {
    const tables = version6();
    const rows = Array.from({ length: 1000 }, (_, i) =>
      tables.MHS201CareContact.map((row) => ({
        ...row,
        UniqCareContID: `RX1${i}${row.UniqCareContID}`,
        ...(i > 900 ? { AttendStatus: `${row.AttendStatus}.0` } : {}),
      })),
    ).flat();
    const run = runMain(
      "build",
      Object.fromEntries(
        Object.entries({ ...tables, MHS201CareContact: rows }).map(([name, of]) => [
          `${name}.csv`,
          csvOf(of),
        ]),
      ),
      ["--authority", "839"],
    );
    const said = run.table("checks/findings.csv").filter(({ rule }) => rule === "MH26");
    expect(said.map(({ file, field }) => `${file} ${field}`)).to.deep.equal([
      "MHS201CareContact.csv AttendStatus",
    ]);
  });

  it("refuse MHSDS wherever in the file they stand", () => {
    const tables = version6();
    const run = (of: Tables): MainRun =>
      runMain(
        "build",
        Object.fromEntries(Object.entries(of).map(([name, rows]) => [`${name}.csv`, csvOf(rows)])),
        ["--authority", "839"],
      );
    const whole = run(tables);
    const longer = Array.from({ length: 1000 }, (_, i) =>
      tables.MHS201CareContact.map((row) => ({
        ...row,
        UniqCareContID: `RX1${i}${row.UniqCareContID}`,
      })),
    ).flat();
    const damaged = run({
      ...tables,
      MHS201CareContact: longer.map((row, i) => ({
        ...row,
        UniqCareContID: late(String(row.UniqCareContID), i),
      })),
    });
    expect(rules(damaged)).to.deep.equal(["MH25 MHS201CareContact"]);
    expect([...figuresOf(damaged).values()].filter(({ status }) => status === "ok")).to.deep.equal(
      [],
    );
    for (const table of ["MHS101Referral", "MHS201CareContact", "MHS001MPI"]) {
      const lacking = run(without(tables, table));
      expect(wrong(lacking, whole), table).to.deep.equal([]);
      const orphans = run({
        ...tables,
        [table]: tables[table].map((row, i) =>
          i % 3 === 0
            ? {
                ...row,
                RecordNumber: `9${row.RecordNumber}`,
                UniqServReqID: `9${row.UniqServReqID}`,
              }
            : row,
        ),
      });
      expect(wrong(orphans, whole), table).to.deep.equal([]);
    }
  });
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { optOuts } from "./opt-outs";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";
import { writePreSubmissionWorkbook, writeTemplateWorkbook } from "../sample/workbooks";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
  type Run,
} from "./command-line";
import {
  personalValues,
  withMarkedNames,
  writtenDates,
  type PersonalValues,
} from "./private-sample";
import { bytesOf, text, type MemoryFile } from "./run";

const sample = makeSample({ people: 40, years: 3, seed: 41, errors: 12 });
const returns = withMarkedNames(sample.returns);
const secret = personalValues(returns);
const references = [...sampleFiles(sample)]
  .filter(({ name }) => !name.startsWith("sen2/"))
  .map(({ name, chunks }) => ({ name, chunks: [...chunks] }));

/** What a run says and writes, by where it stands. */
function outputsOf(run: Run, folder: string): Map<string, string> {
  const files = [...filesBelow(folder)].map(([path, bytes]): [string, string] => [
    path.slice(folder.length + 1),
    bytes.toString("latin1"),
  ]);
  return new Map([["standard output", run.stdout], ["standard error", run.stderr], ...files]);
}

/**
 * Places that hold a personal value; values are not repeated. Birth dates are looked for where no
 * other date can be the same: before `firstDay`.
 */
function leaks(
  outputs: ReadonlyMap<string, string>,
  { texts, births }: PersonalValues,
  firstDay: string,
): string[] {
  const early = [...births].filter((birth) => birth < firstDay).flatMap(writtenDates);
  expect(early.length).to.be.greaterThan(50);
  return [...outputs].flatMap(([place, content]) => {
    const folded = content.toLowerCase();
    const found =
      [...texts].filter((value) => folded.includes(value)).length +
      early.filter((date) => folded.includes(date.toLowerCase())).length;
    return found > 0 ? [`${place}: ${found}`] : [];
  });
}

const firstDayOf = (folder: string): string =>
  readFileSync(join(folder, "star/date.csv"), "utf8").split("\r\n")[1].slice(0, 10);

describe("nothing personal", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "private-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const build = (...args: string[]): Run =>
    runProgram(place, ["build", "in", "--out", "out", ...args]);

  it("is in any file, list, log or terminal line of a build with every input", async () => {
    writeFiles(join(place, "in"), [
      ...references,
      { name: "2024.xml", chunks: writeSen2Xml(returns[0]) },
      ...writeBladeCsv(returns[1]),
      { name: "2026.xlsx", chunks: [await writeTemplateWorkbook(returns[2])] },
      {
        name: "again.xlsx",
        chunks: [await writePreSubmissionWorkbook(returns[2], { header: true })],
      },
      { name: "opt-out.csv", chunks: optOuts(sample) },
      text("send-scorecard.json", '{ "inputs": { "optOut": "opt-out.csv" } }'),
    ]);
    for (const args of [[], ["--json"]]) {
      const run = build("--fail-on", "error", ...args);
      expect(run.status, run.stderr).to.equal(1);
      const outputs = outputsOf(run, join(place, "out"));
      expect([...outputs.keys()]).to.include.members([
        "manifest.json",
        join("star", "person.csv"),
        join("star", "person.parquet"),
        join("checks", "findings.csv"),
        join("checks", "linkage.csv"),
        join("checks", "rules.csv"),
      ]);
      expect(leaks(outputs, secret, firstDayOf(join(place, "out")))).to.deep.equal([]);
    }
    expect(
      leaks(
        new Map([["check", runProgram(place, ["check", "in", "--json"]).stdout]]),
        secret,
        "2012-01-01",
      ),
    ).to.deep.equal([]);
    expect(readFileSync(join(place, "out/star/person.csv"), "utf8").split("\r\n")[0]).to.include(
      "birth_month",
    );
    const rows = readFileSync(join(place, "out/star/person.csv"), "utf8")
      .split("\r\n")
      .slice(1, -1);
    expect(rows.join("\n")).not.to.match(/\b(?:19|20)\d\d-\d\d\b/);
    const linkage = readFileSync(join(place, "out/checks/linkage.csv"), "utf8")
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    expect(linkage.map(([source]) => source.replace("\ufeff", ""))).to.deep.equal([
      "source",
      "SEN2 return 2024 (XML)",
      "SEN2 return 2025 (COLLECT export)",
      "SEN2 return 2026 (submission template)",
      "all returns",
    ]);
    const all = linkage.at(-1)!;
    expect(Number(all[linkage[0].indexOf("opted_out")])).to.be.greaterThan(5);
    expect(rows.length).to.equal(Number(all[linkage[0].indexOf("people")]) - 5);
  });

  it("but the month of birth, where the settings ask for it", () => {
    writeFiles(join(place, "in"), [
      { name: "2024.xml", chunks: writeSen2Xml(returns[0]) },
      text("send-scorecard.json", '{ "output": { "birthMonth": true, "formats": ["csv"] } }'),
    ]);
    const run = build("--quiet");
    const outputs = outputsOf(run, join(place, "out"));
    expect(leaks(outputs, secret, firstDayOf(join(place, "out")))).to.deep.equal([]);
    const [header, ...rows] = readFileSync(join(place, "out/star/person.csv"), "utf8")
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    const months = rows.map((row) => row[header.indexOf("birth_month")]);
    expect(months.every((month) => /^\d{4}-\d\d$/.test(month))).to.equal(true);
    expect(
      months.some((month) => [...secret.births].some((birth) => birth.startsWith(month))),
    ).to.equal(true);
  });

  it("is told of values in the wrong field, shifted columns, bad headings and broken files", async () => {
    const person = [...returns[0].persons()][0].values;
    const good = new TextDecoder().decode(bytesOf(writeSen2Xml(returns[0])));
    const wrong = good
      .replace(/<ReceivedDate>[^<]*/, `<ReceivedDate>${person.Surname}`)
      .replace(/<RequestOutcome>[^<]*/, `<RequestOutcome>${person.UPN || person.PostCode}`)
      .replace(/<Ethnicity>[^<]*/, `<Ethnicity>${person.PostCode}`)
      .replace(/<SENtype>[^<]*/, `<SENtype>${person.Forename}`)
      .replace(/<Sex>[^<]*/, `<Sex>${person.PersonBirthDate}`)
      .replace(/<URN>[^<]*/, `<URN>${person.Surname}`)
      .replace("<Persons>", `<Persons>${person.Surname}`);
    const broken = good
      .replace(/<Surname>([^<]*)<\/Surname>(?![^]*<Surname>)/, `<Surname>$1</Forename>`)
      .replace("<Year>2024", "<Year>2022");
    const cut = good
      .slice(0, good.lastIndexOf("</Surname>") - 2)
      .replace("<Year>2024", "<Year>2021");
    const blade = (
      ret: number,
      change: (table: string, lines: string[]) => string[],
    ): MemoryFile[] =>
      writeBladeCsv(returns[ret]).map(({ name, chunks }) =>
        text(
          `${ret}/${name}`,
          change(name, new TextDecoder().decode(bytesOf(chunks)).split("\r\n")).join("\r\n"),
        ),
      );
    // The first column of the persons is gone: every value stands one column to the left of its
    // heading.
    const shifted = blade(1, (name, lines) =>
      name.endsWith("_person.csv")
        ? lines.map((line, i) => (i === 0 ? line : line.split(",").slice(5).join(",")))
        : lines,
    );
    // A record of a person stands where the headings should.
    const headless = blade(2, (name, lines) =>
      name.endsWith("_person.csv")
        ? [
            [
              "persontableid",
              "personorderseqcolumn",
              "sen2tableid",
              ...lines[1].split(",").slice(5),
            ].join(","),
            ...lines.slice(1),
          ]
        : lines,
    );
    writeFiles(join(place, "in"), [
      text("wrong.xml", wrong),
      text("broken.xml", broken),
      text("cut.xml", cut),
      ...shifted,
      ...headless,
    ]);
    for (const args of [
      ["check", "in"],
      ["check", "in", "--json"],
      ["build", "in", "--out", "out", "--fail-on", "error"],
    ]) {
      const run = runProgram(place, args);
      expect(run.status, run.stderr).to.equal(1);
      const outputs = new Map([
        ["standard output", run.stdout],
        ["standard error", run.stderr],
      ]);
      expect(leaks(outputs, secret, "2012-01-01"), args.join(" ")).to.deep.equal([]);
    }
    expect(
      leaks(
        outputsOf({ status: 1, stdout: "", stderr: "" }, join(place, "out")),
        { ...secret, births: new Set([...secret.births].filter((birth) => birth < "2011-01-01")) },
        firstDayOf(join(place, "out")),
      ),
    ).to.deep.equal([]);
  });
});

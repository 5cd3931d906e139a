import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { boardCommand } from "../../../prep/cli/commands/board";
import { buildCommand } from "../../../prep/cli/commands/build";
import { initCommand } from "../../../prep/cli/commands/init";
import { run } from "../../../prep/cli/program";
import { pipeline } from "../../../prep/pipeline";
import { readWorkbook } from "../../../prep/scan/workbook/read-workbook";
import { plainSheets } from "../plain-sheets";

const PAPER = "test/fixtures/kpi-sheet/board-paper.csv";
const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";
type Row = Record<string, string>;

describe("board suggest, board check and the build", function () {
  let place: string;
  const before = { home: process.env.HOME, key: process.env.SEND_SCORECARD_KEY };
  const at = (...path: string[]): string => join(place, ...path);
  const cli = (...args: string[]): Promise<number> =>
    run(
      [...args, "--quiet"],
      [buildCommand(pipeline), boardCommand(pipeline), initCommand(pipeline)],
    );
  const table = (folder: string, name: string): Row[] =>
    parse(readFileSync(at(folder, `star/${name}.csv`)), { columns: true, bom: true });
  const board = async (path: string): Promise<Row[]> => {
    const [headings, ...rows] = (await plainSheets(readFileSync(path)))[0].rows;
    return rows.map((row) =>
      Object.fromEntries(headings.map((heading, i) => [String(heading), String(row[i] ?? "")])),
    );
  };

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "board-"));
    Object.assign(process.env, { HOME: place, SEND_SCORECARD_KEY: KEY });
    mkdirSync(at("in"));
  });
  afterEach(() => {
    rmSync(place, { recursive: true, force: true });
    const { home, key } = before;
    Object.assign(process.env, { HOME: home });
    if (key === undefined) delete process.env.SEND_SCORECARD_KEY;
    else process.env.SEND_SCORECARD_KEY = key;
  });

  it("make a board of all KPIs that a paper prints, which changes no figure", async () => {
    expect(await cli("init", at("in"))).to.equal(0);
    const names = (await readWorkbook(readFileSync(at("in/board.xlsx")))).sheets.map(
      ({ name }) => name,
    );
    expect(names).to.deep.equal(["Board", "Notes", "Catalogue"]);
    rmSync(at("in/kpi-sheets/kpi-template.xlsx"));
    cpSync(PAPER, at("in/kpi-sheets/paper.csv"));
    await cli("build", at("in"), "--authority", "839", "--out", at("without"), "--no-report");
    expect(await cli("board", "suggest", at("in"), "--authority", "839")).to.equal(0);
    const suggested = await board(at("in/board.xlsx"));
    const paper: Row[] = parse(readFileSync(PAPER), { columns: true, bom: true });
    expect(suggested.map((row) => row["Printed name"])).to.deep.equal(paper.map(({ kpi }) => kpi));
    expect(suggested[2]).to.include({ Number: "A3", Section: "Plans" });
    expect(suggested[0]["Matched to"]).to.equal("ehc_plans_maintained");
    expect(await cli("board", "check", at("in"), "--authority", "839")).to.equal(0);
    await cli("build", at("in"), "--authority", "839", "--out", at("with"), "--no-report");
    const own = (folder: string): Row[] =>
      table(folder, "kpi_value").map((row) => ({ ...row, rating_reason: "" }));
    expect(own("with")).to.deep.equal(own("without"));
    expect(table("with", "indicator").map((row) => row.indicator_id)).to.deep.equal(
      table("without", "indicator").map((row) => row.indicator_id),
    );
  });

  it("refresh the latest figures in a copy, which is a board file again", async () => {
    writeFileSync(
      at("in/sheet.csv"),
      "Indicator,Better when,Unit,Frequency,Period,Value\nComplaints,lower,number,monthly,Feb 26,16\n",
    );
    writeFileSync(
      at("in/board.csv"),
      "KPI,Printed name,Sub-section,Target,Target 2,Target 2 from\nComplaints,Complaints made,,20,15,Apr 26\nNew thing,,,,,\n",
    );
    writeFileSync(
      at("in/notes.csv"),
      "KPI,Period,Commentary,Progress\nComplaints made,Feb 26,Fewer.,on track\n",
    );
    await cli("build", at("in"), "--authority", "839", "--out", at("out"), "--no-report");
    const copy = await board(at("out/boards/board.xlsx"));
    expect(copy[0]).to.include({
      KPI: "Complaints",
      Target: "20",
      "Target 2": "15",
      "Target 2 from": "Apr 26",
      "Latest figure": "16",
      "Latest period": "Feb 2026",
      "Latest rating": "Met",
    });
    expect(copy[1]).to.include({ KPI: "New thing", "Latest figure": "" });
    for (const name of ["board.csv", "notes.csv"]) rmSync(at("in", name));
    cpSync(at("out/boards/board.xlsx"), at("in/board.xlsx"));
    await cli("build", at("in"), "--authority", "839", "--out", at("again"), "--no-report");
    const targets = (folder: string): string[] =>
      table(folder, "kpi_target").map((row) => `${row.valid_from} ${row.target}`);
    expect(targets("again")).to.deep.equal(targets("out"));
  });

  it("do not write over a board that somebody filled in, and say where none is", async () => {
    cpSync(PAPER, at("in/paper.csv"));
    writeFileSync(at("in/board.xlsx"), "my own");
    expect(await cli("board", "suggest", at("in"), "--authority", "839")).to.equal(2);
    expect(readFileSync(at("in/board.xlsx"), "utf8")).to.equal("my own");
    rmSync(at("in/board.xlsx"));
    expect(await cli("board", "check", at("in"), "--authority", "839")).to.equal(3);
    const out = at("elsewhere.xlsx");
    await cli("board", "suggest", at("in"), "--authority", "839", "--out", out);
    expect(existsSync(out)).to.equal(true);
  });
});

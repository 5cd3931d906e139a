import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { boardCommand } from "../../prep/cli/commands/board";
import { buildCommand } from "../../prep/cli/commands/build";
import { initCommand } from "../../prep/cli/commands/init";
import { run } from "../../prep/cli/program";
import { pipeline } from "../../prep/pipeline";
import { kpiColumns, noteColumns } from "../../prep/sources/board-file/columns";
import { listOf } from "../../prep/star/list-of";
import { build, text } from "../prep/pipeline/run";

const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";
const page = readFileSync("docs/board.md", "utf8").replaceAll("\r\n", "\n");

/** The blocks of code of the page, by their language. */
const blocks = (language: string): string[] =>
  [...page.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].flatMap(([, of, code]) =>
    of === language ? [code] : [],
  );

describe("the page on the board file", function () {
  it("names every column", () => {
    for (const { heading } of [...kpiColumns, ...noteColumns])
      expect(page, heading).to.match(new RegExp(`(?:\\| |, |: )${heading}(?:,| \\||\\.)`));
  });

  it("has commands that lead from an empty folder to the scorecard", async () => {
    const place = mkdtempSync(join(tmpdir(), "page-"));
    const { HOME, SEND_SCORECARD_KEY } = process.env;
    Object.assign(process.env, { HOME: place, SEND_SCORECARD_KEY: KEY });
    try {
      const commands = blocks("").map((code) => code.trim().split(/\s+/));
      expect(commands.map(([, , ...words]) => words.slice(0, 2).join(" "))).to.deep.equal([
        "init send-data",
        "board suggest",
        "board check",
        "build send-data",
      ]);
      const made = [initCommand(pipeline), boardCommand(pipeline), buildCommand(pipeline)];
      for (const [node, cli, ...words] of commands) {
        expect([node, cli]).to.deep.equal(["node", "dist/cli.js"]);
        const args = words.map((word) => (/^send-/.test(word) ? join(place, word) : word));
        expect(await run([...args, "--quiet"], made), words.join(" ")).to.equal(0);
        if (words[0] !== "init") continue;
        rmSync(join(place, "send-data/kpi-sheets/kpi-template.xlsx"));
        const paper = "test/fixtures/kpi-sheet/board-paper.csv";
        cpSync(paper, join(place, "send-data/kpi-sheets/paper.csv"));
      }
      for (const path of ["power-bi/SEND.pbip", "exceptions/exceptions.html", "boards/board.xlsx"])
        expect(existsSync(join(place, "send-out", path)), path).to.equal(true);
    } finally {
      rmSync(place, { recursive: true, force: true });
      Object.assign(process.env, { HOME });
      if (SEND_SCORECARD_KEY === undefined) delete process.env.SEND_SCORECARD_KEY;
      else process.env.SEND_SCORECARD_KEY = SEND_SCORECARD_KEY;
    }
  });

  for (const [language, name] of [
    ["csv", "board.csv"],
    ["json", "board.json"],
  ] as const)
    it(`has a board in ${language} that rates by both of its targets`, async () => {
      const [example] = blocks(language);
      const sheet =
        "Indicator,Better when,Unit,Frequency,Period,Value\n" +
        "New EHC plans issued within 20 weeks,higher,per cent,monthly,Aug 26,55%\n" +
        "New EHC plans issued within 20 weeks,higher,per cent,monthly,Sep 26,54%\n" +
        "Complaints,lower,number,monthly,Sep 26,7\n";
      const { star, findings } = await build([text(name, example), text("sheet.csv", sheet)], {
        authority: "839",
      });
      expect(findings.filter(({ rule }) => /^B(?:8|90)/.test(rule))).to.deep.equal([]);
      const ratings = listOf(star.get("kpi_value")!)
        .filter(({ indicator_id: id }) => id === "ehc_plans_within_20_weeks_pct")
        .map(({ period_label, target, rating }) => `${period_label} ${target} ${rating}`);
      expect(ratings).to.include.members(["Aug 2026 50 met", "Sep 2026 60 missed"]);
    });
});

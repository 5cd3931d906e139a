import { expect } from "chai";
import type { Row } from "../../page/visual/data-view";
import { fixture } from "../fixture";
import { drawnRows } from "./anybodys/read-row";
import { closeBrowser, openPackaged, type Opened } from "./host";

/** What the query of the scorecard gives for each board; a test of the evaluated project holds it. */
const ROWS = fixture<Readonly<Record<string, readonly Row[]>>>("power-bi/board-rows.json");

/** Sections and KPIs with their status, from the top. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  "Improvement Board": ["Quality", "Complaints", "Families", "Home visits", "Calls"],
  ICB: ["Access", "Waits", "Visits", "Calls to the line", "Voice", "Complaints about health"],
};
const STATUS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Improvement Board": { Complaints: "Near", "Home visits": "Met", Calls: "Met" },
  ICB: {
    ...{ Waits: "Missed", Visits: "Met", "Calls to the line": "Near" },
    "Complaints about health": "Met",
  },
};

describe("the scorecard of each of several boards, packaged", () => {
  let opened: Opened;
  before(async () => {
    opened = await openPackaged({ width: 1200, height: 500 });
  });
  after(closeBrowser);

  for (const [board, lines] of Object.entries(LINES))
    it(`draws the KPIs of ${board} in its order and sections, with its ratings`, async () => {
      await opened.draw(ROWS[board]);
      const text = (await opened.frame.locator("body").innerText()).split("\n");
      const others = Object.entries(LINES).flatMap(([name, of]) => (name === board ? [] : of));
      const known = new Set([...lines, ...others]);
      expect(text.map((line) => line.trim()).filter((line) => known.has(line))).to.deep.equal(
        lines,
      );
      const drawn = await drawnRows(opened.frame);
      expect(Object.fromEntries(drawn.map(({ name, status }) => [name, status]))).to.deep.equal(
        STATUS[board],
      );
      expect(opened.noise).to.deep.equal([]);
    });
});

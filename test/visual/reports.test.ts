import { expect } from "chai";
import { drawnRows } from "./anybodys/read-row";
import { REPORTS } from "./anybodys/reports";
import { closeBrowser, openPackaged, type Opened } from "./host";

describe("what people report of other visuals", () => {
  let opened: Opened;
  before(async () => {
    opened = await openPackaged({ width: 1700, height: 900 });
  });
  after(closeBrowser);

  for (const { thread, name, rows, view, drawn } of REPORTS)
    it(`${name} (${thread})`, async () => {
      await opened.draw(rows, view);
      expect((await drawnRows(opened.frame))[0]).to.include(drawn);
      expect(opened.noise).to.deep.equal([]);
    });
});

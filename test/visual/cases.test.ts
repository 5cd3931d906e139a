import { expect } from "chai";
import { CASES } from "./anybodys/cases";
import { drawnRows } from "./anybodys/read-row";
import { closeBrowser, openPackaged, type Opened } from "./host";

describe("what strangers bring", () => {
  let opened: Opened;
  before(async () => {
    opened = await openPackaged({ width: 1700, height: 900 });
  });
  after(closeBrowser);

  for (const [kind, cases] of Object.entries(CASES))
    it(`is drawn right, or visibly not sure: ${kind}`, async () => {
      for (const { name, rows, view, drawn } of cases) {
        await opened.draw(rows, view);
        expect((await drawnRows(opened.frame))[0], name).to.include(drawn);
      }
      expect(opened.noise).to.deep.equal([]);
    });
});

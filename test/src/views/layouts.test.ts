import { expect } from "chai";
import { openVisual, type OpenVisual } from "../support/open-visual";
import { longTable, measuresOnRows, oneRowAKpi } from "../support/strangers-tables";

describe("the three layouts", () => {
  let opened: OpenVisual;
  beforeEach(() => (opened = openVisual()));
  afterEach(() => opened.close());
  const table = (...columns: string[]): (string | undefined)[][] =>
    opened
      .all("tr.kpi")
      .map((row) =>
        columns.map((column) => row.querySelector(`.c-${column}`)?.textContent?.trim()),
      );

  it("one row a KPI: twenty with a RAG of their own, in five wells and without a setting", () => {
    opened.update(oneRowAKpi(), { width: 1280, height: 720 });
    expect(opened.all("thead th").map(({ textContent }) => textContent)).to.deep.equal([
      "Indicator",
      "Latest",
      "Target",
      "Status",
      "RAG",
    ]);
    const rows = table("indicator", "value", "target", "status", "ownStatus");
    expect(rows).to.have.length(20);
    expect(rows[0]).to.deep.equal([
      "Calls answered within 30 seconds, %",
      "82.4",
      "80.0",
      "Met",
      "Green",
    ]);
    expect(rows[7].slice(1)).to.deep.equal(["9.8", "8.0", "Missed", "Red"]);
    expect(rows[3].slice(1)).to.deep.equal(["88", "85", "Met", "Green"]);
    const bottom = opened.all("tr.kpi").at(-1)!.getBoundingClientRect().bottom;
    expect(bottom - opened.element.getBoundingClientRect().top).to.be.at.most(720);
    expect(opened.one(".scroller").scrollWidth).to.be.at.most(1280);
  });

  it("a long table by period: the latest that has a figure, its trend, targets to come drawn", () => {
    opened.update(longTable(), { width: 1280, height: 720 });
    const rows = table("indicator", "value", "target", "status", "asAt");
    expect(new Map(rows.map(([name, ...rest]) => [name, rest]))).to.deep.equal(
      new Map([
        ["Calls answered within 30 seconds", ["80.1%", "80.0%", "Met", "Jan 24"]],
        ["Invoices paid within 30 days", ["94.1%", "95.0%", "Missed", "Jan 24"]],
        ["Missed bins", ["63.6", "60.0", "Missed", "Jan 24"]],
        ["Void turnaround", ["31.6 days", "28.0", "Missed", "Jan 24"]],
      ]),
    );
    expect(opened.all("td.c-trend .sparkline")).to.have.length(4);
    expect(opened.all("tr.section")).to.have.length(4);
  });

  it("measures on rows: each a KPI by its name, in its own format, against its own target", () => {
    opened.update(measuresOnRows(), { width: 1280, height: 720 });
    expect(table("indicator", "value", "target", "status")).to.deep.equal([
      ["Calls answered in time", "82.4%", "80.0%", "Met"],
      ["Complaints closed in time", "91.0%", "95.0%", "Missed"],
      ["Homelessness preventions", "1,212", "1,200", "Met"],
      ["Income from fees", "£2.45m", "£2.40m", "Met"],
    ]);
  });
});

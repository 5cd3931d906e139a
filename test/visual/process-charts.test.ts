import { expect } from "chai";
import type { Row } from "../../page/visual/data-view";
import { monthsToMarch2024 } from "../src/support/board-paper";
import { closeBrowser, openPackaged, type Opened } from "./host";

const SIZE = { width: 900, height: 500 };
const MONTHS = monthsToMarch2024(24);
/** A process that jumps by thirty half way. */
const VALUES = MONTHS.map((_, i) => [10, 12, 11, 13][i % 4] + (i < 12 ? 0 : 30));

const rows = (extra: (i: number) => Row = () => ({})): Row[] =>
  MONTHS.map((period, i) => ({
    indicator: "Plans in time",
    unit: "number",
    polarity: "higher",
    period,
    value: VALUES[i],
    ...extra(i),
  }));

const settings = (trend: object) => ({
  objects: { layout: { view: "trend" }, trend: { chart: "xmr", ...trend } } as never,
});

describe("process charts of the package", () => {
  let opened: Opened;
  beforeEach(async () => (opened = await openPackaged(SIZE)));
  afterEach(() => opened.page.close());
  after(closeBrowser);
  const texts = (selector: string): Promise<string[]> =>
    opened.frame.$$eval(selector, (list) => list.map(({ textContent }) => textContent ?? ""));
  const count = (selector: string): Promise<number> =>
    opened.frame.$$eval(selector, ({ length }) => length);
  const said = async (): Promise<string> => (await texts(".title")).join();

  it("work out limits anew at a step of the data or of the pane, and judge by them", async () => {
    await opened.draw(rows(), settings({}));
    expect(await said()).to.include("improving");
    expect(await texts("text.xmr")).to.include("Mean 27");
    await opened.draw(
      rows((i) => ({ mark: i === 12 ? "Step: new team" : null })),
      settings({}),
    );
    expect(await texts("text.xmr")).to.include("Mean 42");
    expect(await texts("text.note")).to.deep.equal(["new team"]);
    expect(await said()).not.to.include("improving");
    await opened.draw(rows(), settings({ steps: "Jan 20, Apr 23" }));
    expect(await texts("text.xmr")).to.include("Mean 42");
    expect(opened.noise).to.deep.equal([]);
  });

  it("take limits from the points of a baseline", async () => {
    await opened.draw(rows(), settings({ baselinePoints: 12 }));
    expect(await texts("text.xmr")).to.include("Mean 12");
  });

  it("draw a ghosted figure, and leave it out of the limits", async () => {
    const steady = (i: number): Row => ({
      value: i === 5 ? 500 : VALUES[i % 4],
      mark: i === 5 ? "ghost: strike" : null,
    });
    await opened.draw(rows(steady), settings({}));
    expect(await count(".xmr-point.ghost")).to.equal(1);
    expect(await texts("text.xmr")).to.include("Mean 11");
    expect(await opened.frame.getAttribute(".chart", "aria-label")).to.include("strike");
  });

  it("are g charts of numbers between events, with the median", async () => {
    const rare = (i: number): Row => ({ unit: "days between incidents", value: (i * 7) % 5 });
    await opened.draw(rows(rare), settings({ chart: "parts" }));
    expect(await said()).to.include("g chart");
    expect((await texts("text.xmr")).join()).to.include("Median 2");
  });

  it("draw the confidence intervals that the data gives, unless they are not wanted", async () => {
    const between = (i: number): Row => ({
      intervalLower: VALUES[i] - 2,
      intervalUpper: VALUES[i] + 3,
    });
    await opened.draw(rows(between), settings({ chart: "line" }));
    expect(await count("path.interval")).to.equal(24);
    await opened.draw(rows(between), settings({ chart: "line", intervals: false }));
    expect(await count("path.interval")).to.equal(0);
  });
});

import { expect } from "chai";
import { dataViewOf, type Row } from "../../../page/visual/data-view";
import { openVisual, type OpenVisual } from "../support/open-visual";

const AREAS: Readonly<Record<string, readonly (number | null)[]>> = {
  Northmere: [41, 44],
  Eastvale: [58, 61.5],
  Westholt: [50, null],
  Sampleshire: [47, 52],
};
const PERIODS = ["Nov 2025", "Dec 2025"];

const share: Row = {
  indicator: "Plans within 20 weeks",
  section: "Timeliness",
  unit: "percent",
  polarity: "higher",
  frequency: "month",
};
const figures = (about: Row, times: number): Row[] => [
  ...Object.entries(AREAS).flatMap(([area, values]) =>
    values.map((value, i) => ({
      ...about,
      area,
      areaRole: "authority",
      period: PERIODS[i],
      value: value === null ? null : value * times,
    })),
  ),
  ...PERIODS.map((period, i) => ({
    ...about,
    area: "NHS Sample ICB",
    areaRole: "icb",
    period,
    value: (50 + i) * times,
  })),
];
const withEngland: Row[] = [
  ...figures(share, 1),
  { ...share, areaRole: "country", area: "England", period: "Oct 2025", value: 46.4 },
];
const plans: Row = { ...share, indicator: "Plans in force", unit: "count", polarity: "neutral" };

describe("one KPI over areas", () => {
  let opened: OpenVisual;
  beforeEach(() => (opened = openVisual()));
  afterEach(() => opened.close());
  const draw = (rows: readonly Row[], layout = {}, more = {}): void =>
    opened.update(dataViewOf(rows, { objects: { layout: { view: "areas", ...layout }, ...more } }));
  const texts = (selector: string): (string | null)[] =>
    opened.all(selector).map(({ textContent }) => textContent);

  it("has a bar for each, best first, in the latest period that any has, and lists the others", () => {
    draw(withEngland);
    expect(texts("text.area")).to.deep.equal([
      "Eastvale",
      "Sampleshire",
      "England (Oct 2025)",
      "Northmere",
    ]);
    expect(texts(".bar-value")).to.deep.equal(["61.5%", "52%", "46.4%", "44%"]);
    expect(opened.one("header p").textContent).to.contain("Dec 2025");
    expect(opened.one("figcaption").textContent).to.equal("No figure for Westholt");
    const widths = opened.all("rect.bar").map((bar) => Number(bar.getAttribute("width")));
    expect(widths[0] / widths[3]).to.be.closeTo(61.5 / 44, 0.02);
  });

  it("has the lowest first where lower is better", () => {
    draw(figures({ ...share, polarity: "lower" }, 1));
    expect(texts("text.area")).to.deep.equal(["Northmere", "Sampleshire", "Eastvale"]);
  });

  it("has a line for the board that covers them, where it has a figure of the period", () => {
    draw(withEngland);
    expect(texts("text.end.average")).to.deep.equal(["NHS Sample ICB 51%"]);
    draw(withEngland.filter(({ areaRole, period }) => areaRole !== "icb" || period !== "Dec 2025"));
    expect(texts("text.end.average")).to.deep.equal([]);
  });

  it("has no line of counts, which no two areas share", () => {
    draw(figures(plans, 10));
    expect(texts("text.area")).to.have.length(3);
    expect(texts("text.end")).to.deep.equal([]);
  });

  it("marks the own area where it is named", () => {
    draw(withEngland, {}, { comparators: { ownName: "Sampleshire" } });
    expect(texts("text.area.own")).to.deep.equal(["Sampleshire"]);
    const without = { comparators: { ownName: "Westholt" } };
    draw(withEngland, {}, without);
    expect(opened.one("figcaption").textContent).to.equal("No figure for Westholt");
    draw(withEngland);
    expect(texts("text.area.own")).to.deep.equal([]);
  });

  it("lets the reader choose among KPIs of several areas, each once", () => {
    const alone: Row = {
      ...share,
      indicator: "Alone",
      area: "Northmere",
      value: 3,
      period: "Dec 2025",
    };
    draw([...withEngland, ...figures(plans, 10), alone], { readerSwitch: true });
    expect(texts(".chooser option")).to.deep.equal(["Plans within 20 weeks", "Plans in force"]);
    expect(texts(".toolbar button")).to.include("Areas");
    const select = opened.one(".chooser select") as HTMLSelectElement;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    expect(opened.one("h2").textContent).to.equal("Plans in force");
  });

  it("says so where there is one area", () => {
    const one = withEngland.filter(({ area }) => area === "Northmere");
    draw(one, { readerSwitch: true });
    expect(opened.one(".nothing").textContent).to.contain("fewer than two areas");
    expect(texts(".toolbar button")).not.to.include("Areas");
  });
});

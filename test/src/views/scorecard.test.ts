import { expect } from "chai";
import { boardPaper } from "../support/board-paper";
import { dataViewOf, type Row } from "../../../page/visual/data-view";
import { openVisual, type OpenVisual } from "../support/open-visual";
import { windowOf } from "../../../src/views/scorecard/window";
import { linear, spread } from "../../../src/views/scale";
import { targetLine } from "../../../src/views/series-lines";
import type { Point } from "../../../src/model/kpi";

describe("the scorecard view", () => {
  let opened: OpenVisual;
  beforeEach(() => (opened = openVisual()));
  afterEach(() => opened.close());
  const draw = (rows: readonly Row[], objects = {}, size = {}): void =>
    opened.update(dataViewOf(rows, { objects }), size);
  const cell = (row: HTMLElement, name: string): string | undefined =>
    row.querySelector(`.c-${name}`)?.textContent ?? undefined;

  it("is a table with a caption, column headings and row headings", () => {
    draw(boardPaper(), { layout: { title: "Board" } });
    const table = opened.one("table") as HTMLTableElement;
    expect(table.caption?.textContent).to.equal("Board");
    expect(
      opened
        .all("thead th")
        .every((heading) => heading.getAttribute("scope") === "col" && heading.textContent !== ""),
    ).to.equal(true);
    expect(opened.all('tr.kpi > th[scope="row"]')).to.have.length(20);
    const columns = opened.all("col").length;
    for (const row of opened.all("tr.kpi"))
      expect(
        [...row.children].reduce((sum, item) => sum + (item as HTMLTableCellElement).colSpan, 0),
      ).to.equal(columns);
  });

  it("says status in word and shape, never in colour alone", () => {
    draw(boardPaper());
    const shapes = new Map(
      opened
        .all("tr.kpi .pill")
        .map((pill) => [pill.textContent, pill.querySelector("path")?.getAttribute("d")]),
    );
    expect([...shapes.keys()]).to.have.members(["Met", "Near", "Missed", "Not rated"]);
    expect(new Set(shapes.values()).size).to.equal(4);
  });

  it("draws nothing but words, status and date in a row without a number", () => {
    draw(boardPaper());
    const row = opened.all("tr.absent")[0];
    expect(cell(row, "value")).to.equal("Being scoped, available from May 24");
    expect(row.querySelector(".sparkline, .strip, .direction, .spc")).to.equal(null);
    expect(cell(row, "status")).to.equal("Not rated");
  });

  it("counts by status in each section and in the strip, with the reasons", () => {
    draw(boardPaper());
    expect(opened.one("tr.section small").textContent).to.equal(
      "7 KPIs: 2 near, 4 missed, 1 not rated",
    );
    expect(opened.one(".summary").textContent)
      .to.contain("2 met")
      .and.contain("10 not rated")
      .and.contain("5 no value");
  });

  it("shows a column only where a row has something in it", () => {
    draw([{ indicator: "A", statusWords: "awaiting" }]);
    expect(opened.all("thead th").map(({ textContent }) => textContent)).to.deep.equal([
      "Indicator",
      "Latest",
    ]);
    draw([{ indicator: "A", value: 3, target: 4, polarity: "higher", owner: "Head" }]);
    expect(opened.all("thead th").map(({ textContent }) => textContent)).to.deep.equal([
      "Indicator",
      "Latest",
      "Target",
      "Status",
    ]);
    draw([{ indicator: "A", value: 3, owner: "Head" }], {
      columns: { ownerShow: true, ownerHeading: "Who", ownerPlace: 1, ownerWidth: 77 },
    });
    expect(opened.all("thead th").map(({ textContent }) => textContent)).to.deep.equal([
      "Who",
      "Indicator",
      "Latest",
    ]);
    expect((opened.one("thead th") as HTMLElement).offsetWidth).to.equal(77);
  });

  it("drops the columns that matter least where it is narrow, and never the status", () => {
    draw(boardPaper(), {}, { width: 600 });
    const narrow = opened.all("thead th").map(({ className }) => className.split(" ")[0]);
    expect(narrow)
      .to.include.members(["c-indicator", "c-value", "c-status"])
      .and.not.include("c-previous");
    draw(boardPaper(), {}, { width: 320 });
    expect(opened.one(".pill-word").offsetWidth).to.be.at.most(1);
    expect(opened.one(".pill").textContent).to.equal("Missed");
  });

  it("breaks the sparkline where a figure is missing", () => {
    draw(boardPaper());
    expect(opened.one("tr.kpi .sparkline .line").getAttribute("d")!.match(/M/g)).to.have.length(2);
  });

  it("puts the better end of the neighbours on the right, whichever way that is", () => {
    const rows = (polarity: string): Row[] =>
      [
        ["own", "Us", 10],
        ["neighbour", "B", 20],
        ["neighbour", "C", 30],
      ].map(([areaRole, area, value]) => ({
        indicator: "A",
        unit: "%",
        polarity,
        period: "2024",
        areaRole,
        area,
        value,
      }));
    const own = (): number => Number(opened.one(".strip .own[cx]").getAttribute("cx"));
    draw(rows("higher"));
    const higher = own();
    draw(rows("lower"));
    const strips = opened.all("td .strip");
    expect(strips).to.have.length(1);
    expect(Number(strips[0].querySelector(".own")!.getAttribute("cx"))).to.be.greaterThan(higher);
  });

  it("fits every row to the height in print, and hides nothing behind a hover", () => {
    draw(boardPaper(), { layout: { density: "print" } }, { width: 1280, height: 520 });
    expect(opened.all("tr.kpi")).to.have.length(20);
    const bottom =
      opened.all("tr.kpi").at(-1)!.getBoundingClientRect().bottom -
      opened.element.getBoundingClientRect().top;
    expect(bottom).to.be.at.most(520);
    expect(opened.all(".toolbar")).to.have.length(0);
    for (const name of opened.all("tr.kpi .name"))
      expect(name.scrollHeight).to.be.at.most(name.clientHeight + 1);
  });

  it("colours a value by the author's rule", () => {
    const view = dataViewOf([
      { indicator: "A", value: 1 },
      { indicator: "B", value: 2 },
    ]);
    view.categorical!.categories![0].objects = [
      { colours: { value: { solid: { color: "#ff0000" } } } },
    ];
    opened.update(view);
    expect(opened.all("td.c-value b").map(({ style }) => style.color)).to.deep.equal([
      "rgb(255, 0, 0)",
      "",
    ]);
  });

  it("colours the row behind a KPI by the author's rule, and no status by it", () => {
    const view = dataViewOf([{ indicator: "A", value: 1, target: 2, polarity: "higher" }]);
    view.categorical!.categories![0].objects = [
      { colours: { row: { solid: { color: "#ddffdd" } } } },
    ];
    opened.update(view);
    expect(opened.one("tr.kpi").style.background).to.equal("rgb(221, 255, 221)");
    expect(opened.one(".pill").textContent).to.equal("Missed");
  });

  it("dims what another visual does not highlight", () => {
    const view = dataViewOf([
      { indicator: "A", value: 1 },
      { indicator: "B", value: 2 },
    ]);
    view.categorical!.values![0].highlights = [1, null as never];
    opened.update(view);
    expect(opened.all("tr.kpi").map((row) => row.classList.contains("dimmed"))).to.deep.equal([
      false,
      true,
    ]);
  });

  it("draws by the host's two colours in high contrast", () => {
    const contrast = openVisual({ highContrast: true });
    contrast.update(dataViewOf(boardPaper()));
    const used = new Set<string>();
    for (const element of contrast.all(".page *")) {
      const { color, fill, stroke } = getComputedStyle(element);
      for (const value of [color, ...(element instanceof SVGElement ? [fill, stroke] : [])])
        if (value !== "none") used.add(value);
    }
    expect(
      [...used].filter((value) => !["rgb(255, 255, 0)", "rgb(0, 0, 0)"].includes(value)),
    ).to.deep.equal([]);
    contrast.close();
  });
});

describe("the other views", () => {
  let opened: OpenVisual;
  beforeEach(() => (opened = openVisual()));
  afterEach(() => opened.close());

  it("agree on the rating of each KPI", () => {
    opened.update(dataViewOf(boardPaper()));
    const rated = new Map(
      opened.all("tr.kpi").map((row) => [row.dataset.key, row.querySelector(".pill")?.textContent]),
    );
    opened.update(dataViewOf(boardPaper(), { objects: { layout: { view: "cards" } } }));
    const cards = opened.all(".card-face");
    expect(cards).to.have.length(5);
    for (const card of cards)
      expect(card.querySelector(".pill")?.textContent).to.equal(rated.get(card.dataset.key));
  });

  it("rank the neighbours, best first, with their average named and the missing one listed", () => {
    opened.update(dataViewOf(boardPaper(), { objects: { layout: { view: "neighbours" } } }));
    const values = opened
      .all(".bar-value")
      .map(({ textContent }) => Number(textContent?.replace("%", "")));
    expect(values)
      .to.have.length(12)
      .and.deep.equal([...values].sort((a, b) => b - a));
    expect(opened.one(".end.average").textContent).to.contain("neighbours' mean (9 of 10)");
    expect(opened.one("figcaption").textContent).to.contain("No figure for Hartwell and Combe");
  });

  it("share the order of authorities in small multiples", () => {
    opened.update(
      dataViewOf(boardPaper(), { objects: { layout: { view: "neighbours", multiples: true } } }),
    );
    const orders = opened.all(".multiple").map((multiple) =>
      [...multiple.querySelectorAll("text.area.neighbour")]
        .map(({ textContent }) => textContent)
        .filter((name) => !name?.startsWith("Hartwell"))
        .join(),
    );
    expect(orders.length).to.be.greaterThan(3);
    expect(new Set(orders).size).to.equal(1);
  });

  it("draw the trend with a gap, the target and labels that do not cover each other", () => {
    opened.update(dataViewOf(boardPaper(), { objects: { layout: { view: "trend" } } }));
    expect(opened.all(".trend path.own")).to.have.length(2);
    expect(opened.all(".trend .break")).to.have.length(1);
    const places = opened
      .all(".trend text.end")
      .map((label) => Number(label.getAttribute("y")))
      .sort((a, b) => a - b);
    places.slice(1).forEach((place, index) => expect(place - places[index]).to.be.at.least(13.9));
  });

  it("draw yearly neighbours beside monthly figures, each as long as its year and named by it", () => {
    const about = { indicator: "Plans in time", unit: "%", polarity: "higher", area: "Here" };
    const own = ["Feb 2024", "Mar 2024"].map((period, i) => ({ ...about, period, value: 60 + i }));
    const years = [2019, 2020, 2021, 2022, 2023, 2024].map((year, i) => ({
      ...about,
      period: String(year),
      area: "Mean of neighbours",
      areaRole: "neighbour_average",
      forArea: "Here",
      method: "mean",
      value: 50 - i,
    }));
    opened.update(dataViewOf([...years, ...own], { objects: { layout: { view: "trend" } } }));
    const marks = opened.all(".trend path.average.past");
    const titles = marks.map((mark) => mark.querySelector("title")!.textContent);
    expect(titles.join("; ")).to.equal(
      years.map(({ period, value }) => `neighbours' mean, ${period}: ${value}%`).join("; "),
    );
    const [first, second] = marks.map((mark) =>
      /M([\d.]+) [\d.]+H([\d.]+)/.exec(mark.getAttribute("d")!)!,
    );
    expect(Number(second[1]) - Number(first[2])).to.be.within(0, 2);
    // One year before and after ours has its own place: 2024 is not over when March is.
    expect(opened.one(".trend text.end.average").textContent).to.equal(
      "neighbours' mean 45% (2024)",
    );
    expect(opened.all(".trend text.tick").map(({ textContent }) => textContent)).to.include("2021");
    const picture = opened.one(".trend").getAttribute("aria-label");
    expect(picture).to.contain("neighbours' mean: 2019 50%, 2020 49%");
  });

  it("draw a process chart from twelve points on, and say why not below", () => {
    opened.update(
      dataViewOf(boardPaper(), { objects: { layout: { view: "trend" }, trend: { chart: "xmr" } } }),
    );
    expect(opened.all(".xmr-point").length).to.equal(17);
    opened.update(
      dataViewOf(boardPaper(8), {
        objects: { layout: { view: "trend" }, trend: { chart: "xmr" } },
      }),
    );
    expect(opened.all(".xmr-point")).to.have.length(0);
    expect(opened.element.textContent).to.contain("Fewer than 12 points");
  });

  it("let the reader switch view and KPI where the author allows it", () => {
    opened.update(dataViewOf(boardPaper(), { objects: { layout: { readerSwitch: true } } }));
    opened.one('[data-view="trend"]').click();
    const list = opened.one("select") as unknown as HTMLSelectElement;
    list.selectedIndex = 2;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    expect(opened.one("h2").textContent).to.equal("Health advice returned within six weeks");
  });
});

describe("scales", () => {
  it("map to tenths of a pixel, and one value to the middle", () => {
    expect(linear([0, 10], [100, 0])(2.5)).to.equal(75);
    expect(linear([0, 3], [0, 10])(1)).to.equal(3.3);
    expect(linear([5, 5], [4, 20])(5)).to.equal(12);
  });
  it("move labels apart within their bounds", () => {
    expect(spread([10, 12, 200], 14, 0, 210)).to.deep.equal([10, 24, 200]);
    expect(spread([205, 206], 14, 0, 210)).to.deep.equal([196, 210]);
  });
  it("draw a target in steps that reach the ends, with a gap where there is none", () => {
    const path = (...targets: (number | null)[]): string => {
      const series = targets.map((target) => ({ target }) as Point);
      return targetLine(
        series,
        (point) => 10 * (1 + series.indexOf(point)),
        (value) => value,
        [0, 99],
      );
    };
    expect(path(5, 5, 5)).to.equal("M0,5L99,5L99,5");
    expect(path(5, 7)).to.equal("M0,5L10,5L10,5L20,5L20,7L99,7L99,7");
    expect(path(null, 5, 5, null)).to.equal("M20,5L30,5L30,5");
    expect(path(null)).to.equal("");
  });
  it("find the lines of a window", () => {
    const lines = windowOf(new Array<number>(1000).fill(30));
    expect(lines.around(0, 600)).to.deep.equal({ from: 0, to: 28 });
    const { from, to } = lines.around(15_000, 600);
    expect(from).to.be.at.most(500);
    expect(to).to.be.at.least(521);
    expect(lines.top(500)).to.equal(15_000);
  });
});

import { expect } from "chai";
import { boardPaper } from "../support/board-paper";
import { dataViewOf, type Row } from "../../../page/visual/data-view";
import { openVisual, type OpenVisual } from "../support/open-visual";

/** A4 on its side at 96 pixels to the inch, and the smallest text of a print: 6 points. */
const A4 = { width: 1123, height: 794 } as const;
const LEAST = 8;

let opened: OpenVisual;
afterEach(() => opened?.close());

const draw = (rows: readonly Row[], objects = {}, size = {}): void =>
  opened.update(dataViewOf(rows, { objects }), size);

/** Elements whose content is wider than they are, by their text. */
const cut = (selector: string): string[] =>
  opened
    .all(selector)
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ textContent, className }) => `${className}: ${textContent}`);

/** Sizes in page pixels of all texts below an element. */
function textSizes(selector: string): number[] {
  return opened
    .all(`${selector} *`)
    .filter(
      (element) =>
        !element.closest(".sr-only") &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    .map(
      (element) =>
        parseFloat(getComputedStyle(element).fontSize) *
        ((element as { currentCSSZoom?: number }).currentCSSZoom ?? 1),
    );
}

const manyKpis = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    indicator: `Measure ${i + 1} of things that people wait for, ${"with more to say ".repeat(i % 4)}`,
    section: `Part ${Math.floor(i / 33) + 1}`,
    subsection: `Group ${Math.floor(i / 11) + 1}`,
    period: "2024-03",
    value: i % 7 === 3 ? null : 50 + (i % 40),
    statusWords: i % 7 === 3 ? "awaiting data from the partner, expected in May" : null,
    target: 70,
    polarity: "higher",
    previous: 45 + (i % 50),
    owner: "Head of service",
  }));

describe("prints", () => {
  beforeEach(() => (opened = openVisual()));

  /** The KPIs of all pages, page by page. */
  function pages(rows: readonly Row[], size: object, text = 13): string[][] {
    const found: string[][] = [];
    for (let page = 1; page < 30; page++) {
      draw(rows, { layout: { density: "print", page }, text: { size: text } }, size);
      const names = opened.all("tr.kpi .name").map(({ textContent }) => textContent!.trim());
      if (names.length === 0) return found;
      found.push(names);
      const box = opened.element.getBoundingClientRect();
      for (const row of opened.all("tbody tr"))
        expect(row.getBoundingClientRect().bottom - box.top).to.be.at.most(
          box.height,
          `row below page ${page}`,
        );
      expect(Math.min(...textSizes("table"))).to.be.at.least(LEAST - 0.01, "smallest text");
      expect(opened.all("tbody tr").at(-1)!.matches(".section")).to.equal(false);
      expect(opened.one("tbody tr").matches(".section")).to.equal(true);
    }
    throw new Error("The pages have no end.");
  }

  it("hold 98 KPIs on A4, each once and in order, with no text below 6 points", () => {
    const rows = manyKpis(98);
    const made = pages(rows, A4);
    expect(made.flat()).to.deep.equal(rows.map(({ indicator }) => String(indicator).trim()));
    expect(made.length).to.be.within(2, 4);
    const continued = made.filter((_, i) => {
      draw(rows, { layout: { density: "print", page: i + 1 } }, A4);
      expect(opened.one(".page-note").textContent).to.equal(`Page ${i + 1} of ${made.length}`);
      return opened
        .all("tr.section")
        .some(({ textContent }) => textContent!.includes("(continued)"));
    });
    expect(continued).to.have.length.above(0);
    draw(rows, { layout: { density: "print", page: made.length + 1 } }, A4);
    expect(opened.one(".page-note").textContent).to.contain(`There is no page ${made.length + 1}`);
  });

  it("have no text below 6 points at other text sizes and on small paper", () => {
    const rows = manyKpis(40);
    for (const text of [9, 13, 20])
      expect(pages(rows, { width: 794, height: 560 }, text).flat(), `${text}`).to.have.length(40);
  });

  it("say nothing of pages where all is on one", () => {
    draw(boardPaper(), { layout: { density: "print" } }, { width: 1280, height: 720 });
    expect(opened.all("tr.kpi")).to.have.length(20);
    expect(opened.all(".page-note")).to.have.length(0);
  });
});

describe("columns", () => {
  for (const locale of ["en-GB", "cy-GB"] as const)
    for (const size of [13, 20])
      it(`cut no word and no figure: ${locale}, text size ${size}`, () => {
        opened = openVisual({ locale });
        for (const width of [320, 640, 1000, 1280, 1400, 1920]) {
          draw(
            boardPaper().map((row) => ({ ...row, englandPeriod: row.england && "2023/24" })),
            { text: { size }, columns: { monthsShow: false } },
            { width, height: 720 },
          );
          const what = `${width} pixels`;
          expect(cut("tr.kpi:not(.absent) > td:not(.c-neighbours, .c-status)"), what).to.deep.equal(
            [],
          );
          expect(
            cut("thead th button, table:not(.icons-only) .pill-word, .direction"),
            what,
          ).to.deep.equal([]);
        }
      });

  it("leave the indicator what its names need and no more, and share the rest", () => {
    opened = openVisual();
    const rows = Array.from({ length: 20 }, (_, i) => ({
      indicator: `Calls answered in time, team ${i}`,
      value: i,
      target: 10,
      polarity: "higher",
      ownStatus: "Green",
    }));
    draw(rows, {}, { width: 1920, height: 720 });
    const name = opened.one("tr.kpi .c-indicator").getBoundingClientRect();
    expect(name.width).to.be.within(160, 320);
    for (const text of opened.all(".name"))
      expect(text.getClientRects().length).to.be.at.most(1, text.textContent!);
    draw(boardPaper(), {}, { width: 1920, height: 1080 });
    const wrapped = opened
      .all(".name")
      .filter(({ offsetHeight }) => offsetHeight > 20)
      .map(({ textContent }) => textContent!);
    expect(wrapped.every((text) => text.length > 80)).to.equal(true, wrapped.join("; "));
  });

  it("show the period of a comparator whole", () => {
    opened = openVisual();
    const row = {
      indicator: "Plans",
      value: 50,
      period: "2024-03",
      england: 46.4,
      englandPeriod: "12 months to Mar 2024",
    };
    draw([row], {}, { width: 1400, height: 400 });
    const period = opened.one("td.c-england small");
    expect(period.scrollWidth).to.be.at.most(period.clientWidth + 1);
    expect(period.textContent).to.contain("12 months to Mar 2024");
  });
});

describe("process charts", () => {
  const months = (count: number, of: (i: number) => number): Row[] =>
    Array.from({ length: count }, (_, i) => {
      const numerator = Math.round(of(i) * 0.9);
      return {
        indicator: "Plans",
        period: `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
        polarity: "higher",
        unit: "%",
        value: (100 * numerator) / of(i),
        numerator,
        denominator: of(i),
      };
    });
  const said = (chart: string, rows: readonly Row[]): string => {
    draw(rows, { layout: { view: "trend" }, trend: { chart } }, { width: 900, height: 500 });
    return opened.one(".spc").textContent!;
  };

  it("say by which chart they speak, and are p charts where the parts make one", () => {
    opened = openVisual();
    const rows = months(18, (i) => 30 + ((i * 7) % 25));
    expect(said("xmr", rows)).to.match(/^XmR chart: /);
    expect(said("parts", rows)).to.match(/^p chart: /);
    const upper = opened
      .all("text.end.xmr")
      .find(({ textContent }) => textContent!.startsWith("Upper"))!;
    expect(parseFloat(upper.textContent!.replace(/\D+/, ""))).to.be.at.most(100);
    expect(
      said(
        "parts",
        rows.map((row) => ({ ...row, numerator: null })),
      ),
    ).to.match(/^XmR chart: /);
  });
});

describe("small and other pages", () => {
  it("show name, value and status on a phone, with room for a finger", () => {
    opened = openVisual();
    draw(boardPaper(), {}, { width: 320, height: 640 });
    expect(opened.all("thead th").map(({ textContent }) => textContent)).to.deep.equal([
      "Indicator",
      "Latest",
      "Status",
    ]);
    for (const row of opened.all("tr.kpi")) expect(row.offsetHeight).to.be.at.least(44);
    expect(opened.one(".scroller").scrollWidth).to.be.at.most(320);
  });

  it("bring the own bar into sight among 152 neighbours", () => {
    opened = openVisual();
    const area = (areaRole: string, name: string, value: number): Row => ({
      indicator: "Plans",
      period: "2024",
      polarity: "higher",
      areaRole,
      area: name,
      value,
    });
    for (const own of [0, 60, 100]) {
      const rows = [area("own", "Ours", own)];
      for (let i = 0; i < 152; i++) rows.push(area("neighbour", `Area ${i}`, 1 + (i % 98)));
      draw(rows, { layout: { view: "neighbours" } }, { width: 700, height: 400 });
      const bar = opened.one(".area.own").getBoundingClientRect();
      const view = opened.one(".scroller").getBoundingClientRect();
      expect(bar.top, `own ${own}`).to.be.at.least(view.top - 1);
      expect(bar.bottom, `own ${own}`).to.be.at.most(view.bottom + 1);
    }
  });

  for (const view of ["scorecard", "cards"])
    it(`keep words, figures and room for a finger at a zoom of 200 %: ${view}`, () => {
      opened = openVisual();
      // A browser at 200 % gives a page of 1280 by 720 half as many pixels of its own.
      document.documentElement.style.zoom = "2";
      try {
        draw(boardPaper(), { layout: { view } }, { width: 640, height: 360 });
        const box = opened.element.getBoundingClientRect();
        const items = opened.all(view === "cards" ? ".card" : "tr.kpi");
        const inSight = items.filter((one) => {
          const { top, bottom, left, right } = one.getBoundingClientRect();
          return (
            top >= box.top && bottom <= box.bottom && left >= box.left && right <= box.right + 1
          );
        });
        expect(inSight.length).to.be.at.least(view === "cards" ? 2 : 4);
        expect(
          cut(
            "tr.kpi:not(.absent) > td:not(.c-neighbours, .c-status), thead th button, .direction, .pill-word, .card b",
          ),
        ).to.deep.equal([]);
        for (const button of opened.all("button"))
          expect(button.offsetHeight, button.outerHTML.slice(0, 90)).to.be.at.least(24);
      } finally {
        document.documentElement.style.zoom = "";
      }
    });

  it("read from left to right in a report that reads from right to left", () => {
    document.documentElement.dir = "rtl";
    try {
      opened = openVisual();
      draw(boardPaper(), {}, { width: 1280, height: 720 });
      const [name, value] = ["indicator", "value"].map(
        (id) => opened.one(`tr.kpi .c-${id}`).getBoundingClientRect().left,
      );
      expect(name).to.be.lessThan(value);
      expect(getComputedStyle(opened.one(".send-scorecard")).direction).to.equal("ltr");
    } finally {
      document.documentElement.dir = "";
    }
  });

  it("speak of months, days and ranks in Welsh", () => {
    opened = openVisual({ locale: "cy-GB" });
    draw(boardPaper(), {}, { width: 1400, height: 900 });
    const said = opened.one(".page").textContent!;
    expect(said).to.contain("31 Mawrth 2024").and.contain("Maw 24").and.contain("yn Chwef 24");
    expect(said).to.contain("1af o 10").and.contain("8fed o 11").and.contain("2il o 11");
    expect(said).to.not.match(/\b\d+(st|nd|rd|th)\b|\bMarch 2024\b|\bMar 24\b/);
    opened.one("tr.kpi .disclosure").click();
    expect(opened.one(".periods").textContent)
      .to.contain("Rhag 23")
      .and.not.match(/\bDec 23\b/);
  });
});

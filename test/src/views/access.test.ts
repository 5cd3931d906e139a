import { expect } from "chai";
import axe from "axe-core";
import { boardPaper } from "../support/board-paper";
import { dataViewOf } from "../../../page/visual/data-view";
import { openVisual } from "../support/open-visual";

const SCENES: readonly (readonly [
  string,
  object,
  { open?: true; highContrast?: true; empty?: true }?,
])[] = [
  [
    "scorecard",
    {
      layout: { title: "Board", readerSwitch: true },
      columns: { monthsShow: true, gapShow: true },
    },
  ],
  ["scorecard with a detail open", {}, { open: true }],
  ["scorecard in print", { layout: { density: "print" } }],
  ["scorecard in high contrast", {}, { highContrast: true }],
  ["cards", { layout: { view: "cards", title: "Headlines" } }],
  ["neighbours", { layout: { view: "neighbours", readerSwitch: true } }],
  ["areas", { layout: { view: "areas", readerSwitch: true } }],
  ["small multiples", { layout: { view: "neighbours", multiples: true } }],
  ["trend", { layout: { view: "trend", readerSwitch: true } }],
  ["process chart", { layout: { view: "trend" }, trend: { chart: "xmr" } }],
  ["p or u chart", { layout: { view: "trend" }, trend: { chart: "parts" } }],
  ["landing page", {}, { empty: true }],
];

/** What a screen reader calls an element. */
const nameOf = (element: HTMLElement): string => {
  axe.setup(document);
  const name = axe.commons.text.accessibleText(element);
  axe.teardown();
  return name;
};

describe("names of rows", () => {
  const percent = { formats: { value: '0.0"%"' } };
  const issued = {
    indicator: "New plans issued within 20 weeks",
    period: "2024-01",
    target: 90,
    polarity: "higher",
  };
  for (const [what, rows, name] of [
    [
      "value, status and direction",
      [
        { ...issued, value: 60 },
        { ...issued, period: "2024-02", value: 67 },
      ],
      "New plans issued within 20 weeks, 67.0 per cent, missed, improving",
    ],
    [
      "words in place of a figure",
      [{ ...issued, value: null, statusWords: "awaiting data" }],
      "New plans issued within 20 weeks, awaiting data, not rated",
    ],
    [
      "no status where nobody asked for one",
      [{ indicator: "Plans", value: 12 }],
      "Plans, 12.0 per cent",
    ],
    [
      "the author's own status as the author's",
      [{ indicator: "Plans", value: 12, ownStatus: "Green" }],
      "Plans, 12.0 per cent, Given in the data: Green",
    ],
  ] as const)
    it(`say whole: ${what}`, () => {
      const opened = openVisual();
      opened.update(dataViewOf(rows, percent));
      const said = nameOf(opened.one("tr.kpi"));
      opened.close();
      expect(said).to.equal(name);
    });

  it("say what is not sure", () => {
    const opened = openVisual();
    opened.update(
      dataViewOf([{ indicator: "Plans", value: 67.4, target: 0.95, polarity: "higher" }]),
    );
    const said = nameOf(opened.one("tr.kpi"));
    opened.close();
    expect(said).to.contain("not rated").and.not.contain("met");
  });
});

describe("trends", () => {
  it("are told in words in the row and in the chart", () => {
    const opened = openVisual();
    const rows = [60, 64, 67].map((value, i) => ({
      indicator: "Plans",
      period: `2024-0${i + 1}`,
      value,
      unit: "%",
    }));
    opened.update(dataViewOf(rows));
    const said = "Plans: 3 figures, from 60% in 2024-01 to 67% in 2024-03";
    expect(opened.one("td.c-trend .sr-only").textContent).to.equal(said);
    opened.update(dataViewOf(rows, { objects: { layout: { view: "trend" } } }));
    expect(opened.one("svg.trend").getAttribute("aria-label")).to.equal(said);
    opened.close();
  });
});

describe("accessibility by axe", function () {
  this.timeout(20_000);
  for (const [name, objects, { open, highContrast, empty } = {}] of SCENES) {
    it(`finds nothing in: ${name}`, async () => {
      const opened = openVisual({ highContrast });
      opened.update(empty ? undefined : dataViewOf(boardPaper(), { objects: objects as never }), {
        width: 1500,
        height: 900,
      });
      if (open) opened.one("tr.kpi .disclosure").click();
      const { violations } = await axe.run(opened.element, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        rules: {
          region: { enabled: false },
          "page-has-heading-one": { enabled: false },
          "landmark-one-main": { enabled: false },
        },
      });
      opened.close();
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary ?? ""}`,
        ),
      ).to.deep.equal([]);
    });
  }
});

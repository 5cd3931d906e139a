import { expect } from "chai";
import axe from "axe-core";
import { boardPaper } from "../support/board-paper";
import { dataViewOf } from "../support/data-view";
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
  ["small multiples", { layout: { view: "neighbours", multiples: true } }],
  ["trend", { layout: { view: "trend", readerSwitch: true } }],
  ["process chart", { layout: { view: "trend" }, trend: { chart: "xmr" } }],
  ["landing page", {}, { empty: true }],
];

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

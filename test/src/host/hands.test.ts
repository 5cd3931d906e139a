import { expect } from "chai";
import { boardPaper } from "../support/board-paper";
import { dataViewOf } from "../../../page/visual/data-view";
import { openVisual, type OpenVisual } from "../support/open-visual";

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("hands", () => {
  let opened: OpenVisual;
  const row = (index: number): HTMLElement => opened.all("tr.kpi")[index];
  const open = (options?: Parameters<typeof openVisual>[0]): void => {
    opened?.close();
    opened = openVisual(options);
    opened.update(dataViewOf(boardPaper()));
    opened.taken();
  };
  beforeEach(() => open());
  afterEach(() => opened.close());

  describe("mouse", () => {
    it("selects a KPI's own rows, adds with Ctrl, and clears on empty space", async () => {
      row(0).click();
      await settled();
      expect(row(0).getAttribute("aria-selected")).to.equal("true");
      expect(opened.selectedRows()).to.have.length(18);
      row(1).dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true }));
      await settled();
      expect(opened.all('tr.kpi[aria-selected="true"]')).to.have.length(2);
      opened.one(".summary").click();
      await settled();
      expect(opened.all('[aria-selected="true"]')).to.have.length(0);
    });
    it("shows what a bookmark selects", () => {
      opened.bookmark([17]);
      expect(row(0).getAttribute("aria-selected")).to.equal("true");
    });
    it("opens the host's menu on a row and on empty space, and no menu of the browser's", () => {
      for (const [element, has] of [
        [row(2), true],
        [opened.one(".summary"), false],
      ] as const) {
        const event = new MouseEvent("contextmenu", {
          bubbles: true,
          cancelable: true,
          clientX: 5,
          clientY: 6,
        });
        element.dispatchEvent(event);
        expect(event.defaultPrevented).to.equal(true);
        const [id, place] = opened.calls.splice(0)[0].values as [
          { row?: number },
          { x: number; y: number },
        ];
        expect([typeof id.row === "number", place]).to.deep.equal([has, { x: 5, y: 6 }]);
      }
    });
    it("shows a tooltip with value, target and status, moves it, and hides it", () => {
      const over = (element: HTMLElement): void =>
        void element.dispatchEvent(
          new PointerEvent("pointermove", { bubbles: true, clientX: 9, clientY: 9 }),
        );
      over(row(0));
      over(row(0));
      over(opened.one(".summary"));
      expect(opened.calls.map(({ name }) => name)).to.deep.equal([
        "tooltip.show",
        "tooltip.move",
        "tooltip.hide",
      ]);
      const { dataItems, identities } = opened.calls[0].values[0] as {
        dataItems: { displayName: string; value: string }[];
        identities: unknown[];
      };
      expect(dataItems.slice(0, 2)).to.deep.equal([
        { displayName: "Indicator", value: "New plans issued within 20 weeks" },
        { displayName: "Value", value: "67.0%" },
      ]);
      expect(dataItems.map(({ displayName }) => displayName)).to.include.members([
        "Period",
        "Status",
        "Target",
        "Distance from target",
        "Neighbours",
      ]);
      expect(identities).to.have.length(1);
    });
    it("opens the detail in place, and keeps it in the report", () => {
      row(0).querySelector<HTMLElement>(".disclosure")!.click();
      expect(opened.one("tr.detail").previousElementSibling).to.equal(row(0));
      expect(opened.one("tr.detail").textContent).to.contain("Mar 24").and.contain("Backlog team");
      expect(opened.taken()).to.deep.equal(["persistProperties"]);
      row(0).querySelector<HTMLElement>(".disclosure")!.click();
      expect(opened.all("tr.detail")).to.have.length(0);
    });
    it("closes a section, sorts by a heading, and shows exceptions only", () => {
      const names = (): (string | null)[] =>
        opened.all("tr.kpi .name").map(({ textContent }) => textContent);
      opened.one("tr.section .disclosure").click();
      expect(names()).to.have.length(13);
      opened.one("tr.section .disclosure").click();
      opened.one('thead [data-column="value"]').click();
      expect(opened.one("th.c-value").getAttribute("aria-sort")).to.equal("ascending");
      expect(opened.all("tr.section")).to.have.length(0);
      opened.one('[data-act="exceptions"]').click();
      expect(opened.one('[data-act="exceptions"]').getAttribute("aria-pressed")).to.equal("true");
      expect(names().length).to.be.lessThan(12);
    });
    it("does nothing where the host allows no interaction", () => {
      open({ allowInteractions: false });
      row(0).click();
      row(0).querySelector<HTMLElement>(".disclosure")!.click();
      row(0).dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
      expect(opened.taken()).to.deep.equal([]);
    });
  });

  describe("keyboard", () => {
    const focused = (): HTMLElement => document.activeElement as HTMLElement;
    it("has one row in the order of Tab, and moves by arrows, Home and End", () => {
      const reachable = opened.all('table [tabindex="0"]');
      expect(reachable).to.have.length(1);
      reachable[0].focus();
      expect(focused().classList.contains("section")).to.equal(true);
      opened.key("ArrowDown");
      expect(focused()).to.equal(row(0));
      opened.key("End");
      expect(focused()).to.equal(opened.all("tr.kpi").at(-1));
      opened.key("Home");
      opened.key("ArrowUp");
      expect(focused().matches("thead button")).to.equal(true);
      opened.key("ArrowRight");
      expect(focused()).to.equal(opened.all("thead button")[1]);
      opened.key("ArrowDown");
      expect(focused().classList.contains("section")).to.equal(true);
    });
    it("opens and closes the detail with Enter and keeps the focus on the row", () => {
      row(1).focus();
      opened.key("Enter");
      expect(opened.all("tr.detail")).to.have.length(1);
      expect(focused()).to.equal(row(1));
      opened.key("Enter");
      expect(opened.all("tr.detail")).to.have.length(0);
    });
    it("selects with Space, and closes, clears and leaves with Esc", async () => {
      row(1).focus();
      opened.key(" ");
      await settled();
      expect(row(1).getAttribute("aria-selected")).to.equal("true");
      opened.key("ArrowRight");
      expect(opened.all("tr.detail")).to.have.length(1);
      opened.key("Escape");
      expect(opened.all("tr.detail")).to.have.length(0);
      opened.key("Escape");
      await settled();
      expect(opened.selectedRows()).to.have.length(0);
      expect(focused()).to.equal(document.body);
    });
    it("closes a section with the left arrow and opens it with the right", () => {
      opened.one("tr.section").focus();
      opened.key("ArrowLeft");
      expect(opened.all("tr.kpi")).to.have.length(13);
      expect(focused().dataset.section).to.equal("Timeliness");
      opened.key("ArrowRight");
      expect(opened.all("tr.kpi")).to.have.length(20);
    });
    it("moves through thousands of rows that are not in the page", () => {
      const rows = Array.from({ length: 3000 }, (_, index) => ({
        indicator: `KPI ${index}`,
        value: index,
      }));
      opened.update(dataViewOf(rows));
      expect(opened.all("tr.kpi").length).to.be.lessThan(120);
      expect(opened.one("table").getAttribute("aria-rowcount")).to.equal("3001");
      row(0).focus();
      opened.key("End");
      expect(focused().dataset.key).to.contain("KPI 2999");
      opened.key("ArrowUp");
      expect(focused().dataset.key).to.contain("KPI 2998");
    });
    it("reaches cards with the arrows", () => {
      opened.update(dataViewOf(boardPaper(), { objects: { layout: { view: "cards" } } }));
      expect(opened.all('.card-face[tabindex="0"]')).to.have.length(1);
      opened.all(".card-face")[0].focus();
      opened.key("ArrowRight");
      expect(focused()).to.equal(opened.all(".card-face")[1]);
    });
  });
});

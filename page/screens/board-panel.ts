import { html } from "../../src/views/element";
import type { BuildAnswer } from "../messages";
import { button } from "../parts/field";
import { areasIn, boardsIn, rowsOnBoard } from "../visual/areas";
import { boardViews, boardVisual, type BoardView, type BoardVisual } from "../visual/board-visual";

interface Panel {
  readonly panel: HTMLElement;
  shown(): void;
}

/** Views that show one KPI, which the reader chooses. */
const OF_ONE: ReadonlySet<string> = new Set(["neighbours", "areas", "trend"]);

/** The KPIs to choose from; those that are compared with areas come first. */
function kpiOptions(board: BuildAnswer["board"]): HTMLElement[] {
  const isCompared = new Set(
    board.filter(({ areaRole }) => areaRole === "neighbour").map(({ indicator }) => indicator),
  );
  const names = [...new Set(board.map(({ indicator }) => String(indicator)))];
  const group = (label: string, of: readonly string[]): HTMLElement[] =>
    of.length === 0
      ? []
      : [html("optgroup", { label }, ...of.map((name) => html("option", { value: name }, name)))];
  return [
    ...group(
      "Compared with neighbours",
      names.filter((name) => isCompared.has(name)),
    ),
    ...group(
      "Others",
      names.filter((name) => !isCompared.has(name)),
    ),
  ];
}

/** A choice among names, which is not shown where there is one or none. */
function choiceOf(id: string, label: string, names: readonly string[]) {
  const select = html(
    "select",
    { id },
    ...names.map((name) => html("option", { value: name }, name)),
  );
  const choice = html(
    "div",
    { class: "one", hidden: names.length < 2 },
    html("label", { for: id }, label),
    select,
  );
  return { select, choice };
}

const isView = (id: string): id is BoardView => boardViews.some((view) => view.id === id);

/** The board, drawn by the code of the Power BI visual, in the view that the reader chooses. */
export function boardPanel({ board }: BuildAnswer): Panel {
  const place = html("div", { class: "board" });
  const areas = areasIn(board);
  let visual: BoardVisual | null = null;
  const choice = html("fieldset", { class: "views" }, html("legend", {}, "View"));
  // One area has nothing to stand beside.
  const views = boardViews.filter(({ id }) => id !== "areas" || areas.length > 1);
  for (const [i, { id, name }] of views.entries())
    choice.append(
      html("input", { type: "radio", name: "view", id: `view-${id}`, value: id, checked: i === 0 }),
      html("label", { for: `view-${id}` }, name),
    );
  const kpis = html("select", { id: "kpi" }, ...kpiOptions(rowsOnBoard(board, boardsIn(board)[0])));
  const one = html(
    "div",
    { class: "one", hidden: true },
    html("label", { for: "kpi" }, "KPI"),
    kpis,
  );
  const { select: area, choice: whose } = choiceOf("area", "Area", areas);
  const { select: ofBoard, choice: which } = choiceOf("board", "Board", boardsIn(board));
  let view: BoardView = "scorecard";
  const show = (): void => {
    one.hidden = !OF_ONE.has(view);
    const [indicator, of] = [kpis.value, ofBoard.value];
    visual?.show(view, { indicator, area: area.value, board: of });
  };
  choice.addEventListener("change", ({ target }) => {
    const { value } = target as HTMLInputElement;
    if (isView(value)) view = value;
    show();
  });
  kpis.addEventListener("change", show);
  ofBoard.addEventListener("change", () => {
    kpis.replaceChildren(...kpiOptions(rowsOnBoard(board, ofBoard.value)));
    show();
  });
  area.addEventListener("change", show);
  const resize = (all?: boolean): void => {
    if (place.isConnected && place.offsetParent) visual?.resize(all);
  };
  addEventListener("beforeprint", () => resize(true));
  addEventListener("afterprint", () => resize(false));
  addEventListener("resize", () => resize());
  const panel =
    board.length === 0
      ? html("div", {}, html("p", {}, "There are no figures to show."))
      : html(
          "div",
          {},
          html(
            "div",
            { class: "bar" },
            choice,
            which,
            whose,
            one,
            button("Print", () => print(), "button secondary"),
          ),
          place,
        );
  return {
    panel,
    shown() {
      if (board.length === 0) return;
      if (visual) return visual.resize();
      visual = boardVisual(place, board, "");
      show();
    },
  };
}

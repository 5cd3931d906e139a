import { html } from "../../src/views/element";
import type { Built } from "../messages";
import { button } from "../parts/field";
import { boardViews, boardVisual, type BoardView, type BoardVisual } from "../visual/board-visual";

export interface Panel {
  readonly panel: HTMLElement;
  shown(): void;
}

const isView = (id: string): id is BoardView => boardViews.some((view) => view.id === id);

/** The board, drawn by the code of the Power BI visual, in the view that the reader chooses. */
export function boardPanel({ board }: Built): Panel {
  const place = html("div", { class: "board" });
  let visual: BoardVisual | null = null;
  const choice = html("fieldset", { class: "views" }, html("legend", {}, "View"));
  for (const [i, { id, name }] of boardViews.entries())
    choice.append(
      html("input", { type: "radio", name: "view", id: `view-${id}`, value: id, checked: i === 0 }),
      html("label", { for: `view-${id}` }, name),
    );
  choice.addEventListener("change", ({ target }) => {
    const { value } = target as HTMLInputElement;
    if (isView(value)) visual?.show(value);
  });
  addEventListener("beforeprint", () => visual?.resize(true));
  addEventListener("afterprint", () => visual?.resize());
  addEventListener("resize", () => {
    if (place.isConnected && place.offsetParent) visual?.resize();
  });
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
      visual.show("scorecard");
    },
  };
}

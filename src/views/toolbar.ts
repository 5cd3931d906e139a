import { html } from "./element";
import type { Scene } from "./scene";

const VIEWS = ["scorecard", "cards", "neighbours", "areas", "trend"] as const;

/**
 * Buttons for the reader: exceptions, the order, all sections at once, and the view where the
 * author lets readers switch. Null where there are none.
 */
export function toolbar({ settings, state, words, scorecard }: Scene): HTMLElement | null {
  const { layout } = settings;
  if (layout.density === "print") return null;
  const buttons: HTMLElement[] = [];
  const button = (
    act: string,
    text: string,
    pressed: boolean | null,
    extra: Readonly<Record<string, string>> = {},
  ): void => {
    buttons.push(
      html(
        "button",
        {
          type: "button",
          "data-act": act,
          "aria-pressed": pressed === null ? null : String(pressed),
          ...extra,
        },
        text,
      ),
    );
  };
  if (layout.readerSwitch)
    for (const view of VIEWS)
      // One area has nothing to stand beside.
      if (view !== "areas" || scorecard.kpis.some(({ area }) => area !== null))
        button("view", words(`choice_${view}`), state.view === view, { "data-view": view });
  if (layout.toolbar && state.view === "scorecard") {
    button("exceptions", words("exceptions_only"), state.exceptions);
    button(
      "furthest",
      words("furthest_first"),
      state.sort?.column === "gap" && !state.sort.descending,
    );
    if (
      layout.sections &&
      !state.sort &&
      !state.exceptions &&
      scorecard.kpis.some(({ section }) => section !== null)
    )
      button("sections", words(state.collapsed.length > 0 ? "expand_all" : "collapse_all"), null);
  }
  return buttons.length === 0
    ? null
    : html("div", { class: "toolbar", role: "group", "aria-label": words("toolbar") }, ...buttons);
}

import type { ScorecardView } from "../views/scorecard/scorecard";
import { keyOf, pressOf, type Handlers } from "./interactions";

const ITEMS = "tr.kpi, tr.section, .card-face";

/** Where the keyboard is: the line by its KPI or section, so that it is found again after a redraw. */
export interface Place {
  readonly attribute: "data-key" | "data-section" | "data-column";
  readonly value: string;
}

export interface Keyboard {
  /** To call after each redraw: makes one item reachable by Tab and gives the focus back where the visual had it. */
  restore(view: ScorecardView | null): void;
}

/**
 * Arrow keys move between rows (up from the first to the headings, sideways along these), Home and End go to the ends, Space selects,
 * Enter opens the detail, left and right close and open a section, Esc closes the detail, then clears the selection and leaves.
 */
export function keyboardOn(
  root: HTMLElement,
  handlers: Handlers,
  isOpen: () => string | null,
): Keyboard {
  let place: Place | null = null;
  let view: ScorecardView | null = null;
  const items = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(ITEMS)];

  const focus = (item: HTMLElement | null | undefined): void => {
    if (!item) return;
    for (const other of root.querySelectorAll<HTMLElement>(
      '.page [tabindex="0"]:is(tr, .card-face, th button)',
    ))
      other.tabIndex = -1;
    item.tabIndex = 0;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };
  const toLine = (index: number): void => focus(view?.reveal(index));
  const step = (from: HTMLElement, by: number): void => {
    if (view && from.matches("tr")) {
      const index = Number(from.getAttribute("aria-rowindex")) - 2 + by;
      if (index < 0) focus(root.querySelector<HTMLElement>("thead button"));
      else toLine(Math.min(index, view.lines.length - 1));
      return;
    }
    const list = items();
    focus(list[Math.max(0, Math.min(list.length - 1, list.indexOf(from) + by))]);
  };

  root.addEventListener("focusin", (event) => {
    const target = event.target as HTMLElement;
    place = placeOf(target);
    if (target.matches(ITEMS) && target.matches(":focus-visible")) {
      const box = target.getBoundingClientRect();
      handlers.point(keyOf(target), box.left + Math.min(240, box.width / 3), box.bottom, false);
    }
  });
  root.addEventListener("focusout", () => handlers.point(null, 0, 0, false));

  root.addEventListener("keydown", (event) => {
    if (!handlers.enabled()) return;
    const target = event.target as HTMLElement;
    if (event.key === "Escape") return leave();
    const item = target.closest<HTMLElement>(ITEMS);
    const heading = target.closest<HTMLElement>("thead button");
    if (heading) headings(event, heading);
    else if (item && item === target) rows(event, item);
  });

  function rows(event: KeyboardEvent, item: HTMLElement): void {
    const key = keyOf(item);
    const page = 10;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(item, 1),
      ArrowUp: () => step(item, -1),
      PageDown: () => step(item, page),
      PageUp: () => step(item, -page),
      Home: () => (view ? toLine(0) : focus(items()[0])),
      End: () => (view ? toLine(view.lines.length - 1) : focus(items().at(-1))),
      ArrowRight: () => (item.matches(".card-face") ? step(item, 1) : toggle(item, "false")),
      ArrowLeft: () => (item.matches(".card-face") ? step(item, -1) : toggle(item, "true")),
      Enter: () =>
        item.matches(".card-face") && key !== null
          ? handlers.select(key, event.ctrlKey || event.metaKey)
          : toggle(item, null),
      " ": () =>
        key === null
          ? toggle(item, null)
          : handlers.select(key, event.ctrlKey || event.metaKey || event.shiftKey),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  function headings(event: KeyboardEvent, heading: HTMLElement): void {
    const all = [...root.querySelectorAll<HTMLElement>("thead button")];
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by !== 0) focus(all[all.indexOf(heading) + by]);
    else if (event.key === "ArrowDown") toLine(0);
    else return;
    event.preventDefault();
  }

  /** Presses the item's disclosure button where its state is the one asked for (any where null). */
  function toggle(item: HTMLElement, expanded: string | null): void {
    const button = item.querySelector(".disclosure");
    const press =
      button && (expanded === null || button.getAttribute("aria-expanded") === expanded)
        ? pressOf(button)
        : null;
    if (press) handlers.press(press);
  }

  function leave(): void {
    const open = isOpen();
    if (open !== null) return handlers.press({ act: "open", of: open });
    handlers.clear();
    (document.activeElement as HTMLElement | null)?.blur();
  }

  return {
    restore: (next) => {
      view = next;
      const had = root.dataset.focused === "true";
      const line =
        place && next
          ? next.lines.findIndex(
              (item) => (item.kind === "kpi" ? item.kpi.key : item.id) === place?.value,
            )
          : -1;
      const again =
        line >= 0 && had
          ? next!.reveal(line)
          : place
            ? root.querySelector<HTMLElement>(
                `[${place.attribute}="${CSS.escape(place.value)}"]${place.attribute === "data-column" ? "" : ":is(tr, .card-face)"}`,
              )
            : null;
      const first = again ?? items()[0];
      if (first) first.tabIndex = 0;
      if (had && again) again.focus({ preventScroll: true });
    },
  };
}

function placeOf(element: HTMLElement): Place | null {
  for (const attribute of ["data-key", "data-section", "data-column"] as const) {
    const value = element.closest(`[${attribute}]`)?.getAttribute(attribute);
    if (value) return { attribute, value };
  }
  return null;
}

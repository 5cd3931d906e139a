import type { ScorecardView } from "../views/scorecard/scorecard";
import { keyOf, pressOf, type Handlers } from "./interactions";

const ITEMS = "tr.kpi, tr.section, .card-face";
/** Lines that the page keys move by. */
const PAGE = 10;

const itemsOf = (root: HTMLElement): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(ITEMS),
];

/**
 * Where the keyboard is: the line by its KPI or section, so that it is found again after a redraw.
 */
interface Place {
  readonly attribute: "data-key" | "data-section" | "data-column";
  readonly value: string;
}

export interface Keyboard {
  /** To call before each redraw: no item is reachable by Tab until `restore`. */
  release(): void;
  /**
   * To call after each redraw: makes one item reachable by Tab and gives the focus back where the
   * visual had it.
   */
  restore(view: ScorecardView | null): void;
}

/** Moves the focus among the lines in view. */
interface Walk {
  focus(item: HTMLElement | null | undefined): void;
  toFirst(): void;
  toLast(): void;
  step(from: HTMLElement, by: number): void;
}

/** Takes an item into the reach of Tab in place of the one before, or none. */
type Reach = (item: HTMLElement | null) => void;

/** Only one item at a time; to look for it among all would cost a walk through the page. */
function reachOf(): Reach {
  let reached: HTMLElement | null = null;
  return (item) => {
    if (reached) reached.tabIndex = -1;
    if (item) item.tabIndex = 0;
    reached = item;
  };
}

function walkIn(root: HTMLElement, reach: Reach, viewOf: () => ScorecardView | null): Walk {
  const items = (): HTMLElement[] => itemsOf(root);
  const focus = (item: HTMLElement | null | undefined): void => {
    if (!item) return;
    reach(item);
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };
  const toLine = (view: ScorecardView, index: number): void => focus(view.reveal(index));
  return {
    focus,
    toFirst: () => {
      const view = viewOf();
      if (view) toLine(view, 0);
      else focus(items()[0]);
    },
    toLast: () => {
      const view = viewOf();
      if (view) toLine(view, view.lines.length - 1);
      else focus(items().at(-1));
    },
    step: (from, by) => {
      const view = viewOf();
      if (view && from.matches("tr")) {
        const index = Number(from.getAttribute("aria-rowindex")) - 2 + by;
        if (index < 0) focus(root.querySelector<HTMLElement>("thead button"));
        else toLine(view, Math.min(index, view.lines.length - 1));
        return;
      }
      const list = items();
      focus(list[Math.max(0, Math.min(list.length - 1, list.indexOf(from) + by))]);
    },
  };
}

/** What the keys do on a row or card, by the name of the key. */
function movesOn(
  item: HTMLElement,
  event: KeyboardEvent,
  handlers: Handlers,
  { step, toFirst, toLast }: Walk,
): Readonly<Record<string, () => void>> {
  const key = keyOf(item);
  const isCard = item.matches(".card-face");
  const isCommand = event.ctrlKey || event.metaKey;
  /** Presses the item's disclosure button where its state is the one asked for (any where null). */
  const toggle = (expanded: string | null): void => {
    const button = item.querySelector(".disclosure");
    if (!button || (expanded !== null && button.getAttribute("aria-expanded") !== expanded)) return;
    const press = pressOf(button);
    if (press) handlers.press(press);
  };
  return {
    ArrowDown: () => step(item, 1),
    ArrowUp: () => step(item, -1),
    PageDown: () => step(item, PAGE),
    PageUp: () => step(item, -PAGE),
    Home: toFirst,
    End: toLast,
    ArrowRight: () => (isCard ? step(item, 1) : toggle("false")),
    ArrowLeft: () => (isCard ? step(item, -1) : toggle("true")),
    Enter: () => (isCard && key !== null ? handlers.select(key, isCommand) : toggle(null)),
    " ": () => (key === null ? toggle(null) : handlers.select(key, isCommand || event.shiftKey)),
  };
}

/**
 * What the keys do on a heading: sideways along the headings, down to the first line. True where
 * the key did something.
 */
function moveOnHeading(
  root: HTMLElement,
  heading: HTMLElement,
  key: string,
  { focus, toFirst }: Walk,
): boolean {
  const all = [...root.querySelectorAll<HTMLElement>("thead button")];
  if (key === "ArrowRight") focus(all[all.indexOf(heading) + 1]);
  else if (key === "ArrowLeft") focus(all[all.indexOf(heading) - 1]);
  else if (key === "ArrowDown") toFirst();
  else return false;
  return true;
}

/**
 * The element at a place after a redraw, or null; a line out of sight is brought into it where it
 * had the focus.
 */
function elementAt(
  root: HTMLElement,
  { attribute, value }: Place,
  view: ScorecardView | null,
  hadFocus: boolean,
): HTMLElement | null {
  const line = (view?.lines ?? []).findIndex(
    (item) => (item.kind === "kpi" ? item.kpi.key : item.id) === value,
  );
  if (view && line >= 0 && hadFocus) return view.reveal(line);
  const kind = attribute === "data-column" ? "" : ":is(tr, .card-face)";
  return root.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(value)}"]${kind}`);
}

/**
 * Arrow keys move between rows (up from the first to the headings, sideways along these), Home and
 * End go to the ends, Space selects,
 * Enter opens the detail, left and right close and open a section, Esc closes the detail, then
 * clears the selection and leaves.
 */
export function keyboardOn(
  root: HTMLElement,
  handlers: Handlers,
  isOpen: () => string | null,
): Keyboard {
  let place: Place | null = null;
  let view: ScorecardView | null = null;
  const reach = reachOf();
  const walk = walkIn(root, reach, () => view);

  root.addEventListener("focusin", (event) => {
    const target = event.target as HTMLElement;
    place = placeOf(target);
    if (target.matches(ITEMS) && target.matches(":focus-visible")) {
      const box = target.getBoundingClientRect();
      handlers.point(keyOf(target), box.left + Math.min(240, box.width / 3), box.bottom, false);
    }
  });
  root.addEventListener("focusout", () => handlers.point(null, 0, 0, false));

  const leave = (): void => {
    const open = isOpen();
    if (open !== null) return handlers.press({ act: "open", of: open });
    handlers.clear();
    (document.activeElement as HTMLElement | null)?.blur();
  };
  root.addEventListener("keydown", (event) => {
    if (!handlers.enabled()) return;
    const target = event.target as HTMLElement;
    if (event.key === "Escape") return leave();
    const heading = target.closest<HTMLElement>("thead button");
    if (heading) {
      if (moveOnHeading(root, heading, event.key, walk)) event.preventDefault();
      return;
    }
    if (!target.matches(ITEMS)) return;
    const move = movesOn(target, event, handlers, walk)[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  });

  return {
    release: () => reach(null),
    restore: (next) => {
      view = next;
      const hadFocus = root.dataset.focused === "true";
      const again = place && elementAt(root, place, next, hadFocus);
      reach(again ?? root.querySelector<HTMLElement>(ITEMS));
      if (hadFocus && again) again.focus({ preventScroll: true });
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

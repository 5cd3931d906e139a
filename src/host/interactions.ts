import type { Press } from "./reader-actions";

export interface Handlers {
  press(press: Press): void;
  select(key: string, multiple: boolean): void;
  clear(): void;
  menu(key: string | null, x: number, y: number): void;
  /** Over a KPI, or null on leaving it. */
  point(key: string | null, x: number, y: number, touch: boolean): void;
  /** False where the host allows no interaction. */
  enabled(): boolean;
}

const OF: Readonly<Record<string, (button: Element) => string | null | undefined>> = {
  open: (button) => keyOf(button),
  section: (button) => button.closest("[data-section]")?.getAttribute("data-section"),
  sort: (button) => button.getAttribute("data-column"),
  view: (button) => button.getAttribute("data-view"),
  polarity: (button) => button.getAttribute("data-of"),
};

/** The key of the KPI that an element lies in, or null. */
export const keyOf = (element: Element): string | null =>
  element.closest("[data-key]")?.getAttribute("data-key") ?? null;

/** The press of a button or list inside the visual, or null. */
export function pressOf(element: Element): Press | null {
  const button = element.closest("[data-act]");
  const act = button?.getAttribute("data-act");
  if (!button || !act) return null;
  return {
    act,
    of: act === "choose" ? (button as HTMLSelectElement).value : (OF[act]?.(button) ?? ""),
  };
}

/**
 * Listens on the root for all that a mouse or a finger does; rows come and go without listeners of
 * their own.
 */
export function listen(root: HTMLElement, handlers: Handlers): void {
  root.addEventListener("click", (event) => {
    if (!handlers.enabled()) return;
    const target = event.target as Element;
    const press = pressOf(target);
    if (press) {
      if (press.act !== "choose") handlers.press(press);
    } else if (!target.closest(".detail, .chooser")) {
      const key = keyOf(target);
      if (key === null) handlers.clear();
      else handlers.select(key, event.ctrlKey || event.metaKey || event.shiftKey);
    }
  });
  root.addEventListener("change", (event) => {
    const press = pressOf(event.target as Element);
    if (press?.act === "choose" && handlers.enabled()) handlers.press(press);
  });
  root.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    if (handlers.enabled())
      handlers.menu(keyOf(event.target as Element), event.clientX, event.clientY);
  });
  let over: string | null = null;
  root.addEventListener("pointermove", (event) => {
    const key = keyOf(event.target as Element);
    if (key !== null || over !== null)
      handlers.point(key, event.clientX, event.clientY, event.pointerType === "touch");
    over = key;
  });
  root.addEventListener("pointerleave", (event) => {
    over = null;
    handlers.point(null, event.clientX, event.clientY, event.pointerType === "touch");
  });
}

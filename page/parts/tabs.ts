import { html } from "../../src/views/element";

interface Tab {
  readonly id: string;
  readonly name: string;
  readonly panel: HTMLElement;
  /** Called each time that the panel comes into sight. */
  readonly shown?: () => void;
}

/** Panels of which one is in sight; arrow keys go from tab to tab. */
export function tabs(
  label: string,
  all: readonly Tab[],
): { element: HTMLElement; open(id: string): void } {
  const list = html("div", { role: "tablist", "aria-label": label, class: "tabs" });
  const heads = all.map(({ id, name, panel }) => {
    panel.id = `panel-${id}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${id}`);
    const head = html(
      "button",
      { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": panel.id },
      name,
    );
    head.addEventListener("click", () => open(id));
    list.append(head);
    return head;
  });
  function open(wanted: string): void {
    for (const [i, { id, panel, shown }] of all.entries()) {
      const isOpen = id === wanted;
      heads[i].setAttribute("aria-selected", String(isOpen));
      heads[i].tabIndex = isOpen ? 0 : -1;
      panel.hidden = !isOpen;
      if (isOpen) shown?.();
    }
  }
  const steps: Readonly<Record<string, (at: number) => number>> = {
    ArrowRight: (at) => (at + 1) % all.length,
    ArrowLeft: (at) => (at + all.length - 1) % all.length,
    Home: () => 0,
    End: () => all.length - 1,
  };
  list.addEventListener("keydown", (event) => {
    const at = heads.indexOf(document.activeElement as HTMLButtonElement);
    const step = steps[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    const to = step(at);
    open(all[to].id);
    heads[to].focus();
  });
  return { element: html("div", {}, list, ...all.map(({ panel }) => panel)), open };
}

import { html } from "../../src/views/element";

interface Shown {
  readonly coordinates: readonly number[];
  readonly dataItems?: readonly { readonly displayName: string; readonly value: string }[];
}

/** What the visual shows where the reader points. */
export interface Tooltip {
  show(options: Shown): void;
  move(options: Shown): void;
  hide(): void;
}

/** Pixels between the pointer and the box. */
const AWAY = 14;

/** A box beside the pointer; for those who see it, as the detail of a row says the same in text. */
export function tooltipIn(parent: HTMLElement): Tooltip {
  const box = html("div", { class: "tooltip", "aria-hidden": "true", hidden: true });
  parent.append(box);
  const move = ({ coordinates: [x, y] }: Shown): void => {
    const { width, height } = box.getBoundingClientRect();
    box.style.left = `${Math.max(0, Math.min(x + AWAY, innerWidth - width - 4))}px`;
    box.style.top = `${Math.max(0, y + AWAY + height > innerHeight ? y - AWAY - height : y + AWAY)}px`;
  };
  return {
    show(options) {
      const lines = (options.dataItems ?? []).map(({ displayName, value }) =>
        html("div", {}, html("span", {}, `${displayName} `), html("strong", {}, value)),
      );
      box.replaceChildren(...lines);
      box.hidden = lines.length === 0;
      move(options);
    },
    move,
    hide: () => void (box.hidden = true),
  };
}

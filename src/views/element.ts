export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Child = Node | string | null | undefined | false;

/**
 * Makes an HTML element; attributes that are null, undefined or false are left out, true ones are
 * empty. Text never becomes markup.
 */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled<E extends HTMLElement | SVGElement>(
  element: E,
  attributes: Attributes,
  children: readonly Child[],
): E {
  for (const name in attributes) {
    const value = attributes[name];
    if (value === null || value === undefined || value === false) continue;
    // A policy that allows no inline styles still lets a script set them so.
    if (name === "style") element.style.cssText = String(value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** A part of a drawing as plain data: what is the same in all its parts is drawn the same. */
export type Mark = readonly [tag: "path" | "rect" | "circle", attributes: Attributes];

/** A small picture of marks, for those who see it. */
export const picture = (className: string, { width, height, marks }: Picture): SVGSVGElement =>
  svg(
    "svg",
    {
      class: className,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "aria-hidden": "true",
    },
    ...marks.map(([tag, attributes]) => svg(tag, attributes)),
  );

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

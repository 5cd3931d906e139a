/** The element that was there, where a fresh one is the same; else the fresh one. */
export const same = <E extends Node>(before: Node | undefined, fresh: E): E =>
  before?.isEqualNode(fresh) ? (before as E) : fresh;

/** Gives a parent these children; one that is there already is not taken out of the page. */
export function place(parent: Element, wanted: readonly Node[]): void {
  const kept = new Set(wanted);
  let at = parent.firstChild;
  const skip = (): void => {
    const next = at!.nextSibling;
    if (!kept.has(at!)) at!.remove();
    at = next;
  };
  for (const node of wanted) {
    while (at && at !== node && !kept.has(at)) skip();
    if (at === node) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
  while (at) skip();
}

/**
 * Makes the nodes of a parent say what fresh ones do. One of the same kind and attributes stays:
 * a node that is new costs the browser a look at its style and its place.
 */
export function refill(parent: Element, fresh: readonly Node[]): void {
  const before = [...parent.childNodes];
  if (before.length !== fresh.length) parent.replaceChildren(...fresh);
  else fresh.forEach((node, i) => renewNode(before[i], node));
}

function renewNode(before: ChildNode, fresh: Node): void {
  if (before.nodeName !== fresh.nodeName) before.replaceWith(fresh);
  else if (before instanceof Element) {
    const element = fresh as Element;
    const names = element.getAttributeNames();
    if (names.join() !== before.getAttributeNames().join()) return before.replaceWith(fresh);
    for (const name of names) renew(before, name, element.getAttribute(name)!);
    refill(before, [...fresh.childNodes]);
  } else if (before.nodeValue !== fresh.nodeValue) before.nodeValue = fresh.nodeValue;
}

/** Sets an attribute where it says something else: to set it again would cost a look at its style. */
export function renew(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) === value) return;
  // A policy that allows no inline styles still lets a script set them so.
  if (name === "style") (element as HTMLElement | SVGElement).style.cssText = value;
  else element.setAttribute(name, value);
}

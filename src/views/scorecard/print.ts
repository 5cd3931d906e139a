import type { Line } from "../../model/arrange";
import { html } from "../element";
import type { Scene } from "../scene";

/** The smallest text of a print: 6 points, at the 96 pixels to the inch that a browser prints by. */
const LEAST_TEXT = 8;
/** Size of a print's text beside that of the settings. */
const PRINT_TEXT = 0.9;

/** How small a print may be drawn, so that no text is below the least. */
const leastZoom = ({ settings }: Scene): number =>
  Math.min(1, LEAST_TEXT / (settings.text.size * PRINT_TEXT));

/** About how much smaller a print has to be, so that its columns can use the width this gives. */
export const guessedZoom = (lines: readonly Line[], scene: Scene): number =>
  Math.max(
    leastZoom(scene),
    Math.min(
      1,
      (scene.height - 90) /
        lines.reduce((sum, { kind }) => sum + (kind === "section" ? 24 : 20), 30),
    ),
  );

/** What a print is drawn in. */
interface Sheet {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly table: HTMLTableElement;
  /** Pixels of the table before it is drawn smaller. */
  readonly width: number;
}

/**
 * Draws a table smaller until all of its rows are on the one page, but no text below the least
 * size. Where they do not fit then, one page of them is shown, the one that the settings name, and
 * how many there are.
 */
export function fitToPage({ root, scroller, table, width }: Sheet, scene: Scene): void {
  const { settings, words } = scene;
  scroller.classList.add("fitted");
  const room =
    scene.height - 2 - (scroller.getBoundingClientRect().top - root.getBoundingClientRect().top);
  const least = leastZoom(scene);
  const zoomTo = (zoom: number): void => {
    table.style.zoom = String(zoom);
    table.style.width = `${Math.min(width, scroller.clientWidth / zoom)}px`;
    table.style.setProperty("--least", `${LEAST_TEXT / zoom}px`);
  };
  let zoom = 1;
  zoomTo(zoom);
  // Borders and lines of text do not shrink evenly: measure again, a few times.
  for (let pass = 0; pass < 4 && zoom > least; pass++) {
    const taken = heightOf(table);
    if (taken <= room || taken === 0 || room <= 0) break;
    zoom = Math.max(least, Math.floor(zoom * (room / taken) * 1000) / 1000);
    zoomTo(zoom);
  }
  const body = table.tBodies[0];
  const note = html("p", { class: "page-note", role: "note" });
  const fits = heightOf(table) <= room || room <= 0;
  const pages = fits
    ? [[...body.rows]]
    : pagesOf(body, room - heightOf(table.tHead!) - NOTE, words);
  const { page } = settings.layout;
  if (pages.length === 1 && page === 1) return;
  body.replaceChildren(...(pages[page - 1] ?? []));
  note.textContent = words(page > pages.length ? "page_beyond" : "page_of", page, pages.length);
  root.append(note);
}

/** Pixels of the line that says which page it is. */
const NOTE = 22;

const heightOf = (element: HTMLElement): number => element.getBoundingClientRect().height;
const isSection = (row: HTMLTableRowElement): boolean => row.matches(".section");

/**
 * The rows page by page: a heading stays with the row below it, and the headings in force are told
 * again at the top of the next page.
 */
function pagesOf(
  body: HTMLTableSectionElement,
  room: number,
  words: Scene["words"],
): HTMLTableRowElement[][] {
  const pages: HTMLTableRowElement[][] = [[]];
  /** The heading of each level in force. */
  let headings: HTMLTableRowElement[] = [];
  let waiting: HTMLTableRowElement[] = [];
  let taken = 0;
  const heights = new Map([...body.rows].map((row) => [row, heightOf(row)]));
  const sum = (rows: readonly HTMLTableRowElement[]): number =>
    rows.reduce((total, row) => total + heights.get(row)!, 0);
  for (const row of body.rows) {
    if (isSection(row)) {
      const isInner = row.matches(".level-2");
      headings = [...headings.filter((other) => isInner && !other.matches(".level-2")), row];
      waiting.push(row);
      continue;
    }
    const block = [...waiting, row];
    if (taken + sum(block) > room && pages[pages.length - 1].length > 0) {
      const again = headings.filter((heading) => !waiting.includes(heading));
      pages.push(again.map((heading) => continued(heading, words)));
      taken = sum(again);
    }
    pages[pages.length - 1].push(...block);
    taken += sum(block);
    waiting = [];
  }
  pages[pages.length - 1].push(...waiting);
  return pages;
}

function continued(heading: HTMLTableRowElement, words: Scene["words"]): HTMLTableRowElement {
  const again = heading.cloneNode(true) as HTMLTableRowElement;
  const name = again.querySelector(".section-name");
  if (name) name.textContent = words("continued", name.textContent ?? "");
  return again;
}

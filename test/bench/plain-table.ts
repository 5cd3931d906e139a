import type { Opened } from "../visual/host";

/** A row of a plain table: its texts, and the values of the line in its last cell. */
export interface PlainRow {
  readonly texts: readonly string[];
  readonly values: readonly number[];
}

/**
 * Draws a plain HTML table of rows with a path in each, in the place of the one before and below the
 * visual; returns the milliseconds until its layout was done.
 */
export const drawPlain = (
  { frame }: Pick<Opened, "frame">,
  rows: readonly PlainRow[],
): Promise<number> =>
  frame.evaluate((given) => {
    const SVG = "http://www.w3.org/2000/svg";
    const old = document.querySelector("#plain");
    const box = old ?? document.body.appendChild(document.createElement("div"));
    box.id = "plain";
    const started = performance.now();
    const table = document.createElement("table");
    for (const { texts, values } of given) {
      const row = table.insertRow();
      for (const text of texts) row.insertCell().textContent = text;
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const path = document.createElementNS(SVG, "path");
      const step = 110 / (values.length - 1);
      const scale = 20 / (high - low || 1);
      path.setAttribute(
        "d",
        values.map((value, i) => `${i ? "L" : "M"}${i * step} ${(high - value) * scale}`).join(""),
      );
      const picture = document.createElementNS(SVG, "svg");
      picture.setAttribute("width", "110");
      picture.setAttribute("height", "20");
      picture.append(path);
      row.insertCell().append(picture);
    }
    box.replaceChildren(table);
    void box.getBoundingClientRect().height;
    void document.body.scrollHeight;
    const took = performance.now() - started;
    box.replaceChildren();
    return took;
  }, rows);

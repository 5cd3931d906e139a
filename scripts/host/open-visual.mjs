import { readFileSync } from "node:fs";

/** What Power BI's own frame allows: no network at all. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:";

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The sandboxed frame that a visual runs in, as HTML. */
export const frameHtml = (width, height) =>
  `<iframe id="frame" title="Visual" sandbox="allow-scripts" style="border:0;background:#fff;display:block" width="${width}" height="${height}" srcdoc="${escaped(
    `<!doctype html><html lang="en-GB"><head><title>Visual</title><meta http-equiv="Content-Security-Policy" content="${POLICY}"></head><body style="margin:0;overflow:hidden"><main id="visual"></main></body></html>`,
  )}"></iframe>`;

/**
 * Opens a packaged visual in a page of Playwright. `options`: highContrast, allowInteractions,
 * locale.
 */
export async function openVisual(
  page,
  { content, visual, stringResources },
  { width, height, options = {} },
) {
  await page.setViewportSize({ width, height });
  await page.setContent(`<!doctype html><body style="margin:0">${frameHtml(width, height)}</body>`);
  const frame = await (await page.$("#frame")).contentFrame();
  await frame.waitForSelector("#visual", { state: "attached" });
  await frame.evaluate(readFileSync(new URL("frame.js", import.meta.url), "utf8"));
  await frame.evaluate((input) => window.__open(input), {
    script: content.js,
    style: content.css,
    guid: visual.guid,
    strings: stringResources,
    options,
  });
  return {
    frame,
    update: (input) =>
      frame.evaluate((given) => window.__update(given), { viewport: { width, height }, ...input }),
    calls: () => frame.evaluate(() => window.__calls.splice(0)),
    formattingModel: () =>
      frame.evaluate(() => JSON.parse(JSON.stringify(window.__visual.getFormattingModel()))),
    bookmark: (rows, queryName) =>
      frame.evaluate(([list, name]) => window.__bookmark(list, name), [rows, queryName]),
    destroy: () => frame.evaluate(() => window.__visual.destroy()),
  };
}

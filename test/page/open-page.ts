import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, Download, Page } from "playwright-core";
import { launch } from "../../scripts/browser.mjs";
import { pageFile } from "../../scripts/page.mjs";

/** Milliseconds that work of the page may take on a busy machine. */
const LONGEST = 15 * 60_000;

let browser: Browser | null = null;

export interface OpenedPage {
  readonly page: Page;
  /** What it asked of a network, and lines and errors of its console: there should be none. */
  readonly noise: readonly string[];
}

/** Opens the page from the disk, in a real browser without a network. */
export async function openPage(
  viewport: { width: number; height: number } = { width: 1280, height: 720 },
): Promise<OpenedPage> {
  browser ??= await launch();
  const context = await browser.newContext({ viewport, offline: true });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("console", (message) => noise.push(message.text()));
  page.on("request", (request) => {
    if (!/^(?:file|blob|data):/.test(request.url())) noise.push(request.url());
  });
  await page.goto(pathToFileURL(pageFile).href);
  return { page, noise };
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

/** Waits until a build is done. Throws with what the page says where it stopped. */
export async function waitForResults(page: Page): Promise<void> {
  await page.waitForSelector("h1:text-is('Your scorecard'), .errors:not([hidden])", {
    timeout: LONGEST,
  });
  const fault = page.locator(".errors:not([hidden])");
  if ((await fault.count()) > 0) throw new Error(await fault.innerText());
}

/** The bytes of what the page saves when `act` is done. */
export async function saved(page: Page, act: () => Promise<unknown>): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: LONGEST }),
    act(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  const file = join(folder, "saved");
  try {
    await (download as Download).saveAs(file);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that the page wrote, by path. */
export async function savedFiles(page: Page): Promise<Map<string, Uint8Array>> {
  const zip = await saved(page, () => page.click("text=Save everything as a zip"));
  return new Map(Object.entries(unzipSync(zip)));
}

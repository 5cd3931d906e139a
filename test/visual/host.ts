import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import type powerbi from "powerbi-visuals-api";
import { launch } from "../../scripts/browser.mjs";
import {
  openVisual,
  type OpenedVisual,
  type HostOptions,
} from "../../scripts/host/open-visual.mjs";
import { packageFile } from "../../scripts/package.mjs";
import { readPackage } from "../../scripts/read-package.mjs";
import { dataViewOf, type DataViewOptions, type Row } from "../../page/visual/data-view";

const HERE = dirname(fileURLToPath(import.meta.url));

export interface Opened extends OpenedVisual {
  readonly page: Page;
  /** Requests, console lines and errors of the page: there should be none. */
  readonly noise: readonly string[];
  /** Draws rows; gives the milliseconds it took. */
  draw(rows: readonly Row[], options?: DataViewOptions): Promise<number>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

let browser: Browser | null = null;

/** Opens the packaged visual in a page of its own. */
export async function openPackaged(
  { width, height }: Size,
  options: HostOptions = {},
): Promise<Opened> {
  browser ??= await launch();
  const page = await browser.newPage();
  const noise: string[] = [];
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("console", (message) => noise.push(message.text()));
  page.on("request", (request) => noise.push(request.url()));
  const opened = await openVisual(page, readPackage(packageFile()), { width, height, options });
  return {
    ...opened,
    page,
    noise,
    draw: (rows, view) =>
      opened.update({ dataViews: [dataViewOf(rows, view) as powerbi.DataView] }),
  };
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

const UPDATE = process.env.UPDATE_SNAPSHOTS === "1";

/**
 * The committed file that a test compares with; written where it is missing or an update is asked
 * for (null then: nothing to compare).
 */
export function reference(name: string, made: Buffer | string): Buffer | null {
  const file = join(HERE, name);
  if (!UPDATE && existsSync(file)) return readFileSync(file);
  if (!UPDATE && process.env.CI)
    throw new Error(`${name} is missing: make it with UPDATE_SNAPSHOTS=1.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made);
  return null;
}

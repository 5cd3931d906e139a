import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { allFiles } from "../../prep/sample/all-files";
import { bundleProgram, removeProgram, writeFiles } from "../prep/pipeline/command-line";
import { bytesOf } from "../prep/pipeline/run";
import { closeBrowser, openPage } from "./open-page";

const SIZE = { people: 60, years: 2, seed: 7, errors: 0, pupils: 60, mentalHealth: 0 };

/** A small invented world. */
export const sample = Array.from(allFiles(SIZE), ({ name, chunks }) => ({
  name,
  chunks: [bytesOf(chunks)],
}));

let place: string | null = null;

/**
 * The page beside the command line, over the same files: a folder of its own, in which the sample
 * lies in `in`, and the page with that folder chosen.
 */
export async function pageWithSample(): Promise<{ place: string; page: Page }> {
  await bundleProgram();
  place = mkdtempSync(join(tmpdir(), "cases-"));
  mkdirSync(join(place, "in"));
  writeFiles(join(place, "in"), sample);
  const { page } = await openPage();
  await page.locator("[data-pick=folder]").setInputFiles(join(place, "in"));
  return { place, page };
}

/** Takes away what was opened, also where not all of it could be. */
export async function closePageWithSample(): Promise<void> {
  removeProgram();
  if (place !== null) rmSync(place, { recursive: true, force: true });
  await closeBrowser();
}

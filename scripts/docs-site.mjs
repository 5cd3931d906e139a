import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureInstalled, root } from "./ensure.mjs";

/** Where the site of the docs is. */
export const siteFolder = join(root, "dist/docs-site");

/** Makes the site: one HTML page for each page of the contents. Returns how many. */
export async function makeSite() {
  const { default: Eleventy } = await import("@11ty/eleventy");
  rmSync(siteFolder, { recursive: true, force: true });
  process.chdir(root);
  const site = new Eleventy("scripts/docs-site", relative(root, siteFolder), {
    configPath: "scripts/docs-site/eleventy.mjs",
    quietMode: true,
  });
  await site.init();
  const written = await site.executeBuild("fs");
  return written[1].length;
}

if (process.argv[1]?.endsWith("docs-site.mjs")) {
  ensureInstalled();
  const pages = await makeSite();
  console.log(`${pages} pages: ${join(siteFolder, "index.html")}`);
}

import { posix } from "node:path";

/** Where a page of the repository stands in the site: at the same path, as HTML. */
export const siteFile = (page) =>
  page.replace(/(^|\/)README\.md$/, "$1index.html").replace(/\.md$/, ".html");

/** The relative address that leads from one file to another; it opens from a disk, too. */
export const relativeAddress = (from, to) => posix.relative(posix.dirname(from), to);

/** What a heading is called in a link, as GitHub and Azure DevOps make it. */
export const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

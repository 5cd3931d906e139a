/** A stable id of a KPI's name: its words in lower case, joined by hyphens. */
export const idOfName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/%/g, " pct ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 90)
    .replace(/-+$/, "");

/** The form of every indicator id, whether counted, published or read from a KPI sheet. */
export const INDICATOR_ID = /^[a-z][a-z0-9_]*$/;

const MOST_LETTERS = 90;

/**
 * The id of an indicator by its name, the same each time: its words in lower case, joined by
 * underscores, `%` as `pct`;
 * `kpi_` stands first where the name begins with a digit. Empty for a name without a letter or
 * digit.
 */
export function indicatorIdOf(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/%/g, " pct ")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const id = words.join("_").slice(0, MOST_LETTERS).replace(/_$/, "");
  return /^\d/.test(id) ? `kpi_${id}` : id;
}

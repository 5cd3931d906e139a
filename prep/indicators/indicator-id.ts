/** The form of every indicator id, whether counted, published or read from a KPI sheet. */
export const INDICATOR_ID = /^[a-z][a-z0-9_]*$/;

const MOST_LETTERS = 90;

/** A number of a text, the same each time (FNV-1a of 32 bits). */
function numberOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * The id of an indicator by its name, the same each time: its words in lower case, joined by
 * underscores, `%` as `pct`;
 * `kpi_` stands first where the name begins with a digit. A long id is cut and ends in a number of
 * the whole name, so that no two long names share one. Empty for a name without a letter or digit.
 */
export function indicatorIdOf(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/%/g, " pct ")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const whole = words.join("_");
  const end = `_${numberOf(whole)}`;
  const id =
    whole.length <= MOST_LETTERS
      ? whole
      : `${whole.slice(0, MOST_LETTERS - end.length).replace(/_$/, "")}${end}`;
  return /^\d/.test(id) ? `kpi_${id}` : id;
}

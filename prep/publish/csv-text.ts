/**
 * What a spreadsheet would run as a formula or trip over, after any number of apostrophes: `=`,
 * `+`, `-`, `@`, tab, carriage return, line feed.
 * Source of the characters: OWASP, CSV injection.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n]/;
const DEFUSED = /^'+[=+\-@\t\r\n]/;

/**
 * The text with an apostrophe in front where a spreadsheet would take it for a formula. `undefused`
 * takes it back, whatever the text was.
 */
const defused = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/**
 * The text that `defused` was given: one apostrophe goes where apostrophes stand before a dangerous
 * character.
 */
export const undefused = (text: string): string => (DEFUSED.test(text) ? text.slice(1) : text);

/**
 * A text as a CSV field (RFC 4180): defused, quoted where it must be. An empty text is `""`, so
 * that it differs from no value.
 */
export function csvField(text: string): string {
  const safe = defused(text);
  return safe === "" || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

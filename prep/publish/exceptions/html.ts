const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A text as HTML text or as the value of a quoted attribute. Control characters, which HTML does
 * not know, become
 * blanks.
 */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => ENTITIES[character])
    .replace(/[^\P{Cc}\n\t]|[\u2028\u2029]/gu, " ");

/** A piece of HTML that is not to be escaped again. */
export interface Html {
  readonly html: string;
}

type Part = string | number | null | Html | readonly Part[];

function written(part: Part): string {
  if (part === null) return "";
  if (typeof part !== "object") return escaped(String(part));
  return "html" in part ? part.html : part.map(written).join("");
}

/**
 * HTML from a template: whatever is put into it is escaped, unless it is HTML of this function
 * itself; null is
 * nothing.
 */
export const html = (template: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: template.reduce((text, piece, i) => text + written(parts[i - 1]) + piece),
});

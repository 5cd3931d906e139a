export type Token =
  | { readonly kind: "column"; readonly table: string; readonly name: string }
  | { readonly kind: "bracket"; readonly name: string }
  | { readonly kind: "table" | "word" | "call"; readonly name: string }
  | { readonly kind: "open" | "close"; readonly name: string }
  | { readonly kind: "text" | "number" | "operator" | "comma"; readonly name: string }
  | { readonly kind: "fault"; readonly name: string };

const unquoted = (name: string): string => name.replaceAll("''", "'");
const unbracketed = (name: string): string => name.replaceAll("]]", "]");

const QUOTED = String.raw`'((?:[^']|'')*)'`;
const BRACKET = String.raw`\[((?:[^\]]|\]\])*)\]`;
const WORD = String.raw`[A-Za-z_][\w.]*`;

const TOKEN = new RegExp(
  [
    String.raw`("(?:[^"]|"")*")`,
    String.raw`\/\*[\s\S]*?\*\/`,
    String.raw`(?:\/\/|--)[^\n]*`,
    `${QUOTED}\\s*${BRACKET}`,
    `(${WORD})${BRACKET}`,
    BRACKET,
    QUOTED,
    `(${WORD})(?=\\s*\\()`,
    `(${WORD})`,
    String.raw`([({])`,
    String.raw`([)}])`,
    String.raw`(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`,
    String.raw`(<>|<=|>=|==|&&|\|\||[=<>+\-*\/&^])`,
    "(,)",
    `(["'\\[\\]])`,
  ].join("|"),
  "g",
);

type Groups = readonly (string | undefined)[];

/** What a match of `TOKEN` is; null for a comment. */
function tokenOf(groups: Groups): Token | null {
  const [, text, quotedTable, quotedColumn, table, column, bracket, quoted, ...rest] = groups;
  if (text !== undefined) return { kind: "text", name: text };
  if (quotedColumn !== undefined)
    return { kind: "column", table: unquoted(quotedTable ?? ""), name: unbracketed(quotedColumn) };
  if (column !== undefined)
    return { kind: "column", table: table ?? "", name: unbracketed(column) };
  if (bracket !== undefined) return { kind: "bracket", name: unbracketed(bracket) };
  if (quoted !== undefined) return { kind: "table", name: unquoted(quoted) };
  const kinds = ["call", "word", "open", "close", "number", "operator", "comma", "fault"] as const;
  const at = rest.findIndex((group) => group !== undefined);
  return at < 0 ? null : { kind: kinds[at], name: rest[at]! };
}

/**
 * The parts of a DAX expression in order, without comments; a quote or bracket without its end is a
 * fault.
 */
export function* daxTokens(dax: string): Generator<Token> {
  for (const match of dax.matchAll(TOKEN)) {
    const token = tokenOf(match);
    if (token !== null) yield token;
  }
}

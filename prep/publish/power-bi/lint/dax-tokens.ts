type Token =
  | { readonly kind: "column"; readonly table: string; readonly name: string }
  | { readonly kind: "bracket"; readonly name: string }
  | { readonly kind: "table" | "word" | "call"; readonly name: string }
  | { readonly kind: "open" | "close"; readonly name: string }
  | { readonly kind: "fault"; readonly name: string };

const unquoted = (name: string): string => name.replaceAll("''", "'");
const unbracketed = (name: string): string => name.replaceAll("]]", "]");

const QUOTED = String.raw`'((?:[^']|'')*)'`;
const BRACKET = String.raw`\[((?:[^\]]|\]\])*)\]`;
const WORD = String.raw`[A-Za-z_][\w.]*`;

const TOKEN = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
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
    `(["'\\[\\]])`,
  ].join("|"),
  "g",
);

/**
 * What a DAX expression refers to, in order. Texts and comments are passed over; a quote or bracket
 * without its end is a fault.
 */
export function* daxTokens(dax: string): Generator<Token> {
  for (const [
    ,
    quotedTable,
    quotedColumn,
    table,
    column,
    bracket,
    quoted,
    call,
    word,
    open,
    close,
    fault,
  ] of dax.matchAll(TOKEN)) {
    if (quotedColumn !== undefined)
      yield { kind: "column", table: unquoted(quotedTable), name: unbracketed(quotedColumn) };
    else if (column !== undefined) yield { kind: "column", table, name: unbracketed(column) };
    else if (bracket !== undefined) yield { kind: "bracket", name: unbracketed(bracket) };
    else if (quoted !== undefined) yield { kind: "table", name: unquoted(quoted) };
    else if (call !== undefined) yield { kind: "call", name: call };
    else if (word !== undefined) yield { kind: "word", name: word };
    else if (open !== undefined) yield { kind: "open", name: open };
    else if (close !== undefined) yield { kind: "close", name: close };
    else if (fault !== undefined) yield { kind: "fault", name: fault };
  }
}

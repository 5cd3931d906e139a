import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A text in the code, with its file and line. */
export interface CodeText {
  readonly place: string;
  readonly text: string;
}

/** What is between quotes in a query: the words that its reader gets. */
const wordsOfQuery = (query: string): string =>
  [...query.matchAll(/'((?:[^']|'')*)'/g)].map(([, words]) => words).join("\n");

const isQuery = (text: string): boolean => /\bSELECT\b|\bGROUP BY\b|\bCAST\(/.test(text);

/** Four words in lower case at least, and no sign that only programs and patterns have. */
const isProse = (text: string): boolean =>
  (text.match(/(?:^|[\s"(])[a-z][a-z'-]*(?=[\s,.;:")]|$)/g)?.length ?? 0) >= 4 &&
  !/[{}<>=|_\\$]|\/\/|\( |\[[A-Z]/.test(text);

/** The literal of a node; what is filled in is one short word. */
function literalOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `it${literal.text}`).join("");
}

/**
 * Texts for people in the code of some folders: help, messages, findings, notes, cautions, words on
 * screens. They are the literals that read as prose, also those in printed queries.
 */
export function textsOfCode(folders: readonly string[]): CodeText[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
      .filter((path) => /\.(ts|mjs)$/.test(path) && !/\.d\.m?ts$/.test(path)),
  );
  return paths.flatMap((path) => {
    const source = ts.createSourceFile(
      path,
      readFileSync(root + path, "utf8"),
      ts.ScriptTarget.ES2022,
      true,
    );
    const texts: CodeText[] = [];
    const visit = (node: ts.Node): void => {
      const literal = literalOf(node);
      if (literal !== null) {
        const text = (isQuery(literal) ? wordsOfQuery(literal) : literal).replace(/[^\S\n]+/g, " ");
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
        if (isProse(text)) texts.push({ place: `${path}:${line}`, text });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return texts;
  });
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What runs or ships: tests are not among it. */
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.(ts|mjs)$/.test(path));
const files = ["prep", "src", "scripts", "page"].flatMap(filesOf);
const texts = new Map(files.map((path) => [path, readFileSync(join(root, path), "utf8")]));

/** Modules that a script bundles or loads by their path: their exports are for whoever does so. */
const entries = new Set(
  [...texts]
    .filter(([path]) => path.startsWith("scripts/"))
    .flatMap(([, text]) => [...text.matchAll(/"(?:\.\/)?((?:prep|src|page)\/[\w/.-]+\.ts)"/g)])
    .map(([, path]) => path),
).add("src/visual.ts");

const pathOf = (from: string, name: string): string => {
  const target = posix.join(posix.dirname(from), name);
  return [`${target}.ts`, `${target}/index.ts`].find((path) => texts.has(path)) ?? target;
};

/** Names that a module gives to others. */
function exportsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement): string[] => {
    if (ts.isExportAssignment(statement)) return ["default"];
    if (ts.isExportDeclaration(statement))
      return statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name.text)
        : [];
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const bound = (name: ts.BindingName): string[] =>
      ts.isIdentifier(name)
        ? [name.text]
        : name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : bound(one.name)));
    return ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(({ name }) => bound(name))
      : [(statement as ts.DeclarationStatement).name?.getText(source) ?? "default"];
  });
}

/** Names that a module takes from others of ours, as `path#name`; `path#*` is all of it. */
function usesOf(path: string, source: ts.SourceFile): string[] {
  const taken = source.statements.flatMap((statement): string[] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier as ts.StringLiteral | undefined;
    if (!from?.text.startsWith(".")) return [];
    const clause = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : statement.exportClause;
    const names =
      clause && (ts.isNamedImports(clause) || ts.isNamedExports(clause))
        ? clause.elements.map(({ propertyName, name }) => (propertyName ?? name).text)
        : ["*"];
    return names.map((name) => `${pathOf(path, from.text)}#${name}`);
  });
  const loaded = [...source.text.matchAll(/\bimport\(\s*"(\.[^"]+)"/g)].map(
    ([, name]) => `${pathOf(path, name)}#*`,
  );
  return [...taken, ...loaded];
}

const parsed = [...texts].map(
  ([path, text]) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2022)] as const,
);
const used = new Set(parsed.flatMap(([path, source]) => usesOf(path, source)));
/** What tests take: it counts for scripts, which npm runs and nothing else loads. */
const tested = new Set(
  filesOf("test").flatMap((path) =>
    usesOf(
      path,
      ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ES2022),
    ),
  ),
);
/** What Node and Eleventy look for by its name. */
const hooks = new Set(["scripts/csv-text.mjs#load", "scripts/docs-site/eleventy.mjs#eleventy"]);

describe("exports", () => {
  it("stand in entries that there are", () => {
    expect([...entries].filter((path) => !existsSync(join(root, path)))).to.deep.equal([]);
    expect([...entries]).to.include.members(["prep/index.ts", "prep/cli/main.ts"]);
  });

  it("are each used by another module that runs or ships, or are those of an entry", () => {
    const unused = parsed.flatMap(([path, source]) =>
      entries.has(path)
        ? []
        : exportsOf(source)
            .map((name) => `${path}#${name}`)
            .filter((name) => !used.has(name) && !used.has(`${path}#*`))
            .filter(
              (name) => !path.startsWith("scripts/") || !(tested.has(name) || hooks.has(name)),
            ),
    );
    expect(unused).to.deep.equal([]);
    expect(tested.size).to.be.above(300);
  });
});

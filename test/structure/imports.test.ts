import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const root = fileURLToPath(new URL("../../", import.meta.url));

const modules: readonly string[] = ["prep", "src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts")),
);

/** What a module imports, types included: modules of ours by their path, others by their name. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^"';]*?from "([^"]+)"|^import "([^"]+)"/gm)].map(
    ([, from, alone]) => {
      const name = from ?? alone;
      if (!name.startsWith(".")) return name;
      const target = posix.join(posix.dirname(path), name);
      return (
        [target, `${target}.ts`, `${target}/index.ts`].find(
          (file) => /\.\w+$/.test(file) && existsSync(join(root, file)),
        ) ?? target
      );
    },
  );
}

const graph = new Map(modules.map((path) => [path, importsOf(path)]));

/** The nodes of each circle of a graph, by the path of a depth-first walk. */
function circles(of: ReadonlyMap<string, Iterable<string>>): string[][] {
  const [open, done] = [[] as string[], new Set<string>()];
  const found: string[][] = [];
  const visit = (path: string): void => {
    if (done.has(path)) return;
    if (open.includes(path)) {
      found.push([...open.slice(open.indexOf(path)), path]);
      return;
    }
    open.push(path);
    for (const next of of.get(path) ?? []) visit(next);
    open.pop();
    done.add(path);
  };
  for (const path of of.keys()) visit(path);
  return found;
}

/** Folder of prep that a module lies in; undefined for a module of prep itself. */
const folderOf = (path: string): string | undefined => /^prep\/([\w-]+)\//.exec(path)?.[1];

/** The folders of prep, each with those that its modules import from. */
function folders(): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const [path, imports] of graph) {
    const from = folderOf(path);
    if (from === undefined) continue;
    const into = all.get(from) ?? new Set<string>();
    for (const to of imports.map(folderOf)) if (to !== undefined && to !== from) into.add(to);
    all.set(from, into);
  }
  return all;
}

/** Imports from a folder into any of some others, as `from -> to`. */
const crossing = (from: RegExp, to: RegExp): string[] =>
  [...graph].flatMap(([path, imports]) =>
    from.test(path)
      ? imports.filter((name) => to.test(name)).map((name) => `${path} -> ${name}`)
      : [],
  );

describe("imports", () => {
  it("are all of modules that there are", () => {
    expect(graph.size).to.be.greaterThan(500);
    const missing = [...graph.values()]
      .flat()
      .filter((name) => /^(prep|src)\//.test(name) && !existsSync(join(root, name)));
    expect(missing).to.deep.equal([]);
  });

  it("run in no circle", () => {
    expect(circles(graph).map((circle) => circle.join(" -> "))).to.deep.equal([]);
  });

  it("of the folders of prep run in no circle either", () => {
    expect(circles(folders()).map((circle) => circle.join(" -> "))).to.deep.equal([]);
  });

  it("of the visual are never of prep", () => {
    expect(crossing(/^src\//, /^prep\//)).to.deep.equal([]);
  });

  it("of what compares, publishes, lists and reads other sources are of no collection", () => {
    expect(
      crossing(/^prep\/(compare|lists|publish|sources)\//, /^prep\/collections\//),
    ).to.deep.equal([]);
  });

  it("of the star, the checks, the scanner and the columns go no further up", () => {
    const up =
      /^prep\/(cli|collections|compare|extracts|lists|publish|sources|stages)\/|^prep\/[\w-]+\.ts$/;
    expect(crossing(/^prep\/(calendar|check|columns|scan)\//, up)).to.deep.equal([]);
  });

  it("of collections are never of another collection", () => {
    const ids = [
      ...new Set(modules.flatMap((path) => /^prep\/collections\/([\w-]+)\//.exec(path)?.[1] ?? [])),
    ];
    expect(ids).to.have.length(3);
    for (const id of ids) {
      const others = ids.filter((other) => other !== id).join("|");
      expect(
        crossing(
          new RegExp(`^prep/collections/${id}/`),
          new RegExp(`^prep/collections/(${others})/`),
        ),
      ).to.deep.equal([]);
    }
  });

  it("of the pipeline and its stages name no collection", () => {
    expect(
      crossing(/^prep\/(pipeline\.ts$|stages\/)/, /^prep\/collections\/[\w-]+\//),
    ).to.deep.equal([]);
  });

  it("of Node stand only in the command line, so that the rest runs in a browser", () => {
    const withNode = [...graph].flatMap(([path, imports]) =>
      imports.some((name) => name.startsWith("node:")) ? [path] : [],
    );
    expect(withNode.length).to.be.greaterThan(10);
    expect(withNode.filter((path) => !path.startsWith("prep/cli/"))).to.deep.equal([]);
  });

  it("of the command line are in the command line alone", () => {
    expect(crossing(/^prep\/(?!cli\/)/, /^prep\/cli\//)).to.deep.equal([]);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const root = fileURLToPath(new URL("../../", import.meta.url));
const textOf = (path: string): string =>
  readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => ending.test(path));

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...filesIn("docs", /\.md$/),
  ...filesIn("src", /\.md$/),
];
const allPages = [...pages, ...filesIn("test", /\.md$/)];
const sources = ["prep", "src", "scripts", "test"].flatMap((folder) =>
  filesIn(folder, /\.(ts|mjs|cjs)$/),
);

/** What a heading is called in a link, as GitHub and Azure DevOps make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
const anchorsOf = (page: string): Set<string> =>
  new Set([...textOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading)));

/** Places in a text that match, as `file: match`. */
const found = (paths: readonly string[], pattern: RegExp): { path: string; match: string }[] =>
  paths.flatMap((path) =>
    [...textOf(path).matchAll(pattern)].map(([all, match = all]) => ({ path, match })),
  );

describe("the pages of the repository", () => {
  it("are there, where code cites one", () => {
    const cited = found(sources, /\bdocs\/[\w/.-]+\.md\b/g);
    expect(cited.length).to.be.greaterThan(30);
    expect(cited.filter(({ match }) => !existsSync(join(root, match)))).to.deep.equal([]);
  });

  it("are the only ones that comments cite", () => {
    const comments = found(sources, /^\s*(?:\/\/|\*|\/\*\*).*?\b([\w/.-]+\.md)\b/gm);
    expect(
      comments.filter(({ match }) => !allPages.some((page) => `/${page}`.endsWith(`/${match}`))),
    ).to.deep.equal([]);
  });

  it("have no link that leads nowhere, nor to a heading that is not there", () => {
    const links = found(pages, /\]\((?!https?:|mailto:)([^)\s]+)\)/g).map(({ path, match }) => {
      const [file, anchor = null] = match.split("#");
      const target = file === "" ? path : posix.join(posix.dirname(path), file);
      return { path, target, anchor };
    });
    expect(links.length).to.be.greaterThan(30);
    expect(links.filter(({ target }) => !existsSync(join(root, target)))).to.deep.equal([]);
    expect(
      links.filter(
        ({ target, anchor }) =>
          anchor !== null && target.endsWith(".md") && !anchorsOf(target).has(anchor),
      ),
    ).to.deep.equal([]);
  });

  it("name files and folders of the code that there are", () => {
    const named = found(pages, /`((?:prep|src|scripts|test|docs)\/[\w/.-]+)`/g);
    expect(named.length).to.be.greaterThan(50);
    expect(named.filter(({ match }) => !existsSync(join(root, match)))).to.deep.equal([]);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect } from "chai";
import { makeSite, siteFolder } from "../../scripts/docs-site.mjs";
import { contents } from "../../scripts/docs-site/contents.mjs";

const root = new URL("../../", import.meta.url);

describe("the site of the docs", function () {
  const pages = contents.flatMap((section) => section.pages);
  before(makeSite);

  it("has every page of the folder docs once", () => {
    const inDocs = readdirSync(new URL("docs", root), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name.replaceAll("\\", "/")}`);
    expect(pages.filter((page) => page.startsWith("docs/")).sort()).to.deep.equal(inDocs.sort());
    expect(new Set(pages).size).to.equal(pages.length);
  });

  it("has links that lead to pages, pictures and headings that are there, also from a disk", () => {
    const files = readdirSync(siteFolder, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".html"));
    expect(files.length).to.equal(pages.length);
    const texts = new Map(
      files.map((file) => [file, readFileSync(join(siteFolder, file), "utf8")] as const),
    );
    const links = [...texts].flatMap(([from, text]) =>
      [...text.matchAll(/(?:href|src)="(?!https?:|mailto:)([^"]*)"/g)].map(([, to]) => ({
        from,
        to,
      })),
    );
    expect(links.length).to.be.above(files.length * pages.length);
    const broken = links.filter(({ from, to }) => {
      const [path, anchor] = to.split("#");
      const target = path === "" ? from : posix.join(posix.dirname(from), decodeURI(path));
      if (!existsSync(join(siteFolder, target))) return true;
      return anchor !== undefined && !texts.get(target)?.includes(`id="${decodeURI(anchor)}"`);
    });
    expect(broken).to.deep.equal([]);
  });
});

import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { IdAttributePlugin } from "@11ty/eleventy";
import { root } from "../ensure.mjs";
import { anchorOf, relativeAddress, siteFile } from "./addresses.mjs";
import { contents } from "./contents.mjs";
import { pageHtml } from "./page-html.mjs";

const pages = contents.flatMap((section) => section.pages);
const textOf = (page) => readFileSync(join(root, page), "utf8").replaceAll("\r\n", "\n");

/** The first heading of a page, which names it. */
const titleOf = (page) => /^# (.+)$/m.exec(textOf(page))[1].replaceAll("`", "");

/** Makes links between pages lead to their HTML; what is not in the site is named, not linked. */
function siteLinks(markdown) {
  const usual = (tokens, i, options, _, self) => self.renderToken(tokens, i, options);
  markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
    const href = tokens[i].attrGet("href");
    if (/^(?:https?:|mailto:|#)/.test(href)) return usual(tokens, i, options, env, self);
    const [path, anchor] = href.split("#");
    const target = posix.join(posix.dirname(env.source), path);
    if (pages.includes(target)) {
      const address = relativeAddress(siteFile(env.source), siteFile(target));
      tokens[i].attrSet("href", anchor ? `${address}#${anchor}` : address);
    } else if (!/\.(?:png|svg)$/.test(target)) {
      let end = i;
      while (tokens[end].type !== "link_close") end += 1;
      tokens[i].tag = tokens[end].tag = "span";
      tokens[i].attrs = [];
    }
    return usual(tokens, i, options, env, self);
  };
  markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0" role="group"><table>';
  markdown.renderer.rules.table_close = () => "</table></div>";
}

/**
 * What a keyboard and a screen reader need of the HTML: code that scrolls takes the focus, and an
 * empty corner of a table is no heading.
 */
const accessible = (html) =>
  html.replaceAll("<pre>", '<pre tabindex="0">').replaceAll(/<th(?: [^>]*)?><\/th>/g, "<td></td>");

/** Settings of the generator: every page of the contents, its pictures, one layout. */
export default function eleventy(config) {
  config.setTemplateFormats("md");
  config.amendLibrary("md", siteLinks);
  config.addPlugin(IdAttributePlugin, { slugify: anchorOf, checkDuplicates: false });
  for (const source of pages)
    config.addTemplate(source, textOf(source), { source, permalink: siteFile(source) });
  config.addTransform("layout", function (content) {
    const source = pages.find((page) => this.page.inputPath === `./scripts/docs-site/${page}`);
    return pageHtml({ source, content: accessible(content), contents, titleOf });
  });
  config.addPassthroughCopy({ "assets/pictures": "assets/pictures" });
  config.addPassthroughCopy({ "docs/assurance/data-flow.svg": "docs/assurance/data-flow.svg" });
  config.setUseGitIgnore(false);
  return { markdownTemplateEngine: false };
}

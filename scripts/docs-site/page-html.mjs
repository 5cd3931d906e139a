import { relativeAddress, siteFile } from "./addresses.mjs";

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:1.05rem/1.55 "Segoe UI",system-ui,sans-serif;color:#1f2328;background:#fff}
a{color:#1a4f8a}a:focus,summary:focus,.table:focus,pre:focus{outline:3px solid #b58900;outline-offset:2px}
.skip{position:absolute;left:-99em}.skip:focus{position:static;display:block;padding:.5em 2rem}
.page{display:grid;grid-template-columns:17rem minmax(0,1fr);max-width:82rem;margin:0 auto}
nav{grid-area:1/1;padding:1.5rem;border-right:1px solid #d0d7de;font-size:.95rem}
nav p{margin:1rem 0 .2rem;font-weight:600}nav ul{list-style:none;margin:0;padding:0}nav li{margin:.3rem 0}
nav [aria-current]{font-weight:600;color:inherit;text-decoration:none;border-left:4px solid #1a4f8a;padding-left:.5rem}
main{grid-area:1/2;padding:1.5rem 2rem 4rem}
h1{font-size:2rem;line-height:1.2}h2{margin-top:2.2rem}
img{max-width:100%;height:auto;border:1px solid #d0d7de}
.table{overflow-x:auto}table{border-collapse:collapse;margin:1rem 0;font-size:.95rem}
th,td{border-bottom:1px solid #d0d7de;padding:.4rem .8rem .4rem 0;text-align:left;vertical-align:top}
code{font:.92em Consolas,monospace;background:#f3f4f6;padding:.1em .25em}
pre{background:#f3f4f6;padding:1rem;overflow-x:auto}pre code{padding:0}
@media(max-width:60rem){.page{display:block}nav{border-right:0;border-top:1px solid #d0d7de}
main{padding:.5rem 1rem 2rem}h1{font-size:1.6rem}.skip{position:static;display:block;padding:1rem 1rem 0}}
@media print{nav,.skip{display:none}.page{display:block}}`;

/** A page of the site: its content beside the contents of the whole, in one file without scripts. */
export function pageHtml({ source, content, contents, titleOf }) {
  const link = (page) => {
    const here = page === source ? ' aria-current="page"' : "";
    const address = relativeAddress(siteFile(source), siteFile(page));
    return `<li><a href="${address}"${here}>${escaped(titleOf(page))}</a></li>`;
  };
  const sections = contents.map(
    ({ title, pages }) => `<p>${escaped(title)}</p><ul>${pages.map(link).join("")}</ul>`,
  );
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(titleOf(source))} | SEND Scorecard</title><style>${STYLE}</style></head><body>`,
    // On a phone the page comes first, and its contents below it.
    '<a class="skip" href="#contents">All pages</a><div class="page">',
    `<main>${content}</main>`,
    `<nav id="contents" aria-label="Contents">${sections.join("")}</nav></div></body></html>\n`,
  ].join("\n");
}

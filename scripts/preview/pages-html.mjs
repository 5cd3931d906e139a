const escaped = (text) =>
  String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

const DAY = /^\d{4}-\d\d-\d\d$/;
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** A value as it is told here: shares of rows as percentages, days as days. */
function told(value, name) {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return `error: ${value.error}`;
  if (typeof value === "number")
    return name.endsWith(" (%)") ? `${number.format(100 * value)}%` : number.format(value);
  return DAY.test(value) ? value.split("-").reverse().join("/") : String(value);
}

const MONTH = /^[A-Z][a-z]{2} \d{4}$/;

/** Rows over months in the order of time; others as they come. */
const inTime = (rows) =>
  rows.length > 0 && rows.every(([first]) => MONTH.test(first))
    ? [...rows].sort(([a], [b]) => Date.parse(`1 ${a}`) - Date.parse(`1 ${b}`))
    : rows;

function table({ columns, measures }, { rows: found, more }) {
  const rows = inTime(found);
  const names = [...columns.map(({ name }) => name), ...measures];
  const cells = (row) =>
    row.map((value, i) => {
      const isNumber = typeof value === "number";
      return `<td${isNumber ? ' class="number"' : ""}>${escaped(told(value, names[i]))}</td>`;
    });
  return `<table><tr>${names.map((name) => `<th>${escaped(name)}</th>`).join("")}</tr>${rows
    .map((row) => `<tr>${cells(row).join("")}</tr>`)
    .join(
      "",
    )}</table>${more ? "<p>… more rows</p>" : ""}${rows.length === 0 ? "<p>nothing</p>" : ""}`;
}

const option = (value, chosen) =>
  `<option${chosen.includes(value) ? " selected" : ""}>${escaped(told(value, ""))}</option>`;

function content(visual, held, { frame, chosen }) {
  if (visual.text !== null) return `<p class="text">${escaped(visual.text)}</p>`;
  if (visual.view !== null) return frame(visual, held);
  if (visual.type === "actionButton") return `<p class="text">←</p>`;
  if (held === undefined) return `<p>${escaped(visual.type)}: not evaluated</p>`;
  if (visual.type === "slicer")
    return `<select><option>All</option>${held.rows.map(([value]) => option(value, chosen[`${visual.columns[0].table}.${visual.columns[0].name}`] ?? [])).join("")}</select>`;
  if (visual.type === "cardVisual")
    return `<div class="cards">${visual.measures
      .map(
        (name, i) => `<div><b>${escaped(told(held.rows[0]?.[i], name))}</b>${escaped(name)}</div>`,
      )
      .join("")}</div>`;
  return table(visual, held);
}

const box = ({ x, y, width, height }, inner, { alt, className = "" }) =>
  `<div class="visual ${className}" aria-label="${escaped(alt)}" title="${escaped(alt)}" style="left:${x}px;top:${y}px;width:${width}px;height:${height}px">${inner}</div>`;

const titled = (visual, inner) =>
  `${visual.title === "" ? "" : `<h3>${escaped(visual.title)}</h3>`}${inner}`;

/** The phone layout of a page: where each visual stands, by its title. */
function phone({ visuals }) {
  const shown = visuals.filter(({ mobile }) => mobile);
  const bottom = Math.max(0, ...shown.map(({ mobile }) => mobile.y + mobile.height));
  return `<div class="phone" style="height:${bottom}px">${shown
    .map((visual) =>
      box(visual.mobile, escaped(visual.title || visual.text || visual.alt), { alt: visual.alt }),
    )
    .join("")}</div>`;
}

const STYLE = `
body { margin: 0; padding: 16px; font: 12px "Segoe UI", Arial, sans-serif; background: #eceff1; color: #1d1d1d; }
section { margin-bottom: 32px; display: grid; grid-template-columns: max-content max-content; gap: 4px 24px; align-items: start; }
h2 { grid-column: 1 / -1; margin: 0; }
h3 { margin: 0 0 4px; font-size: 13px; }
.page, .phone { position: relative; background: #fff; box-shadow: 0 1px 5px #0004; }
.phone { width: 320px; }
.visual { position: absolute; box-sizing: border-box; overflow: hidden; padding: 4px; outline: 1px solid #c4c9cc; }
.visual.plain { outline: none; padding: 0; }
.text { font-size: 18px; margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 2px 6px; border-bottom: 1px solid #e3e6e8; vertical-align: top; }
td.number { text-align: right; }
.cards { display: flex; gap: 24px; }
.cards b { display: block; font-size: 18px; }
iframe { border: 0; }
`;

/**
 * The pages of a report as a page to look at: each visual in its place with its title and what it
 * holds. `frame` gives what stands where our own visual is drawn in a view.
 */
export const pagesHtml = ({ pages, values, why, chosenOn, frame, script }) =>
  `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Pages of the report</title><style>${STYLE}</style></head><body>
<p>What each visual of each page holds: our visual as it draws, native ones as tables.${why === null ? "" : ` Not evaluated: ${escaped(why)}.`}</p>
${pages
  .map((page) => {
    const chosen = Object.entries(chosenOn(page)).map(([field, [value]]) => `${field}: ${value}`);
    return `<section><h2>${escaped(page.title)}${chosen.length > 0 ? ` <small>(chosen: ${escaped(chosen.join(", "))})</small>` : ""}</h2>
<div class="page" style="width:${page.width}px;height:${page.height}px">${page.visuals
      .map((visual) =>
        box(
          visual.position,
          titled(
            visual,
            content(visual, values.get(visual.name), {
              frame,
              chosen: chosenOn(page),
            }),
          ),
          {
            alt: visual.alt,
            className: visual.text !== null || visual.view !== null ? "plain" : "",
          },
        ),
      )
      .join("")}</div>${phone(page)}</section>`;
  })
  .join("\n")}
${script}</body></html>`;

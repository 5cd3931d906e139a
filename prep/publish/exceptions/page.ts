import { formatValue } from "../../../src/kpi/number-format";
import { formatDay } from "../../../src/kpi/period-format";
import { layOut, type ExceptionColumn, type ExceptionLayout, type Piece } from "./cells";
import { clipped, linesOf } from "./fit";
import { html, type Html } from "./html";
import type { ExceptionReport, ReportedKpi } from "./report";
import { SHEETS, STYLE } from "./style";

/**
 * Millimetres. The sheet is A4 landscape within its margins; the rest as style.ts sets it, on the
 * wide side.
 */
const SHEET = { width: 277, height: 190 } as const;
const BODY = { em: 2.83, line: 3.55 } as const;
const SMALL = { em: 2.47, line: 3.11 } as const;
/** Of the heading, in bold. */
const HEADING_EM = 5.4;
const ROW_PADDING = 2.1;
/** Heading, marking, the table's margins, and what rounding may take. */
const FIXED = 7 + 7.4 + 3 + 2;

const fontOf = ({ look }: Piece) => (look === "small" ? SMALL : BODY);
/** Bold type is wider. */
const emsOf = (piece: Piece, width: number): number =>
  (width - 2) / fontOf(piece).em / (piece.look === "strong" ? 1.08 : 1);

const cut = (piece: Piece, width: number): Piece =>
  piece.most === undefined
    ? piece
    : { ...piece, text: clipped(piece.text, emsOf(piece, width), piece.most) };
const piecesOf = ({ pieces, width }: ExceptionColumn, one: ReportedKpi): Piece[] =>
  pieces(one).flatMap((piece) => (piece === null ? [] : [cut(piece, width)]));
const heightOfCell = (column: ExceptionColumn, one: ReportedKpi): number =>
  piecesOf(column, one).reduce(
    (sum, piece) => sum + linesOf(piece.text, emsOf(piece, column.width)) * fontOf(piece).line,
    0,
  );

/** Height of a row in millimetres, rather too much than too little. */
const heightOf = (columns: readonly ExceptionColumn[], one: ReportedKpi): number =>
  ROW_PADDING + Math.max(...columns.map((column) => heightOfCell(column, one)));
const isCut = (columns: readonly ExceptionColumn[], one: ReportedKpi): boolean =>
  columns.some((column) =>
    column
      .pieces(one)
      .some((piece) => piece !== null && cut(piece, column.width).text !== piece.text),
  );

const cell = (column: ExceptionColumn, one: ReportedKpi): Html =>
  html`${piecesOf(column, one).map(({ text, html: made, look }) => html`<div${look ? html` class="${look}"` : null}>${made ?? text}</div>`)}`;
const row = (columns: readonly ExceptionColumn[], one: ReportedKpi): Html =>
  html`<tr>${columns.map((column, i) => (i === 0 ? html`<th scope="row">${cell(column, one)}</th>` : html`<td>${cell(column, one)}</td>`))}</tr>\n`;

const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;
const unique = (texts: readonly string[]): string => [...new Set(texts)].join(", ");

function leadOf({ summary: { ratings, total }, exceptions, ends }: ExceptionReport): string[] {
  const kinds = (missed: boolean): number =>
    exceptions.filter(({ kind }) => (kind === "worsening") !== missed).length;
  return [
    `${counted(exceptions.length, "exception")}: ${kinds(true)} missed the target, ` +
      `${kinds(false)} met or near it and worsening. Of ${counted(total, "KPI")} with a ` +
      `figure ${ratings.met} met the target, ${ratings.near} near, ${ratings.missed} ` +
      `missed, ${ratings.not_rated} not rated.`,
    ...(ends === null
      ? []
      : [
          `Each KPI by its latest figure: periods that ended ${ends[0] === ends[1] ? `on ${formatDay(ends[0])}` : `from ${formatDay(ends[0])} to ${formatDay(ends[1])}`}; each row names its own.`,
        ]),
  ];
}

/**
 * What is worsening without a rating, in one line: `Requests awaiting a decision (Dec 2025: 40, was
 * 37)`.
 */
const notRatedWords = ({ subject, figure, area }: ReportedKpi): string => {
  const form = { unit: subject.unit, decimals: subject.decimals };
  return `${subject.name} (${area === null ? "" : `${area}, `}${figure.period_label}: ${formatValue(figure.value!, form)}${figure.previous === null ? "" : `, was ${formatValue(figure.previous, form)}`})`;
};

/** What a reader needs to know to trust the page: what is not on it, method and sources. */
function notesOf(
  { exceptions, notRated }: ExceptionReport,
  shown: readonly ReportedKpi[],
  { columns, without }: ExceptionLayout,
): string[] {
  const left = exceptions.length - shown.length;
  const of = (method: (one: ReportedKpi) => boolean): string =>
    unique(shown.filter(method).map(({ source }) => source.name));
  const [counts, sheets] = [
    of(({ figure }) => figure.method === "counted"),
    of(({ figure }) => figure.method !== "counted"),
  ];
  const names = clipped(notRated.map(notRatedWords).join("; "), (SHEET.width - 6) / SMALL.em, 2);
  return [
    ...(left > 0
      ? [
          `Left out for want of room: ${counted(left, "exception")}, less severe than ` +
            `those above. All ${exceptions.length} are in exceptions.csv beside this page, ` +
            "and where there is a Power BI report on its page Exceptions.",
        ]
      : []),
    ...(shown.some((one) => isCut(columns, one))
      ? ["Words that end in … go on in exceptions.csv."]
      : []),
    ...(shown.length > 0 && without.length > 0
      ? [
          `No ${without.join(", no ")} is given for any of the exceptions: the KPI sheet has columns for them.`,
        ]
      : []),
    ...(notRated.length > 0
      ? [
          "Worsening, but not rated against a target and so no exceptions " +
            `(${notRated.length}, all in worsening-not-rated.csv): ${names}`,
        ]
      : []),
    "Status: missed is further from the target than its tolerance, near is within it. " +
      "Distance: in tolerances of the KPI; where it has none, in per cent of the target. " +
      "Direction: against the previous period, for cumulative KPIs against the same point " +
      "last year. How long: figures in a row, never over a period without a figure. Order: " +
      "missed before near and met; the furthest from its target first, a tenth of the " +
      "target used where there is no tolerance; then the longest. A KPI without a " +
      "rating or with a suppressed figure is never an exception.",
    ...(counts === "" ? [] : [`Counted from: ${counts}.`]),
    ...(sheets === "" ? [] : [`As given in: ${sheets}.`]),
  ];
}

const linesHeight = (texts: readonly string[], { em, line }: typeof BODY | typeof SMALL): number =>
  texts.reduce((sum, text) => sum + linesOf(text, SHEET.width / em) * line + 0.7, 0);

const headingHeight = (columns: readonly ExceptionColumn[]): number =>
  ROW_PADDING +
  Math.max(
    ...columns.map(({ heading, width }) =>
      linesOf(heading, emsOf({ text: heading, look: "strong" }, width)),
    ),
  ) *
    BODY.line;

/** How many of the exceptions, from the most severe on, leave room for the notes about the rest. */
function fitting(report: ExceptionReport, layout: ExceptionLayout): number {
  const room =
    SHEET.height - FIXED - headingHeight(layout.columns) - linesHeight(leadOf(report), BODY);
  const most = Math.floor(room / (ROW_PADDING + BODY.line));
  const heights = report.exceptions.slice(0, most).map((one) => heightOf(layout.columns, one));
  const needs = (count: number): number =>
    heights.slice(0, count).reduce((sum, height) => sum + height, 0) +
    linesHeight(notesOf(report, report.exceptions.slice(0, count), layout), SMALL);
  let count = heights.length;
  while (count > 1 && needs(count) > room) count -= 1;
  return count;
}

/**
 * Lines that a text of the board may take: as many as let every exception on the page, else the
 * fewest.
 */
const LINES = [20, 14, 9, 6, 4];

function arranged(report: ExceptionReport): {
  layout: ExceptionLayout;
  shown: readonly ReportedKpi[];
} {
  const layouts = LINES.map((lines) => layOut(report.exceptions, SHEET.width, lines));
  const layout =
    layouts.find((one) => fitting(report, one) === report.exceptions.length) ??
    layouts[layouts.length - 1];
  return { layout, shown: report.exceptions.slice(0, fitting(report, layout)) };
}

const MARKING =
  "RESTRICTED: for use within the council. Small numbers are not suppressed and posts are named. Not for publication.";

/** Why there is no table. */
const nothing = ({ summary: { ratings, total } }: ExceptionReport): string =>
  total === ratings.not_rated
    ? "No KPI has been rated, so nothing can be an exception: give targets in the KPI sheet or in the settings."
    : "No rated KPI missed its target or is worsening.";

/** Heading, table and notes of a sheet. */
interface Sheet {
  readonly title: string;
  readonly body: Html;
  readonly notes: Html;
}

const titleOf = ({ board, areas }: ExceptionReport, isOfSeveral: boolean): string => {
  const whose = areas.join(", ") || "no figures";
  const of = isOfSeveral ? ` (${board ?? "KPIs on no board"})` : "";
  return `SEND exceptions: ${whose}${of}`;
};

function sheetOf(report: ExceptionReport, isOfSeveral: boolean): Sheet {
  const { layout, shown } = arranged(report);
  const { columns } = layout;
  const title = titleOf(report, isOfSeveral);
  const table = html`<table>
<caption class="hidden">KPIs that missed their target or are worsening, the most severe first</caption>
<colgroup>${columns.map(({ width }) => html`<col style="width:${width.toFixed(2)}mm">`)}</colgroup>
<thead><tr>${columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${shown.map((one) => row(columns, one))}</tbody>
</table>`;
  return {
    title,
    body: html`<h1>${clipped(title, SHEET.width / HEADING_EM, 1)}</h1>
<p class="marking">${MARKING}</p>
${leadOf(report).map((text) => html`<p>${text}</p>\n`)}${shown.length === 0 ? html`<p class="strong">${nothing(report)}</p>` : table}`,
    notes: html`<footer>
${notesOf(report, shown, layout).map((text) => html`<p>${text}</p>\n`)}</footer>`,
  };
}

/** One sheet, or those of several boards below each other. */
const sheetsHtml = ([first, ...more]: readonly Sheet[]): Html =>
  more.length === 0
    ? html`<main>
${first.body}
</main>
${first.notes}`
    : html`<main>
${[first, ...more].map(
  ({ body, notes }) => html`<article>
${body}
${notes}
</article>
`,
)}</main>`;

/**
 * The page of exceptions as HTML that stands alone: a sheet of A4 landscape for each board, without
 * scripts, without anything from elsewhere, all text escaped. Lines end in CR LF. The same reports
 * give the same page.
 */
export function exceptionsHtml(...reports: readonly ExceptionReport[]): string {
  const isShown = ({ board, exceptions }: ExceptionReport): boolean =>
    board !== null || exceptions.length > 0;
  const shown = reports.length > 1 ? reports.filter(isShown) : reports;
  const sheets = shown.map((report) => sheetOf(report, reports.length > 1));
  const title = sheets.length === 1 ? sheets[0].title : titleOf(shown[0], false);
  const page = html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title} (restricted)</title>
<style>${{ html: sheets.length > 1 ? STYLE + SHEETS : STYLE }}</style>
</head>
<body>
${sheetsHtml(sheets)}
</body>
</html>
`;
  return page.html.replaceAll(/\r?\n/g, "\r\n");
}

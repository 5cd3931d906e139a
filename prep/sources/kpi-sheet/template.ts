import { strToU8, zipSync } from "fflate";
import type { SheetRow } from "./sheet";
import { UNIT_NAMES } from "../../../src/kpi/unit";

interface TemplateColumn {
  readonly heading: string;
  /** Shown beside the cell when it is chosen. */
  readonly note: string;
  /** Values to choose from. */
  readonly list?: readonly string[];
  /** The same column of the two worked rows. */
  readonly examples: readonly [string, string];
  readonly width: number;
}

const units = Object.values(UNIT_NAMES);

/**
 * The columns of the long template: one row is one figure of one KPI. The reader finds them by
 * these headings.
 */
export const templateColumns: readonly TemplateColumn[] = [
  {
    heading: "Indicator",
    note: "Name of the KPI. The same words every time: they make it the same KPI.",
    examples: ["New plans issued within 20 weeks", "Cases waiting over 20 weeks"],
    width: 44,
  },
  {
    heading: "Section",
    note: "Heading that the KPI stands under.",
    examples: ["Timeliness", "Timeliness"],
    width: 18,
  },
  {
    heading: "Priority",
    note: "Priority of your improvement plan, in your own words or numbers.",
    examples: ["1", "1"],
    width: 10,
  },
  {
    heading: "Better when",
    note: "Which way is better. A neutral KPI is shown and never judged.",
    list: ["higher", "lower", "neutral"],
    examples: ["higher", "lower"],
    width: 12,
  },
  {
    heading: "Unit",
    note: "What the value is measured in. For per cent write 67 or 67%, not 0.67.",
    list: units,
    examples: ["per cent", "number"],
    width: 16,
  },
  {
    heading: "Frequency",
    note: "How often a new figure is made.",
    list: [
      "monthly",
      "quarterly",
      "half-termly",
      "termly",
      "academic year",
      "financial year",
      "calendar year",
      "rolling 12 months",
    ],
    examples: ["monthly", "monthly"],
    width: 16,
  },
  {
    heading: "Cumulative from",
    note: "Where the figure runs on from the start of a year: the month it starts in. Empty otherwise.",
    list: ["January", "April", "September"],
    examples: ["", ""],
    width: 16,
  },
  {
    heading: "Period",
    note: "Period of the value: Mar 25, Autumn 24, HT3 24/25, Q1 25/26, 2024/25 or 2024.",
    examples: ["Mar 25", "Mar 25"],
    width: 14,
  },
  {
    heading: "Value",
    note: "The figure, or words: awaiting data, being scoped, not available, n/a. A second figure goes in brackets: 7 (0.03).",
    examples: ["67%", "110"],
    width: 12,
  },
  {
    heading: "Target",
    note: "A number, TBC, or a comparator such as below national. Empty for none.",
    examples: ["95%", "0"],
    width: 16,
  },
  {
    heading: "Tolerance",
    note: "How far off still counts as near: 5, 5 points, 10% of target, or bounds such as 90 to 95. Empty for none.",
    examples: ["5 points", "20"],
    width: 16,
  },
  {
    heading: "England",
    note: "England's figure, its period in brackets: 46.4% (2024).",
    examples: ["46.4% (2024)", "n/a"],
    width: 16,
  },
  {
    heading: "Region",
    note: "The region's figure, its period in brackets.",
    examples: ["42.3% (2024)", "n/a"],
    width: 16,
  },
  {
    heading: "Statistical neighbours",
    note: "The neighbours' average, its period in brackets. Say in the commentary how it was averaged.",
    examples: ["40.6% (2024)", "n/a"],
    width: 20,
  },
  {
    heading: "Owner",
    note: "Post that answers for the KPI: no names of people.",
    examples: ["Head of SEND", "Head of SEND"],
    width: 18,
  },
  {
    heading: "Commentary",
    note: "What the board should know.",
    examples: ["Two case officers joined in January.", ""],
    width: 40,
  },
  {
    heading: "Action",
    note: "What is being done, by which post, and by when. No names of people.",
    examples: ["Second weekly panel from May: service manager.", ""],
    width: 40,
  },
  {
    heading: "Footprint",
    note: "Area that the figure covers, where it is not the authority.",
    examples: ["", ""],
    width: 14,
  },
  {
    heading: "Who is counted",
    note: "The children and young people that are counted.",
    examples: ["Exceptions included", "Exceptions included"],
    width: 24,
  },
  {
    heading: "As at",
    note: "Date that the figure speaks of, where it is not the end of the period: 31/03/2025.",
    examples: ["", ""],
    width: 12,
  },
  {
    heading: "Next due",
    note: "Date of the next figure: 30/04/2025.",
    examples: ["30/04/2025", "30/04/2025"],
    width: 12,
  },
  {
    heading: "Headline",
    note: "yes for the few KPIs that are shown first, as cards.",
    list: ["yes", "no"],
    examples: ["yes", "no"],
    width: 10,
  },
  {
    heading: "Lens",
    note: "Which of the three views of local areas the KPI belongs to.",
    list: ["local profile", "governance and assurance", "outcomes"],
    examples: ["governance and assurance", "governance and assurance"],
    width: 24,
  },
  {
    heading: "Correction",
    note: "A correction of what is printed in this row, such as polarity: higher.",
    examples: ["", ""],
    width: 20,
  },
  {
    heading: "Reason for correction",
    note: "Why; without a reason it is not applied.",
    examples: ["", ""],
    width: 24,
  },
];

/** Whether a row is one of the two worked rows as we wrote them: they are no figures of anybody. */
export const isWorkedExample = (cells: SheetRow): boolean =>
  [0, 1].some((n) =>
    templateColumns.every(({ examples }, i) => String(cells[i] ?? "").trim() === examples[n]),
  );

/** Rows of the sheet that have drop-down lists. */
const LISTED_ROWS = 1000;

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const letter = (index: number): string => String.fromCharCode(65 + index);
const textCell = (text: string, column: number, row: number, style: number): string =>
  text === ""
    ? ""
    : `<c r="${letter(column)}${row}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
const row = (number: number, texts: readonly string[], style: number): string =>
  `<row r="${number}">${texts.map((text, i) => textCell(text, i, number, style)).join("")}</row>`;

function validation({ heading, note, list }: TemplateColumn, index: number): string {
  const kind = list
    ? `type="list" allowBlank="1" showErrorMessage="1" errorTitle="${escape(heading)}" error="Choose one of the list."`
    : `allowBlank="1"`;
  const values = list ? `<formula1>"${escape(list.join(","))}"</formula1>` : "";
  return `<dataValidation ${kind} showInputMessage="1" promptTitle="${escape(heading)}" prompt="${escape(note)}" sqref="${letter(index)}2:${letter(index)}${LISTED_ROWS}">${values}</dataValidation>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

function sheetXml(): string {
  const columns = templateColumns
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const heading = row(
    1,
    templateColumns.map((column) => column.heading),
    1,
  );
  const examples = [0, 1]
    .map((n) =>
      row(
        n + 2,
        templateColumns.map((column) => column.examples[n]),
        2,
      ),
    )
    .join("");
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${heading}${examples}</sheetData><dataValidations count="${templateColumns.length}">${templateColumns.map(validation).join("")}</dataValidations></worksheet>`;
}

/**
 * Style 1 is the heading, style 2 text: the "@" format keeps Excel from turning "Mar 25" into a
 * date.
 */
const stylesXml = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (...list: string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
const override = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

/**
 * The long KPI template as an .xlsx file: headings, notes and drop-down lists, and two worked rows
 * to write over. The same bytes every time.
 */
export function kpiTemplate(): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/worksheets/sheet1.xml", "worksheet")}${override("/xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="KPIs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation(1, "worksheet", "worksheets/sheet1.xml"),
      relation(2, "styles", "styles.xml"),
    ),
    "xl/worksheets/sheet1.xml": sheetXml(),
    "xl/styles.xml": stylesXml,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
    { mtime: new Date(1980, 0, 1) },
  );
}

import { strToU8, zipSync } from "fflate";
import { templateColumns, type TemplateColumn } from "./template-columns";

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

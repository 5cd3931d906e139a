import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/**
 * The parts of a workbook that is written by hand; parts that are not given are made as Excel makes
 * them.
 */
export interface MadeWorkbook {
  /**
   * What stands in `sheetData`, by the name of the sheet; or the whole worksheet, from
   * `<worksheet`.
   */
  readonly sheets: Readonly<Record<string, string>>;
  /** Attributes of the sheets in the workbook part, such as `state="hidden"`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Inner XML of styles: numFmts, fonts, fills, cellXfs. */
  readonly styles?: string;
  /** The `si` elements. */
  readonly strings?: string;
  readonly workbookPr?: string;
  /** Parts to add or to put in place of others. */
  readonly parts?: Readonly<Record<string, string>>;
}

const sheetPart = (xml: string): string =>
  xml.startsWith("<") && /^<(\w+:)?worksheet/.test(xml)
    ? xml
    : `<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`;

/** A workbook in Excel's form from parts written by hand. */
export function madeWorkbook({
  sheets,
  attributes = {},
  styles,
  strings,
  workbookPr = "",
  parts = {},
}: MadeWorkbook): Uint8Array {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const all: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0" encoding="UTF-8"?>\r\n<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets>${names
      .map(
        (name, i) =>
          `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}" ${attributes[name] ?? ""}/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${names
      .map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`))
      .join(
        "",
      )}${relation("rId90", "styles", "styles.xml")}${relation("rId91", "sharedStrings", "sharedStrings.xml")}${relation("rId92", "theme", "theme/theme1.xml")}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetPart(sheets[name])]),
    ),
    ...(styles === undefined
      ? {}
      : { "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...(strings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])),
  );
}

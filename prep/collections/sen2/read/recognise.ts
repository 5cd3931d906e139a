import { sen2Tables, type Sen2TableName } from "../fields/fields";

/**
 * True when the opening of an XML file is that of a SEN2 return: its Collection says so, or it has
 * persons with requests. Tags in any casing, with any prefix.
 */
export function isSen2Xml(opening: string): boolean {
  const collection = /<(?:[\w.-]+:)?collection\s*>\s*([^<]*?)\s*</i.exec(opening)?.[1];
  if (collection) return /^sen2|^sen\b|person.?level/i.test(collection);
  return (
    /<(?:[\w.-]+:)?persons[\s>]/i.test(opening) && /<(?:[\w.-]+:)?requests[\s>]/i.test(opening)
  );
}

/**
 * The table of a COLLECT "Blade" export that a CSV header belongs to, or null. Its own key column
 * is there, and no table further down is.
 */
export function sen2TableOfHeader(header: readonly string[]): Sen2TableName | null {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  const keys = sen2Tables.filter((table) => names.has(`${table}tableid`));
  const own = sen2Tables.filter(
    (table) => names.has(`${table}orderseqcolumn`) && keys.includes(table),
  );
  if (own.length === 1) return own[0];
  return keys.length > 0 ? keys[keys.length - 1] : null;
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/**
 * Which SEN2 workbook these sheets are: the DfE submission template, the pre-submission workbook,
 * or neither.
 */
export function sen2WorkbookForm(
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[],
): "template" | "workbook" | null {
  const templateSheet = sheets.find(
    (sheet) =>
      sheet.rows.some((row) => fold(String(row[0] ?? "")) === "person record") &&
      sheet.rows.some((row) => fold(String(row[0] ?? "")) === "requests records"),
  );
  if (templateSheet) return "template";
  const names = new Set(sheets.map((sheet) => fold(sheet.name)));
  return names.has("person") &&
    names.has("requests") &&
    (names.has("named plan") || names.has("assessments"))
    ? "workbook"
    : null;
}

import { collectGroups } from "../../../extracts/collect-groups";
import type { ExtractFiles } from "../../../extracts/read-workbooks";
import type { Reading } from "../../../extracts/reading";
import type { Recognise } from "../../../extracts/recognise";
import type { Sen2TableName } from "../fields/fields";
import {
  describeReturn,
  readSen2Collect,
  readSen2Sheets,
  readSen2Xml,
  type ReadReturn,
} from "./read-return";
import { isSen2Xml, sen2TableOfHeader } from "./recognise";
import type { Sen2Return } from "./return";

/**
 * Tells the XML file of a return and the tables of its COLLECT export; a workbook is told once it
 * is opened.
 */
export const recogniseSen2: Recognise = ({ text, isXml, header }) => {
  if (isXml) return isSen2Xml(text) ? { kind: "sen2-xml" } : null;
  const table = sen2TableOfHeader(header);
  return table && { kind: "sen2-csv", table };
};

/** Reads every SEN2 return among the files and workbooks, in whatever form it is. */
export async function readReturns(
  { files, workbooks }: ExtractFiles,
  reading: Reading,
): Promise<Sen2Return[]> {
  const returns: ReadReturn[] = [];
  for (const { file, kind } of files)
    if (kind === "sen2-xml") returns.push(await readSen2Xml(file, reading.content(file)));
  for (const { file, sheets } of workbooks) {
    const read = readSen2Sheets(file, sheets);
    if (read) returns.push(read);
  }
  const tables = files
    .filter(({ kind }) => kind === "sen2-csv")
    .map(({ file, table }) => ({ file, name: file.name, table: table as Sen2TableName }));
  for (const group of collectGroups(tables))
    returns.push(await readSen2Collect(group, reading.content));
  for (const { ret, findings, rows } of returns) {
    reading.findings.push(...findings);
    reading.rows.push(...rows);
    for (const name of ret.files) reading.takenFor.set(name, describeReturn(ret));
  }
  return returns.map(({ ret }) => ret);
}

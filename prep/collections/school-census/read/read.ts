import { collectGroups, folderOf, withoutCopies } from "../../../extracts/collect-groups";
import { fileFinding } from "../../../extracts/file-rules";
import type { ExtractFiles } from "../../../extracts/read-workbooks";
import { contents, type Reading } from "../../../extracts/reading";
import { dictionaryPool } from "../../../scan/dictionary";
import type { Census } from "./census";
import { assembleCensuses, type CensusPart } from "./assemble";
import {
  censusXmlReader,
  describeCensus,
  readCensusCollect,
  readCensusXml,
  type ReadCensusPart,
} from "./read-files";
import { tableInName, type CollectTable } from "./recognise";

/**
 * Reads every school census among the files, whatever its form, and puts the files of each term
 * together.
 */
export async function readCensuses(
  { files }: Pick<ExtractFiles, "files">,
  reading: Reading,
): Promise<Census[]> {
  const parts: CensusPart[] = [];
  const dictionaries = dictionaryPool();
  const readXml = censusXmlReader(dictionaries);
  const take = ({ part, findings, rows }: ReadCensusPart, names: readonly string[]): void => {
    if (part) parts.push(part);
    reading.findings.push(...findings);
    reading.rows.push(...rows);
    for (const name of names)
      reading.takenFor.set(name, part ? describeCensus(part) : "school census of an unknown term");
  };
  const ofSchools = files.flatMap(({ file, kind }) => (kind === "census-xml" ? [file] : []));
  for (const [file, content] of contents(ofSchools, reading.content))
    take(await readCensusXml(file, content, readXml), [file.name]);
  const tables = files
    .filter(({ kind }) => kind === "census-csv")
    .map(({ file, table }) => ({
      file,
      name: file.name,
      table: table as CollectTable,
      spelt: tableInName(file.name.slice(folderOf(file.name).length)) ?? table!,
    }));
  for (const { name, table } of tables)
    if (table === "unused")
      reading.takenFor.set(name, "school census table that nothing is counted from");
  const { groups, copies } = withoutCopies(
    collectGroups(
      tables.flatMap(({ table, ...rest }) => (table === "unused" ? [] : [{ ...rest, table }])),
    ),
  );
  for (const [copy, of] of copies) {
    reading.takenFor.set(copy.name, `the same file as ${of.name}`);
    reading.findings.push(
      fileFinding(
        "F02",
        copy.name,
        `The file is the same, byte for byte, as ${of.name}; it was read once.`,
      ),
    );
  }
  for (const group of groups)
    take(
      await readCensusCollect(group, reading.content, dictionaries),
      group.map(({ name }) => name),
    );
  const assembled = assembleCensuses(parts);
  for (const { findings, rows } of assembled) {
    for (const finding of findings) reading.findings.push(finding);
    reading.rows.push(...rows);
  }
  return assembled.map(({ census }) => census);
}

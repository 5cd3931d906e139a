import { assembleCensuses, type CensusPart } from "../collections/school-census/assemble";
import type { Census } from "../collections/school-census/census";
import { dictionaryPool } from "../scan/dictionary";
import { tableInName } from "../collections/school-census/recognise";
import { collectGroups, folderOf } from "./collect-groups";
import {
  censusXmlReader,
  describeCensus,
  readCensusCollect,
  readCensusXml,
  type ReadCensusPart,
} from "./read-census";
import { contents, type Reading } from "./reading";
import type { RecognisedInput } from "./recognise-files";

/** Reads every school census among the files, whatever its form, and puts the files of each term together. */
export async function readCensuses(
  files: readonly RecognisedInput[],
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
  const tables = files.flatMap((found) =>
    found.kind === "census-csv"
      ? [
          {
            file: found.file,
            name: found.file.name,
            table: found.table,
            spelt:
              tableInName(found.file.name.slice(folderOf(found.file.name).length)) ?? found.table,
          },
        ]
      : [],
  );
  for (const { name, table } of tables)
    if (table === "unused")
      reading.takenFor.set(name, "school census table that nothing is counted from");
  for (const group of collectGroups(
    tables.flatMap(({ table, ...rest }) => (table === "unused" ? [] : [{ ...rest, table }])),
  ))
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

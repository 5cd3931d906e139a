import { codeSets, sexCodes, type CodeSet } from "../../collections/mhsds/fields/code-sets";
import { authorities } from "../../reference/authorities";
import type { CodeWords, StarColumn, StarTable, StarType } from "../../star/declaration";
import { wordOfCode } from "../../star/words-of-codes";
import type { Dialect } from "../dialect";

const TYPES: Readonly<Record<StarType, string>> = {
  text: "STRING",
  date: "DATE",
  double: "DOUBLE",
  int64: "BIGINT",
  boolean: "BOOLEAN",
};

const ofSet = ({
  valid,
  other = [],
  default: none = [],
  older = [],
}: CodeSet): readonly string[] => [...valid, ...other, ...none, ...older];

/** Every code that the tables of mental health may hold. */
const CODES: readonly string[] = [
  ...new Set([
    ...Object.values(codeSets).flatMap(ofSet),
    ...sexCodes.map(([, sex]) => sex),
    ...authorities().map(({ code }) => code),
    ...["not_recorded", "outside_england", "provider", "commissioner", "sub_icb", "icb"],
  ]),
];

/** A code in the words of a list; as it stands where the list has none. */
function inWords(code: string, list: CodeWords, { text }: Dialect): string {
  const words = CODES.map((one) => [one, wordOfCode(list, one)] as const);
  const cases = words
    .filter(([one, word]) => word !== one)
    .map(([one, word]) => `WHEN ${text(one)} THEN ${text(word)}`);
  return cases.length === 0 ? code : `CASE ${code} ${cases.join(" ")} ELSE ${code} END`;
}

/**
 * A query of a declared table of the star: its columns, with their types and in their order. Each is
 * what `filled` says, else the column of its own name; words are those of the codes that they say.
 */
export function starQuery(
  { columns }: StarTable,
  from: string,
  filled: Readonly<Record<string, string>>,
  dialect: Dialect,
): string {
  const valueOf = ({ name, wordsOf }: Pick<StarColumn, "name" | "wordsOf">): string => {
    if (wordsOf?.list === undefined || name in filled) return filled[name] ?? name;
    return inWords(valueOf({ name: wordsOf.column }), wordsOf.list, dialect);
  };
  const values = columns.map(
    (column) => `CAST(${valueOf(column)} AS ${TYPES[column.type]}) AS ${column.name}`,
  );
  return `SELECT ${values.join(",\n  ")}\nFROM ${from} s`;
}

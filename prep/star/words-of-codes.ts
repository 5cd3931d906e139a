import { TextColumn } from "../columns/column";
import { authorityName, isKnownAuthority } from "../reference/authorities";
import { ethnicities, ethnicitiesOfGroups, senSettings, wordsByCode } from "../reference/code-sets";
import { groupNameOf } from "../reference/group-names";
import { publishedDatasets } from "../reference/published-datasets";
import { readOnce } from "../reference/read-reference";
import type { CodeWords, StarColumn, StarTable } from "./declaration";
import type { StarValues } from "./star-values";

/** Words that are not written as they are spelt in ids. */
const WORDS: Readonly<Record<string, string>> = {
  sen: "SEN",
  ehc: "EHC",
  icb: "ICB",
  idaci: "IDACI",
  gss: "GSS",
  ods: "ODS",
  lsoa: "LSOA",
  sen2: "SEN2",
  upn: "UPN",
  urn: "URN",
  neet: "NEET",
  fte: "FTE",
  england: "England",
};

/** An id in words: `no_sen` is "No SEN". */
export function idInWords(id: string): string {
  const words = id
    .split("_")
    .map((word) => WORDS[word] ?? word)
    .join(" ");
  return `${words[0].toUpperCase()}${words.slice(1)}`;
}

const isId = (code: string): boolean => /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(code);

const ethnicityWords = wordsByCode(ethnicities);
const settingWords = wordsByCode(senSettings);

const datasetNames = readOnce(
  () => new Map(publishedDatasets().rows.map(({ dataset, name }) => [dataset, name])),
);

/** An extended code of ethnicity by the group that its main code belongs to. */
const extendedEthnicity = (code: string): string | undefined => {
  const group = ethnicitiesOfGroups.find(([pattern]) =>
    new RegExp(`^(?:${pattern})$`).test(code),
  )?.[1];
  return group === undefined ? undefined : `${idInWords(group)} (${code})`;
};

/** Lists that stand elsewhere: authorities by number, codes of children and settings, years. */
const otherWords: Readonly<Record<string, (code: string) => string | undefined>> = {
  authority: (code) => (isKnownAuthority(code) ? authorityName(code) : undefined),
  ethnicity: (code) => ethnicityWords[code] ?? extendedEthnicity(code),
  published_dataset: (codes) =>
    codes
      .split(", ")
      .map((code) => datasetNames().get(code) ?? code)
      .join("; "),
  sen_setting: (code) => settingWords[code],
  year_group: (code) => (/^\d+$/.test(code) ? `Year ${code}` : undefined),
};

/**
 * What a code is called: by the words given, or the list of that name, else in words where it is an
 * id such as `no_sen`, else as it stands.
 */
export const wordOfCode = (list: CodeWords, code: string): string =>
  (typeof list === "string" ? (otherWords[list]?.(code) ?? groupNameOf(list, code)) : list[code]) ??
  (isId(code) ? idInWords(code) : code);

/** The column that says in words what a column of codes holds; its values where no list makes them. */
const wordsColumn = (name: string, label: string, of: string, list?: CodeWords): StarColumn => ({
  name: `${name}_words`,
  type: "text",
  label,
  description: `${of}, in words.`,
  wordsOf: { column: name, ...(list === undefined ? {} : { list }) },
});

/** Words in place of codes: they take the name, and readers need not see the codes. */
export const inPlace = (column: StarColumn, list?: CodeWords): StarColumn[] => [
  { ...column, label: `${column.label} code`, hidden: true },
  wordsColumn(column.name, column.label, column.label, list),
];

/** Words beside codes that authors put into wells of our visual, which reads codes. */
const beside = (column: StarColumn, list: CodeWords): StarColumn[] => [
  column,
  wordsColumn(column.name, `${column.label} in words`, column.label, list),
];

type Lists = Readonly<Record<string, CodeWords>>;

const widened =
  (words: (column: StarColumn, list: CodeWords) => StarColumn[]) =>
  (lists: Lists, table: StarTable): StarTable => ({
    ...table,
    columns: table.columns.flatMap((column) =>
      column.name in lists ? words(column, lists[column.name]) : [column],
    ),
  });

/**
 * A table with words in place of its columns of codes, which are hidden: `lists` says what those of
 * each are called.
 */
export const withWords = widened(inPlace);
/** The same with the codes left in view. */
export const withWordsBeside = widened(beside);

/** The words of each row of a column of codes; none where there is no code. */
export function wordsOfCodes(values: StarValues, list: CodeWords): StarValues {
  if (!(values instanceof TextColumn))
    return Array.from({ length: values.length }, (_, row) => {
      const code = values.at(row) ?? null;
      return code === null ? null : wordOfCode(list, String(code));
    });
  const words = values.dictionary.map((code) => (code === "" ? "" : wordOfCode(list, code)));
  const dictionary = [...new Set(["", ...words])];
  const places = new Map(dictionary.map((word, place) => [word, place]));
  const placeOf = Int32Array.from(words, (word) => places.get(word)!);
  return new TextColumn(
    values.codes.map((code) => placeOf[code]),
    dictionary,
  );
}

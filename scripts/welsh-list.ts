import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

const fileOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** The strings of the visual in a language. */
export const stringsOf = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(fileOf(`stringResources/${locale}/resources.resjson`), "utf8")) as Record<
    string,
    string
  >;

/** Where the page is. */
export const pageFile = fileOf("docs/welsh.md");

interface Context {
  readonly prefix: string;
  /** Where readers see the strings whose ids begin so. */
  readonly where: string;
  readonly note: string;
}

const prefixOf = (id: string): string => id.split("_")[0];
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Every string of the visual with its context, in English and in the draft Welsh. */
export function welshList(): string {
  const contexts = parse(readFileSync(fileOf("scripts/language/string-contexts.csv")), {
    columns: true,
  }) as Context[];
  const [english, welsh] = [stringsOf("en-GB"), stringsOf("cy-GB")];
  const ids = Object.keys(english);
  const unknown = ids.filter((id) => !contexts.some(({ prefix }) => prefix === prefixOf(id)));
  if (unknown.length > 0)
    throw new Error(`No context in scripts/language/string-contexts.csv: ${unknown.join(", ")}`);
  const sections = contexts.flatMap(({ prefix, where, note }) => {
    const rows = ids
      .filter((id) => prefixOf(id) === prefix)
      .map((id) => `| \`${id}\` | ${cell(english[id])} | ${cell(welsh[id] ?? "")} | |`);
    return rows.length === 0
      ? []
      : [
          `## ${where}`,
          ...(note === "" ? [] : [`${note}.`]),
          [
            "| id | English | Welsh draft | correction |",
            "| --- | --- | --- | --- |",
            ...rows,
          ].join("\n"),
        ];
  });
  return `${[
    "# The words of the visual in Welsh",
    "This list is for a Welsh speaker. The Welsh is a draft that no Welsh speaker has checked. Write a better text into the last column, and send the page back or change `stringResources/cy-GB/resources.resjson`. `npm run docs` writes the page.",
    "Leave `{0}` and `{1}` as they are, in the place where the Welsh sentence needs them: the visual puts a number or a name there. Names of the Power BI model are in `prep/publish/power-bi/model/welsh.ts`.",
    ...sections,
  ].join("\n\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(pageFile, welshList());

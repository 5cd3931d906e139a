import { writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { fileURLToPath } from "node:url";
import { collections } from "../prep/collections/index";
import type { CatalogueEntry } from "../prep/indicators/catalogue-entry";
import { knowledgeOf } from "../prep/stages/knowledge";
import otherwise from "./listed-otherwise.csv";

/** Where the page is. */
export const pageFile = fileURLToPath(new URL("../docs/listed-indicators.md", import.meta.url));

/** The documents that list indicators, by the letters of their reference numbers. */
const documents: Readonly<Record<string, string>> = {
  CDC: "Council for Disabled Children, data for local areas",
  BUL: "SEND data bulletins",
  SHR: "Council paper, SHR",
  BCP: "Council paper, BCP",
  BHM: "Council paper, BHM",
};

const fillings: Readonly<Record<CatalogueEntry["filled"], string>> = {
  counted: "counted here",
  published: "published there",
  "kept by hand": "kept by hand",
};

interface Listed {
  readonly reference: string;
  readonly indicator: CatalogueEntry;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** What a sheet's KPI of a listed name is, where it is not the indicator that answers the list. */
export const listedOtherwise: ReadonlyMap<
  string,
  { readonly id: string; readonly reason: string }
> = new Map(
  (
    parse(otherwise, { columns: true, comment: "#", comment_no_infix: true }) as Record<
      string,
      string
    >[]
  ).map(({ number, id, reason }) => [number, { id, reason }]),
);

function lineOf({ reference, indicator }: Listed): string {
  const { id, name, filled, published } = indicator;
  const where =
    published === null || filled === "counted"
      ? ""
      : filled === "published"
        ? ` (\`${published}\`)`
        : `, from \`${published}\``;
  const other = listedOtherwise.get(reference);
  const inSheet = other ? `\`${other.id}\`: ${other.reason}` : "the same";
  return `| ${reference} | ${cell(name)} | \`${id}\` | ${fillings[filled]}${where} | ${inSheet} |`;
}

/** How many indicators are filled in each way, in words. */
function tally(indicators: readonly CatalogueEntry[]): string {
  return Object.entries(fillings)
    .map(
      ([filled, words]) => `${indicators.filter((one) => one.filled === filled).length} ${words}`,
    )
    .join(", ");
}

function sectionOf(letters: string, listed: readonly Listed[]): string[] {
  const indicators = [...new Set(listed.map(({ indicator }) => indicator))];
  return [
    `## ${documents[letters]}`,
    "",
    `${listed.length} numbers, ${indicators.length} indicators: ${tally(indicators)}.`,
    "",
    "| Number | Indicator | Id | Filled | A KPI of that name in a sheet |",
    "| --- | --- | --- | --- | --- |",
    ...listed.map(lineOf),
    "",
  ];
}

/** The page of every reference number with its indicator and how that is filled, as Markdown. */
export function listedIndicatorsPage(): string {
  const listed = knowledgeOf(collections)
    .indicators.flatMap((indicator) =>
      indicator.listedIn.map((reference) => ({ reference, indicator })),
    )
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
  const named = [...new Set(listed.map(({ indicator }) => indicator))];
  return [
    "# Listed indicators",
    "",
    "<!-- Written by `npm run docs` from the indicator records; change those. -->",
    "",
    "Boards, councils and national bodies list the indicators that they want to see. Here is each number of their",
    "lists with our indicator, and how it is filled:",
    "",
    "* counted here: from SEN2, the school census or MHSDS;",
    "* published there: read from the data set that is named, where its file is given;",
    "* kept by hand: no data set that we read has it, so its figures come from a KPI sheet.",
    "",
    "A KPI of a sheet that has the name of a list word for word is mostly the same indicator. Where the name is of one group or service, or of something else than",
    "what we count, it is an indicator of its own, so that no part is taken for the whole: the last column says which, and why.",
    "",
    "Ids are of one form, lower case with underscores. A KPI of a sheet whose name is none that is known has its id from it, with `pct` for `%`.",
    "",
    `${listed.length} numbers, ${named.length} indicators: ${tally(named)}.`,
    "",
    ...Object.keys(documents).flatMap((letters) =>
      sectionOf(
        letters,
        listed.filter(({ reference }) => reference.startsWith(letters)),
      ),
    ),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(pageFile, listedIndicatorsPage());

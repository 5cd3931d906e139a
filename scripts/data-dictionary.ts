import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { collections } from "../prep/collections/index";
import { dataDictionary } from "../prep/publish/data-dictionary";
import { knowledgeOf } from "../prep/stages/knowledge";
import { sharedTables } from "../prep/star/shared-tables";

/** Where the page is. */
export const pageFile = fileURLToPath(new URL("../docs/data-dictionary.md", import.meta.url));

/** The page of all collections. */
export const dataDictionaryPage = (): string =>
  dataDictionary(
    [...sharedTables, ...collections.flatMap(({ starTables }) => starTables)],
    knowledgeOf(collections).indicators,
  );

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(pageFile, dataDictionaryPage());

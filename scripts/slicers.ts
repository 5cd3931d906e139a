import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { collections } from "../prep/collections/index";
import { indicatorsOfRows } from "../prep/publish/power-bi/measures/row-measures";
import { semanticModel } from "../prep/publish/power-bi/model/semantic-model";
import { slicersPage } from "../prep/publish/power-bi/slicers-page";
import { knowledgeOf } from "../prep/stages/knowledge";
import { sharedTables } from "../prep/star/shared-tables";

/** Where the page is. */
export const pageFile = fileURLToPath(new URL("../docs/slicers.md", import.meta.url));

/** The page of the model of all collections. */
export function slicersOfAll(): string {
  const { rowMeasures } = knowledgeOf(collections);
  const tables = [...sharedTables, ...collections.flatMap(({ starTables }) => starTables)];
  const withMeasures = tables.map((table) => ({
    ...table,
    measures: rowMeasures.filter(({ fact }) => fact === table.name),
  }));
  const model = semanticModel(withMeasures, { kind: "folder", format: "parquet", folder: "" }, [
    "999",
  ]);
  return slicersPage(model, indicatorsOfRows(withMeasures));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(pageFile, slicersOfAll());

import text from "../../reference/sen2-figures.csv";
import { reference } from "../../reference/read-reference";
import { count, percent, total } from "./mapping-forms";
import type { PublishedMapping } from "./published-mapping";

const columnsOf = (cell: string): readonly string[] => cell.split(" ").filter((one) => one !== "");

/** Figures of the SEN2 statistics that are read as published and that nobody counts here. */
export const sen2Figures = reference({
  file: "sen2-figures.csv",
  text,
  columns: ["indicator", "dataset", "topic", "numerator", "denominator", "printed"],
  row: ({ indicator, dataset, topic, numerator, denominator, printed }): PublishedMapping => {
    const picked = { where: total(topic), numerator: columnsOf(numerator) };
    return denominator === ""
      ? count(indicator, dataset, picked)
      : percent(indicator, dataset, {
          ...picked,
          denominator: columnsOf(denominator),
          ...(printed === "" ? {} : { value: printed }),
        });
  },
});

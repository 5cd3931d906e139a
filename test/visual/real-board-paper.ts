import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { Row } from "../src/support/data-view";

const SHARED =
  process.env.SEND_SHARED ?? join(dirname(fileURLToPath(import.meta.url)), "../../../shared");
const file = (name: string): string => join(SHARED, "data/kpi", name);
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(file(name)), { columns: true, bom: true });

const numberOr = (text: string): number | undefined => (text === "" ? undefined : Number(text));

/** The 98 rows of a real board paper with their parsed cells, as a report author would bind them; null where they are not on this machine. */
export function realBoardPaper(): Row[] | null {
  if (!existsSync(file("bcp-scorecard-audit.csv"))) return null;
  const printed = table("bcp-scorecard.csv");
  return table("bcp-scorecard-audit.csv").map((row, index): Row => {
    const target = numberOr(row.target_value);
    const value = numberOr(row.current_value);
    return {
      section: printed[index].board,
      subsection: printed[index].section,
      number: row.kpi_no,
      priority: printed[index].priority,
      indicator: row.kpi,
      polarity: OVERRIDDEN.get(`${row.board}${row.kpi_no}`) ?? row.required,
      unit: row.current_unit === "%" ? "%" : undefined,
      period: printed[index].current_period,
      value,
      secondary: numberOr(row.current_bracket_number),
      statusWords: value === undefined ? printed[index].current_value_text || "missing" : undefined,
      previous: numberOr(row.previous_value),
      target,
      targetRule: target === undefined ? printed[index].target_text || undefined : undefined,
      england: numberOr(row.national_value),
      region: numberOr(row.region_value),
      neighbours: numberOr(row.neighbours_value),
    };
  });
}

/** The printed direction of the speech and language therapy waits is wrong, and the annual review of plans has none; neither changes how many are rated. */
const OVERRIDDEN = new Map([["A29", "higher"]]);

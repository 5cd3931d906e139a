import { boardName, boardPaper } from "../board-paper";
import type { Row } from "../../page/visual/data-view";

/**
 * The 98 rows of a real board paper with their cells as a person read them, as a report author
 * would bind them.
 */
export const realBoardPaper = (): Row[] =>
  boardPaper().map((row): Row => {
    const { cells, printed } = row;
    const { value, second } = cells.current;
    const target = cells.target.value;
    return {
      section: boardName(row),
      subsection: row.section,
      number: row.number,
      priority: printed.priority ?? "",
      indicator: row.name,
      polarity: OVERRIDDEN.get(`${row.board}${row.number}`) ?? row.required,
      unit: row.unit === "%" ? "%" : undefined,
      period: printed.current_period,
      value,
      secondary: second,
      statusWords: value === undefined ? (printed.current_value ?? "missing") : undefined,
      previous: cells.previous.value,
      target,
      targetRule: target === undefined ? printed.target : undefined,
      england: cells.national.value,
      region: cells.region.value,
      neighbours: cells.neighbours.value,
    };
  });

/**
 * The printed direction of the speech and language therapy waits is wrong, and the annual review of
 * plans has none; neither changes how many are rated.
 */
const OVERRIDDEN = new Map([["A29", "higher"]]);

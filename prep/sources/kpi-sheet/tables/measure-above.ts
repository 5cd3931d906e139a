import { isPlainFigure, type Column } from "./columns";
import { authoritiesIn } from "../../../reference/authorities-in-text";
import { isNumberedKpi, nameOfTitle } from "./clean-title";
import { isMeasure } from "./figure-columns";
import type { TableArea } from "./table-area";
import { type Grid } from "./grid";
import { isSectionText } from "./row-kinds";
import { valuesOf } from "./name-column";

/** The KPI that the words above a table name: the one text of something measured; empty for none. */
export function kpiInTitle(above: readonly string[]): string {
  const found = above.filter(
    (text) => isSectionText(text) && isMeasure(text) && authoritiesIn(text).length === 0,
  );
  const numbered = above.find((text) => isSectionText(text) && isNumberedKpi(text));
  if (numbered !== undefined && (found.length !== 1 || above.indexOf(numbered) < 3))
    return nameOfTitle(numbered);
  return found.length === 1 ? nameOfTitle(found[0]) : "";
}

const BY =
  /\bby (?!months?\b|quarters?\b|terms?\b|years?\b(?! groups?)|dates?\b|indicators?\b|measures?\b|kpis?\b)\w/i;

/** What a table counts of each of its rows: a title such as "Number of plans by primary need". */
export const measureByRow = ([nearest = ""]: readonly string[]): string =>
  isSectionText(nearest) && isMeasure(nearest) && BY.test(nearest) ? nameOfTitle(nearest) : "";

/**
 * What a table of groups counts: its title, where rows are groups such as pupil groups, columns are
 * periods and nothing else names a measure.
 */
export function measureOfGroups(
  [nearest = ""]: readonly string[],
  { grid, area, columns }: { grid: Grid; area: TableArea; columns: readonly Column[] },
): string {
  const groups = columns.find(({ label }) => label === "group");
  const others = columns.filter(({ label, text }) => label === null && text !== "");
  const isOfGroups =
    groups !== undefined &&
    others.length > 1 &&
    others.every((one) => isPlainFigure(one) && (one.period ?? one.part ?? one.year) !== null) &&
    valuesOf(grid, area, groups).every((text) => !isMeasure(text));
  return isOfGroups && isSectionText(nearest) && isMeasure(nearest) ? nameOfTitle(nearest) : "";
}

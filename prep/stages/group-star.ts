import { councilsTogether } from "../compare/councils-together";
import { withIntervals } from "../compare/intervals";
import { rateRows } from "../compare/rate-rows";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { ENGLAND } from "../reference/authorities";
import { councilFigures } from "../star/council-figure";
import { areaDimension, sourceDimension } from "../star/dimensions";
import type { Star, StarData } from "../star/frame";
import { kpiTables } from "../star/kpi-tables-data";
import { figuresTable } from "../star/figures-table";
import { kpiValue } from "../star/kpi-value";
import { rowsTable } from "../star/rows-table";
import { withShown } from "../star/shown-figures";
import type { AreaGroup } from "./area-group";
import { ratedIndicators } from "./indicator-stage";

/** The only source of the figures of an area of several councils: the councils. */
const SOURCE_KEY = 1;

const sourceOf = ({ name }: AreaGroup): StarData =>
  rowsTable(sourceDimension, [[SOURCE_KEY, "Councils together", name, "", null, null, null, null]]);

const areaOf = ({ code, codeType, name, level }: AreaGroup): StarData =>
  rowsTable(areaDimension, [
    [
      code,
      codeType,
      name,
      level,
      code === ENGLAND ? null : ENGLAND,
      level === "region" ? name : null,
      null,
    ],
  ]);

/**
 * The star of an area of several councils, made of their figures: no person is in it, and no figure
 * where a council has none.
 */
export function groupStar(
  stars: readonly Star[],
  group: AreaGroup,
  known: readonly CatalogueEntry[],
): Star {
  const indicators = ratedIndicators(known);
  const ofCouncils = stars.map((star) => councilFigures(star.get("kpi_value")!)).flat();
  const figures = councilsTogether(ofCouncils, group, { indicators, sourceKey: SOURCE_KEY });
  const own = figures.filter(({ area_role }) => area_role === "own");
  const others = figures.filter(({ area_role }) => area_role !== "own");
  const rated = withShown(
    withIntervals(
      [...rateRows(own, { indicators, targets: [], comparators: [] }), ...others],
      indicators,
    ),
  );
  const area = areaOf(group);
  const tables = [area, sourceOf(group), figuresTable(kpiValue, rated), ...kpiTables(rated, area)];
  return new Map(tables.map((table) => [table.declaration.name, table]));
}

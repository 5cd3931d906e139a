import { councilsTogether } from "../compare/councils-together";
import { withoutGroupsOfNobody } from "../compare/groups-of-nobody";
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
import type { CountedOfAll } from "./counted-of-all";
import { ratedIndicators } from "./indicator-stage";
import { extractRows } from "./source-rows";

/** The source of figures that are put together: the councils. Extracts come after it. */
const SOURCE_KEY = 1;

const sourceOf = ({ name }: AreaGroup, { sources }: CountedOfAll): StarData =>
  rowsTable(sourceDimension, [
    [SOURCE_KEY, "Councils together", name, "", null, null, null, null],
    ...extractRows(sources, SOURCE_KEY),
  ]);

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

interface GroupOptions {
  readonly known: readonly CatalogueEntry[];
  readonly all: CountedOfAll;
  readonly leaveOutNobody: boolean;
}

/**
 * The star of an area of several councils, made of their figures: no person is in it, and no figure
 * where a council has none, but for what is counted of all as one.
 */
export function groupStar(
  councils: readonly StarData[],
  group: AreaGroup,
  { known, all, leaveOutNobody }: GroupOptions,
): Star {
  const indicators = ratedIndicators(known);
  const ofCouncils = councils.map(councilFigures).flat();
  const figures = councilsTogether(ofCouncils, group, { indicators, sourceKey: SOURCE_KEY });
  const ofAll = new Set(all.figures.map(({ indicator_id }) => indicator_id));
  const own = [
    ...figures.filter((row) => row.area_role === "own" && !ofAll.has(row.indicator_id)),
    ...all.figures.map((row) => ({ ...row, source_key: row.source_key + SOURCE_KEY })),
  ];
  const others = figures.filter(({ area_role }) => area_role !== "own");
  const together = [...rateRows(own, { indicators, targets: [], comparators: [] }), ...others];
  const kept = leaveOutNobody ? withoutGroupsOfNobody(together) : together;
  const rated = withShown(withIntervals(kept, indicators));
  const area = areaOf(group);
  const values = figuresTable(kpiValue, rated);
  const tables = [area, sourceOf(group, all), values, ...kpiTables(values, rated, area)];
  return new Map(tables.map((table) => [table.declaration.name, table]));
}

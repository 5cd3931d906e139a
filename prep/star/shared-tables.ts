import type { StarTable } from "./declaration";
import {
  ageBandDimension,
  needDimension,
  personAlias,
  personDimension,
  settingDimension,
  settingGroupDimension,
} from "./child-dimensions";
import {
  areaDimension,
  dateDimension,
  indicatorDimension,
  kpiTarget,
  sourceDimension,
} from "./dimensions";
import { boardKpi, boardRating, kpiNote } from "./board-tables";
import { kpiException } from "./kpi-exception";
import { comparedArea, kpiBoard, kpiBreakdown, kpiComparator, kpiPeriod } from "./kpi-tables";
import { kpiValue } from "./kpi-value";

/** The tables of the star that all collections share. */
export const sharedTables: readonly StarTable[] = [
  dateDimension,
  personDimension,
  personAlias,
  needDimension,
  settingDimension,
  settingGroupDimension,
  ageBandDimension,
  areaDimension,
  indicatorDimension,
  sourceDimension,
  kpiTarget,
  kpiValue,
  kpiPeriod,
  kpiBoard,
  kpiBreakdown,
  kpiComparator,
  comparedArea,
  kpiException,
  boardKpi,
  boardRating,
  kpiNote,
];

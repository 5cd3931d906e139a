import { column, INDICATOR, measure } from "./fields";
import type { Field, Box, Visual } from "./report";

type Wells = Readonly<Record<string, Field>>;

const about: Wells = {
  indicator: INDICATOR,
  section: column("Indicator", "Section"),
  subsection: column("Indicator", "Sub-section"),
  number: column("Indicator", "Sheet reference"),
  sort: column("Indicator", "Order"),
  polarity: column("Indicator", "Polarity"),
  unit: column("Indicator", "Unit"),
};

/** Wells of the scorecard and cards: own figures by period, with their comparators beside them. */
const ownWells: Wells = {
  ...about,
  period: column("Board figures", "Period"),
  frequency: column("Indicator", "Frequency"),
  cumulative: column("Indicator", "Cumulative"),
  lens: column("Indicator", "Lens"),
  priority: column("Indicator", "Priority"),
  headline: column("Indicator", "Headline"),
  owner: column("Indicator", "Owner"),
  definition: column("Indicator", "Numerator"),
  source: column("Indicator", "Collection"),
  comparability: measure("Comparability"),
  cohort: measure("Who is counted"),
  footprint: measure("Area covered"),
  value: measure("Value"),
  target: measure("Target"),
  targetRule: measure("Strict target"),
  lower: measure("Lower bound"),
  upper: measure("Upper bound"),
  statusWords: measure("Data status"),
  previous: measure("Previous value"),
  england: measure("England"),
  region: measure("Region"),
  neighbours: measure("Neighbours"),
  neighboursMethod: measure("Neighbours method"),
  englandPeriod: measure("England period"),
  regionPeriod: measure("Region period"),
  neighboursPeriod: measure("Neighbours period"),
  rating: measure("Rating or reason"),
  ratingProfile: measure("Rating profile"),
  endStatus: measure("Status against the end"),
  areaCount: measure("Neighbours counted"),
  comparabilityNote: measure("Comparability note"),
  asAt: measure("As at"),
  nextDue: measure("Next due"),
  refreshed: measure("KPI refreshed"),
  secondary: measure("Secondary value"),
  numerator: measure("Numerator"),
  denominator: measure("Denominator"),
  intervalLower: measure("Lower confidence limit"),
  intervalUpper: measure("Upper confidence limit"),
  textValue: measure("Text value"),
  commentary: measure("Commentary shown"),
  action: measure("Action shown"),
  dueDate: measure("Due date shown"),
  progress: measure("Progress shown"),
  baseline: measure("Baseline shown"),
  baselineDate: measure("Baseline date shown"),
};

/** Wells of the trend: periods that comparators alone have figures of have a row too. */
const trendWells: Wells = { ...ownWells, period: column("KPI period", "Period") };

/**
 * Wells of the neighbours view: one row for each compared area, for the latest period and the one
 * before, so that far fewer than 30,000 rows reach the visual.
 */
const comparedWells: Wells = {
  ...about,
  area: column("Compared area", "Compared area"),
  areaRole: column("Compared area", "Compared role"),
  forArea: column("Compared area", "For authority"),
  method: column("Compared area", "Compared method"),
  neighbourModel: column("Compared area", "Compared neighbour model"),
  value: measure("Compared value"),
  previous: measure("Compared previous value"),
  statusWords: measure("Compared status"),
  areaCount: measure("Compared areas counted"),
};

/** Wells of one KPI of all areas: own figures by area, what covers the areas told by its level. */
const areasWells: Wells = {
  ...about,
  area: column("Area", "Area name"),
  areaRole: column("Area", "Area level"),
  period: column("Board figures", "Period"),
  frequency: column("Indicator", "Frequency"),
  value: measure("Value"),
  statusWords: measure("Data status"),
  england: measure("England"),
  region: measure("Region"),
  englandPeriod: measure("England period"),
  regionPeriod: measure("Region period"),
};

export type VisualView = "scorecard" | "cards" | "neighbours" | "areas" | "trend";

const wells: Readonly<Record<VisualView, Wells>> = {
  scorecard: ownWells,
  cards: ownWells,
  trend: trendWells,
  neighbours: comparedWells,
  areas: areasWells,
};

/** Where the visual stands, on a phone too, and what it says to a screen reader. */
export interface Shown {
  readonly place: Box;
  readonly alt: string;
  readonly mobile?: Box;
}

/** Our own visual in one of its views. `guid` is the id of the packaged visual. */
export const scorecardVisual = (
  guid: string,
  view: VisualView,
  { place, alt, mobile }: Shown,
): Visual => ({
  id: view,
  type: guid,
  place,
  title: "",
  alt,
  roles: Object.fromEntries(Object.entries(wells[view]).map(([role, field]) => [role, [field]])),
  settings: { layout: { view } },
  ...(mobile ? { mobile } : {}),
});

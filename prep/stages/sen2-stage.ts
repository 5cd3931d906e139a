import type { Frequency } from "../calendar/periods";
import type { Finding } from "../check/finding";
import type { Setting } from "../collections/sen2/settings";
import { acrossReturns } from "../collections/sen2/across-returns";
import { childDimensions } from "../collections/sen2/dimension-rows";
import { sen2Figures, sen2KnownDays } from "../collections/sen2/figures";
import { sen2Model, type Sen2Model } from "../collections/sen2/model";
import { coveringReturn } from "../collections/sen2/periods";
import type { Sen2Return } from "../collections/sen2/return";
import { sen2Facts } from "../collections/sen2/star";
import type { SchoolRegister } from "../sources/school-register/register";
import type { Figure } from "../indicators/figure";
import { countedRows } from "../indicators/kpi-value-rows";
import type { Progress } from "../progress";
import type { Settings } from "../settings";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { OwnTables } from "./own-stage";
import type { LinkedPeople } from "./people-stage";
import type { Stopwatch } from "./stopwatch";

/** What SEN2 returns become. */
export interface Sen2Part {
  readonly model: Sen2Model;
  /** People, settings and code lists, those of other collections included. */
  readonly dimensions: readonly StarData[];
  /** Fact tables. */
  readonly tables: readonly StarData[];
  /** Own figures, not yet rated. */
  readonly figures: readonly KpiValueRow[];
  readonly own: OwnTables;
  readonly findings: readonly Finding[];
}

/** Tables whose rows are known as far as requests are; the others as far as plans are. */
const REQUEST_TABLES: readonly string[] = ["ehc_request"];
const FREQUENCIES: readonly Frequency[] = [
  "month",
  "quarter",
  "term",
  "calendar_year",
  "academic_year",
  "financial_year",
  "year_to_date",
  "rolling_12_months",
];

export interface Sen2Stage {
  readonly returns: readonly Sen2Return[];
  readonly linked: LinkedPeople;
  readonly authority: string;
  /** Name of the authority, for the footprint of the figures. */
  readonly areaName: string;
  readonly register: SchoolRegister | null;
  /** Schools that the censuses name. */
  readonly schools: readonly Setting[];
  readonly settings: Settings;
  readonly progress: Progress;
  readonly clock: Stopwatch;
}

/** Counts the indicators of a model, telling how far it is. */
function countFigures(model: Sen2Model, progress: Progress): Figure[] {
  const figures: Figure[] = [];
  sen2Figures(model, (figure) => {
    figures.push(figure);
    if (figures.length % 5000 === 0) progress("Counting indicators", figures.length, null);
  });
  return figures;
}

/** Puts the returns together and counts. The source key of return r is r + 1. */
export function sen2Stage({
  returns,
  linked,
  authority,
  areaName,
  register,
  schools,
  settings,
  progress,
  clock,
}: Sen2Stage): Sen2Part {
  progress("Building the star", 0, null);
  const model = sen2Model(returns, linked.ofReturns, linked.people, {
    authority,
    asAt: settings.asAt,
    limits: settings.limits,
    register,
    otherSettings: schools,
  });
  const sourceKeys = returns.map((_, r) => r + 1);
  const tables = sen2Facts(model, sourceKeys);
  const dimensions = childDimensions(linked.people, linked.pseudonyms, model.settings, {
    authority,
    birthMonth: settings.output.birthMonth,
  });
  clock.lap("star");

  const sourceOf = ({ end }: Figure): number => {
    const ret = coveringReturn(model.periods, end);
    return sourceKeys[ret < 0 ? returns.length - 1 : ret];
  };
  const known = sen2KnownDays(model.periods);
  const rows = (counted: readonly Figure[]): KpiValueRow[] =>
    countedRows(counted, {
      authority,
      footprint: areaName,
      cohort: "Children and young people of the authority's SEN2 return",
      sourceOf,
    });
  const own: OwnTables = {
    tables: [...dimensions, ...tables],
    known: (table) => ({
      days: REQUEST_TABLES.includes(table) ? known.requests : known.plans,
      frequencies: FREQUENCIES,
    }),
    rows: (_, counted) => rows(counted),
  };
  const figures = rows(countFigures(model, progress));
  clock.lap("count");
  return { model, dimensions, tables, figures, own, findings: acrossReturns(model) };
}

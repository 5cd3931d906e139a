import { termEnd, termStart, type TermIndex } from "../calendar/terms";
import type { Finding } from "../check/finding";
import type { Census, CensusLags } from "../collections/school-census/census";
import { censusFigures } from "../collections/school-census/figures";
import { findPlans } from "../collections/school-census/find-plans";
import { censusTermIndicators } from "../collections/school-census/indicators";
import { linkFindings } from "../collections/school-census/link-findings";
import { matchPlans } from "../collections/school-census/match";
import {
  attendanceTerms,
  censusModel,
  censusTelling,
  suspensionTerms,
  type CensusModel,
} from "../collections/school-census/model";
import { censusFacts } from "../collections/school-census/star";
import type { SchoolRegister } from "../sources/school-register/register";
import { caseloadOn } from "../collections/sen2/caseload";
import type { OwnFigure } from "../compare/reconcile";
import type { Sen2Model } from "../collections/sen2/model";
import type { Settings as Places } from "../collections/sen2/settings";
import type { Figure } from "../indicators/figure";
import { knownDays, type KnownDays } from "../indicators/known-days";
import type { OwnKnown } from "../indicators/own-periods";
import { countedRows } from "../indicators/kpi-value-rows";
import type { Progress } from "../progress";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { OwnTables } from "./own-stage";
import type { LinkedPeople } from "./people-stage";
import type { Stopwatch } from "./stopwatch";

/** What school censuses become. */
export interface CensusPart {
  readonly tables: readonly StarData[];
  /** Own figures, not yet rated. */
  readonly figures: readonly KpiValueRow[];
  /** The same figures, to be held against published ones. */
  readonly counted: readonly OwnFigure[];
  readonly own: OwnTables;
  readonly findings: readonly Finding[];
}

export interface CensusStage {
  readonly censuses: readonly Census[];
  readonly linked: LinkedPeople;
  readonly authority: string;
  readonly areaName: string;
  readonly register: SchoolRegister | null;
  readonly places: Places;
  readonly lags: CensusLags;
  /** The SEN2 returns, where there are some, to look plans up in. */
  readonly sen2: Sen2Model | null;
  /** Source keys of the censuses before the first. */
  readonly sourcesBefore: number;
  readonly progress: Progress;
  readonly clock: Stopwatch;
}

/** The fact whose lag says which census tells a figure of a term. */
const factOf = new Map(
  censusTermIndicators.map(
    ({ id, fact }) => [id, fact === "suspension" ? fact : "attendance"] as const,
  ),
);
type Fact = "attendance" | "suspension";

const knownTerms = (terms: Iterable<TermIndex>): KnownDays =>
  knownDays([...terms].map((term) => ({ from: termStart(term), to: termEnd(term) })));

/** What is known of a table of the census, for a council's own indicators. */
function knownTable(model: CensusModel, table: string): OwnKnown {
  const YEARS = ["term", "year_to_date", "academic_year"] as const;
  if (table === "attendance")
    return { days: knownTerms(attendanceTerms(model)), frequencies: YEARS, date: "term_end" };
  if (table === "suspension")
    return { days: knownTerms(suspensionTerms(model)), frequencies: YEARS, date: "start_date" };
  const dayOf = new Map(model.censuses.map(({ term, referenceDate }) => [term, referenceDate]));
  return { days: knownTerms(dayOf.keys()), frequencies: ["term"], date: "census_date", dayOf };
}

/** Puts the censuses together, looks their plans up in SEN2, and counts. */
export function censusStage({
  censuses,
  linked,
  authority,
  areaName,
  register,
  places,
  lags,
  sen2,
  sourcesBefore,
  progress,
  clock,
}: CensusStage): CensusPart {
  progress("Building the star", 0, null);
  const model = censusModel(
    censuses,
    linked.ofCensuses,
    linked.people.count,
    places,
    register,
    lags,
  );
  const loads = censuses.map(({ referenceDate }) => sen2 && caseloadOn(sen2, referenceDate));
  const { inSen2, people } = linked;
  const matches = loads.map(
    (load, c) =>
      load && matchPlans(model, c, { ...inSen2, authority, home: people.home, plans: load.person }),
  );
  const plans = loads.map(
    (load, c) =>
      load && {
        setting: load.setting,
        outcome: findPlans(model, c, { load, places, hasUpn: inSen2.hasUpn, authority }),
      },
  );
  const sourceKeys = censuses.map((_, c) => sourcesBefore + c + 1);
  const tables = censusFacts(model, sourceKeys, matches, plans);
  clock.lap("census star");

  const figures: Figure[] = [];
  censusFigures(model, { people: linked.people, settings: places, matches }, (figure) => {
    figures.push(figure);
    if (figures.length % 5000 === 0) progress("Counting indicators", figures.length, null);
  });
  const rowsOf = (counted: readonly Figure[], fact: (figure: Figure) => Fact): KpiValueRow[] =>
    countedRows(counted, {
      authority,
      footprint: areaName,
      cohort: "Pupils of the schools whose census is loaded",
      sourceOf: (figure) =>
        sourceKeys[figure.asAt === null ? -1 : censusTelling(model, fact(figure), figure.asAt)] ??
        sourceKeys[sourceKeys.length - 1],
    });
  const rows = rowsOf(figures, ({ indicator }) => factOf.get(indicator) ?? "attendance");
  const own: OwnTables = {
    tables,
    known: (table) => knownTable(model, table),
    rows: (table, found) =>
      rowsOf(found, () => (table === "suspension" ? "suspension" : "attendance")),
  };
  clock.lap("census count");
  const counted = figures
    .filter(({ status }) => status !== "not_available")
    .map(
      ({
        indicator,
        breakdown,
        breakdownValue,
        frequency,
        end,
        numerator,
        denominator,
        value,
      }): OwnFigure => ({
        indicator,
        group: [breakdown, breakdownValue],
        frequency,
        end,
        numerator,
        denominator,
        value,
      }),
    );
  return { tables, figures: rows, counted, own, findings: linkFindings(model, matches) };
}

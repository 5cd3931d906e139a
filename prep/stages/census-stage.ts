import type { Finding } from "../check/finding";
import type { Census } from "../collections/school-census/census";
import { censusFigures } from "../collections/school-census/figures";
import { linkFindings } from "../collections/school-census/link-findings";
import { matchPlans } from "../collections/school-census/match";
import { censusModel, censusTelling } from "../collections/school-census/model";
import { censusFacts } from "../collections/school-census/star";
import type { SchoolRegister } from "../collections/school-register/register";
import { caseloadOn } from "../collections/sen2/caseload";
import type { Sen2Model } from "../collections/sen2/model";
import type { Settings as Places } from "../collections/sen2/settings";
import type { Figure } from "../indicators/figure";
import { countedRows } from "../indicators/kpi-value-rows";
import type { Progress } from "../pipeline-contract";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { LinkedPeople } from "./people-stage";
import type { Stopwatch } from "./stopwatch";

/** What school censuses become. */
export interface CensusPart {
  readonly tables: readonly StarData[];
  /** Own figures, not yet rated. */
  readonly figures: readonly KpiValueRow[];
  readonly findings: readonly Finding[];
}

export interface CensusStage {
  readonly censuses: readonly Census[];
  readonly linked: LinkedPeople;
  readonly authority: string;
  readonly areaName: string;
  readonly register: SchoolRegister | null;
  readonly places: Places;
  /** The SEN2 returns, where there are some, to look plans up in. */
  readonly sen2: Sen2Model | null;
  /** Source keys of the censuses before the first. */
  readonly sourcesBefore: number;
  readonly progress: Progress;
  readonly clock: Stopwatch;
}

/** Puts the censuses together, looks their plans up in SEN2, and counts. */
export function censusStage({ censuses, linked, authority, areaName, register, places, sen2, sourcesBefore, progress, clock }: CensusStage): CensusPart {
  progress("Building the star", 0, null);
  const model = censusModel(censuses, linked.ofCensuses, linked.people.count, places, register);
  const known = { ...linked.inSen2, inForce: (day: number) => (sen2 && caseloadOn(sen2, day)?.person) ?? null };
  const matches = censuses.map((_, c) => matchPlans(model, c, known));
  const sourceKeys = censuses.map((_, c) => sourcesBefore + c + 1);
  const tables = censusFacts(model, sourceKeys, matches);
  clock.lap("census star");

  const figures: Figure[] = [];
  censusFigures(model, { people: linked.people, settings: places, matches }, (figure) => {
    figures.push(figure);
    if (figures.length % 5000 === 0) progress("Counting indicators", figures.length, null);
  });
  const sourceOf = ({ indicator, asAt }: Figure): number => sourceKeys[asAt === null ? -1 : censusTelling(model, indicator, asAt)] ?? sourceKeys[sourceKeys.length - 1];
  const rows = countedRows(figures, { authority, footprint: areaName, cohort: "Pupils of the schools whose census is loaded", sourceOf });
  clock.lap("census count");
  return { tables, figures: rows, findings: linkFindings(model, matches) };
}

import type { Finding, RowCount } from "../check/finding";
import { findingOf } from "../check/run";
import { acrossReturns } from "../collections/sen2/across-returns";
import { sen2Dimensions } from "../collections/sen2/dimension-rows";
import { sen2Figures, sen2KnownDays } from "../collections/sen2/figures";
import { sen2Model, type Sen2Model } from "../collections/sen2/model";
import { personRecords, readPeople } from "../collections/sen2/people";
import { coveringReturn } from "../collections/sen2/periods";
import type { Sen2Return } from "../collections/sen2/return";
import { reportedElsewhere } from "../collections/sen2/rules/reported-elsewhere";
import { sen2Facts } from "../collections/sen2/star";
import type { Extracts } from "../extracts/extracts";
import { describeReturn } from "../extracts/read-sen2";
import type { Figure } from "../indicators/figure";
import { countedRows } from "../indicators/kpi-value-rows";
import type { Progress, Settings } from "../pipeline-contract";
import { linkageCounts, type LinkageCount } from "../protect/linkage-counts";
import { protectPeople } from "../protect/protect-people";
import type { KeyedHash } from "../protect/pseudonym";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import { ownStage } from "./own-stage";
import type { Stopwatch } from "./stopwatch";

/** What SEN2 returns become. */
export interface Sen2Part {
  readonly model: Sen2Model;
  readonly linkage: readonly LinkageCount[];
  readonly tables: readonly StarData[];
  /** Own figures, not yet rated. */
  readonly figures: readonly KpiValueRow[];
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

export interface Sen2Stage {
  readonly returns: readonly Sen2Return[];
  readonly authority: string;
  /** Name of the authority, for the footprint of the figures. */
  readonly areaName: string;
  readonly extracts: Extracts;
  readonly settings: Settings;
  readonly hash: KeyedHash;
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

/** Protects the people of the returns, puts the returns together and counts. The source key of return r is r + 1. */
export function sen2Stage({ returns, authority, areaName, extracts, settings, hash, progress, clock }: Sen2Stage): Sen2Part {
  progress("Linking people", 0, null);
  const records = personRecords(returns);
  const people = protectPeople(records, hash, extracts.optedOut);
  let at = 0;
  const spans = returns.map((ret) => ({ source: describeReturn(ret), from: at, to: (at += ret.tables.person.rowCount) }));
  const personOf = spans.map(({ from, to }) => people.personOf.slice(from, to));
  const places = returns.flatMap(({ tables: { person } }) => Array.from({ length: person.rowCount }, (_, row) => ({ person, row })));
  const conflicts = people.linkage.conflicts.map(({ record }) => {
    const { person, row } = places[record];
    return findingOf(reportedElsewhere.X04, "person", { file: person.file, record: person.record(row), line: person.lines[row], field: null });
  });
  const linkage = linkageCounts(records, people.linkage, people.personOf, spans);
  clock.lap("protect");

  progress("Building the star", 0, null);
  const who = readPeople(returns, personOf, people.pseudonyms.keyOf.length, extracts.directory);
  const model = sen2Model(returns, personOf, who, { authority, asAt: settings.asAt, limits: settings.limits, register: extracts.register });
  const sourceKeys = returns.map((_, r) => r + 1);
  const tables = [...sen2Dimensions(who, people.pseudonyms, model.settings, { authority, birthMonth: settings.output.birthMonth }), ...sen2Facts(model, sourceKeys)];
  clock.lap("star");

  const sourceOn = (day: number): number => {
    const ret = coveringReturn(model.periods, day);
    return sourceKeys[ret < 0 ? returns.length - 1 : ret];
  };
  const own = ownStage(extracts.ownIndicators, tables, sen2KnownDays(model.periods));
  const figures = countedRows([...countFigures(model, progress), ...own.figures], { authority, footprint: areaName, cohort: "Children and young people of the authority's SEN2 return", sourceOn });
  clock.lap("count");
  const out = linkage.at(-1)!.optedOut;
  const optedOut: RowCount[] = extracts.optedOut ? [{ file: "all returns", table: "person after the opt-out list", rowsIn: records.length, rowsOut: records.length - out, rowsRejected: out }] : [];
  return { model, linkage, tables, figures, findings: [...conflicts, ...acrossReturns(model), ...own.findings], rows: optedOut };
}

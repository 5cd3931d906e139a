import type { Day } from "../calendar/day";
import type { Finding } from "../check/finding";
import { listFindings, together, type RulesResult } from "../check/run";
import { ratedBy } from "../compare/scorecard";
import { fileFinding } from "../extracts/file-rules";
import type { Limited } from "../indicators/limited";
import { namedSchools } from "../places/named-schools";
import type { Progress } from "../progress";
import type { KeyedHash } from "../protect/pseudonym";
import type { BuildResult } from "../results";
import type { SourceData } from "../sources/source-data";
import { councilFigureTable } from "../star/council-figure";
import type { KpiValueRow } from "../star/kpi-value-row";
import { SCHEMA_VERSION } from "../star/schema-version";
import { stopwatch } from "../stopwatch";
import { areaToBuild } from "./area-to-build";
import type { AreaToRead } from "./areas-to-build";
import { compareFigures, type Compared } from "./compare-figures";
import { countOwnIndicators } from "./count-own-indicators";
import type { Knowledge } from "./knowledge";
import type { Built, KeyedSources } from "./loaded";
import { makeStar } from "./make-star";
import { putTogether } from "./put-together";
import { chooseAndCheck } from "./read-and-check";
import { rehearse } from "./rehearse";
import { keyBoard } from "./source-rows";
import { unreadNames } from "./unread-relatives";
import type { Localities } from "../sources/localities/localities";
import type { People } from "../protect/people";
import type { SmallArea } from "./area-rows";

/** The figures that the collections count. */
const figuresOf = (built: readonly Built[]): KpiValueRow[] =>
  built.flatMap(({ collection, model, context }) => collection.figures(model, context));

const schoolsOf = ({ bySchool }: RulesResult, { register }: SourceData): BuildResult["schools"] =>
  namedSchools(
    bySchool.flatMap(({ school }) => school ?? []),
    register,
  );

/** What only all extracts of a collection together show. */
const findingsOf = (built: readonly Built[]): Finding[] =>
  built.flatMap(({ collection, model }) => collection.findings?.(model) ?? []);

/** Where sources give figures differently, and files that no figure is of. */
const findingsOfFigures = ({ clashes, withoutFigures }: Compared): Finding[] => [
  ...clashes,
  ...withoutFigures.map((file) => fileFinding("F12", file)),
];

/** The newest day that the extracts speak of or were made on. */
const newestDay = ({ rows }: KeyedSources): Day | null =>
  rows.length === 0 ? null : Math.max(...rows.map(({ source }) => source.newest));

export interface AreaOptions {
  /** Id of a collection whose newest extract is looked at by itself too. */
  readonly rehearsed?: string | null;
  /** Leaves out figures of groups of nobody, where their absence says the same. */
  readonly leaveOutNobody?: boolean;
  /** Whether it is put together with others. */
  readonly isOfGroup?: boolean;
}

/**
 * Checks the extracts of one authority, protects the people, builds the star, counts, compares.
 */
export function buildArea(
  knowledge: Knowledge,
  limited: Limited,
  { rehearsed = null, leaveOutNobody = false, isOfGroup = false }: AreaOptions = {},
): (area: AreaToRead, hash: KeyedHash, progress: Progress) => BuildResult {
  return ({ settings, extracts: given, isFirst }, hash, progress) => {
    const clock = stopwatch();
    const how = { progress, withSettings: isFirst };
    const { extracts, chosen, boards, found } = chooseAndCheck(given, knowledge, settings, how);
    clock.lap("check");
    const { sources } = extracts;
    const area = areaToBuild(knowledge.collections, chosen, extracts, settings);
    const { keyed, linked, dimensions, built } = putTogether({
      unread: unreadNames(extracts),
      chosen,
      sources,
      settings,
      authority: area.authority,
      hash,
      progress,
      clock,
    });
    const own = countOwnIndicators(sources.ownIndicators, dimensions, built, limited);
    clock.lap("count");
    progress("Comparing", 0, null);
    const shared = {
      ...area,
      kept: keyBoard(keyed, sources, boards),
      boards,
      known: [...knowledge.indicators, ...sources.ownIndicators],
      ...ratedBy(settings),
    };
    const { coverage: limits, neighbourModel: version, peers } = settings;
    const counted = [...figuresOf(built), ...own.figures];
    const beside = { sources, peers, version, built, limits, leaveOutNobody };
    const compared = compareFigures({ ...shared, ...beside, counted });
    clock.lap("compare");
    const later = [...linked.findings, ...findingsOf(built), ...own.findings];
    const inFigures = findingsOfFigures(compared);
    const all = together([found, listFindings([...later, ...inFigures], knowledge.rules)]);
    const star = makeStar({
      ...shared,
      dimensions,
      facts: built.flatMap(({ tables }) => tables),
      smallAreas: smallAreas(linked.people, sources.localities),
      sources: keyed,
      rowMeasures: knowledge.rowMeasures,
      compared,
    });
    const hasPeople = dimensions.length > 0;
    return {
      ...all,
      exceptions: compared.exceptions,
      exceptionsOfBoards: compared.exceptionsOfBoards,
      reconciliation: compared.reconciliation,
      files: extracts.files,
      schools: schoolsOf(all, sources),
      dataDate: newestDay(keyed),
      rules: knowledge.rules,
      knowledge,
      boards,
      boardSheets: sources.boardSheets,
      linkage: hasPeople ? linked.linkage : [],
      rows: [...chosen.rows, ...(hasPeople ? linked.rows : [])],
      checkLists: built.flatMap(({ collection, model }) => collection.quality?.(model) ?? []),
      star,
      toPutTogether: isOfGroup ? councilFigureTable(compared.own) : null,
      schemaVersion: SCHEMA_VERSION,
      rehearsal: rehearse({ id: rehearsed, chosen, extracts, built, knowledge }),
      timings: clock.timings,
    };
  };
}

/**
 * The localities, wards and lower layer super output areas that people live in, each kind in the
 * order of its codes.
 */
function smallAreas({ ward, lsoa, locality }: People, localities: Localities | null): SmallArea[] {
  const of = (
    values: readonly string[],
    level: SmallArea["level"],
    parent: (code: string) => string | null = () => null,
  ): SmallArea[] =>
    [...values.slice(1)].sort().map((code) => ({ code, level, parent: parent(code) }));
  return [
    ...of(locality.dictionary, "locality"),
    ...of(ward.dictionary, "ward", (code) => localities?.of(code) ?? null),
    ...of(lsoa.dictionary, "lsoa"),
  ];
}

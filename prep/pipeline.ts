import type { RuleText } from "./check/rule";
import { listFindings, together, type CheckResult as Checked } from "./check/run";
import { termStart } from "./calendar/terms";
import type { CensusLags } from "./collections/school-census/census";
import { checkCensus, describeCensusRules } from "./collections/school-census/census-rules";
import { schoolsOf } from "./collections/school-census/schools";
import { checkReturn } from "./collections/sen2/check-return";
import { childDimensions } from "./collections/sen2/dimension-rows";
import { findSettings } from "./collections/sen2/settings";
import { describeMhsdsRules } from "./collections/mhsds/rules/mhsds-rules";
import { describeSheetRules } from "./sources/kpi-sheet/sheet-rules";
import { namedSchools } from "./collections/sen2/named-schools";
import { describeRules } from "./collections/sen2/sen2-rules";
import { exceptionsOf } from "./compare/exceptions";
import { catalogue } from "./collections/catalogue";
import { readTargets, neighbourModel, scorecard } from "./compare/scorecard";
import { reconcileReturns } from "./stages/reconcile-returns";
import type { Extracts } from "./extracts/extracts";
import { fileFinding, fileRules } from "./extracts/file-rules";
import { readExtracts } from "./extracts/read-extracts";
import { kpiSheetOptions } from "./extracts/read-kpi";
import { NothingToBuild } from "./nothing-to-build";
import type { BuildResult, CheckResult, FoiResult, ListedResult } from "./results";
import type { InputFile } from "./input-file";
import type { Pipeline } from "./pipeline-contract";
import type { Progress } from "./progress";
import type { Settings } from "./settings";
import type { CaseList, CaseListOptions } from "./lists/case-list";
import type { KeyedHash } from "./protect/pseudonym";
import { areaRows } from "./reference/area-rows";
import { authorityName } from "./reference/authorities";
import { foiPack, type FoiMaker, type FoiRequest } from "./publish/foi/foi-pack";
import { caseSource, type CaseSource } from "./stages/case-source";
import { mhsdsStage } from "./stages/mhsds-stage";
import { caseloadOn } from "./collections/sen2/caseload";
import { censusStage } from "./stages/census-stage";
import { chooseExtracts, type Chosen } from "./stages/choose-extracts";
import { exceptionRows } from "./stages/exception-rows";
import { indicatorRows, meantFrequencies, ratedIndicators } from "./stages/indicator-stage";
import { ownStage } from "./stages/own-stage";
import { peopleStage } from "./stages/people-stage";
import { smallAreas } from "./stages/small-areas";
import { sen2Stage } from "./stages/sen2-stage";
import { newestDay } from "./stages/newest-day";
import { sourceRows } from "./stages/source-rows";
import { stopwatch } from "./stages/stopwatch";
import { targetRows } from "./stages/target-rows";
import { teamFindings } from "./stages/team-findings";
import { unknownNames } from "./stages/unknown-names";
import { dateRows } from "./star/date-rows";
import { dateSpan } from "./star/date-span";
import type { Star } from "./star/frame";
import { kpiValueData } from "./star/kpi-value-row";
import { usedTables } from "./star/used-tables";

/** Version of the star schema: changes when a table or a column does. */
export const SCHEMA_VERSION = "3";

/** Every rule there is on files, returns, censuses and KPI sheets. */
const rules: readonly RuleText[] = [
  ...Object.values(fileRules),
  ...describeRules(),
  ...describeCensusRules(),
  ...describeSheetRules(),
  ...describeMhsdsRules(),
];

const lagsOf = ({
  schoolCensus: { attendanceTermLag, suspensionTermLag },
}: Settings): CensusLags => ({ attendance: attendanceTermLag, suspension: suspensionTermLag });

/** What reading, the settings and the rules of each return found. */
function checked(
  { register, findings, checks, kpiSheets, ownIndicators }: Extracts,
  chosen: Chosen,
  settings: Settings,
  progress: Progress,
): Checked {
  const namedCodes = {
    WorkBased: Object.keys(settings.workBasedCodes),
    DirectPayments: Object.keys(settings.directPaymentCodes),
  };
  const targets = readTargets(settings.targets);
  const indicators = new Set(
    [...catalogue, ...ownIndicators, ...kpiSheets.flatMap(({ rows }) => rows)].map(({ id }) => id),
  );
  const byReturn = chosen.returns.map((ret, i) => {
    progress("Checking", i, chosen.returns.length + chosen.censuses.length);
    return checkReturn({
      ret,
      ...(register ? { register: register.forRules } : {}),
      limits: settings.limits,
      namedCodes,
    });
  });
  const byCensus = chosen.censuses.map((census, i) => {
    progress("Checking", chosen.returns.length + i, chosen.returns.length + chosen.censuses.length);
    return checkCensus({ census, register, lags: lagsOf(settings) });
  });
  return together([
    listFindings(
      [
        ...findings,
        ...chosen.findings,
        ...targets.findings,
        ...unknownNames({ authority: settings.authority, targets: targets.targets, indicators }),
        ...teamFindings(settings.teams),
      ],
      rules,
    ),
    ...byReturn,
    ...byCensus,
    ...checks,
  ]);
}

/** Dimensions that stay though no fact points to them. */
const ALWAYS: ReadonlySet<string> = new Set([
  "date",
  "area",
  "indicator",
  "source",
  "mh_organisation",
]);

async function build(
  inputs: readonly InputFile[],
  settings: Settings,
  hash: KeyedHash,
  progress: Progress,
): Promise<BuildResult> {
  const clock = stopwatch();
  const extracts = await readExtracts(inputs, kpiSheetOptions(settings.kpiSheets), progress);
  clock.lap("read");
  const chosen = chooseExtracts(extracts, settings);
  const { returns, censuses } = chosen;
  const { mhsds } = extracts;
  const { icb } = settings.mhsds;
  const authority = chosen.authority ?? (mhsds && icb);
  if (returns.length + censuses.length === 0 && mhsds === null && extracts.kpiSheets.length === 0)
    throw new NothingToBuild(
      "There is nothing to build from: no SEN2 return, no school census, no MHSDS extract and no KPI sheet was recognised.",
    );
  if (authority === null)
    throw new NothingToBuild(
      "Nothing says which authority this is of. Name it with --authority, or name the integrated care board in the settings (mhsds.icb).",
    );
  const { targets } = readTargets(settings.targets);
  const inFiles = checked(extracts, chosen, settings, progress);
  clock.lap("check");

  const areaName = authorityName(authority);
  const { register } = extracts;
  progress("Linking people", 0, null);
  const linked = peopleStage(chosen, extracts, hash);
  clock.lap("protect");
  const lags = lagsOf(settings);
  const schools = censuses.flatMap((census) => schoolsOf(census, register));
  const sen2 =
    returns.length === 0
      ? null
      : sen2Stage({
          returns,
          linked,
          authority,
          areaName,
          register,
          schools,
          settings,
          progress,
          clock,
        });
  const places = sen2?.model.settings ?? findSettings([], register, schools);
  const census =
    censuses.length === 0
      ? null
      : censusStage({
          censuses,
          linked,
          authority,
          areaName,
          register,
          places,
          lags,
          sen2: sen2?.model ?? null,
          sourcesBefore: returns.length,
          progress,
          clock,
        });
  const health =
    mhsds &&
    mhsdsStage({
      data: mhsds,
      authority: chosen.authority,
      icb,
      linkageTable: extracts.linkageTable,
      personOf: linked.personOf,
      optedOut: extracts.optedOut,
      hash,
      sourceKey: returns.length + censuses.length + 1,
      progress,
      clock,
      inForce: (day) => (sen2 && caseloadOn(sen2.model, day)?.person) ?? null,
    });
  const ownIndicators = ownStage(
    extracts.ownIndicators,
    [sen2?.own ?? [], census?.own ?? []].flat(),
  );
  const pupilSources = returns.length + censuses.length;
  const own = pupilSources + (mhsds === null ? 0 : 1);
  const sheetKeys = extracts.kpiSheets.map((_, i) => own + i + 1);
  const published = extracts.published.map((file) => ({
    ...file,
    sourceKey: file.sourceKey + own + sheetKeys.length,
  }));
  progress("Comparing", 0, null);
  const board = scorecard({
    authority,
    counted: [
      ...(sen2?.figures ?? []),
      ...(census?.figures ?? []),
      ...(health?.figures ?? []),
      ...ownIndicators.figures,
    ],
    sheets: extracts.kpiSheets,
    sheetKeys,
    published,
    indicators: ratedIndicators(extracts.ownIndicators),
    model: extracts.neighbourModels[0] ?? neighbourModel(settings.neighbourModel),
    targets,
  });
  const exceptions = exceptionsOf(
    board.rows,
    meantFrequencies(extracts.kpiSheets, extracts.ownIndicators),
  );
  const reconciliation = reconcileReturns(sen2, census, board.published, authority);
  clock.lap("compare");

  const periods = sen2?.model.periods ?? [];
  const values = kpiValueData(board.rows);
  const ends = [
    ...periods.flatMap(({ start, plansEnd }) => [start, plansEnd]),
    ...censuses.flatMap(({ term, referenceDate }) => [
      termStart(term - Math.max(lags.attendance, lags.suspension)),
      referenceDate,
    ]),
    ...(mhsds === null ? [] : [mhsds.start, mhsds.end]),
    ...board.rows.map(({ period_end }) => period_end),
  ];
  const [first, last] = ends.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [Infinity, -Infinity],
  );
  const children = sen2
    ? sen2.dimensions
    : pupilSources === 0
      ? []
      : childDimensions(linked.people, linked.pseudonyms, places, {
          authority,
          birthMonth: settings.output.birthMonth,
        });
  const facts = [...(sen2?.tables ?? []), ...(census?.tables ?? []), ...(health?.tables ?? [])];
  const days = dateSpan([...facts, values], first, last);
  const tables = [
    dateRows(days.from, days.to),
    ...children,
    ...facts,
    areaRows(authority, smallAreas(linked.people, extracts.localities), mhsds && icb),
    indicatorRows(board.rows, extracts.kpiSheets, extracts.ownIndicators),
    sourceRows({
      returns,
      periods,
      censuses,
      mhsds,
      kpiSheets: extracts.kpiSheets,
      published,
      lags,
    }),
    targetRows(extracts.kpiSheets, targets),
    values,
    exceptionRows(exceptions),
  ];
  const star: Star = new Map(
    usedTables(tables, ALWAYS).map((table) => [table.declaration.name, table]),
  );
  const { findings, summary, bySchool } = together([
    inFiles,
    listFindings(
      [
        ...linked.findings,
        ...(sen2?.findings ?? []),
        ...ownIndicators.findings,
        ...(census?.findings ?? []),
        ...board.withoutFigures.map((file) => fileFinding("F12", file)),
      ],
      rules,
    ),
  ]);
  return {
    files: extracts.files,
    findings,
    summary,
    bySchool,
    schools: namedSchools(
      bySchool.flatMap(({ school }) => school ?? []),
      register,
    ),
    dataDate: newestDay(chosen, extracts.mhsds),
    rules,
    linkage: pupilSources === 0 ? [] : linked.linkage,
    rows: [...chosen.rows, ...(pupilSources === 0 ? [] : linked.rows)],
    healthLinkage:
      health?.matches && extracts.linkageTable
        ? [{ file: extracts.linkageTable.file, ...health.matches.counts }]
        : [],
    reconciliation,
    mhsdsQuality: extracts.mhsds?.quality ?? [],
    exceptions,
    star,
    schemaVersion: SCHEMA_VERSION,
    timings: clock.timings,
  };
}

async function check(
  inputs: readonly InputFile[],
  settings: Settings,
  progress: Progress,
): Promise<CheckResult> {
  const extracts = await readExtracts(inputs, kpiSheetOptions(settings.kpiSheets), progress);
  const chosen = chooseExtracts(extracts, settings);
  return {
    files: extracts.files,
    ...checked(extracts, chosen, settings, progress),
    rows: chosen.rows,
  };
}

/** Reads and checks the extracts and links their people, for lists and packs. */
async function readCases(
  inputs: readonly InputFile[],
  settings: Settings,
  progress: Progress,
): Promise<CheckResult & { readonly source: CaseSource }> {
  const extracts = await readExtracts(inputs, kpiSheetOptions(settings.kpiSheets), progress, {
    health: false,
  });
  const chosen = chooseExtracts(extracts, settings);
  const inFiles = checked(extracts, chosen, settings, progress);
  progress("Linking people", 0, null);
  const source = caseSource(extracts, chosen, settings);
  return {
    files: extracts.files,
    ...inFiles,
    rows: [...chosen.rows, ...source.linked.rows],
    source,
  };
}

async function list(
  inputs: readonly InputFile[],
  settings: Settings,
  wanted: CaseList,
  options: CaseListOptions,
  progress: Progress,
): Promise<ListedResult> {
  const { source, ...result } = await readCases(inputs, settings, progress);
  progress("Making the list", 0, null);
  return { ...result, made: await wanted.make(source, options) };
}

async function foi(
  inputs: readonly InputFile[],
  settings: Settings,
  request: FoiRequest,
  maker: FoiMaker,
  progress: Progress,
): Promise<FoiResult> {
  const {
    source: { sen2, authority },
    ...result
  } = await readCases(inputs, settings, progress);
  if (sen2 === null)
    throw new NothingToBuild(
      "A freedom of information pack needs a SEN2 return: none was recognised.",
    );
  progress("Counting", 0, null);
  return { ...result, pack: foiPack(sen2, authorityName(authority), request, maker) };
}

/** Reads extracts, checks them, protects the people, builds the star, counts, rates and compares. */
export const pipeline: Pipeline = { build, check, list, foi };

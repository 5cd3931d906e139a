import { dayFromIso } from "../calendar/day";
import type { Finding } from "../check/finding";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { neighbourModels, type NeighbourModel } from "../sources/neighbours/neighbour-models";
import type { Boards } from "../sources/board-file/placed";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { comparedRows } from "../sources/kpi-sheet/comparator-rows";
import { sheetFinding } from "../sources/kpi-sheet/sheet-rules";
import { sheetValues } from "../sources/kpi-sheet/sheet-values";
import type { IndicatorFigure } from "../sources/published/published-figures";
import { verdictOn, type CoverageLimits } from "../indicators/gate";
import type { PublishedFile } from "../sources/published/published";
import type { Settings } from "../settings";
import type { KpiValueRow } from "../star/kpi-value-row";
import { originOrder, withShown, type OriginOrder } from "../star/shown-figures";
import { benchmarkRows, regionOf } from "./benchmark";
import { withoutGroupsOfNobody, withoutSeriesOfNobody } from "./groups-of-nobody";
import { haveOwnKeys, oneFigureAKey, refuseTwice } from "./one-figure-a-key";
import { figuresPublished } from "./figures-published";
import { clashFindings, driftFindings, countedTwice, publishedTwice } from "./sheet-clashes";
import { inDoubt, unusedFiles } from "./read-in-part";
import { countedRates, publishedRates } from "./population-rates";
import { withShownDirection } from "./shown-direction";
import { judgeSheets } from "./judge-sheets";
import { namedIndicators } from "./named-indicators";
import { ratingFindings } from "./printed-ratings";
import { profilesOf, type ProfileOf } from "./profiles";
import { comparatorsOn, inSeries, rateRows, type RatedIndicator } from "./rate-rows";
import {
  readTargetSetting,
  targetsByIndicator,
  withSettings,
  type IndicatorTarget,
} from "./targets";

export interface ScorecardInput {
  readonly authority: string;
  /** Own figures that were counted from extracts, not yet rated. */
  readonly counted: readonly KpiValueRow[];
  readonly sheets: readonly KpiSheet[];
  /** Source key of each sheet. */
  readonly sheetKeys: readonly number[];
  readonly published: readonly PublishedFile[];
  readonly indicators: ReadonlyMap<string, RatedIndicator>;
  /** The indicators that we know, by whose names rows of published files may be called. */
  readonly catalogue: readonly CatalogueEntry[];
  readonly model: NeighbourModel;
  /** Other models, by their averages. */
  readonly otherModels: readonly NeighbourModel[];
  /** Those of the settings. */
  readonly targets: readonly IndicatorTarget[];
  readonly profileOf: ProfileOf;
  /** Whose figure a board shows where several origins have one. */
  readonly order: OriginOrder;
  /** How much of a published file may be missing. */
  readonly limits: CoverageLimits;
  /** Leaves out figures of groups that nobody is ever in, where their absence says the same. */
  readonly leaveOutNobody: boolean;
}

export interface RatedFigures {
  readonly rows: readonly KpiValueRow[];
  /** Own figures, counted and published, those of groups of nobody too; not rated. */
  readonly own: readonly KpiValueRow[];
  readonly published: readonly IndicatorFigure[];
  /** Published files with rows none of which an indicator is held against. */
  readonly withoutFigures: readonly string[];
  /** Where sources give one figure differently, or a file too little to show its figures. */
  readonly clashes: readonly Finding[];
}

/**
 * Every neighbour model and group of peers, once each, the one that the board shows first: the one
 * that the settings name, else the first model that the council supplies, else the newest of ours.
 */
export function modelsOf(
  supplied: readonly NeighbourModel[],
  wanted: string | null,
): readonly [NeighbourModel, ...NeighbourModel[]] {
  const ours = neighbourModels();
  const all = [
    ...new Map([...ours, ...supplied].reverse().map((one) => [one.version, one])).values(),
  ].reverse();
  const shown =
    all.find(({ version }) => version === wanted) ??
    supplied.find((one) => !one.arePeers) ??
    ours[0];
  return [shown, ...all.filter((model) => model !== shown)];
}

/**
 * Reads the targets of the settings; what is wrong with one is a finding and the target is left
 * out.
 */
export function readTargets(settings: Settings["targets"]): {
  targets: IndicatorTarget[];
  findings: Finding[];
} {
  const targets: IndicatorTarget[] = [];
  const findings: Finding[] = [];
  settings.forEach(({ indicator, target, tolerance, polarity, from }, i) => {
    const day = from === null ? null : dayFromIso(from);
    const read =
      indicator === null || target === null
        ? "A target needs an indicator and a value."
        : readTargetSetting({
            indicator,
            target,
            ...(tolerance === null ? {} : { tolerance }),
            ...(polarity === null ? {} : { polarity }),
            ...(day === null ? {} : { from: day }),
          });
    if (typeof read === "string")
      findings.push({
        rule: "T01",
        severity: "error",
        file: "send-scorecard.json",
        table: "targets",
        record: `target ${i + 1}`,
        line: null,
        field: null,
        message: read,
        action: "Correct the target in the settings.",
      });
    else targets.push(...read);
  });
  return { targets, findings };
}

/**
 * The targets of the settings, the rules that they and boards rate figures by, and which of several
 * figures is shown.
 */
export const ratedBy = (
  settings: Pick<Settings, "targets" | "rating" | "kpiSheets">,
): Pick<ScorecardInput, "targets" | "order"> & {
  readonly profilesOn: (boards: Pick<Boards, "kpis">) => ProfileOf;
} => ({
  order: originOrder(settings.kpiSheets.shown),
  targets: readTargets(settings.targets).targets,
  profilesOn: (boards) => profilesOf(settings.rating, boards),
});

/** Targets that sheets set for the whole authority: they rate the counted figure of a KPI too. */
const targetsOfSheets = (sheets: readonly KpiSheet[]): IndicatorTarget[] =>
  sheets.flatMap(({ rows }) =>
    rows
      .filter(({ place = null, target }) => place === null && target.kind !== "none")
      .flatMap(({ id, target, milestones = [], tolerance, polarity }) =>
        (milestones.length > 0 ? milestones : [{ target, from: null }]).map((one) => ({
          ...one,
          indicator: id,
          tolerance,
          polarity,
        })),
      ),
  );

/** A sheet of England's or others' figures without those of KPIs that nobody else has. */
const withoutAlone = (sheet: KpiSheet, known: ReadonlyMap<string, unknown>): KpiSheet =>
  sheet.compared
    ? {
        ...sheet,
        compared: {
          ...sheet.compared,
          rows: sheet.compared.rows.filter(({ id }) => known.has(id)),
        },
      }
    : sheet;

/** A finding for each KPI of which sheets have figures of England or others alone. */
const comparedAlone = (
  sheets: readonly KpiSheet[],
  known: ReadonlyMap<string, unknown>,
): Finding[] =>
  sheets.flatMap(({ file, sheet, compared }) =>
    (compared?.rows ?? [])
      .filter(({ id }) => !known.has(id))
      .map(({ line }) => sheetFinding("B73", { file, sheet, line })),
  );

/** What the figures of sheets are read and rated with. */
interface OfSheets extends Pick<
  ScorecardInput,
  "authority" | "sheetKeys" | "profileOf" | "limits"
> {
  /** Published comparators. */
  readonly comparators: readonly KpiValueRow[];
  readonly targetsOf: (indicator: string) => readonly IndicatorTarget[];
}

/** Own figures and comparators of the sheets, rated. */
function figuresOfSheets(
  sheets: readonly KpiSheet[],
  { authority, sheetKeys, comparators, targetsOf, profileOf, limits }: OfSheets,
): KpiValueRow[] {
  const whose = { authority, regionCode: regionOf(authority) ?? "" };
  const compared = sheets.flatMap(({ compared: of }, i) =>
    of ? comparedRows(of, { ...whose, sourceKey: sheetKeys[i] }) : [],
  );
  const beside = [...compared, ...comparators];
  const own = sheets.flatMap(({ rows, gaps = [] }, i) =>
    inDoubt(
      sheetValues(rows, {
        ...whose,
        sourceKey: sheetKeys[i],
        targetsOf,
        profileOf,
        comparatorsOf: (figure) => comparatorsOn(figure, beside),
      }),
      verdictOn(gaps, limits),
    ),
  );
  return [...own, ...compared];
}

/** Counted figures, each once; in their series where none had to be settled. */
interface CountedOnce extends Pick<ReturnType<typeof oneFigureAKey>, "rows" | "clashes"> {
  readonly series?: readonly (readonly number[])[];
}

function countedOnce(all: readonly KpiValueRow[]): CountedOnce {
  const series = inSeries(all);
  return haveOwnKeys(all, series) ? { rows: all, clashes: [], series } : oneFigureAKey(all);
}

/** The same without the series of groups that nobody is ever in. */
const withoutNobody = (
  { rows, series }: CountedOnce,
  others: readonly KpiValueRow[],
): Pick<CountedOnce, "rows" | "series"> =>
  series
    ? withoutSeriesOfNobody({ rows, series }, new Set(others.map(({ indicator_id: id }) => id)))
    : { rows };

/**
 * Puts own figures, KPI sheets and published statistics side by side: rated, with direction of
 * travel, rank and
 * comparators. Where the extracts tell a figure twice, differently, it is not shown.
 */
export function scorecard({
  authority,
  counted,
  sheets: allSheets,
  sheetKeys,
  published,
  indicators,
  catalogue,
  model,
  otherModels,
  targets,
  profileOf,
  order,
  limits,
  leaveOutNobody,
}: ScorecardInput): RatedFigures {
  const units = new Map([
    ...allSheets.flatMap(({ rows }) => rows.map(({ id, unit }) => [id, unit] as const)),
    ...[...indicators].map(([id, { unit }]) => [id, unit] as const),
  ]);
  const alone = comparedAlone(allSheets, units);
  const sheets = allSheets.map((sheet) => withoutAlone(sheet, units));
  const named = namedIndicators({ units, catalogue, rows: sheets.flatMap(({ rows }) => rows) });
  const { figures, publishedOnce, ...told } = figuresPublished(published, named, limits);
  const polarity = new Map([...indicators].map(([id, indicator]) => [id, indicator.polarity]));
  const ratesPublished = publishedRates(publishedOnce.figures, units);
  const comparators = benchmarkRows([...publishedOnce.figures, ...ratesPublished], {
    authority,
    model,
    others: otherModels,
    polarity,
  });
  // Extracts that contradict each other may tell a figure twice.
  const all = [...counted, ...countedRates(counted, publishedOnce.figures, units)];
  const once = countedOnce(all);
  const ofSettings = targetsByIndicator(targets);
  const targetsOf = (id: string): readonly IndicatorTarget[] => ofSettings.get(id) ?? [];
  const ofSheets = oneFigureAKey(
    figuresOfSheets(sheets, { authority, sheetKeys, comparators, targetsOf, profileOf, limits }),
  );
  const sheetOf = new Map(sheets.map((sheet, i) => [sheetKeys[i], sheet]));
  const sheetRows = judgeSheets(
    ofSheets.rows,
    sheets.flatMap((sheet) => sheet.rows),
    targetsOf,
  );
  const allTargets = withSettings(targetsOfSheets(sheets), targets);
  const byId = targetsByIndicator(allTargets);
  const rating = { indicators, targets: allTargets, profileOf };
  // On one day what is published goes before what a sheet prints of it.
  const beside = [...sheetRows.filter(({ area_role }) => area_role !== "own"), ...comparators];
  const toRate = leaveOutNobody ? withoutNobody(once, [...sheetRows, ...comparators]) : once;
  const rated = rateRows(toRate.rows, { ...rating, comparators: beside, series: toRate.series });
  const isOwn = ({ area_role }: KpiValueRow): boolean => area_role === "own";
  const others = [
    ...sheetRows,
    ...rateRows(comparators.filter(isOwn), { ...rating, comparators: beside }),
    ...comparators.filter((row) => !isOwn(row)),
  ];
  refuseTwice(others, toRate.rows);
  const shown = withShown([...rated, ...others], order);
  const kept = leaveOutNobody ? withoutGroupsOfNobody(shown) : shown;
  return {
    own: [...once.rows, ...comparators.filter(isOwn)],
    rows: withShownDirection(kept, { indicators, targetsOf: (id) => byId.get(id) ?? [] }),
    published: figures,
    withoutFigures: told.withoutFigures,
    clashes: [
      ...alone,
      ...told.unknown,
      ...clashFindings(ofSheets.clashes, sheetOf),
      ...driftFindings(once.rows, ofSheets.rows, sheetOf),
      ...ratingFindings(ofSheets.rows, sheetOf),
      ...countedTwice(once.clashes),
      ...publishedTwice(publishedOnce.clashes),
      ...unusedFiles([...published, ...sheets], limits),
    ],
  };
}

import { authorities } from "./reference/authorities";
import { areaRows } from "./reference/area-rows";
import { termStart } from "./calendar/terms";
import type { Finding, RowCount } from "./check/finding";
import { chooseExtracts, type Chosen } from "./choose-extracts";
import type { Census, CensusForm } from "./collections/school-census/census";
import { censusFigures } from "./collections/school-census/figures";
import { censusIndicatorRows, isCensusIndicator } from "./collections/school-census/indicator-rows";
import { linkFindings } from "./collections/school-census/link-findings";
import { matchPlans } from "./collections/school-census/match";
import { censusModel, censusTelling } from "./collections/school-census/model";
import { schoolsOf } from "./collections/school-census/schools";
import { censusFacts } from "./collections/school-census/star";
import { acrossReturns } from "./collections/sen2/across-returns";
import { caseloadOn } from "./collections/sen2/caseload";
import { checkReturn } from "./collections/sen2/check-return";
import { childDimensions } from "./collections/sen2/dimension-rows";
import { sen2Figures } from "./collections/sen2/figures";
import { sen2IndicatorRows } from "./collections/sen2/indicator-rows";
import { sen2Model, type Sen2Model } from "./collections/sen2/model";
import { coveringReturn } from "./collections/sen2/periods";
import type { Sen2Return } from "./collections/sen2/return";
import { findSettings } from "./collections/sen2/settings";
import { sen2Facts } from "./collections/sen2/star";
import { readExtracts, type Extracts } from "./extracts/read-extracts";
import type { Emit, Figure } from "./indicators/figure";
import { kpiValueTable } from "./indicators/kpi-value-table";
import { linkAllPeople } from "./link-people";
import { NothingToBuild, type BuildResult, type CheckResult, type InputFile, type Pipeline, type Progress, type Settings } from "./pipeline-contract";
import type { People } from "./protect/people";
import type { KeyedHash } from "./protect/pseudonym";
import { dateRows } from "./star/date-rows";
import { indicatorDimension, sourceDimension } from "./star/dimensions";
import type { Star, StarData } from "./star/frame";
import { rowsTable } from "./star/rows-table";

/** Version of the star schema: changes when a table or a column does. */
export const SCHEMA_VERSION = "2";

/** The findings of the rules of every collection. */
function checked(extracts: Extracts, chosen: Chosen, settings: Settings, progress: Progress): Finding[] {
  const { register } = extracts;
  const namedCodes = { WorkBased: Object.keys(settings.workBasedCodes), DirectPayments: Object.keys(settings.directPaymentCodes) };
  return chosen.returns.flatMap((ret, i) => {
    progress("Checking", i, chosen.returns.length);
    return checkReturn({ ret, ...(register ? { register: register.forRules } : {}), limits: settings.limits, namedCodes }).findings;
  });
}

const sen2Forms: Readonly<Record<Sen2Return["form"], string>> = { xml: "XML", "collect-csv": "COLLECT export", template: "submission template", workbook: "pre-submission workbook" };
const censusForms: Readonly<Record<CensusForm, string>> = { xml: "XML", "collect-csv": "COLLECT export" };

/** Names of files; of hundreds, the first and how many more. */
const fileNames = (files: readonly string[]): string => (files.length <= 12 ? files.join("; ") : `${files[0]} and ${files.length - 1} more`);

function sourceRows(model: Sen2Model | null, censuses: readonly Census[]): StarData {
  const sen2 = model?.returns.map((ret, r) => ["SEN2", sen2Forms[ret.form], fileNames(ret.files), ret.year, model.periods[r].start, model.periods[r].plansEnd, ret.referenceDate]) ?? [];
  const census = censuses.map(({ forms, files, year, term, referenceDate }) => ["School census", forms.map((form) => censusForms[form]).join(", "), fileNames(files), year, termStart(term - 2), referenceDate, referenceDate]);
  return rowsTable(sourceDimension, [...sen2, ...census].map((row, i) => [i + 1, ...row]));
}

function smallAreas(people: People): { code: string; level: "ward" | "lsoa" }[] {
  const of = (values: readonly string[], level: "ward" | "lsoa") => [...values.slice(1)].sort().map((code) => ({ code, level }));
  return [...of(people.ward.dictionary, "ward"), ...of(people.lsoa.dictionary, "lsoa")];
}

/** Says how long each stage took, in seconds. */
function stopwatch(): { readonly timings: Record<string, number>; lap(stage: string): void } {
  let last = performance.now();
  const timings: Record<string, number> = {};
  return {
    timings,
    lap(stage) {
      const now = performance.now();
      timings[stage] = (now - last) / 1000;
      last = now;
    },
  };
}

async function build(inputs: readonly InputFile[], settings: Settings, hash: KeyedHash, progress: Progress): Promise<BuildResult> {
  const clock = stopwatch();
  const extracts = await readExtracts(inputs, progress);
  clock.lap("read");
  const chosen = chooseExtracts(extracts, settings);
  const { authority, returns, censuses } = chosen;
  if (returns.length + censuses.length === 0) throw new NothingToBuild("There is no SEN2 return and no school census to build from: none was recognised, or none says which authority it is of (name it with --authority).");
  if (authority === null) throw new NothingToBuild("No extract says which authority it is of. Name it with --authority.");
  const findings = [...extracts.findings, ...chosen.findings, ...checked(extracts, chosen, settings, progress)];
  clock.lap("check");

  progress("Linking people", 0, null);
  const { directory, register } = extracts;
  const linked = linkAllPeople(chosen, hash, extracts.optedOut, (postcode) => directory?.place(postcode) ?? null);
  const { people, pseudonyms } = linked;
  findings.push(...linked.findings);
  clock.lap("protect");

  progress("Building the star", 0, null);
  const places = findSettings(returns, register, censuses.flatMap((census) => schoolsOf(census, register)));
  const model = returns.length === 0 ? null : sen2Model(returns, linked.ofReturns, people, places, { authority, asAt: settings.asAt, limits: settings.limits, register });
  if (model) findings.push(...acrossReturns(model));
  const pupils = censusModel(censuses, linked.ofCensuses, people.count, places, register);
  const matches = censuses.map((_, c) => matchPlans(pupils, c, { ...linked.inSen2, inForce: (day) => (model && caseloadOn(model, day)?.person) ?? null }));
  findings.push(...linkFindings(pupils, matches));
  const sourceKeys = returns.map((_, r) => r + 1);
  const censusKeys = censuses.map((_, c) => returns.length + c + 1);
  const facts = [...(model ? sen2Facts(model, sourceKeys) : []), ...(censuses.length > 0 ? censusFacts(pupils, censusKeys, matches) : [])];
  const dimensions = childDimensions(people, pseudonyms, places, { authority, birthMonth: settings.output.birthMonth });
  clock.lap("star");

  const figures: Figure[] = [];
  const emit: Emit = (figure) => {
    figures.push(figure);
    if (figures.length % 5000 === 0) progress("Counting indicators", figures.length, null);
  };
  if (model) sen2Figures(model, emit);
  if (censuses.length > 0) censusFigures(pupils, { people, settings: places, matches }, emit);
  const name = authorities.find(({ code }) => code === authority)?.name ?? authority;
  const sourceOf = ({ indicator }: Figure, day: number): number | null => {
    if (isCensusIndicator(indicator)) return censusKeys[censusTelling(pupils, indicator, day)] ?? null;
    const ret = model ? coveringReturn(model.periods, day) : -1;
    return ret < 0 ? null : sourceKeys[ret];
  };
  const cohort = (indicator: string): string => (isCensusIndicator(indicator) ? "Pupils of the schools whose census is loaded" : "Children and young people of the authority's SEN2 return");
  const values = kpiValueTable(figures, { authority, footprint: name, cohort, sourceOf });
  clock.lap("count");

  const first = Math.min(...(model ? [model.periods[0].start] : []), ...censuses.map(({ term }) => termStart(term - 2)));
  const last = Math.max(...(model ? [model.periods.at(-1)!.plansEnd] : []), ...censuses.map(({ referenceDate }) => referenceDate));
  const indicators = rowsTable(indicatorDimension, [...(model ? sen2IndicatorRows() : []), ...(censuses.length > 0 ? censusIndicatorRows() : [])]);
  const tables = [dateRows(first, last), ...dimensions, areaRows(authority, smallAreas(people)), indicators, sourceRows(model, censuses), ...facts, values];
  const star: Star = new Map(tables.map((table) => [table.declaration.name, table]));
  const optedOut: RowCount[] = extracts.optedOut ? [{ file: "all extracts", table: "person after the opt-out list", rowsIn: linked.records, rowsOut: linked.records - linked.optedOutRecords, rowsRejected: linked.optedOutRecords }] : [];
  return { files: extracts.files, findings, rows: [...chosen.rows, ...optedOut], star, schemaVersion: SCHEMA_VERSION, timings: clock.timings };
}

async function check(inputs: readonly InputFile[], settings: Settings, progress: Progress): Promise<CheckResult> {
  const extracts = await readExtracts(inputs, progress);
  const chosen = chooseExtracts(extracts, settings);
  return { files: extracts.files, findings: [...extracts.findings, ...chosen.findings, ...checked(extracts, chosen, settings, progress)], rows: chosen.rows };
}

/** Reads extracts, checks them, protects the people and builds the star with its figures. */
export const pipeline: Pipeline = { build, check };

import { authorities } from "./reference/authorities";
import { areaRows } from "./reference/area-rows";
import type { Finding, RowCount } from "./check/finding";
import { findingOf } from "./check/run";
import { acrossReturns } from "./collections/sen2/across-returns";
import { checkReturn } from "./collections/sen2/check-return";
import { sen2Dimensions } from "./collections/sen2/dimension-rows";
import { sen2Figures } from "./collections/sen2/figures";
import { sen2IndicatorRows } from "./collections/sen2/indicator-rows";
import { sen2Model, type Sen2Model } from "./collections/sen2/model";
import { personRecords, readPeople } from "./collections/sen2/people";
import { coveringReturn, returnPeriod } from "./collections/sen2/periods";
import { withoutRepeats } from "./collections/sen2/repeated-returns";
import type { Sen2Return } from "./collections/sen2/return";
import { reportedElsewhere } from "./collections/sen2/rules/reported-elsewhere";
import { sen2Facts } from "./collections/sen2/star";
import { readExtracts, type Extracts } from "./extracts/read-extracts";
import { fileFinding } from "./extracts/file-rules";
import type { Figure } from "./indicators/figure";
import { kpiValueTable } from "./indicators/kpi-value-table";
import { NothingToBuild, type BuildResult, type CheckResult, type InputFile, type Pipeline, type Progress, type Settings } from "./pipeline-contract";
import { protectPeople } from "./protect/protect-people";
import type { KeyedHash } from "./protect/pseudonym";
import { dateRows } from "./star/date-rows";
import { sourceDimension } from "./star/dimensions";
import type { Star, StarData } from "./star/frame";
import { rowsTable } from "./star/rows-table";

/** Version of the star schema: changes when a table or a column does. */
export const SCHEMA_VERSION = "1";

interface Chosen {
  readonly authority: string | null;
  /** In the order of their reference dates, one for each. */
  readonly returns: readonly Sen2Return[];
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

const rejectedRows = (rows: readonly RowCount[], files: ReadonlySet<string>): RowCount[] => rows.map((row) => (files.has(row.file) ? { ...row, rowsOut: 0, rowsRejected: row.rowsIn } : row));

/** Picks the returns of one authority, once each, that speak of days up to the date the build stops at. */
function chooseReturns({ returns, rows }: Extracts, settings: Settings): Chosen {
  const all = returns.map(({ ret }) => ret);
  const given = [...new Set(all.flatMap(({ authority }) => authority ?? []))].sort();
  if (settings.authority === null && given.length > 1) throw new NothingToBuild(`The returns are of several authorities (${given.join(", ")}). Say which one to build with --authority.`);
  const authority = settings.authority ?? given[0] ?? null;
  const { kept, rejected, findings: repeats } = withoutRepeats(all);
  const others = kept.filter((ret) => ret.authority !== null && ret.authority !== authority);
  const late = kept.filter((ret) => !others.includes(ret) && settings.asAt !== null && returnPeriod(ret, settings.asAt).start > settings.asAt);
  const left = new Set([...rejected, ...others, ...late].flatMap(({ files }) => files));
  return {
    authority,
    returns: kept.filter((ret) => !others.includes(ret) && !late.includes(ret)).sort((a, b) => a.referenceDate - b.referenceDate || a.year - b.year),
    findings: [...repeats, ...others.map(({ files }) => fileFinding("F05", files[0])), ...late.map(({ files }) => fileFinding("F07", files[0]))],
    rows: rejectedRows(rows, left),
  };
}

function checked(extracts: Extracts, chosen: Chosen, settings: Settings, progress: Progress): Finding[] {
  const { register } = extracts;
  const namedCodes = { WorkBased: Object.keys(settings.workBasedCodes), DirectPayments: Object.keys(settings.directPaymentCodes) };
  return chosen.returns.flatMap((ret, i) => {
    progress("Checking", i, chosen.returns.length);
    return checkReturn({ ret, ...(register ? { register: register.forRules } : {}), limits: settings.limits, namedCodes }).findings;
  });
}

const formNames: Readonly<Record<Sen2Return["form"], string>> = { xml: "XML", "collect-csv": "COLLECT export", template: "submission template", workbook: "pre-submission workbook" };

const sourceRows = ({ returns, periods }: Sen2Model): StarData =>
  rowsTable(sourceDimension, returns.map((ret, r) => [r + 1, "SEN2", formNames[ret.form], ret.files.join("; "), ret.year, periods[r].start, periods[r].plansEnd, ret.referenceDate]));

function smallAreas(people: Sen2Model["people"]): { code: string; level: "ward" | "lsoa" }[] {
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
  const chosen = chooseReturns(extracts, settings);
  const { authority, returns } = chosen;
  if (returns.length === 0 || authority === null) throw new NothingToBuild("There is no SEN2 return to build from: none was recognised, or none says which authority it is of (name it with --authority).");
  const findings = [...extracts.findings, ...chosen.findings, ...checked(extracts, chosen, settings, progress)];
  clock.lap("check");

  progress("Linking people", 0, null);
  const records = personRecords(returns);
  const people = protectPeople(records, hash, extracts.optedOut);
  let at = 0;
  const personOf = returns.map(({ tables }) => people.personOf.slice(at, (at += tables.person.rowCount)));
  const places = returns.flatMap(({ tables: { person } }) => Array.from({ length: person.rowCount }, (_, row) => ({ person, row })));
  findings.push(
    ...people.conflicts.map(({ record }) => {
      const { person, row } = places[record];
      return findingOf(reportedElsewhere.X04, "person", { file: person.file, record: person.record(row), line: person.lines[row], field: null });
    }),
  );
  clock.lap("protect");

  progress("Building the star", 0, null);
  const model = sen2Model(returns, personOf, readPeople(returns, personOf, people.pseudonyms.keyOf.length, extracts.directory), { authority, asAt: settings.asAt, limits: settings.limits, register: extracts.register });
  findings.push(...acrossReturns(model));
  const sourceKeys = returns.map((_, r) => r + 1);
  const facts = sen2Facts(model, sourceKeys);
  const dimensions = sen2Dimensions(model.people, people.pseudonyms, model.settings, { authority, birthMonth: settings.output.birthMonth });
  clock.lap("star");

  const figures: Figure[] = [];
  sen2Figures(model, (figure) => {
    figures.push(figure);
    if (figures.length % 5000 === 0) progress("Counting indicators", figures.length, null);
  });
  const name = authorities.find(({ code }) => code === authority)?.name ?? authority;
  const sourceOn = (day: number): number | null => {
    const ret = coveringReturn(model.periods, day);
    return ret < 0 ? null : sourceKeys[ret];
  };
  const values = kpiValueTable(figures, { authority, footprint: name, cohort: () => "Children and young people of the authority's SEN2 return", sourceOn });
  clock.lap("count");

  const tables = [dateRows(model.periods[0].start, model.periods.at(-1)!.plansEnd), ...dimensions, areaRows(authority, smallAreas(model.people)), sen2IndicatorRows(), sourceRows(model), ...facts, values];
  const star: Star = new Map(tables.map((table) => [table.declaration.name, table]));
  const optedOut: RowCount[] = extracts.optedOut ? [{ file: "all returns", table: "person after the opt-out list", rowsIn: records.length, rowsOut: records.length - people.optedOutRecords, rowsRejected: people.optedOutRecords }] : [];
  return { files: extracts.files, findings, rows: [...chosen.rows, ...optedOut], star, schemaVersion: SCHEMA_VERSION, timings: clock.timings };
}

async function check(inputs: readonly InputFile[], settings: Settings, progress: Progress): Promise<CheckResult> {
  const extracts = await readExtracts(inputs, progress);
  const chosen = chooseReturns(extracts, settings);
  return { files: extracts.files, findings: [...extracts.findings, ...chosen.findings, ...checked(extracts, chosen, settings, progress)], rows: chosen.rows };
}

/** Reads extracts, checks them, protects the people and builds the star with its figures. */
export const pipeline: Pipeline = { build, check };

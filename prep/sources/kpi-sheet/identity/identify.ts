import type { Finding } from "../../../check/finding";
import type { CatalogueEntry } from "../../../indicators/catalogue-entry";
import { indicatorNames } from "../../../reference/indicator-names";
import type { Unit } from "../../../../src/kpi/unit";
import type { KpiRow } from "../kpi-row";
import { sheetFinding } from "../sheet-rules";
import { nameKey } from "./name-key";

/**
 * The catalogue by the keys of its names. A name may be of a number and of a share: then it stands
 * for one of each unit. A key of two indicators of one unit tells neither.
 */
export type KnownNames = ReadonlyMap<string, readonly CatalogueEntry[]>;

/** Names of the catalogue's indicators, and those that boards and lists give to them. */
export function knownNames(catalogue: readonly CatalogueEntry[]): KnownNames {
  const byId = new Map(catalogue.map((entry) => [entry.id, entry]));
  const known = new Map<string, CatalogueEntry[]>();
  const add = (key: string, entry: CatalogueEntry | undefined): void => {
    if (entry === undefined || key === "") return;
    const before = known.get(key) ?? [];
    if (!before.includes(entry)) known.set(key, [...before, entry]);
  };
  for (const { id, name } of indicatorNames()) add(nameKey(name), byId.get(id));
  for (const entry of catalogue) add(catalogueKey(entry), entry);
  // An id is a name too, where no name says the same.
  for (const entry of catalogue) {
    const key = nameKey(entry.id.replaceAll("_", " "));
    if (!known.has(key)) add(key, entry);
  }
  const isOnly = ({ unit }: CatalogueEntry, entries: readonly CatalogueEntry[]): boolean =>
    entries.filter((one) => one.unit === unit).length === 1;
  return new Map(
    [...known].map(([key, entries]) => [key, entries.filter((one) => isOnly(one, entries))]),
  );
}

/**
 * The indicator that a name in words stands for, measured in a unit; where that is not known, the
 * first of its name.
 */
export function entryNamed(
  name: string,
  unit: Unit | null,
  names: KnownNames,
): CatalogueEntry | null {
  const key = nameKey(name);
  const entries = [...(names.get(key) ?? []), ...(names.get(`pct ${key}`) ?? [])];
  if (unit === null) return (names.get(key) ?? [])[0] ?? null;
  return (
    entries.find((entry) => entry.unit === unit) ??
    entries.find((entry) => isSameMeasure(unit, entry.unit)) ??
    null
  );
}

/** The key of a catalogue name, which does not say that a share is one. */
const catalogueKey = ({ name, unit }: CatalogueEntry): string => {
  const key = nameKey(name);
  return unit === "percent" && !key.startsWith("pct") ? `pct ${key}` : key;
};

const RATES: ReadonlySet<Unit> = new Set([
  "score",
  "per_100",
  "per_1000",
  "per_10000",
  "per_100000",
]);

/**
 * Whether a KPI of a sheet is measured as the catalogue's indicator is: a rate whose base the sheet
 * does not name is one of the catalogue's.
 */
export const isSameMeasure = (sheet: Unit, catalogue: Unit): boolean =>
  sheet === catalogue || (sheet === "score" && RATES.has(catalogue));

/** Units that a number without any may be taken to have, where the catalogue's indicator has them. */
const LENT: ReadonlySet<Unit> = new Set([
  "days",
  "weeks",
  "months",
  "minutes",
  "sessions",
  "fte",
  "score",
  "percentage_points",
]);

/** Whether neither name nor cells of a KPI say what it is measured in. */
const isUnsaid = ({ name, unit, current, previous, earlier }: KpiRow): boolean =>
  unit === "count" &&
  !/\b(?:nos?|numbers?|counts?|totals?)\b|#/i.test(name) &&
  [current, previous, ...earlier].every((point) => point === null || point.cell.unit === null);

/** The unit of a KPI: the catalogue's where the sheet says none and that one may be lent. */
const unitOf = (row: KpiRow, { unit }: CatalogueEntry): Unit =>
  isUnsaid(row) && LENT.has(unit) ? unit : row.unit;

const hasFigures = ({ current, previous, earlier }: KpiRow): boolean =>
  [current, previous, ...earlier].some((point) => point !== null && point.cell.value !== null);

function entryOf(row: KpiRow, names: KnownNames): CatalogueEntry | null {
  if (!hasFigures(row) && isUnsaid(row)) return entryNamed(row.name, null, names);
  const said = entryNamed(row.name, row.unit, names);
  if (said !== null) return said;
  const named = entryNamed(row.name, null, names);
  return named !== null && unitOf(row, named) === named.unit ? named : null;
}

interface IdentifyOptions {
  readonly names: KnownNames;
  readonly file: string;
  readonly sheet: string;
}

/**
 * KPIs of a sheet under the ids of the catalogue, by their names, with the section, lens and
 * direction that the sheet leaves out. A KPI whose direction contradicts the catalogue's is told
 * and not judged. Of two names of one indicator in a sheet the first is it.
 */
export function identify(
  rows: readonly KpiRow[],
  { names, file, sheet }: IdentifyOptions,
): { rows: KpiRow[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const taken = new Map<string, string>();
  const identified = rows.map((row): KpiRow => {
    const entry = entryOf(row, names);
    if (entry === null) return row;
    const key = `${nameKey(row.name)} ${row.section}`;
    const isFirst = (taken.get(entry.id) ?? key) === key;
    if (isFirst) taken.set(entry.id, key);
    const report = (rule: "B56" | "B58", field: string): void => {
      const finding = sheetFinding(rule, { file, sheet, line: row.line, field });
      findings.push({ ...finding, record: row.ref });
    };
    const isContrary = contradicts(row, entry);
    if (isContrary) report("B56", "polarity");
    const unit = unitOf(row, entry);
    if (unit !== row.unit && hasFigures(row)) report("B58", "unit");
    return {
      ...row,
      unit: !hasFigures(row) && isUnsaid(row) ? entry.unit : unit,
      id: isFirst ? entry.id : row.id,
      lens: row.lens ?? entry.lens,
      section: row.section === "" ? entry.section : row.section,
      polarity: isContrary ? null : (row.polarity ?? entry.polarity),
    };
  });
  return { rows: identified, findings };
}

/** The sheet asks for more of what the catalogue wants less of, or the other way round. */
const contradicts = ({ polarity, corrections }: KpiRow, entry: CatalogueEntry): boolean =>
  polarity !== null &&
  polarity !== "neutral" &&
  entry.polarity !== "neutral" &&
  polarity !== entry.polarity &&
  corrections.every((words) => !words.startsWith("polarity"));

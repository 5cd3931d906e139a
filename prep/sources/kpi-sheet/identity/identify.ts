import type { Finding } from "../../../check/finding";
import type { CatalogueEntry } from "../../../indicators/catalogue-entry";
import { indicatorNames } from "../../../reference/indicator-names";
import type { Unit } from "../../../../src/kpi/unit";
import type { KpiRow } from "../kpi-row";
import { sheetFinding } from "../sheet-rules";
import { nameKey } from "./name-key";

/** What a name of a KPI stands for in the catalogue. */
interface Known {
  readonly entry: CatalogueEntry;
  /** The KPI is a part of the indicator: it keeps an id of its own. */
  readonly isPart: boolean;
}

/** The catalogue by the keys of its names; a key of two indicators tells none. */
export type KnownNames = ReadonlyMap<string, Known>;

/** Names of the catalogue's indicators, and those that boards and lists give to them. */
export function knownNames(catalogue: readonly CatalogueEntry[]): KnownNames {
  const byId = new Map(catalogue.map((entry) => [entry.id, entry]));
  const known = new Map<string, Known>();
  const refused = new Set<string>();
  const add = (key: string, entry: CatalogueEntry | undefined, isPart: boolean): void => {
    if (entry === undefined || key === "") return;
    const before = known.get(key);
    if (before && before.entry.id !== entry.id) refused.add(key);
    else if (!before || before.isPart) known.set(key, { entry, isPart });
  };
  for (const { id, name, isPart } of indicatorNames()) add(nameKey(name), byId.get(id), isPart);
  for (const entry of catalogue) add(catalogueKey(entry), entry, false);
  for (const key of refused) known.delete(key);
  return known;
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

/** Whether a KPI of a sheet is measured as the catalogue's indicator is. */
export const isSameMeasure = (sheet: Unit, catalogue: Unit): boolean =>
  sheet === catalogue || (RATES.has(sheet) && RATES.has(catalogue) && sheet === "score");

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

function knownOf(row: KpiRow, names: KnownNames): Known | null {
  const key = nameKey(row.name);
  const found =
    names.get(key) ??
    (row.unit === "percent" && !key.startsWith("pct") ? names.get(`pct ${key}`) : undefined);
  if (found === undefined) return null;
  const isAwaited = !hasFigures(row) && isUnsaid(row);
  return isAwaited || isSameMeasure(unitOf(row, found.entry), found.entry.unit) ? found : null;
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
    const known = knownOf(row, names);
    if (known === null) return row;
    const { entry } = known;
    const key = `${nameKey(row.name)} ${row.section}`;
    const isFirst = (taken.get(entry.id) ?? key) === key;
    if (!known.isPart && isFirst) taken.set(entry.id, key);
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
      id: known.isPart || !isFirst ? row.id : entry.id,
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

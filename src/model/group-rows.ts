import { textIn } from "./cell";
import type { Columns } from "./columns";

/** Who a row's figure is of; `beside`: of comparators beside no figure of ours. */
type AreaRole =
  "own" | "beside" | "neighbour" | "neighbour_average" | "region" | "england" | "other";

const AREA_ROLES: ReadonlySet<string> = new Set([
  "own",
  "neighbour",
  "neighbour_average",
  "region",
  "england",
  "other",
]);

/** The rows of one KPI of one area: its own figures and those it is compared with. */
export interface KpiRows {
  readonly key: string;
  /** The same for all areas of a KPI. */
  readonly indicatorKey: string;
  readonly name: string;
  /** Own area, where the scorecard holds several. */
  readonly area: string | null;
  readonly own: readonly number[];
  readonly compared: readonly { readonly role: Exclude<AreaRole, "own">; readonly row: number }[];
}

interface IndicatorRows {
  readonly name: string;
  readonly own: Map<string, number[]>;
  others: { role: Exclude<AreaRole, "own">; row: number; forArea: string | null }[];
}

/** Wells that say something of an own figure, or of what it should be. */
const OF_OWN = ["statusWords", "value", "target", "textValue", "targetRule", "ownStatus"];

const PERIODS_BESIDE = ["englandPeriod", "neighboursPeriod"];

/** Wells by which a row is an own one where they say something. */
export const TELLING: ReadonlySet<string> = new Set([...OF_OWN, ...PERIODS_BESIDE]);

/** Whether a row says nothing but what comparators have in its period. */
const isBeside = (columns: Columns, row: number): boolean => {
  const says = (well: string): boolean => columns.text(well, row) !== null;
  return !OF_OWN.some(says) && PERIODS_BESIDE.some(says);
};

const SEPARATOR = "\u001f";

/**
 * Sorts the rows of a data view into KPIs, in the order they first appear. A KPI is an indicator in
 * a section, for each area of
 * ours; rows of other areas go to the area they are compared with, or to all where the data does
 * not say. No row is dropped.
 */
export function groupRows(columns: Columns): KpiRows[] {
  const byIndicator = new Map<string, IndicatorRows>();
  let [lastIndicator, lastSection, lastSubsection]: unknown[] = [];
  let group: IndicatorRows | undefined;
  let own: number[] | undefined;
  let ownArea: unknown;
  const [indicators, sections, subsections, areaCells] = [
    "indicator",
    "section",
    "subsection",
    "area",
  ].map((role) => columns.cells(role));
  const hasRoles = columns.has("areaRole");
  for (let row = 0; row < columns.rows; row++) {
    const indicator = indicators[row];
    const section = sections[row];
    const subsection = subsections[row];
    const isSame =
      indicator === lastIndicator && section === lastSection && subsection === lastSubsection;
    if (!group || !isSame) {
      own = undefined;
      const name = textIn(indicator) ?? "";
      const key = [name, textIn(section) ?? "", textIn(subsection) ?? ""].join(SEPARATOR);
      group = byIndicator.get(key);
      if (!group) byIndicator.set(key, (group = { name, own: new Map(), others: [] }));
      [lastIndicator, lastSection, lastSubsection] = [indicator, section, subsection];
    }
    const role = isBeside(columns, row)
      ? "beside"
      : hasRoles
        ? areaRoleNamed(columns.text("areaRole", row))
        : "own";
    if (role === "own") {
      if (!own || areaCells[row] !== ownArea) {
        const area = columns.text("area", row) ?? "";
        own = group.own.get(area);
        if (!own) group.own.set(area, (own = []));
        ownArea = areaCells[row];
      }
      own.push(row);
    } else
      group.others.push({
        role,
        row,
        forArea: columns.text(role === "beside" ? "area" : "forArea", row),
      });
  }
  for (const one of byIndicator.values()) keepAwaited(one);
  const areas = new Set<string>();
  for (const one of byIndicator.values()) for (const area of one.own.keys()) areas.add(area);
  const result: KpiRows[] = [];
  for (const [key, { name, own: byArea, others }] of byIndicator) {
    for (const [area, rows] of byArea.size === 0 ? [["", []] as const] : byArea) {
      const compared = others.filter(
        ({ forArea }) => forArea === null || area === "" || byArea.size <= 1 || forArea === area,
      );
      result.push({
        key: key + SEPARATOR + area,
        indicatorKey: key,
        name,
        area: areas.size > 1 && area !== "" ? area : null,
        own: rows,
        compared,
      });
    }
  }
  return result;
}

/**
 * An area of ours of which there is nothing but what comparators have is a KPI whose figure is
 * awaited: its rows are own ones, where other areas have figures.
 */
function keepAwaited(one: IndicatorRows): void {
  if (one.own.size === 0) return;
  const isAwaited = ({ role, forArea }: IndicatorRows["others"][number]): boolean =>
    role === "beside" && forArea !== null && !one.own.has(forArea);
  const awaited = one.others.filter(isAwaited);
  if (awaited.length === 0) return;
  one.others = one.others.filter((other) => !awaited.includes(other));
  for (const { row, forArea } of awaited)
    one.own.set(forArea!, [...(one.own.get(forArea!) ?? []), row]);
}

function areaRoleNamed(text: string | null): AreaRole {
  if (text === null) return "own";
  const plain = text.toLowerCase().replace(/[\s-]+/g, "_");
  if (AREA_ROLES.has(plain)) return plain as AreaRole;
  if (plain === "national" || plain === "country") return "england";
  return plain === "authority" ? "own" : "other";
}

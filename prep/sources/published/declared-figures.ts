import type { Unit } from "../../../src/kpi/unit";
import type { Finding } from "../../check/finding";
import { nearest } from "../../check/nearest";
import type { PublishedFile } from "./published";
import type { PublishedMapping } from "./published-mapping";

/** Data set of the tables whose rows name our own indicators. */
const DECLARED = "declared_figures";

interface DeclaredFigures {
  /** One for each indicator and group that the rows name. */
  readonly mappings: readonly PublishedMapping[];
  /** Indicators that are not known. */
  readonly findings: readonly Finding[];
}

/** Units whose figure is worked out from its two parts. */
const OF_PARTS: ReadonlySet<Unit> = new Set(["percent", "per_100"]);

/** Where a table of the declared form has a figure of an indicator, for a group. */
function mappingOf(
  { columns }: PublishedFile,
  indicator: string,
  unit: Unit,
  [breakdown, value]: readonly [string, string],
): PublishedMapping {
  const groups: PublishedMapping["where"] = columns.includes("breakdown")
    ? { breakdown: value === "" ? ["", "all"] : breakdown, breakdown_value: value || ["", "all"] }
    : {};
  const has = (column: string): boolean => columns.includes(column);
  return {
    indicator,
    dataset: DECLARED,
    unit,
    where: { indicator_id: indicator, ...groups },
    value: "value",
    ...(has("numerator") && unit !== "count" ? { numerator: ["numerator"] } : {}),
    ...(has("denominator") && OF_PARTS.has(unit) ? { denominator: ["denominator"] } : {}),
    ...(value === "" ? {} : { group: [breakdown, value] as const }),
    comparability: "comparable",
    note: null,
  };
}

/**
 * What a table of the declared form has of the indicators that are known by their units; nothing for
 * a file of any other form.
 */
export function declaredFigures(
  file: PublishedFile,
  units: ReadonlyMap<string, Unit>,
): DeclaredFigures {
  if (file.dataset !== DECLARED) return { mappings: [], findings: [] };
  const mappings = new Map<string, PublishedMapping>();
  const findings = new Map<string, Finding>();
  file.rows.forEach(({ line }, index) => {
    const id = file.text(index, "indicator_id") ?? "";
    const cell = (column: string): string => {
      const text = file.text(index, column) ?? "";
      return text === "all" ? "" : text;
    };
    const group = [cell("breakdown"), cell("breakdown_value")] as const;
    const [key, unit] = [[id, ...group].join("|"), units.get(id)];
    if (unit !== undefined && !mappings.has(key))
      mappings.set(key, mappingOf(file, id, unit, group));
    if (unit === undefined && !findings.has(id))
      findings.set(id, unknownIndicator(file.file, line, id, [...units.keys()]));
  });
  return { mappings: [...mappings.values()], findings: [...findings.values()] };
}

function unknownIndicator(
  file: string,
  line: number,
  id: string,
  known: readonly string[],
): Finding {
  const near = nearest(id, known);
  return {
    rule: "E42",
    severity: "error",
    file,
    table: DECLARED,
    record: `row ${line}`,
    line,
    field: "indicator_id",
    message: `No indicator has the id "${id}".${near === null ? "" : ` Did you mean ${near}?`}`,
    action:
      "Use an id of docs/data-dictionary.md, of your own indicators or of a KPI of your sheets.",
  };
}

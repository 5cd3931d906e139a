import { UNIT_MULTIPLIERS, type Unit } from "../../../src/kpi/unit";
import type { Finding } from "../../check/finding";
import { nearest } from "../../check/nearest";
import type { PublishedFile } from "./published";
import type { PublishedMapping } from "./published-mapping";
import { headingIn, INDICATOR } from "./read-figures";

/** Data set of the tables whose rows name our own indicators. */
const DECLARED = "declared_figures";

interface DeclaredFigures {
  /** One for each indicator and group that the rows name. */
  readonly mappings: readonly PublishedMapping[];
  /** Indicators that are not known. */
  readonly findings: readonly Finding[];
}

/** An indicator that a row of the declared form may be of. */
export interface NamedIndicator {
  readonly id: string;
  readonly unit: Unit;
}

/** The indicators that rows may name. */
export interface NamedIndicators {
  /** Units by id. */
  readonly units: ReadonlyMap<string, Unit>;
  /**
   * Those that an id, a name or a reference of a sheet may stand for. `isShare`: the row's value is
   * a share.
   */
  readonly named: (words: string, isShare: boolean) => readonly NamedIndicator[];
}

/** Where a table of the declared form has a figure of an indicator, for a group. */
function mappingOf(
  { columns }: PublishedFile,
  { id, unit }: NamedIndicator,
  [breakdown, value]: readonly [string, string],
  spellings: readonly string[],
): PublishedMapping {
  const groups: PublishedMapping["where"] = columns.includes("breakdown")
    ? { breakdown: value === "" ? ["", "all"] : breakdown, breakdown_value: value || ["", "all"] }
    : {};
  const has = (column: string): boolean => columns.includes(column);
  const isRate = unit !== "count" && UNIT_MULTIPLIERS[unit] !== undefined;
  return {
    indicator: id,
    dataset: DECLARED,
    unit,
    where: { [headingIn(new Set(columns), INDICATOR)]: spellings, ...groups },
    value: "value",
    ...(has("numerator") && unit !== "count" ? { numerator: ["numerator"] } : {}),
    ...(has("denominator") && isRate ? { denominator: ["denominator"] } : {}),
    ...(value === "" ? {} : { group: [breakdown, value] as const }),
    comparability: "comparable",
    note: null,
  };
}

/**
 * What a table of the declared form has of the indicators that are known; nothing for a file of any
 * other form. Rows name an indicator by its id or by a name that stands for it alone.
 */
export function declaredFigures(
  file: PublishedFile,
  { units, named }: NamedIndicators,
): DeclaredFigures {
  if (file.dataset !== DECLARED) return { mappings: [], findings: [] };
  const heading = headingIn(new Set(file.columns), INDICATOR);
  const found = new Map<
    string,
    { indicator: NamedIndicator; group: readonly [string, string]; spellings: Set<string> }
  >();
  const findings = new Map<string, Finding>();
  file.rows.forEach(({ line }, index) => {
    const words = file.text(index, heading) ?? "";
    const cell = (column: string): string => {
      const text = file.text(index, column) ?? "";
      return text === "all" ? "" : text;
    };
    const isShare = cell("denominator") !== "" || cell("value").endsWith("%");
    const group = [cell("breakdown"), cell("breakdown_value")] as const;
    const meant = named(words, isShare);
    if (meant.length === 1) {
      const [indicator] = meant;
      const key = [indicator.id, ...group].join("|");
      const known = found.get(key) ?? { indicator, group, spellings: new Set<string>() };
      found.set(key, known);
      known.spellings.add(words);
    } else if (!findings.has(words)) {
      const about = { file: file.file, line, heading };
      findings.set(words, unknownIndicator(words, meant, [...units.keys()], about));
    }
  });
  return {
    mappings: [...found.values()].map(({ indicator, group, spellings }) =>
      mappingOf(file, indicator, group, [...spellings]),
    ),
    findings: [...findings.values()],
  };
}

/** A finding for words that stand for no indicator, or for several. */
function unknownIndicator(
  words: string,
  meant: readonly NamedIndicator[],
  known: readonly string[],
  {
    file,
    line,
    heading,
  }: { readonly file: string; readonly line: number; readonly heading: string },
): Finding {
  const near = meant.length > 0 ? null : nearest(words, known);
  const several = meant.map(({ id }) => id).join(" and ");
  return {
    rule: "E42",
    severity: "error",
    file,
    table: DECLARED,
    record: `row ${line}`,
    line,
    field: heading,
    message:
      meant.length > 0
        ? `"${words}" means ${several}; the rows are left out.`
        : `No indicator has the id or name "${words}".${near === null ? "" : ` Did you mean ${near}?`}`,
    action:
      "Use an id of docs/data-dictionary.md, of your own indicators or of a KPI of your sheets.",
  };
}

import * as v from "valibot";
import { UNIT_FORMS, type Unit } from "../../src/kpi/unit";
import type { CatalogueEntry } from "./catalogue-entry";
import { lensOf, type Lens } from "./indicator";
import { INDICATOR_ID } from "./indicator-id";

/**
 * How a council's own indicator is counted from a table of the star: expressions of arquero over
 * its columns, such as `d.setting_group == "special"`.
 */
export interface OwnCount {
  readonly table: string;
  /** Rows that are counted; all where not given. */
  readonly filter?: string;
  /** Date column of a flow: what happened in each period. */
  readonly date?: string;
  /**
   * First and last date columns of a snapshot: what is in force on the last day of each period; an
   * empty last date is still open.
   */
  readonly from?: string;
  readonly to?: string;
  /** What each row adds; 1 where not given. */
  readonly numerator?: string;
  readonly denominator?: string;
  /** Text columns of the table that it is broken down by. */
  readonly breakdowns?: readonly string[];
}

export interface OwnIndicator extends CatalogueEntry {
  /** Null for an indicator whose figures come from a KPI sheet. */
  readonly count: OwnCount | null;
}

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const units = Object.keys(UNIT_FORMS) as [Unit, ...Unit[]];
const lenses = [
  "local profile",
  "governance and assurance",
  "outcomes",
] as const satisfies readonly Lens[];

const countSchema = v.pipe(
  v.strictObject({
    table: text,
    filter: v.optional(text),
    date: v.optional(text),
    from: v.optional(text),
    to: v.optional(text),
    numerator: v.optional(text),
    denominator: v.optional(text),
    breakdowns: v.optional(v.array(text)),
  }),
  v.check(
    ({ date, from, to }) => (date !== undefined) !== (from !== undefined && to !== undefined),
    "Give either date, or from and to.",
  ),
);

const schema = v.strictObject({
  id: v.pipe(text, v.regex(INDICATOR_ID, "Use small letters, digits and underscores.")),
  name: text,
  section: text,
  lens: v.optional(v.picklist(lenses)),
  unit: v.picklist(units),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))),
  polarity: v.picklist(["higher", "lower", "neutral"]),
  frequency: v.picklist([
    "month",
    "census",
    "quarter",
    "term",
    "half_term",
    "calendar_year",
    "academic_year",
    "financial_year",
    "year_to_date",
    "rolling_12_months",
  ]),
  cumulative: v.optional(v.boolean(), false),
  numerator: text,
  denominator: v.optional(text),
  note: v.optional(text),
  source: text,
  count: v.optional(countSchema),
});

/**
 * Reads a council's own catalogue: a list of indicators in the form of ours. Ids that are taken and
 * fields that are wrong come back in words; the rest are read.
 */
export function readOwnCatalogue(
  list: unknown,
  taken: ReadonlySet<string>,
): { indicators: OwnIndicator[]; problems: string[] } {
  if (!Array.isArray(list))
    return { indicators: [], problems: ["The catalogue is no list of indicators."] };
  const indicators: OwnIndicator[] = [];
  const problems: string[] = [];
  const ids = new Set(taken);
  list.forEach((item: unknown, index) => {
    const parsed = v.safeParse(schema, item);
    const label =
      typeof item === "object" && item !== null && "id" in item && typeof item.id === "string"
        ? item.id
        : `number ${index + 1}`;
    if (!parsed.success) {
      for (const issue of parsed.issues)
        problems.push(
          `Indicator ${label}, ${v.getDotPath(issue) ?? "as a whole"}: ${issue.message}`,
        );
      return;
    }
    const { lens, decimals, denominator, note, count, ...rest } = parsed.output;
    if (ids.has(rest.id)) {
      problems.push(`Indicator ${rest.id}: the id is taken. Choose another.`);
      return;
    }
    ids.add(rest.id);
    indicators.push({
      ...rest,
      lens: lens ?? lensOf(rest.section) ?? "governance and assurance",
      decimals: decimals ?? UNIT_FORMS[rest.unit].decimals,
      denominator: denominator ?? null,
      note: note ?? null,
      published: null,
      listedIn: [],
      filled: count === undefined ? "kept by hand" : "counted",
      count: count ?? null,
    });
  });
  return { indicators, problems };
}

import { indicators } from "../../../collections/indicators";
import type { Indicator } from "../../../indicators/indicator";
import { tableName } from "../model/business-names";
import type { Measure } from "../model/model";
import type { DeclaredMeasure, StarTable } from "../../../star/declaration";
import { SHARE, WHOLE } from "./formats";

/** A measure over the rows of a fact. */
export interface RowMeasure extends DeclaredMeasure {
  readonly fact: string;
}

type Named = readonly [
  name: string,
  indicator: string,
  date: string,
  numerator: string,
  denominator?: string,
];

const of = (fact: string, rows: readonly Named[], more: { snapshot?: true } = {}): RowMeasure[] =>
  rows.map(([name, indicator, date, numerator, denominator]) => ({
    name,
    indicator,
    fact,
    date,
    numerator,
    ...(denominator ? { denominator } : {}),
    ...more,
  }));

/** The measures over a star table that a record names: its numerator over its denominator, and its numerator alone. */
function fromIndicator({ id, count, rowMeasure }: Indicator): RowMeasure[] {
  if (!rowMeasure || !count || count.clock === "month") return [];
  const { view, clock } = count;
  const isSnapshot = clock === "day";
  const of = rowMeasure.star ?? {
    table: view.star!.table,
    date: clock === "event" ? count.date : view.star!.day!,
    numerator: count.numerator,
    denominator: count.denominator,
  };
  const measure = (name: string, denominator: string | undefined): RowMeasure => ({
    name,
    indicator: id,
    fact: of.table.name,
    date: of.date,
    numerator: of.numerator,
    ...(denominator === undefined ? {} : { denominator }),
    ...(isSnapshot ? { snapshot: true } : {}),
  });
  return [
    measure(rowMeasure.name, of.denominator),
    ...(rowMeasure.numeratorName === undefined
      ? []
      : [measure(rowMeasure.numeratorName, undefined)]),
  ];
}

/** Row-level measures by fact. They slice by any dimension of the fact and follow its dates through the date table. */
export const rowMeasures: readonly RowMeasure[] = [
  ...indicators.flatMap(fromIndicator),
  ...of("mh_referral", [
    [
      "Mental health referrals received",
      "mh_referrals_received_0_18",
      "received_date",
      "received_0_18",
    ],
    [
      "Seen directly within 4 weeks",
      "mh_within_4_weeks_pct",
      "first_direct_date",
      "within_4_weeks",
      "direct_seen",
    ],
  ]),
  ...of("mh_contact", [
    [
      "Mental health contacts attended",
      "mh_contacts_attended_0_18",
      "contact_date",
      "attended_0_18",
    ],
    [
      "Mental health contacts not attended",
      "mh_not_attended_pct",
      "contact_date",
      "not_attended_0_18",
      "attendance_known_0_18",
    ],
  ]),
  ...of("attendance", [
    ["Absence", "absence_rate_pct", "term_end", "missed", "possible"],
    ["Sessions missed", "absence_rate_pct", "term_end", "missed"],
  ]),
  ...of("suspension", [
    ["Suspensions counted", "suspensions", "term_end", "suspended"],
    ["Permanent exclusions counted", "permanent_exclusions", "term_end", "excluded"],
  ]),
  ...of(
    "census_pupil",
    [
      ["Pupils on roll", "pupils_on_roll", "census_date", "on_roll"],
      ["Pupils on SEN support", "sen_support_pct", "census_date", "sen_support", "on_roll"],
      ["Pupils with an EHC plan", "ehc_pupils_pct", "census_date", "ehc_plan", "on_roll"],
    ],
    { snapshot: true },
  ),
];

function dax({ date, snapshot, numerator, denominator }: RowMeasure, table: StarTable): string {
  const labels = new Map(table.columns.map(({ name, label }) => [name, label]));
  const column = (name: string): string => `'${tableName(table)}'[${labels.get(name)}]`;
  const total =
    denominator === undefined
      ? `SUM ( ${column(numerator)} )`
      : `DIVIDE ( SUM ( ${column(numerator)} ), SUM ( ${column(denominator)} ) )`;
  if (snapshot)
    return `VAR _Day = MAX ( ${column(date)} )\nRETURN\n    CALCULATE ( ${total}, ${column(date)} = _Day )`;
  if (!table.columns.find(({ name }) => name === date)!.inactive) return total;
  // Not USERELATIONSHIP: Power BI refuses it where row-level security filters the fact.
  return `CALCULATE (\n    ${total},\n    REMOVEFILTERS ( 'Date' ),\n    TREATAS ( VALUES ( 'Date'[Date] ), ${column(date)} )\n)`;
}

/** The row-level measures of a star table; those whose columns it does not have are left out. */
export function rowMeasuresOf(table: StarTable): Measure[] {
  const names = new Set(table.columns.map(({ name }) => name));
  const declared = (table.measures ?? []).map((one) => ({ ...one, fact: table.name }));
  return [...rowMeasures, ...declared]
    .filter(
      ({ fact, date, numerator, denominator }) =>
        fact === table.name &&
        [date, numerator, denominator ?? numerator].every((column) => names.has(column)),
    )
    .map((measure) => {
      const words = table.columns
        .find(({ name }) => name === measure.numerator)!
        .label.toLowerCase();
      const out =
        measure.denominator &&
        table.columns.find(({ name }) => name === measure.denominator)!.label.toLowerCase();
      const when = measure.snapshot
        ? "on the latest day in view"
        : `by ${table.columns.find(({ name }) => name === measure.date)!.label.toLowerCase()}`;
      return {
        name: out ? `${measure.name} (%)` : measure.name,
        description: `Rows of ${tableName(table)} flagged "${words}"${out ? ` over those flagged "${out}"` : ""}, ${when}. Agrees with ${measure.indicator} when nothing is sliced.`,
        dax: dax(measure, table),
        folder: `Rows\\${tableName(table)}`,
        format: out ? SHARE : WHOLE,
      };
    });
}

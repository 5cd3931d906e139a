import { tableName } from "../model/business-names";
import type { Measure } from "../model/model";
import type { DeclaredMeasure, StarTable } from "../../../star/declaration";
import { DATE, SHARE, WHOLE } from "./formats";
import { isPrintable, printDax } from "./print-dax";

/** Sum of a flag over the rows of a fact: of its column, else of the rule that it is. */
function sumOf(name: string, { rules }: DeclaredMeasure, table: StarTable): string {
  const column = table.columns.find((one) => one.name === name);
  return column
    ? `SUM ( '${tableName(table)}'[${column.label}] )`
    : `SUMX ( '${tableName(table)}', IF ( ${printDax(rules![name], table)}, 1, 0 ) )`;
}

/** Where the rows of a fact point to a dimension, the breakdown of the figures by its column. */
const GROUPS: readonly (readonly [references: string, breakdown: string, column: string])[] = [
  ["need.need", "primary_need", "Need[Need]"],
  ["age_band.age_band", "age_band", "'Age band'[Age band code]"],
  ["setting_group.setting_group", "setting_group", "'Setting group'[Setting group]"],
  ["person.person_key", "sex", "Person[Sex code]"],
  ["person.person_key", "ethnicity_group", "Person[Ethnicity group code]"],
  ["mh_person.mh_person_key", "sex", "'Mental health person'[Sex code]"],
];

/**
 * DAX that says whether a column of groups is chosen or drawn by. Of people several columns are,
 * each for itself, by its codes or its words; of the other dimensions any column tells the group.
 */
const isChosen = (references: string, column: string): string =>
  references.includes("person")
    ? `ISFILTERED ( ${column} ) || ISFILTERED ( ${column.replace(" code]", "]")} )`
    : `ISCROSSFILTERED ( ${column} )`;

/** DAX over the counted figures of an indicator in one table, whatever is chosen elsewhere. */
const over =
  (table: "Board figures" | "Breakdown figures") =>
  (value: string, indicator: string, ...filters: readonly string[]): string =>
    `CALCULATE (
        ${[
          value,
          `REMOVEFILTERS ( '${table}' )`,
          `'${table}'[Indicator id] = "${indicator}"`,
          `'${table}'[Method] = "counted"`,
          `'${table}'[Service] = "all"`,
          ...filters.map((filter) => filter.replaceAll("'Board figures'", `'${table}'`)),
        ].join(",\n        ")}
    )`;
const board = over("Board figures");
const ROWS = "COUNTROWS ( 'Board figures' )";
const KNOWN = `'Board figures'[Status] IN { "ok", "not_applicable" }`;
const GAP = `'Board figures'[Status] = "not_available"`;

/**
 * Looks at the groups that are chosen or drawn: a group may be known too little where the whole is
 * not. Gives DAX that counts their figures that are not available; "0" where the fact has no groups.
 */
function gapsOf(table: StarTable, indicator: string): (...filters: readonly string[]) => string {
  const groups = GROUPS.filter(([references]) =>
    table.columns.some((column) => column.references === references),
  );
  return (...filters) =>
    groups.length === 0
      ? "0"
      : groups
          .map(([references, breakdown, column]) => {
            const count = over("Breakdown figures")(
              "COUNTROWS ( 'Breakdown figures' )",
              indicator,
              GAP,
              `'Breakdown figures'[Breakdown] = "${breakdown}"`,
              `TREATAS ( VALUES ( ${column} ), 'Breakdown figures'[Breakdown value] )`,
              ...filters,
            );
            return `IF ( ${isChosen(references, column)}, ${count}, 0 )`;
          })
          .join("\n        + ");
}

/** Where the figures of the day are not known, neither is what the rows of the day add up to. */
const onDay = (
  total: string,
  day: string,
  indicator: string,
  gaps: ReturnType<typeof gapsOf>,
): string => {
  const ofDay = "'Board figures'[Period end] = _Day";
  return `VAR _Day =
    CALCULATE ( MAX ( ${day} ), REMOVEFILTERS (), VALUES ( 'Date'[Date] ) )
VAR _Known =
    ${board(ROWS, indicator, ofDay, KNOWN)}
VAR _Gaps =
    ${gaps(ofDay)}
RETURN
    IF (
        _Known > 0 && _Gaps = 0,
        CALCULATE ( ${total}, KEEPFILTERS ( ${day} = _Day ) )
    )`;
};

/**
 * Events of the days in view. Where those are a period of the figures, it decides whether there is
 * anything to show: nothing where it is not available, 0 where nothing was counted. Other days are
 * judged by the calendar years that they hold whole, and by the months and terms beside those.
 */
function ofEvents(
  total: string,
  { indicator, denominator }: DeclaredMeasure,
  gaps: ReturnType<typeof gapsOf>,
): string {
  const exact = ["'Board figures'[Period start] = _First", "'Board figures'[Period end] = _Last"];
  const years = [
    `'Board figures'[Frequency] = "calendar_year"`,
    "'Board figures'[Period start] >= _First",
    "'Board figures'[Period end] <= _Last",
  ];
  const parts = [
    `'Board figures'[Frequency] IN { "month", "term" }`,
    "'Board figures'[Period start] <= _Last",
    "'Board figures'[Period end] >= _First",
    "ISBLANK ( _FirstYear ) || 'Board figures'[Period end] < _FirstYear || 'Board figures'[Period end] > _LastYear",
  ];
  const whole = board("MAX ( 'Board figures'[Numerator] )", indicator, ...exact);
  // An empty value is equal to 0 in DAX.
  const shown =
    denominator === undefined
      ? "COALESCE ( _Total, IF ( NOT ISBLANK ( _Whole ) && _Whole = 0, 0 ) )"
      : "_Total";
  return `VAR _Total =
    ${total.replaceAll("\n", "\n    ")}
VAR _First = MIN ( 'Date'[Date] )
VAR _Latest =
    ${board("MAX ( 'Board figures'[Period end] )", indicator)}
VAR _Last = MIN ( MAX ( 'Date'[Date] ), _Latest )
VAR _Exact =
    ${board(ROWS, indicator, ...exact)}
VAR _ExactKnown =
    ${board(ROWS, indicator, ...exact, KNOWN)}
${denominator === undefined ? `VAR _Whole =\n    ${whole}\n` : ""}VAR _ExactGaps =
    ${gaps(...exact)}
VAR _FirstYear =
    ${board("MIN ( 'Board figures'[Period start] )", indicator, ...years)}
VAR _LastYear =
    ${board("MAX ( 'Board figures'[Period end] )", indicator, ...years)}
VAR _Known =
    ${board(ROWS, indicator, ...years, KNOWN)}
        + ${board(ROWS, indicator, ...parts, KNOWN)}
VAR _Gaps =
    ${board(ROWS, indicator, ...years, GAP)}
        + ${board(ROWS, indicator, ...parts, GAP)}
        + ${gaps(...years)}
        + ${gaps(...parts)}
RETURN
    IF (
        IF ( _Exact > 0, _ExactKnown > 0 && _ExactGaps = 0, _Known > 0 && _Gaps = 0 ),
        ${shown}
    )`;
}

function dax(measure: DeclaredMeasure, table: StarTable): string {
  const { date, snapshot, numerator, denominator, indicator } = measure;
  const labels = new Map(table.columns.map(({ name, label }) => [name, label]));
  const column = (name: string): string => `'${tableName(table)}'[${labels.get(name)}]`;
  const sum = (name: string): string => sumOf(name, measure, table);
  const total =
    denominator === undefined
      ? sum(numerator)
      : `DIVIDE ( ${sum(numerator)}, ${sum(denominator)} )`;
  const gaps = gapsOf(table, indicator);
  if (snapshot) return onDay(total, column(date), indicator, gaps);
  if (!table.columns.find(({ name }) => name === date)!.inactive)
    return ofEvents(total, measure, gaps);
  // Not USERELATIONSHIP: Power BI refuses it where row-level security filters the fact.
  return ofEvents(
    `CALCULATE (\n    ${total},\n    REMOVEFILTERS ( 'Date' ),\n` +
      `    KEEPFILTERS ( TREATAS ( VALUES ( 'Date'[Date] ), ${column(date)} ) )\n)`,
    measure,
    gaps,
  );
}

/** Whether the rows of a table tell a flag. */
const tells = (table: StarTable, name: string, { rules }: DeclaredMeasure): boolean =>
  table.columns.some((one) => one.name === name) ||
  (rules?.[name] !== undefined && isPrintable(rules[name], table));

const nameOf = ({ name, denominator }: DeclaredMeasure): string =>
  denominator ? `${name} (%)` : name;

/** The indicator that each measure over rows agrees with, by the measure's name. */
export const indicatorsOfRows = (star: readonly StarTable[]): ReadonlyMap<string, string> =>
  new Map(
    star.flatMap(({ measures = [] }) =>
      measures.map((measure) => [nameOf(measure), measure.indicator] as const),
    ),
  );

/** The row-level measures of a star table; those that its rows do not tell are left out. */
export function daxRowMeasures(table: StarTable): Measure[] {
  const labelOf = (name: string): string =>
    (
      table.columns.find((one) => one.name === name)?.label ?? name.replaceAll("_", " ")
    ).toLowerCase();
  return (table.measures ?? [])
    .filter(
      (measure) =>
        table.columns.some(({ name }) => name === measure.date) &&
        tells(table, measure.numerator, measure) &&
        tells(table, measure.denominator ?? measure.numerator, measure),
    )
    .map((measure) => {
      const out = measure.denominator && labelOf(measure.denominator);
      const when = measure.snapshot
        ? "on the latest day in view that the table holds"
        : `by ${labelOf(measure.date)}`;
      const over = out ? ` over those flagged "${out}"` : "";
      return {
        name: nameOf(measure),
        description:
          `Rows of ${tableName(table)} flagged "${labelOf(measure.numerator)}"${over}, ${when}. ` +
          `Agrees with ${measure.indicator} ${measure.snapshot ? "on that day" : "in each of its periods"} when nothing else is sliced; ` +
          "blank where that is not available.",
        dax: dax(measure, table),
        folder: `Rows\\${tableName(table)}`,
        format: out ? SHARE : WHOLE,
      };
    });
}

/** The day that the measures over a table of snapshots speak of; none for other tables. */
export function dayMeasuresOf(table: StarTable): Measure[] {
  const snapshot = table.measures?.find((measure) => measure.snapshot);
  const column = table.columns.find(({ name }) => name === snapshot?.date);
  return column === undefined
    ? []
    : [
        {
          name: `${tableName(table)} day`,
          description: `The day that the measures over ${tableName(table)} cover: the latest in view that it holds.`,
          dax: `CALCULATE (
    MAX ( '${tableName(table)}'[${column.label}] ),
    REMOVEFILTERS (),
    VALUES ( 'Date'[Date] )
)`,
          folder: `Rows\\${tableName(table)}`,
          format: DATE,
        },
      ];
}

import type { Measure } from "../model/model";
import { CHANGE_FORMAT, FIGURE_FORMAT, WHOLE } from "./formats";
import { BEFORE_OR_AFTER } from "./reading-measures";

/** Units of sizes: a large area has more of them, so that no area is held against another. */
const UNLIKE = '{ "count", "fte", "text" }';
const TERMLY = '{ "term", "half_term", "year_to_date" }';
const ALIKE = `'Comparator figures'[Frequency] = _Frequency || NOT ( _Termly || 'Comparator figures'[Frequency] IN ${TERMLY} )`;

/**
 * DAX over the comparator figures for the own figure's period: the latest at or before its end, for
 * comparators are often yearly, of the same group; of one day's the one of the own frequency, and
 * published statistics before what a sheet prints of them. Figures of terms and of years to date
 * are held against their own kind only. Comparators are picked by the authority they are for; they
 * have no relationship to Area, which row-level security filters. Under a period of a trend that the
 * KPI has no row of stands the figure of that very period, or nothing.
 */
function compared(expression: string, end: string, ...filters: readonly string[]): string {
  const all = [
    "'Comparator figures'[Compared authority] = _Area",
    "'Comparator figures'[Breakdown] = _Breakdown",
    "'Comparator figures'[Breakdown value] = _Group",
    "'Comparator figures'[Service] = _Service",
    "'Comparator figures'[Status] = \"ok\"",
    ALIKE,
    ...filters,
  ];
  const found = (value: string, ...more: readonly string[]): string => `CALCULATE (
        ${value},
        REMOVEFILTERS ( 'Date' ),
${[...all, ...more].map((filter) => `        KEEPFILTERS ( ${filter} )`).join(",\n")}
    )`;
  const ofDay = "'Comparator figures'[Period end] = _Found";
  const ofFrequency = "'Comparator figures'[Frequency] = _Like";
  const ofAxis = ["Period", "Period end"].map(
    (label) => `TREATAS ( VALUES ( 'KPI period'[${label}] ), 'Comparator figures'[${label}] )`,
  );
  const latest = (...more: readonly string[]): string =>
    found("MAX ( 'Comparator figures'[Period end] )", ...more).replaceAll("\n", "\n    ");
  return `VAR _End = ${end}
VAR _OfAxis = NOT ISBLANK ( [${BEFORE_OR_AFTER}] )
VAR _Area = [Reading area]
VAR _Breakdown = [Reading breakdown]
VAR _Group = [Reading group]
VAR _Service = [Reading service]
VAR _Frequency = [Reading frequency]
VAR _Termly = _Frequency IN ${TERMLY}
VAR _Found =
    IF (
        _OfAxis,
        ${latest(...ofAxis)},
        ${latest("'Comparator figures'[Period end] <= _End")}
    )
VAR _Like =
    COALESCE (
        ${found("MIN ( 'Comparator figures'[Frequency] )", ofDay, "'Comparator figures'[Frequency] = _Frequency").replaceAll("\n", "\n    ")},
        ${found("MIN ( 'Comparator figures'[Frequency] )", ofDay).replaceAll("\n", "\n    ")}
    )
VAR _Origin =
    ${found("MIN ( 'Comparator figures'[Origin] )", ofDay, ofFrequency)}
RETURN
    IF (
        ( _OfAxis || NOT ISBLANK ( _End ) ) && NOT ( SELECTEDVALUE ( Indicator[Unit] ) IN ${UNLIKE} ),
        ${found(expression, ofDay, ofFrequency, "'Comparator figures'[Origin] = _Origin").replaceAll("\n", "\n    ")}
    )`;
}

const figure = { folder: "Comparison", formatDax: FIGURE_FORMAT } as const;
const VALUE = "MAX ( 'Comparator figures'[Value] )";
/** The period of a comparator in words, for it is seldom that of the own figure. */
const PERIOD = `IF (
            NOT ISBLANK ( MAX ( 'Comparator figures'[Period] ) ),
            MAX ( 'Comparator figures'[Period] )
                & IF ( MAX ( 'Comparator figures'[Origin] ) = "published", ", published", ", as the board's sheet prints it" )
        )`;
const period = (name: string, of: string, ...filters: readonly string[]): Measure => ({
  name: `${name} period`,
  folder: "Comparison",
  text: true,
  description: `The period that ${of} is of, in words.`,
  dax: compared(PERIOD, "[Period end]", ...filters),
});
const role = (name: string): string => `'Comparator figures'[Area role] = "${name}"`;
const average = (method: string): string[] => [
  role("neighbour_average"),
  `'Comparator figures'[Method] = "${method}"`,
];

const own = (measure: string): string =>
  `SELECTEDVALUE ( 'Compared area'[Compared role] ) = "own", ${measure}`;
/**
 * The own figure for the own area, else the comparator's; only where one area of the list is in
 * view.
 */
const forEach = (ownMeasure: string, others: string): string => `SWITCH (
    TRUE (),
    NOT HASONEVALUE ( 'Compared area'[Compared key] ), BLANK (),
    ${own(ownMeasure)},
    ${others}
)`;

const ANY_PERIOD_OF_BOARD = `REMOVEFILTERS ( 'KPI period' ), REMOVEFILTERS ( 'Board figures'[Period], 'Board figures'[Period start], 'Board figures'[Period end], 'Board figures'[Comparability], 'Board figures'[Cohort], 'Board figures'[Footprint], 'Board figures'[Frequency], 'Board figures'[Method] )`;

/** DAX over the latest ranked figure at or before the period that is read. */
function ranked(column: string): string {
  const latest = (table: string, ...filters: readonly string[]): string => {
    const found = (value: string, period: string): string => `CALCULATE (
            ${value},
            ${["REMOVEFILTERS ( 'Date' )", ...filters, `KEEPFILTERS ( '${table}'[Area code] = _Area )`, `'${table}'[Rank] > 0`, period].join(",\n            ")}
        )`;
    const last = found(`MAX ( '${table}'[Period end] )`, `'${table}'[Period end] <= _End`);
    return `VAR _Ranked =
        ${last}
    RETURN
        ${found(`MAX ( '${table}'[${column}] )`, `'${table}'[Period end] = _Ranked`)}`;
  };
  return `VAR _End = [Period end]
VAR _Area = [Reading area]
VAR _Breakdown = [Reading breakdown]
VAR _Group = [Reading group]
VAR _OfBoard =
    ${latest("Board figures", ANY_PERIOD_OF_BOARD)}
VAR _OfGroup =
    ${latest("Breakdown figures", "KEEPFILTERS ( 'Breakdown figures'[Breakdown] = _Breakdown )", "KEEPFILTERS ( 'Breakdown figures'[Breakdown value] = _Group )")}
RETURN
    IF ( _Breakdown = "all" && _Group = "all", _OfBoard, _OfGroup )`;
}

/**
 * England, region and neighbours beside the own figure, and each area of the list of compared
 * areas.
 */
export const comparatorMeasures: readonly Measure[] = [
  {
    ...figure,
    name: "England",
    description:
      "Figure of England, the latest at or before the period shown. Counts are not compared.",
    dax: compared(VALUE, "[Period end]", role("england")),
  },
  {
    ...figure,
    name: "Region",
    description: "Figure of the region, the latest at or before the period shown.",
    dax: compared(VALUE, "[Period end]", role("region")),
  },
  {
    ...figure,
    name: "Neighbours (mean)",
    description:
      "Mean of the statistical neighbours' figures, as the official interactive tool has it.",
    dax: compared(VALUE, "[Period end]", ...average("mean")),
  },
  {
    ...figure,
    name: "Neighbours (as printed)",
    description: "The neighbours' average as a board's sheet prints it.",
    dax: compared(VALUE, "[Period end]", ...average("published")),
  },
  {
    ...figure,
    name: "Neighbours (median)",
    description: "Median of the statistical neighbours' figures.",
    dax: compared(VALUE, "[Period end]", ...average("median")),
  },
  {
    ...figure,
    name: "Neighbours (pooled)",
    description: "The neighbours' numerators added up over their denominators added up.",
    dax: compared(VALUE, "[Period end]", ...average("pooled")),
  },
  {
    name: "Neighbours counted",
    folder: "Comparison",
    format: WHOLE,
    description: "How many neighbours had a figure for the mean.",
    dax: compared(
      "MAX ( 'Comparator figures'[Areas in average] )",
      "[Period end]",
      ...average("mean"),
    ),
  },
  period("England", "the figure of England", role("england")),
  period("Region", "the figure of the region", role("region")),
  {
    name: "Neighbours method",
    folder: "Comparison",
    text: true,
    description: "mean, or published where the neighbours' average is what a sheet prints.",
    dax: `VAR _Mean = [Neighbours (mean)]
RETURN
    SWITCH (
        TRUE (),
        NOT ISBLANK ( _Mean ), "mean",
        NOT ISBLANK ( [Neighbours (as printed)] ), "published"
    )`,
  },
  {
    ...figure,
    name: "Neighbours",
    description:
      "Mean of the statistical neighbours' figures; where there is none, their average as a sheet prints it.",
    dax: "COALESCE ( [Neighbours (mean)], [Neighbours (as printed)] )",
  },
  period("Neighbours (mean)", "the neighbours' mean", ...average("mean")),
  period("Neighbours (as printed)", "the neighbours' average of a sheet", ...average("published")),
  {
    name: "Neighbours period",
    folder: "Comparison",
    text: true,
    description: "The period that the neighbours' average is of, in words.",
    dax: `IF (
    [Neighbours method] = "published",
    [Neighbours (as printed) period],
    [Neighbours (mean) period]
)`,
  },
  {
    ...figure,
    name: "Difference from England",
    formatDax: CHANGE_FORMAT,
    description: "The figure less England's.",
    dax: `VAR _Own = [Value]
VAR _Other = [England]
RETURN
    IF ( NOT ISBLANK ( _Own ) && NOT ISBLANK ( _Other ), _Own - _Other )`,
  },
  {
    ...figure,
    name: "Comparator value",
    hidden: true,
    description: "Figure of the comparators in view.",
    dax: compared(VALUE, "[Period end]"),
  },
  {
    ...figure,
    name: "Comparator previous value",
    hidden: true,
    description: "Figure before of the comparators in view.",
    dax: compared(VALUE, "[Previous period end]"),
  },
  {
    name: "Comparator areas",
    folder: "Comparison",
    hidden: true,
    format: WHOLE,
    description: "Areas in the averages in view.",
    dax: compared("MAX ( 'Comparator figures'[Areas in average] )", "[Period end]"),
  },
  {
    ...figure,
    name: "Compared value",
    description: "Figure of each area of the list of compared areas, own area included.",
    dax: forEach("[Value]", "[Comparator value]"),
  },
  {
    ...figure,
    name: "Compared previous value",
    description: "Figure before of each area of the list of compared areas.",
    dax: forEach("[Previous value]", "[Comparator previous value]"),
  },
  {
    name: "Compared areas counted",
    folder: "Comparison",
    format: WHOLE,
    description: "How many areas had a figure, for averages in the list of compared areas.",
    dax: forEach("BLANK ()", "[Comparator areas]"),
  },
  {
    name: "Comparator period",
    folder: "Comparison",
    hidden: true,
    text: true,
    description: "The period that the comparators in view are of, in words.",
    dax: compared(PERIOD, "[Period end]"),
  },
  {
    name: "Compared period",
    folder: "Comparison",
    text: true,
    description: "The period that the figure of each area of the list is of, in words.",
    dax: forEach("[Period shown]", "[Comparator period]"),
  },
  {
    name: "Compared status",
    folder: "Comparison",
    text: true,
    description:
      "ok where an area of the list has a figure; the own area's words where it has none.",
    dax: forEach("[Data status]", 'IF ( NOT ISBLANK ( [Comparator value] ), "ok" )'),
  },
  ...(["Rank", "Rank of", "Quartile band"] as const).map((column): Measure => ({
    name:
      column === "Quartile band"
        ? "Quartile"
        : column === "Rank of"
          ? "Areas ranked"
          : "Rank among authorities",
    folder: "Comparison",
    format: WHOLE,
    description: {
      Rank: "Rank of the latest published figure among authorities, 1 is best.",
      "Rank of": "How many authorities were ranked.",
      "Quartile band": "1 (best) to 4.",
    }[column],
    dax: ranked(column),
  })),
];

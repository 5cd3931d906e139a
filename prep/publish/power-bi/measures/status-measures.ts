import { RATING_COLOURS } from "../report/theme";
import { polarityDax } from "./chosen-board";
import type { Measure } from "../model/model";
import { CHANGE_FORMAT, WHOLE } from "./formats";

const choice = (cases: readonly (readonly [string, string])[], otherwise: string): string =>
  cases.map(([word, result]) => `"${word}", ${result}`).join(", ") + `, ${otherwise}`;

const count = (name: string, description: string, test: string): Measure => ({
  name,
  folder: "Counts",
  description,
  format: WHOLE,
  dax: `COALESCE ( COUNTROWS ( FILTER ( VALUES ( Indicator[Indicator id] ), ${test} ) ), 0 )`,
});

const gapMeasure = (isOfBoards: boolean): Measure => ({
  name: "Gap to target",
  folder: "Target",
  description: "Distance from the target; positive is better than the target.",
  formatDax: CHANGE_FORMAT,
  dax: `VAR _Given = [Given gap]
VAR _Value = [Value]
VAR _Target = [Target]
VAR _Sign = SWITCH ( ${polarityDax(isOfBoards)}, "higher", 1, "lower", -1 )
RETURN
    SWITCH (
        TRUE (),
        NOT ISBLANK ( _Given ), _Given,
        NOT ISBLANK ( _Value ) && NOT ISBLANK ( _Target ) && NOT ISBLANK ( _Sign ), ( _Value - _Target ) * _Sign
    )`,
});

const measures: readonly Measure[] = [
  {
    name: "Rating",
    folder: "Target",
    description:
      "met, near, missed or not_rated, as the data preparation rated the figure by its rule. Blank outside the KPIs.",
    text: true,
    dax: 'IF ( NOT ISBLANK ( [Given status] ), COALESCE ( [Given rating], "not_rated" ) )',
  },
  {
    name: "Rating or reason",
    folder: "Reading",
    hidden: true,
    description: "The rating, or the code of why there is none: what the scorecard draws.",
    text: true,
    dax: `VAR _Rating = [Rating]
RETURN
    IF ( _Rating = "not_rated", COALESCE ( [Rating reason], _Rating ), _Rating )`,
  },
  {
    name: "Strict target",
    folder: "Reading",
    hidden: true,
    description: "A target that itself does not do, with its sign; blank for others.",
    text: true,
    dax: `VAR _Words = [Target in words]
RETURN
    IF ( LEFT ( _Words, 1 ) IN { "<", ">" }, _Words )`,
  },
  {
    name: "Status against the end",
    folder: "Target",
    description: "How the figure compares with the last of its dated targets, and what that is.",
    text: true,
    dax: `VAR _End = [End target]
VAR _Word = SWITCH ( [Rating against the end], "met", "Met", "near", "Near", "missed", "Missed", "Not rated" )
RETURN
    IF ( NOT ISBLANK ( _End ), _Word & ": " & [End target in words] & " by " & FORMAT ( [End target by], "d mmm yyyy" ) )`,
  },
  {
    name: "Status",
    folder: "Target",
    description:
      "Met, Near, Missed or Not rated; where there is no figure, why. Never blank for a KPI that is there.",
    text: true,
    dax: `VAR _Rating = [Rating]
VAR _Code = [Given status]
RETURN
    SWITCH (
        TRUE (),
        ISBLANK ( _Rating ), BLANK (),
        _Code <> "ok", [Data status],
        SWITCH ( _Rating, ${choice(
          [
            ["met", '"Met"'],
            ["near", '"Near"'],
            ["missed", '"Missed"'],
          ],
          '"Not rated"',
        )} )
    )`,
  },
  {
    name: "Data status",
    folder: "Value",
    description:
      "ok, or the words that say why there is no figure. Never blank for a KPI that is there.",
    text: true,
    dax: `VAR _Code = [Given status]
RETURN
    SWITCH (
        TRUE (),
        ISBLANK ( _Code ), BLANK (),
        _Code = "ok", "ok",
        COALESCE ( [Given status words], SUBSTITUTE ( _Code, "_", " " ) )
    )`,
  },
  {
    name: "Status colour",
    folder: "Target",
    description: "Colour of the rating, for conditional formatting; always beside the word.",
    text: true,
    dax: `IF ( NOT ISBLANK ( [Rating] ), SWITCH ( [Rating], ${choice(
      Object.entries(RATING_COLOURS)
        .filter(([rating]) => rating !== "not_rated")
        .map(([rating, colour]) => [rating, `"${colour}"`]),
      `"${RATING_COLOURS.not_rated}"`,
    )} ) )`,
  },
  {
    name: "Status order",
    folder: "Target",
    description: "Order of the ratings, the missed first.",
    format: WHOLE,
    dax: `IF ( NOT ISBLANK ( [Rating] ), SWITCH ( [Rating], ${choice(
      [
        ["missed", "1"],
        ["near", "2"],
        ["met", "3"],
      ],
      "4",
    )} ) )`,
  },
  {
    name: "Past due",
    folder: "Period",
    description: "past due where the next figure should be there by now.",
    text: true,
    dax: `VAR _Due = [Next due]
RETURN
    IF ( NOT ISBLANK ( _Due ) && _Due < TODAY (), "past due" )`,
  },
  {
    name: "Exception",
    folder: "Target",
    description: "1 for a KPI that missed its target, or is rated and worsening.",
    format: WHOLE,
    dax: `IF ( [Given rating] = "missed" || ( [Given judgement] = "worsening" && [Given rating] IN { "met", "near" } ), 1 )`,
  },
  {
    name: "Worsening without rating",
    folder: "Target",
    description: "1 for a KPI that is worsening and has no rating against a target: no exception.",
    format: WHOLE,
    dax: `IF ( [Given judgement] = "worsening" && NOT ( [Given rating] IN { "met", "near", "missed" } ), 1 )`,
  },
  count("KPIs", "KPIs that there are rows for.", "NOT ISBLANK ( [Rating] )"),
  count("KPIs met", "KPIs that met their target.", `[Rating] = "met"`),
  count("KPIs near", "KPIs near their target.", `[Rating] = "near"`),
  count("KPIs missed", "KPIs that missed their target.", `[Rating] = "missed"`),
  count(
    "KPIs not rated",
    "KPIs with a figure and no rating.",
    `[Rating] = "not_rated" && [Given status] = "ok"`,
  ),
  count(
    "KPIs without data",
    "KPIs without a figure.",
    `NOT ISBLANK ( [Rating] ) && [Given status] <> "ok"`,
  ),
  count(
    "Exceptions",
    "KPIs that missed their target, or are rated and worsening.",
    "[Exception] = 1",
  ),
  {
    name: "Last refreshed",
    folder: "Period",
    description: "When the data were read into this report.",
    format: "dd mmm yyyy hh:nn",
    dax: "MAX ( 'Key measures'[Refreshed] )",
  },
  {
    name: "KPI refreshed",
    folder: "Reading",
    hidden: true,
    description:
      "When the data were read, for KPIs that there are rows for: blank elsewhere, so that no row appears for its sake.",
    format: "dd mmm yyyy hh:nn",
    dax: "IF ( NOT ISBLANK ( [Given status] ), [Last refreshed] )",
  },
];

/** Rating against the target, in words first and in colour second, and how many KPIs have each. */
export const statusMeasures = (isOfBoards: boolean): readonly Measure[] => [
  gapMeasure(isOfBoards),
  ...measures,
];

import { column, columns, INDICATOR, measure, measures } from "./fields";
import {
  bars,
  cards,
  figureSlicers,
  HEIGHT,
  lines,
  MARGIN,
  page,
  slicers,
  table,
  TOP,
  WIDTH,
  words,
} from "./parts";
import { scorecardVisual } from "./scorecard-visual";
import type { View } from "./scorecard-visual";
import type { Page, Place, Visual } from "./report";

const FULL = WIDTH - 2 * MARGIN;
const REST: Place = [MARGIN, TOP, FULL, HEIGHT - TOP - MARGIN];
const TOOLTIP = "tooltip";

const statusColour = { of: measure("Status"), by: measure("Status colour") };
const nativeColumns = [
  column("Indicator", "Section"),
  INDICATOR,
  ...measures(
    "Value",
    "Period shown",
    "Direction",
    "Target",
    "Status",
    "England",
    "Region",
    "Neighbours (mean)",
  ),
];
const nativeScorecard = (id: string, title: string, place: Place): Visual =>
  table(id, title, place, nativeColumns, { colour: statusColour, tooltip: TOOLTIP });

const pick = slicers(INDICATOR);

/** Pages over the figures. `guid` is the embedded visual's; null where there is none: then native visuals stand in its place. */
export function figurePages(guid: string | null): Page[] {
  const ours = (
    view: View,
    place: Place,
    alt: string,
    instead: () => Visual,
    mobile?: Place,
  ): Visual =>
    guid === null
      ? { ...instead(), ...(mobile ? { mobile } : {}) }
      : scorecardVisual(guid, view, place, alt, mobile);
  const counts = measures(
    "KPIs met",
    "KPIs near",
    "KPIs missed",
    "KPIs not rated",
    "KPIs without data",
  );
  return [
    page("scorecard", "Scorecard", [
      ...figureSlicers,
      {
        ...cards("counts", "KPIs by rating", [560, 56, 704, 68], counts),
        mobile: [0, 0, 320, 120],
      },
      ours(
        "scorecard",
        REST,
        "Scorecard of all KPIs: value, target, status, direction and comparison",
        () => nativeScorecard("scorecard", "KPIs", REST),
        [0, 128, 320, 480],
      ),
    ]),
    page("cards", "Headlines", [
      ...figureSlicers,
      ours("cards", REST, "Headline KPIs as cards", () =>
        nativeScorecard("cards", "Headline KPIs", REST),
      ),
    ]),
    page("neighbours", "Neighbours", [
      ...pick,
      ours(
        "neighbours",
        [MARGIN, TOP, 760, HEIGHT - TOP - MARGIN],
        "One KPI for your area, its statistical neighbours, region and England, in order",
        () =>
          bars(
            "neighbours",
            "Your area and those it is compared with",
            [MARGIN, TOP, 760, HEIGHT - TOP - MARGIN],
            column("Compared area", "Compared area"),
            measures("Compared value"),
            { sort: { field: measure("Compared value"), direction: "Descending" } },
          ),
      ),
      table(
        "compared",
        "The figures",
        [792, TOP, 472, HEIGHT - TOP - MARGIN],
        [
          ...columns("Compared area", "Compared area", "Compared role"),
          ...measures("Compared value", "Compared areas counted"),
        ],
      ),
    ]),
    page("trend", "Trend", [
      ...pick,
      ours(
        "trend",
        [MARGIN, TOP, FULL, 320],
        "One KPI over time with its target and comparators",
        () =>
          lines(
            "trend",
            "Over time",
            [MARGIN, TOP, FULL, 320],
            column("KPI values", "Period end"),
            measures("Value", "Target", "England", "Neighbours (mean)"),
          ),
      ),
      table(
        "trend figures",
        "The figures",
        [MARGIN, TOP + 336, FULL, HEIGHT - TOP - 336 - MARGIN],
        [
          column("KPI values", "Period"),
          ...measures(
            "Value",
            "Numerator",
            "Denominator",
            "Target",
            "Status",
            "Direction",
            "Comparability note",
          ),
        ],
        { sort: { field: measure("Period end"), direction: "Descending" } },
      ),
    ]),
    page("data-book", "Data book", [
      ...slicers(INDICATOR, column("KPI values", "Breakdown"), column("KPI values", "Frequency")),
      table(
        "figures",
        "Every figure of what is chosen",
        REST,
        [
          INDICATOR,
          ...columns("KPI values", "Breakdown", "Breakdown value", "Period"),
          ...measures("Value", "Numerator", "Denominator", "Data status", "Comparability note"),
        ],
        { tooltip: TOOLTIP, sort: { field: INDICATOR, direction: "Ascending" } },
      ),
    ]),
    page("definitions", "Definitions", [
      words(
        "about",
        "What each KPI counts, out of what, and where it comes from. Percentages run from 0 to 100; blank is never zero; a figure that is not rated is not green.",
        [MARGIN, 56, FULL, 68],
      ),
      table(
        "definitions",
        "Definitions",
        REST,
        columns(
          "Indicator",
          "Indicator",
          "Unit",
          "Polarity",
          "Frequency",
          "Numerator",
          "Denominator",
          "Note",
          "Collection",
          "Published as",
        ),
      ),
    ]),
    page(
      "print",
      "Print (A4)",
      [
        table(
          "print",
          "KPIs",
          [MARGIN, 56, 762, 1000],
          [
            INDICATOR,
            ...measures("Value", "Period shown", "Direction", "Target", "Status", "England"),
          ],
          { colour: statusColour },
        ),
        words(
          "print note",
          "Native visuals only: prints and exports where custom visuals are blocked or not certified.",
          [MARGIN, 1064, 762, 44],
        ),
      ],
      { width: 794, height: 1123 },
    ),
    page(
      "kpi",
      "One KPI",
      [
        cards(
          "kpi figures",
          "Latest",
          [MARGIN, 56, FULL, 100],
          measures("Value", "Target", "Previous value", "England", "Neighbours (mean)"),
        ),
        lines(
          "kpi trend",
          "Over time",
          [MARGIN, 168, FULL, 300],
          column("KPI values", "Period end"),
          measures("Value", "Target", "England"),
        ),
        table(
          "kpi definition",
          "Definition",
          [MARGIN, 480, FULL, 224],
          [
            ...columns("Indicator", "Indicator", "Numerator", "Denominator", "Note"),
            ...measures("Status", "Rating reason", "As at", "Next due", "Past due"),
          ],
        ),
      ],
      { opens: { kind: "Drillthrough", by: [INDICATOR] } },
    ),
    page(
      TOOLTIP,
      "Tooltip",
      [
        table(
          "tooltip",
          "More",
          [4, 48, 392, 188],
          [INDICATOR, ...measures("Value", "Numerator", "Denominator", "Target", "As at")],
        ),
      ],
      { width: 400, height: 240, opens: { kind: "Tooltip", by: [] } },
    ),
  ];
}

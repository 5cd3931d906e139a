import { IN_ORDER } from "./board-choice";
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
import type { Shown, VisualView } from "./scorecard-visual";
import type { Page, Box, Visual } from "./report";

const FULL = WIDTH - 2 * MARGIN;
const REST: Box = [MARGIN, TOP, FULL, HEIGHT - TOP - MARGIN];
const TOOLTIP = "tooltip";

const statusColour = { of: measure("Status"), by: measure("Status colour") };
const nativeColumns = [
  column("Indicator", "Section"),
  INDICATOR,
  ...measures(
    "Value",
    "Period shown",
    "Direction",
    "Target in words",
    "Status",
    "England",
    "England period",
    "Region",
    "Neighbours (mean)",
    "Neighbours period",
    "Comparability note",
  ),
];
const nativeScorecard = (id: string, title: string, place: Box): Visual =>
  table(id, title, place, {
    fields: nativeColumns,
    colour: statusColour,
    tooltip: TOOLTIP,
    sort: IN_ORDER,
  });

const pick = slicers(INDICATOR);

const counts = measures(
  "KPIs met",
  "KPIs near",
  "KPIs missed",
  "KPIs not rated",
  "KPIs without data",
);

/** The packaged visual in one of its views, or the native one that stands in its place. */
type Ours = (view: VisualView, shown: Shown & { readonly instead: () => Visual }) => Visual;

/** Pages of the board show its KPIs; the filter pane lets readers see the others. */
const OF_BOARD = { only: column("Indicator", "On a board") };

const scorecardPage = (ours: Ours): Page =>
  page(
    "scorecard",
    "Scorecard",
    [
      ...figureSlicers,
      {
        ...cards("counts", "KPIs by rating", [560, 56, 704, 68], { fields: counts }),
        mobile: [0, 0, 320, 120],
      },
      ours("scorecard", {
        place: REST,
        alt: "Scorecard of all KPIs: value, target, status, direction and comparison",
        instead: () => nativeScorecard("scorecard", "KPIs", REST),
        mobile: [0, 128, 320, 480],
      }),
    ],
    OF_BOARD,
  );

const headlinesPage = (ours: Ours): Page =>
  page(
    "cards",
    "Headlines",
    [
      ...figureSlicers,
      ours("cards", {
        place: REST,
        alt: "Headline KPIs as cards",
        instead: () => nativeScorecard("cards", "Headline KPIs", REST),
      }),
    ],
    OF_BOARD,
  );

const neighboursPage = (ours: Ours): Page =>
  page("neighbours", "Neighbours", [
    ...pick,
    ours("neighbours", {
      place: [MARGIN, TOP, 760, HEIGHT - TOP - MARGIN],
      alt: "One KPI for your area, its statistical neighbours, region and England, in order",
      instead: () =>
        bars(
          "neighbours",
          "Your area and those it is compared with",
          [MARGIN, TOP, 760, HEIGHT - TOP - MARGIN],
          {
            category: column("Compared area", "Compared area"),
            values: measures("Compared value"),
            sort: { field: measure("Compared value"), direction: "Descending" },
          },
        ),
    }),
    table("compared", "The figures", [792, TOP, 472, HEIGHT - TOP - MARGIN], {
      fields: [
        column("Compared area", "Compared area"),
        ...measures("Compared as", "Compared value", "Compared period", "Compared areas counted"),
      ],
    }),
  ]);

/** One KPI of all areas of the build. */
const areasPage = (ours: Ours): Page => {
  const [width, height] = [760, HEIGHT - TOP - MARGIN];
  return page(
    "areas",
    "Areas side by side",
    [
      ...pick,
      ours("areas", {
        place: [MARGIN, TOP, width, height],
        alt: "One KPI of each area as bars, best first, with England and what covers the areas",
        instead: () =>
          bars("areas", "Each area", [MARGIN, TOP, width, height], {
            category: column("Area", "Area name"),
            values: measures("Value"),
            sort: { field: measure("Value"), direction: "Descending" },
          }),
      }),
      table("areas figures", "The figures", [792, TOP, 472, height], {
        fields: [
          column("Area", "Area name"),
          ...measures("Value", "Period shown", "Status", "England", "England period"),
        ],
      }),
    ],
    OF_BOARD,
  );
};

const trendPage = (ours: Ours): Page =>
  page("trend", "Trend", [
    ...pick,
    ours("trend", {
      place: [MARGIN, TOP, FULL, 320],
      alt: "One KPI over time with its target and comparators",
      instead: () =>
        lines("trend", "Over time", [MARGIN, TOP, FULL, 320], {
          category: column("KPI period", "Period end"),
          values: measures("Value", "Target", "England", "Neighbours"),
        }),
    }),
    table("trend figures", "The figures", [MARGIN, TOP + 336, FULL, HEIGHT - TOP - 336 - MARGIN], {
      fields: [
        ...columns("KPI period", "Period", "Period end"),
        ...measures(
          "Value",
          "Numerator",
          "Denominator",
          "Target in words",
          "Status",
          "Direction",
          "England",
          "Neighbours",
          "Comparability note",
        ),
      ],
      sort: { field: column("KPI period", "Period end"), direction: "Descending" },
    }),
  ]);

const dataBookPage = page("data-book", "Data book", [
  ...slicers(INDICATOR, column("Board figures", "Frequency in words")),
  table("figures", "Every figure of what is chosen", REST, {
    fields: [
      INDICATOR,
      column("Board figures", "Period"),
      ...measures("Value", "Numerator", "Denominator", "Data status", "Comparability note"),
    ],
    tooltip: TOOLTIP,
    sort: { field: INDICATOR, direction: "Ascending" },
  }),
]);

const breakdownsPage = page("breakdowns", "Breakdowns", [
  ...slicers(
    column("Date", "Academic year"),
    INDICATOR,
    column("Breakdown figures", "Breakdown name"),
    column("Board figures", "Frequency in words"),
  ),
  table("groups", "Figures of groups, all of the latest period in the dates chosen", REST, {
    fields: [
      INDICATOR,
      ...columns("Breakdown figures", "Breakdown name", "Group name"),
      ...measures(
        "Value",
        "Numerator",
        "Denominator",
        "Period shown",
        "Data status",
        "Comparability note",
      ),
    ],
    tooltip: TOOLTIP,
    sort: { field: INDICATOR, direction: "Ascending" },
  }),
]);

const definitionsPage = page("definitions", "Definitions", [
  words(
    "about",
    "What each KPI counts, out of what, and where it comes from. Percentages run from 0 to 100; blank is never zero; a figure that is not rated is not green.",
    [MARGIN, 56, FULL, 68],
  ),
  table("definitions", "Definitions", REST, {
    fields: columns(
      "Indicator",
      "Indicator",
      "Unit in words",
      "Polarity in words",
      "Frequency in words",
      "Numerator",
      "Denominator",
      "Note",
      "Collection",
      "Published as",
    ),
  }),
]);

const printPage = page(
  "print",
  "Print (A4)",
  [
    table("print", "KPIs", [MARGIN, 56, 762, 1000], {
      fields: [
        INDICATOR,
        ...measures(
          "Value",
          "Period shown",
          "Direction",
          "Target in words",
          "Status",
          "England",
          "England period",
        ),
      ],
      colour: statusColour,
      sort: IN_ORDER,
    }),
    words(
      "print note",
      "Native visuals only: prints and exports where custom visuals are blocked or not certified.",
      [MARGIN, 1064, 762, 44],
    ),
  ],
  { width: 794, height: 1123, ...OF_BOARD },
);

const kpiPage = page(
  "kpi",
  "One KPI",
  [
    cards("kpi figures", "Latest", [MARGIN, 56, FULL, 100], {
      fields: measures(
        "Value",
        "Period shown",
        "Target in words",
        "Previous value",
        "England",
        "England period",
        "Neighbours (mean)",
        "Neighbours period",
      ),
    }),
    lines("kpi trend", "Over time", [MARGIN, 168, FULL, 228], {
      category: column("KPI period", "Period end"),
      values: measures("Value", "Target", "England", "Neighbours"),
    }),
    table("kpi made", "How this figure was made", [MARGIN, 408, FULL, 152], {
      fields: [
        INDICATOR,
        ...measures(
          "Numerator",
          "Denominator",
          "Rows looked at",
          "Rows not counted",
          "Not counted because",
          "Comparability note",
          "Who is counted",
          "Area covered",
          "Origin",
          "Source of the figure",
        ),
      ],
    }),
    table("kpi definition", "Definition and rating", [MARGIN, 572, FULL, 132], {
      fields: [
        ...columns("Indicator", "Indicator", "Numerator", "Denominator", "Note"),
        ...measures(
          "Status",
          "Why not rated",
          "Rating profile",
          "As at",
          "Next due",
          "Past due",
          "Last refreshed",
        ),
      ],
    }),
  ],
  { opens: { kind: "Drillthrough", by: [INDICATOR] } },
);

const tooltipPage = page(
  TOOLTIP,
  "Tooltip",
  [
    table("tooltip", "More", [4, 48, 472, 148], {
      fields: [
        INDICATOR,
        ...measures("Value", "Numerator", "Denominator", "Target in words", "As at"),
      ],
    }),
  ],
  { width: 480, height: 200, opens: { kind: "Tooltip", by: [] } },
);

/**
 * Pages over the figures. `guid` is the embedded visual's; null where there is none: then native
 * visuals stand in its place. Of several areas one page has them side by side.
 */
export function figurePages(guid: string | null, isOfSeveral: boolean): Page[] {
  const ours: Ours = (view, { instead, ...shown }) => {
    if (guid !== null) return scorecardVisual(guid, view, shown);
    return { ...instead(), ...(shown.mobile ? { mobile: shown.mobile } : {}) };
  };
  return [
    scorecardPage(ours),
    headlinesPage(ours),
    neighboursPage(ours),
    ...(isOfSeveral ? [areasPage(ours)] : []),
    trendPage(ours),
    breakdownsPage,
    dataBookPage,
    definitionsPage,
    printPage,
    kpiPage,
    tooltipPage,
  ];
}

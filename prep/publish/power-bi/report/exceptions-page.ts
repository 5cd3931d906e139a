import { column, INDICATOR, measure, measures } from "./fields";
import { figureSlicers, HEIGHT, MARGIN, page, table, TOP, WIDTH } from "./parts";
import type { Page, Box } from "./report";

const FULL = WIDTH - 2 * MARGIN;
const UPPER = 376;
const LOWER = TOP + UPPER + MARGIN;
const upper: Box = [MARGIN, TOP, FULL, UPPER];
const lower: Box = [MARGIN, LOWER, FULL, HEIGHT - LOWER - MARGIN];

const colour = { of: measure("Status"), by: measure("Status colour") };
const sort = { field: measure("Exception order"), direction: "Ascending" } as const;

/**
 * What is missed or worsening, with owner, commentary and action, and apart from it what is
 * worsening without a target. Only where the star has the exceptions: builds for publishing have
 * not.
 */
export const exceptionsPage: { readonly needs: readonly string[]; readonly page: Page } = {
  needs: ["Board figures", "KPI exceptions"],
  page: page("exceptions", "Exceptions", [
    ...figureSlicers,
    table(
      "exceptions",
      "KPIs that missed their target or are worsening, the most severe first",
      upper,
      {
        fields: [
          INDICATOR,
          ...measures(
            "Value",
            "Period shown",
            "Target in words",
            "Gap to target",
            "Distance from target",
            "Status",
            "Direction",
            "Previous value",
            "How long so",
          ),
          column("Indicator", "Owner"),
          ...measures(
            ...["Commentary shown", "Action shown", "Due date shown", "Progress shown"],
            "Comparability note",
          ),
        ],
        colour,
        tooltip: "tooltip",
        only: measure("Exception"),
        sort,
      },
    ),
    table("not rated", "Worsening, with no rating against a target: no exceptions", lower, {
      fields: [
        INDICATOR,
        ...measures(
          "Value",
          "Period shown",
          "Direction",
          "Previous value",
          "How long so",
          "Why not rated",
        ),
        column("Indicator", "Owner"),
        ...measures("Commentary shown", "Action shown"),
      ],
      tooltip: "tooltip",
      only: measure("Worsening without rating"),
      sort,
    }),
  ]),
};

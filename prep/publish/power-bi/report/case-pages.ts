import { column, columns, INDICATOR, measure, measures } from "./fields";
import { bars, cards, HEIGHT, lines, MARGIN, page, slicers, table, TOP, WIDTH } from "./parts";
import type { Page, Box } from "./report";

const FULL = WIDTH - 2 * MARGIN;
const HALF = (FULL - MARGIN) / 2;
const LOWER = TOP + 112;
/** Height of what stands below the figures: how they were made. */
const MADE = 144;
const TALL = HEIGHT - LOWER - MARGIN - MADE - MARGIN;
/** Height of a visual that begins below the slicers. */
const WHOLE = HEIGHT - TOP - MARGIN - MADE - MARGIN;
const strip: Box = [MARGIN, TOP, FULL, 100];
const left: Box = [MARGIN, LOWER, HALF, TALL];
const right: Box = [MARGIN + HALF + MARGIN, LOWER, HALF, TALL];

/** The same on the page of the data checks, which has nothing below them. */
const tallLeft: Box = [MARGIN, LOWER, HALF, HEIGHT - LOWER - MARGIN];
const tallRight: Box = [MARGIN + HALF + MARGIN, LOWER, HALF, HEIGHT - LOWER - MARGIN];

const month = column("Date", "Month");
const need = column("Need", "Need name");
const ageBand = column("Age band", "Age band");
const group = column("Setting group", "Setting group name");
const sex = column("Person", "Sex");
const byMonth = { sort: { field: month, direction: "Ascending" } } as const;
const year = column("Date", "Academic year");

/** Where a page of cases says how its figures were made. */
const MADE_PLACE: Box = [MARGIN, HEIGHT - MARGIN - MADE, FULL, MADE];

/**
 * A page of cases that says below its figures how they were made: of each indicator that its
 * measures agree with, how many rows were looked at, how many could not be counted and why, and from
 * which files. A page without such measures stays as it is.
 */
export function withCoverage(page: Page, indicators: ReadonlyMap<string, string>): Page {
  const shown = page.visuals.flatMap(({ roles }) => Object.values(roles).flat());
  const values = new Set(shown.flatMap(({ name }) => indicators.get(name) ?? []));
  if (values.size === 0) return page;
  const made = table(`${page.id} made`, "How these figures were made", MADE_PLACE, {
    fields: [
      INDICATOR,
      ...measures(
        "Value",
        "Period shown",
        "Rows looked at",
        "Rows not counted",
        "Not counted because",
        "Comparability note",
        "Source of the figure",
      ),
    ],
    kept: { field: column("Indicator", "Indicator id"), values: [...values].sort() },
  });
  return { ...page, visuals: [...page.visuals, made] };
}

/**
 * Pages over the cases by theme, with native visuals. A page is left out where the star lacks one
 * of the tables that it `needs`.
 */
export const casePages: readonly { readonly needs: readonly string[]; readonly page: Page }[] = [
  {
    needs: ["EHC requests", "Need", "Age band"],
    page: page("timeliness", "Timeliness", [
      // Need is known of plans issued alone: it would choose requests by how they ended.
      ...slicers(year, ageBand, column("Date received", "Academic year received")),
      cards("timeliness now", "In the dates chosen", strip, {
        fields: measures(
          "Requests received",
          "Decisions within 6 weeks (%)",
          "Plans issued",
          "Plans issued within 20 weeks (%)",
          "Plans issued within 20 weeks without exceptions (%)",
        ),
      }),
      lines("timeliness months", "Plans issued within 20 weeks, by month", left, {
        category: month,
        values: measures("Plans issued within 20 weeks (%)"),
        ...byMonth,
      }),
      table("timeliness needs", "By primary need at issue", right, {
        fields: [
          need,
          ...measures(
            "Plans issued",
            "Plans issued within 20 weeks (%)",
            "Plans issued within 20 weeks without exceptions (%)",
          ),
        ],
      }),
    ]),
  },
  {
    needs: ["EHC caseload", "Setting group", "Person"],
    page: page("plans", "Plans and placements", [
      ...slicers(year, ageBand, sex),
      cards("plans now", "On the latest day in view", strip, {
        fields: measures(
          "EHC caseload day",
          "Open plans",
          "In mainstream schools (%)",
          "In state-funded special schools (%)",
          "In independent and non-maintained special schools (%)",
          "Placed out of area (%)",
        ),
      }),
      bars("plans groups", "Open plans by placement group", left, {
        category: group,
        values: measures("Open plans"),
        sort: { field: measure("Open plans"), direction: "Descending" },
      }),
      table("plans years", "By academic year", right, {
        fields: [
          year,
          ...measures(
            "EHC caseload day",
            "Open plans",
            "In residential placements",
            "Awaiting provision",
            "Electively home educated",
          ),
        ],
      }),
    ]),
  },
  {
    needs: ["EHC caseload", "Annual reviews"],
    page: page("reviews", "Annual reviews", [
      // The rows of reviews know neither need nor age.
      ...slicers(year),
      cards("reviews now", "On the latest day in view", strip, {
        fields: measures(
          "EHC caseload day",
          "Reviewed in 12 months (%)",
          "Reviews overdue",
          "Reviews awaiting a decision",
          "Review decisions within 4 weeks (%)",
        ),
      }),
      lines("reviews months", "Review decisions within 4 weeks, by month of the meeting", left, {
        category: month,
        values: measures("Review decisions within 4 weeks (%)"),
        ...byMonth,
      }),
      table("reviews groups", "By placement group", right, {
        fields: [group, ...measures("Open plans", "Reviewed in 12 months (%)", "Reviews overdue")],
      }),
    ]),
  },
  {
    needs: ["EHC caseload", "Need"],
    page: page("needs", "Needs", [
      ...slicers(year, ageBand, sex),
      bars("needs now", "Open plans by primary need", [MARGIN, TOP, HALF, WHOLE], {
        category: need,
        values: measures("Open plans"),
        sort: { field: measure("Open plans"), direction: "Descending" },
      }),
      table(
        "needs years",
        "By need and academic year",
        [MARGIN + HALF + MARGIN, TOP, HALF, WHOLE],
        { fields: [need, year, ...measures("Open plans", "With a personal budget (%)")] },
      ),
    ]),
  },
  {
    needs: ["Attendance", "Need"],
    page: page("attendance", "Attendance", [
      ...slicers(year, need, column("Attendance", "SEN provision")),
      cards("attendance now", "In the terms chosen", strip, {
        fields: measures("Absence (%)", "Sessions missed"),
      }),
      lines("attendance terms", "Absence, by the month that the term ends in", left, {
        category: month,
        values: measures("Absence (%)"),
        ...byMonth,
      }),
      table("attendance groups", "By SEN provision and phase", right, {
        fields: [
          ...columns("Attendance", "SEN provision", "Phase"),
          ...measures("Absence (%)", "Sessions missed"),
        ],
      }),
    ]),
  },
  {
    needs: ["Suspensions", "Need"],
    page: page("suspensions", "Suspensions and exclusions", [
      ...slicers(year, need, column("Suspensions", "SEN provision")),
      cards("suspensions now", "In the terms chosen", strip, {
        fields: measures("Suspensions counted", "Permanent exclusions counted"),
      }),
      bars("suspensions reasons", "Suspensions by first reason", left, {
        category: column("Suspensions", "Reason"),
        values: measures("Suspensions counted"),
        sort: { field: measure("Suspensions counted"), direction: "Descending" },
      }),
      table("suspensions groups", "By SEN provision and phase", right, {
        fields: [
          ...columns("Suspensions", "SEN provision", "Phase"),
          ...measures("Suspensions counted", "Permanent exclusions counted"),
        ],
      }),
    ]),
  },
  {
    needs: ["Mental health referrals", "Mental health contacts", "Mental health person"],
    page: page("mental-health", "Mental health", [
      ...slicers(
        year,
        column("Mental health person", "Sex"),
        column("Mental health person", "Council of residence"),
      ),
      cards("mental health now", "In the dates chosen", strip, {
        fields: measures(
          "Mental health referrals received",
          "Mental health contacts attended",
          "Mental health contacts not attended (%)",
          "Seen directly within 4 weeks (%)",
        ),
      }),
      lines("mental health months", "Referrals received and contacts attended, by month", left, {
        category: month,
        values: measures("Mental health referrals received", "Mental health contacts attended"),
        ...byMonth,
      }),
      table("mental health providers", "By referral reason", right, {
        fields: [
          column("Mental health referrals", "Referral reason"),
          ...measures("Mental health referrals received", "Seen directly within 4 weeks (%)"),
        ],
      }),
    ]),
  },
  {
    needs: ["Finding", "Rows read"],
    page: page("data-quality", "Data quality", [
      ...slicers(
        column("Finding", "Severity"),
        column("Finding", "Module"),
        column("Finding", "Rule"),
      ),
      cards("quality now", "Rows of all files, and findings as chosen", strip, {
        fields: measures(
          "Rows given",
          "Rows used",
          "Rows turned away",
          "Findings",
          "Findings that are errors",
        ),
      }),
      table("quality rules", "By rule", tallLeft, {
        fields: [...columns("Finding", "Severity", "Rule", "Message"), ...measures("Findings")],
        sort: { field: measure("Findings"), direction: "Descending" },
      }),
      table("quality files", "Rows by file, all files", tallRight, {
        fields: [
          ...columns("Rows read", "File read", "Module read"),
          ...measures("Rows given", "Rows used", "Rows turned away"),
        ],
      }),
    ]),
  },
];

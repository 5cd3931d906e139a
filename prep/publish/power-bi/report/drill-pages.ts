import { column, columns, measure, measures } from "./fields";
import { HEIGHT, MARGIN, page, table, TOP, WIDTH } from "./parts";
import type { Page, Box } from "./report";

const REST: Box = [MARGIN, TOP, WIDTH - 2 * MARGIN, HEIGHT - TOP - MARGIN];

/** What a list of the rows behind a figure shows. */
interface Drill {
  readonly id: string;
  /** What the figure counts, and so by which date. */
  readonly name: string;
  readonly fact: string;
  readonly shown: readonly string[];
  /**
   * Measures over a row: of a count 1, of a share 100% where the row is in its numerator and 0%
   * where it is in the denominator alone. A row that none of them counts is not listed.
   */
  readonly counted: readonly string[];
  /** The count whose rows are listed, where the measures are not all of one set of rows. */
  readonly only?: string;
}

const drills: readonly Drill[] = [
  {
    id: "requests",
    name: "Behind: requests received",
    fact: "EHC requests",
    shown: ["Request key", "Request received", "Decision on request", "Decision date"],
    counted: ["Requests received"],
    only: "Requests received",
  },
  {
    id: "requests decided",
    name: "Behind: decisions on requests",
    fact: "EHC requests",
    shown: [
      "Request key",
      "Request received",
      "Decision on request",
      "Decision date",
      "Decision due",
    ],
    counted: ["Decisions on requests", "Decisions within 6 weeks (%)", "Requests refused (%)"],
    only: "Decisions on requests",
  },
  {
    id: "plans issued",
    name: "Behind: plans issued",
    fact: "EHC requests",
    shown: [
      "Request key",
      "Request received",
      "Assessment outcome",
      "Assessment outcome date",
      "Plan due",
    ],
    counted: [
      "Plans issued",
      "Plans issued within 20 weeks (%)",
      "Plans issued within 20 weeks without exceptions (%)",
    ],
    only: "Plans issued",
  },
  {
    id: "reviews decided",
    name: "Behind: review decisions",
    fact: "Annual reviews",
    shown: [
      "Review key",
      "Review meeting",
      "Review decision",
      "Review decision date",
      "Review decision due",
    ],
    counted: ["Review decisions within 4 weeks (%)"],
  },
];

const by = [
  column("Date", "Month"),
  column("Date", "Academic year"),
  column("Need", "Need name"),
  column("Age band", "Age band"),
];

/**
 * Pages that list the rows behind a figure, one for each date that figures are counted by: their
 * measures find the rows by that date. Neither need nor age is a column: a group of which too little
 * was read would be missing from the rows of the whole.
 */
export const drillPages: readonly { readonly needs: readonly string[]; readonly page: Page }[] =
  drills.map(({ id, name, fact, shown, counted, only }) => ({
    needs: [fact, "Need", "Age band"],
    page: page(
      id,
      name,
      [
        table(id, name, REST, {
          fields: [...columns(fact, ...shown), ...measures(...counted)],
          sort: { field: column(fact, shown[1]), direction: "Descending" },
          ...(only === undefined ? {} : { only: measure(only) }),
        }),
      ],
      { opens: { kind: "Drillthrough", by } },
    ),
  }));

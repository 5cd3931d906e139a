import { ratingProfiles } from "../kpi/rating-profile";
import { columnIds, type ColumnId } from "./column-ids";

/** One setting: its kind says how the pane shows it, `value` is the default and gives the type. */
export type Setting =
  | { readonly kind: "toggle"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number; readonly min: number; readonly max: number }
  | { readonly kind: "text"; readonly value: string; readonly rule?: true }
  | { readonly kind: "choice"; readonly value: string; readonly choices: readonly string[] }
  /**
   * A blank colour is the preset's; `rule` lets the author colour by a rule or a field, row by row,
   * and take a text from a measure.
   */
  | { readonly kind: "colour"; readonly value: ""; readonly rule?: true };

const toggle = (value: boolean) => ({ kind: "toggle", value }) as const;
const number = (value: number, min: number, max: number) =>
  ({ kind: "number", value, min, max }) as const;
const text = (value = "") => ({ kind: "text", value }) as const;
const choice = <const T extends readonly [string, ...string[]]>(choices: T) =>
  ({ kind: "choice", value: choices[0] as T[number], choices }) as const;
const colour = () => ({ kind: "colour", value: "" }) as const;

const HIDDEN_AT_FIRST: ReadonlySet<ColumnId> = new Set(["months", "gap", "owner", "commentary"]);

type ColumnSettings = Record<`${ColumnId}Show`, ReturnType<typeof toggle>> &
  Record<`${ColumnId}Heading`, ReturnType<typeof text>> &
  Record<`${ColumnId}Width` | `${ColumnId}Place`, ReturnType<typeof number>>;

/** For each column: shown or not, its heading, width (0: automatic) and place. */
const columns = Object.fromEntries(
  columnIds.flatMap((id, index) => [
    [`${id}Show`, toggle(!HIDDEN_AT_FIRST.has(id))],
    [`${id}Heading`, text()],
    [`${id}Width`, number(0, 0, 800)],
    [`${id}Place`, number(index + 1, 1, columnIds.length)],
  ]),
) as ColumnSettings;

/**
 * Every setting, once: the pane, the objects of capabilities.json, the defaults and the types are
 * all made from this table.
 */
export const settingsTable = {
  layout: {
    view: choice(["scorecard", "cards", "neighbours", "areas", "trend"]),
    readerSwitch: toggle(false),
    density: choice(["comfortable", "compact", "print"]),
    /** The page that a print shows where it takes several. */
    page: number(1, 1, 99),
    title: { kind: "text", value: "", rule: true } as const,
    summary: toggle(true),
    toolbar: toggle(true),
    sections: toggle(true),
    order: choice(["data", "furthest"]),
    exceptions: toggle(false),
    indicator: text(),
    multiples: toggle(false),
  },
  columns,
  status: {
    profile: {
      kind: "choice",
      value: "data",
      choices: ["data", ...ratingProfiles.map(({ id }) => id)],
    } as const,
    toleranceKind: choice(["none", "absolute", "percentage_points", "percent_of_target"]),
    toleranceAmount: number(0, 0, 1_000_000),
    polarity: choice(["neutral", "higher", "lower"]),
  },
  own: { good: text(), fair: text(), poor: text(), done: text(), none: text() },
  colours: {
    preset: choice(["standard", "safe", "nhs", "monochrome", "theme"]),
    met: colour(),
    near: colour(),
    missed: colour(),
    own: colour(),
    value: { kind: "colour", value: "", rule: true } as const,
    row: { kind: "colour", value: "", rule: true } as const,
  },
  comparators: {
    words: choice(["neighbours", "comparators"]),
    averageMethod: choice(["mean", "median", "pooled"]),
    englandName: text(),
    regionName: text(),
    ownName: text(),
  },
  direction: {
    base: choice(["automatic", "previous_period", "same_period_last_year", "baseline"]),
    judgedBy: choice(["automatic", "spc", "last_two", "off"]),
  },
  text: {
    size: number(13, 9, 24),
    family: choice(["Segoe UI", "Arial", "Verdana"]),
  },
  numbers: {
    secondary: toggle(true),
    fullScale: toggle(false),
    firstMonth: number(4, 1, 12),
    years: choice(["automatic", "academic", "financial"]),
  },
  trend: {
    chart: choice(["line", "xmr", "parts"]),
    bands: toggle(true),
    comparators: toggle(true),
    intervals: toggle(true),
    /** Points that the limits of a process come from; 0 for all. */
    baselinePoints: number(0, 0, 999),
    /** Periods from which limits are worked out anew, apart by commas. */
    steps: text(),
  },
  accessibility: {
    caption: text(),
    strongLines: toggle(false),
  },
} as const satisfies Record<string, Record<string, Setting>>;

type Value<S> = S extends { kind: "choice"; choices: readonly (infer C)[] }
  ? C
  : S extends { kind: "toggle" }
    ? boolean
    : S extends { kind: "number" }
      ? number
      : string;

/** The settings as read: `settings.layout.density` and so on. */
export type Settings = {
  readonly [Card in keyof typeof settingsTable]: {
    readonly [Name in keyof (typeof settingsTable)[Card]]: Value<
      (typeof settingsTable)[Card][Name]
    >;
  };
};

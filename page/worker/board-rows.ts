import type { BoardTableRow } from "../messages";
import { readersOf, type BoardReader } from "./several-boards";

/** A row of a table of the star: dates as ISO texts, null or undefined for "no value". */
export type StarRecord = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The tables that a board is drawn from. */
interface BoardTables {
  readonly board: readonly StarRecord[];
  /** Of everybody alone, not of groups. */
  readonly comparators: readonly StarRecord[];
  readonly indicators: readonly StarRecord[];
  readonly areas: readonly StarRecord[];
  readonly boardKpis?: readonly StarRecord[];
  readonly boardRatings?: readonly StarRecord[];
}

/** Figures of terms stand beside figures of terms only. */
const TERMLY: ReadonlySet<unknown> = new Set(["term", "half_term", "year_to_date"]);
const isAlike = (one: unknown, other: unknown): boolean =>
  one === other || !(TERMLY.has(one) || TERMLY.has(other));
/** Units of sizes: a large area has more of them, so that no area is held against another. */
const UNLIKE: ReadonlySet<unknown> = new Set(["count", "fte", "text"]);
const MOST_PERIODS = 36;

type Value = StarRecord[string];
const given = (value: Value): string | number | undefined =>
  value === null || value === "" || typeof value === "boolean" ? undefined : value;
const text = (value: Value): string => String(given(value) ?? "");

const byKey = (records: readonly StarRecord[], key: string): ReadonlyMap<string, StarRecord> =>
  new Map(records.map((record) => [text(record[key]), record]));

/** Columns of a figure that the visual takes as they are, by field well. */
const SAME: Readonly<Record<string, string>> = {
  period: "period_label",
  frequency: "frequency",
  areaRole: "area_role",
  method: "method",
  neighbourModel: "neighbour_model",
  value: "value",
  denominator: "denominator",
  target: "target",
  lower: "lower",
  upper: "upper",
  previous: "previous",
  ratingProfile: "rating_profile",
  textValue: "text_value",
  asAt: "as_at",
  nextDue: "next_due",
  areaCount: "area_count",
  comparability: "comparability",
  comparabilityNote: "comparability_note",
  cohort: "cohort_note",
};

/** Columns of an indicator that the visual takes as they are, by field well. */
const ABOUT: Readonly<Record<string, string>> = {
  lens: "lens",
  number: "sheet_reference",
  priority: "priority",
  owner: "owner",
  commentary: "commentary",
  action: "action",
  dueDate: "action_due",
  progress: "progress",
  baseline: "baseline",
  baselineDate: "baseline_date",
  subsection: "subsection",
  sort: "sort_order",
  unit: "unit",
  polarity: "polarity",
};

const taken = (record: StarRecord, columns: Readonly<Record<string, string>>): BoardTableRow =>
  Object.fromEntries(
    Object.entries(columns).map(([well, column]) => [well, given(record[column])]),
  );

/**
 * The rows of one indicator that are shown together: of the frequency that it is read at, the latest
 * periods. Counts are not compared.
 */
function shownRows(rows: readonly StarRecord[], about: StarRecord): StarRecord[] {
  const isOwn = (row: StarRecord): boolean => row.area_role === "own";
  const isCompared = !UNLIKE.has(about.unit);
  const frequency = given(about.figure_frequency) ?? rows[0].frequency;
  const ofFrequency = rows.filter((row) => row.frequency === frequency);
  const ends = [...new Set(ofFrequency.map((row) => text(row.period_end)))].sort();
  const shown = new Set(ends.slice(-MOST_PERIODS));
  return rows.filter((row) =>
    isOwn(row)
      ? row.frequency === frequency && shown.has(text(row.period_end))
      : isCompared && isAlike(row.frequency, frequency),
  );
}

const yesOf = (value: Value): string | undefined =>
  value === true || value === "true" ? "yes" : undefined;

/** The rating, or the code of why there is none. */
const ratingOf = ({ rating, rating_reason: reason }: StarRecord): string | number | undefined =>
  rating === "not_rated" ? (given(reason) ?? rating) : given(rating);

/** A target that itself does not do, with its sign; others need no words beside their number. */
const strictIn = (words: Value): string | undefined =>
  /^[<>]/.test(text(words)) ? text(words) : undefined;

/** The areas by code. */
interface Areas {
  readonly name: (code: Value) => string;
  readonly level: (code: Value) => string | undefined;
}

function rowOf(figure: StarRecord, about: StarRecord, areas: Areas): BoardTableRow {
  const definition = [about.numerator_definition, about.denominator_definition].map(text);
  return {
    ...taken(figure, SAME),
    ...taken(about, ABOUT),
    targetRule: strictIn(figure.target_words),
    rating: ratingOf(figure),
    headline: yesOf(about.headline),
    cumulative: yesOf(about.cumulative),
    indicator: text(about.indicator_name) || text(figure.indicator_id),
    section: text(about.section) || text(about.collection),
    definition: definition.filter(Boolean).join(" / ") || undefined,
    area: areas.name(figure.area_code),
    areaLevel: figure.area_role === "own" ? areas.level(figure.area_code) : undefined,
    forArea:
      figure.for_area_code === figure.area_code ? undefined : areas.name(figure.for_area_code),
    numerator: given(figure.denominator) === undefined ? undefined : given(figure.numerator),
    statusWords:
      given(figure.value) === undefined
        ? text(figure.status_text) || text(figure.status)
        : undefined,
  };
}

/** Whose rows a board has: figures and what is said of an indicator, as that board has them. */
type OnBoard = Pick<BoardReader, "about" | "rated" | "board">;

/** Of no board in particular: the KPIs of the first board that has them. */
const ofFirst = (indicators: readonly StarRecord[]): OnBoard => {
  const aboutOf = byKey(indicators, "indicator_id");
  const about = (id: string): StarRecord | null => {
    const one = aboutOf.get(id) ?? {};
    return String(one.on_board ?? true) === "true" ? one : null;
  };
  return { board: undefined, about, rated: (figure) => figure };
};

/**
 * The figures of everybody as rows of the visual by field well, cut to the periods that a scorecard
 * shows; where there is a board file, of its KPIs alone, and of several boards each in turn under
 * the board's name.
 */
export function tableRowsOf({
  board,
  comparators,
  indicators,
  areas,
  boardKpis = [],
  boardRatings = [],
}: BoardTables): BoardTableRow[] {
  const areaOf = byKey(areas, "area_code");
  const named: Areas = {
    name: (code) => text(areaOf.get(text(code))?.area_name) || text(code),
    level: (code) => text(areaOf.get(text(code))?.area_level) || undefined,
  };
  // Of several origins of a figure one is marked.
  const marked = board.filter((row) => row.is_shown !== 0);
  const byIndicator = new Map<string, StarRecord[]>();
  for (const row of [...marked, ...comparators]) {
    const id = text(row.indicator_id);
    const list = byIndicator.get(id);
    if (list) list.push(row);
    else byIndicator.set(id, [row]);
  }
  const asOwn = (row: StarRecord): StarRecord =>
    row.area_role === undefined ? { area_role: "own", for_area_code: row.area_code, ...row } : row;
  const boards = readersOf({ indicators, boardKpis, boardRatings });
  return (boards.length > 0 ? boards : [ofFirst(indicators)]).flatMap((one) =>
    [...byIndicator].flatMap(([id, rows]) => {
      const about = one.about(id);
      if (about === null) return [];
      return shownRows(rows.map(asOwn), about).map((row) => {
        const of = row.area_role === "own" ? one.rated(row) : row;
        return { ...rowOf(of, about, named), board: one.board };
      });
    }),
  );
}

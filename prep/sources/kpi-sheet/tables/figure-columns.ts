import { isPlainFigure, type Column, type Level } from "./columns";
import type { TableArea } from "./table-area";
import { cellText, isNumber, type Grid } from "./grid";
import { phrase } from "./fold";
import { isPartName, placeOf, type Place, type Places } from "./places";

/** A column of figures with what its headings add to the row. */
export interface FigureColumn extends Column {
  /** Name of the KPI, or of a part of it that the row's name is joined with; empty for none. */
  readonly measure: string;
  readonly section: string;
  readonly place: Place;
}

interface FigureColumns {
  readonly columns: readonly FigureColumn[];
  /** Columns with figures whose headings are not understood. */
  readonly unknown: readonly Column[];
}

interface FigureColumnsOptions {
  /** Whether the rows are KPIs; otherwise they are periods or areas, and columns are the KPIs. */
  readonly areRowsNamed: boolean;
  readonly places: Places;
  /** The KPI that the words above the table name; empty for none. */
  readonly title: string;
  /** Whether rows and columns are both parts of what the words above the table count. */
  readonly isMatrix: boolean;
}

/** The area of figures of which nothing says that they are a part's. */
export const WHOLE_AREA: Place = { authority: null, part: null };

/** Words that speak of something counted, not of an area. */
const MEASURE =
  /%|£|\b(?:numbers?|no|counts?|rate|average|mean|median|longest|shortest|waiting|waits?|received|issued|completed|referrals?|cases|plans|requests|pupils|children|open|closed|percent(?:age)?|proportion|weeks|days|months|hours|cost|overdue|within|reviews?|appeals?|absence|attendance|exclusions?|suspensions?|fte|vacanc(?:y|ies)|caseload|accepted|seen)\b/;

export const isMeasure = (words: string): boolean => MEASURE.test(words.toLowerCase());

const NONE: Level = { text: "", words: "" };
const said = ({ levels }: Column): Level[] => levels.filter(({ words }) => words !== "");
const lowest = (column: Column): Level =>
  column.levels.at(-1)?.words ? column.levels.at(-1)! : NONE;
const upper = ({ levels }: Column): Level =>
  levels.slice(0, -1).reduce((last, one) => (one.words === "" ? last : one), NONE);
const wordsOf = (column: Column): string =>
  said(column)
    .map(({ words }) => words)
    .join(" ");

function bodyOf(grid: Grid, area: TableArea, { at }: Column): { figures: boolean; words: boolean } {
  const cells = grid.rows.slice(area.headings + 1, area.end).map((row) => row[at] ?? null);
  return { figures: cells.some(isNumber), words: cells.some((cell) => cellText(cell) !== "") };
}

const COMPARATORS = new Set(["england", "region", "neighbours"]);
const isOwn = ({ kind }: Column): boolean => !COMPARATORS.has(kind ?? "") && kind !== "target";

const plain = (column: Column): FigureColumn => ({
  ...column,
  measure: "",
  section: "",
  place: WHOLE_AREA,
});

/**
 * The columns of figures of a table, and what their words mean where they are no period or kind.
 */
export function figureColumns(
  grid: Grid,
  area: TableArea,
  all: readonly Column[],
  { areRowsNamed, places, title, isMatrix }: FigureColumnsOptions,
): FigureColumns {
  const unlabelled = all.filter(({ label }) => label === null);
  const summaries = unlabelled.some(isOfPeriod) ? unlabelled.filter(isSummary) : [];
  const open = unlabelled.filter((column) => !summaries.includes(column));
  const understood = withNumerators(open).filter(
    (column) => isPlainFigure(column) && bodyOf(grid, area, column).words,
  );
  const others = open.filter(
    (column) => !isPlainFigure(column) && bodyOf(grid, area, column).words,
  );
  const named = others.filter(
    (column) =>
      column.text !== "" &&
      !column.isUnclear &&
      !isNumbered(column) &&
      bodyOf(grid, area, column).figures,
  );
  const read = areRowsNamed
    ? isMatrix
      ? { columns: partsOfTitle(named, places), unknown: [] }
      : partsOfNamedRows(named, understood, { places, comparators: open.filter(isCompared) })
    : { columns: measures(named, { title, comparators: open.filter(isCompared) }), unknown: [] };
  // Where columns are the KPIs, one that names none is of the only other, else of the title's.
  const only = !areRowsNamed && read.columns.length === 1 ? read.columns[0] : null;
  const ofTitle = (column: Column): FigureColumn => ({
    ...plain(column),
    measure: areRowsNamed ? "" : (only?.measure ?? title),
    section: only?.section ?? "",
  });
  return {
    columns: [...understood.map(ofTitle), ...read.columns].sort((a, b) => a.at - b.at),
    unknown: [
      ...read.unknown,
      ...summaries.filter((column) => bodyOf(grid, area, column).words),
      ...others.filter(
        (one) => !named.includes(one) && (one.text !== "" || bodyOf(grid, area, one).figures),
      ),
    ],
  };
}

/** Whether a heading numbers a period that is not understood, as `P7`: it names no area or measure. */
const isNumbered = (column: Column): boolean =>
  said(column).some(({ words }) =>
    /^(?:q(?:uarter|tr)?|p(?:eriod)?|m(?:th|onth)?|w(?:k|eek)?|t(?:erm)?|ht|cycle|wave|round)\.? ?\d{1,2}$/i.test(
      words.trim(),
    ),
  );

const isOfPeriod = ({ kind, period, part, year }: Column): boolean =>
  kind === "actual" ||
  ((kind === null || kind === "previous") && (period ?? part ?? year) !== null);

/** A mean or total of the figures beside it: of which period, nothing says. */
const isSummary = ({ kind, period, part, year, text }: Column): boolean =>
  [kind, period, part, year].every((one) => one === null) &&
  /^(?:(?:overall|grand|process|monthly|quarterly|annual|yearly|12 months?) )?(?:average|avg|av|mean|median|totals?|sum)(?: line)?$/.test(
    phrase(text),
  );

/** A column of a matrix is a part of what its title counts; a total is the row's own. */
const partsOfTitle = (named: readonly Column[], places: Places): FigureColumn[] =>
  named.map((column): FigureColumn => {
    const { part, authority } = placeOf(wordsOf(column), { ...places, names: ["any other"] });
    const isTotal = part === null && authority === null;
    return { ...plain(column), measure: isTotal || named.length === 1 ? "" : lowest(column).text };
  });

/** Rows are KPIs: words over figures are areas, or measures of each. */
function partsOfNamedRows(
  named: readonly Column[],
  understood: readonly Column[],
  { places, comparators }: { readonly places: Places; readonly comparators: readonly Column[] },
): FigureColumns {
  const words = [...new Set(named.filter(isOwn).map(wordsOf))];
  const hasPlain = understood.some((column) => isOwn(column) && column.kind !== "baseline");
  const isOurs = (column: Column): boolean => {
    // Beside columns of own figures a word is the authority's where a title names it too.
    const names = hasPlain && isOwn(column) ? [...words, "any other"] : words;
    const place = placeOf(wordsOf(column), { ...places, names });
    const isWhole = place.part === null && place.authority === null;
    return !isMeasure(wordsOf(column)) && (isWhole || isBesideCompared(column));
  };
  const outturns = named.filter(({ kind }) => kind === "actual");
  const areOne = new Set(outturns.map(wordsOf)).size === 1;
  // "Kenmoor outturn 2023-24" beside "England 2023-24" is the authority's.
  const isBesideCompared = (column: Column): boolean =>
    areOne &&
    outturns.includes(column) &&
    !isPartName(wordsOf(column)) &&
    timeOf(column) !== null &&
    comparators.some((one) => timeOf(one) === timeOf(column));
  if (hasPlain || words.length === 1) {
    const ours = named.filter(isOurs);
    return { columns: ours.map(plain), unknown: named.filter((one) => !ours.includes(one)) };
  }
  const isLowerMeasure = named.some((column) => isMeasure(lowest(column).text));
  // Localities over months: the lower heading names nothing, and the upper ones are places.
  const areUpperPlaces = named.some(
    (column) => lowest(column) === NONE && isPartName(upper(column).text),
  );
  const isUpper = (column: Column): boolean =>
    isLowerMeasure || (areUpperPlaces && lowest(column) === NONE);
  const areaOf = (column: Column): Level => (isUpper(column) ? upper(column) : lowest(column));
  const areas = [...new Set(named.map((column) => areaOf(column).text))].filter(
    (one) => one !== "",
  );
  return {
    columns: named.map((column): FigureColumn => {
      const area = areaOf(column).text;
      return {
        ...column,
        measure: (isUpper(column) ? lowest(column) : upper(column)).text,
        section: "",
        place: area === "" ? WHOLE_AREA : placeOf(area, { ...places, names: areas }),
      };
    }),
    unknown: [],
  };
}

/**
 * Rows are periods or areas: words over figures are the KPI, an upper heading its section. Lower
 * headings that stand under several upper ones, such as "Number", are told apart by those.
 */
function measures(
  named: readonly Column[],
  { title, comparators }: { readonly title: string; readonly comparators: readonly Column[] },
): FigureColumn[] {
  // A lower heading such as "Actual" or "Target" says which figure it is, and names none.
  const lower = (column: Column): string =>
    column.kind !== null && lowest(column) === NONE ? "" : (column.levels.at(-1)?.text ?? "");
  const isRepeated = (column: Column): boolean =>
    named.some((one) => one !== column && phrase(lower(one)) === phrase(lower(column)));
  const own = ownArea(named, comparators);
  return named.map((column): FigureColumn => {
    const [low, high] = [lower(column), upper(column).text];
    const isOnlyOfName = !named.some((one) => one !== column && upper(one).text === high);
    const whole = { ...column, section: "", place: WHOLE_AREA };
    if (own !== null && lowest(column).words === own && (high !== "" || title !== ""))
      return { ...whole, measure: high === "" ? title : high };
    // A lower heading of a unit, such as "%", names no KPI unless it tells two apart.
    if (lowest(column) === NONE && column.unit !== null && high !== "" && isOnlyOfName)
      return { ...whole, measure: high };
    const isJoined = high !== "" && (isRepeated(column) || lowest(column) === NONE);
    return {
      ...whole,
      measure: isJoined ? [high, low].filter((one) => one !== "").join(" - ") : low,
      section: isJoined ? "" : high,
    };
  });
}

const timeOf = ({ period, part, year }: Column): string | null =>
  (period ?? part ?? year) === null ? null : JSON.stringify([period?.label, part, year?.first]);

const isCompared = ({ kind }: Column): boolean => COMPARATORS.has(kind ?? "");

/**
 * The words of the authority over its columns: the only ones that name no measure, under each upper
 * heading beside England or another comparator. Null where there are none such.
 */
function ownArea(named: readonly Column[], comparators: readonly Column[]): string | null {
  const own = named.filter((column) => !isCompared(column) && column.kind === null);
  const words = new Set(own.map((column) => lowest(column).words));
  const [only = ""] = words;
  const isBeside = (column: Column): boolean =>
    comparators.some((one) => upper(one).text === upper(column).text);
  return words.size === 1 && only !== "" && !isMeasure(only) && own.every(isBeside) ? only : null;
}

/** A count beside a denominator is what was counted out of it. */
const withNumerators = (columns: readonly Column[]): readonly Column[] =>
  columns.some(({ kind }) => kind === "denominator")
    ? columns.map((one) =>
        one.unit === "count" && one.kind === null && one.period === null && one.part === null
          ? { ...one, kind: "numerator" as const }
          : one,
      )
    : columns;

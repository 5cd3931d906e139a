import type { CountedAs, MeasureRelations } from "../../indicators/counted-as";
import type { KpiValueRow } from "../../star/kpi-value-row";
import { publishedComparisons, type Treated } from "./comparisons";
import { figureParts, rollDays } from "./figure-parts";
import type { HiddenFigure, HiddenReason } from "./hidden-figure";
import { protectionOf, type DisclosureRules } from "./profile";
import type { KnownFigure } from "./known-figure";
import type { LinearSolver } from "./linear-program";
import { protect } from "./protect";
import { publishedRow, suppressedRow } from "./published-figure";
import type { ReleasedTables } from "./released-figures";
import { figureTables, type MadeOf } from "./figure-tables";

/** What is known of how figures are made. */
export interface FigureKnowledge {
  /**
   * By indicator. Others are known by their rows alone: nobody has said which sums they are in, so
   * that counted ones are hidden unless the rules say otherwise.
   */
  readonly countedAs: ReadonlyMap<string, CountedAs>;
  readonly relations: MeasureRelations;
  /** Breakdowns of many small groups, by indicator: they are for the council itself. */
  readonly internal: ReadonlyMap<string, readonly string[]>;
}

interface PublishOptions extends FigureKnowledge {
  readonly rules: DisclosureRules;
  /** Unit of each indicator. */
  readonly units: ReadonlyMap<string, string>;
  readonly solver: LinearSolver;
  /** What was released before. */
  readonly known?: readonly KnownFigure[];
}

interface PublishedRows {
  /** All rows, in their order; what may not be published is `suppressed` and empty. */
  readonly rows: readonly KpiValueRow[];
  readonly hidden: readonly HiddenFigure[];
  /** The figures as cells, to tell what is released of them. */
  readonly released: ReleasedTables;
}

const sameFigure = ({
  indicator_id,
  area_code,
  frequency,
  period_end,
  breakdown,
  breakdown_value,
}: KpiValueRow): string =>
  [indicator_id, area_code, frequency, period_end, breakdown, breakdown_value].join(" ");

/** Reasons that lie in a row itself, whatever the others are. */
function ownReason(
  { row, parts: { kind } }: MadeOf,
  isWatched: boolean,
  { threshold, showZeros, centilePeople, showUnchecked }: DisclosureRules,
): HiddenReason | null {
  const isSmall = (value: number | null): boolean =>
    value !== null && ((value > 0 && value < threshold) || (value === 0 && !showZeros));
  if (
    row.method === "kpi_sheet" &&
    Number.isInteger(row.secondary_value) &&
    isSmall(row.secondary_value)
  )
    return "small";
  if (
    (kind === "unchecked" || !isWatched) &&
    row.method !== "published" &&
    row.value !== null &&
    !showUnchecked
  )
    return "unchecked";
  if (kind === "extreme" && row.value !== null) return "one_person";
  if (kind === "centile" && row.value !== null && (row.denominator ?? 0) < centilePeople)
    return "few_people";
  return null;
}

/** Why a figure is hidden that others would give away or that gives others away. */
function relatedReason({ row, parts }: MadeOf, { threshold }: DisclosureRules): HiddenReason {
  const left = (row.denominator ?? 0) - (row.numerator ?? 0);
  return parts.kind === "share" && left > 0 && left < threshold ? "all_but_few" : "secondary";
}

/** Places of authorities and of boards among those of figures, by their codes. */
const [OF_AUTHORITY, OF_BOARD] = [/^\d{3} /, /^Q\w\w /];

/**
 * Whether a figure is of a board around an authority, or the other way round: they share most of
 * their people, and what one has beyond the other could be a few. What was released before counts
 * where it is of the same measure.
 */
function overlapping(
  own: readonly MadeOf[],
  known: readonly KnownFigure[],
): (made: MadeOf) => boolean {
  const hasAuthority = own.some(({ row }) => row.area_code_type === "authority");
  const shown = known.filter(({ range }) => range !== null);
  const released = (of: RegExp): ReadonlySet<string> =>
    new Set(shown.filter(({ place }) => of.test(place)).map(({ measure }) => measure));
  const [ofAuthorities, ofBoards] = [released(OF_AUTHORITY), released(OF_BOARD)];
  const counts = ({ parts }: MadeOf, measures: ReadonlySet<string>): boolean =>
    [parts.numerator, parts.denominator].some((part) => part && measures.has(part.measure));
  return (made) =>
    made.row.area_code_type === "ods"
      ? hasAuthority || counts(made, ofAuthorities)
      : made.row.area_code_type === "authority" && counts(made, ofBoards);
}

/** The own figures among rows, with what they are made of. */
export function ownFigures(
  rows: readonly KpiValueRow[],
  countedAs: FigureKnowledge["countedAs"],
  units: PublishOptions["units"],
): MadeOf[] {
  const rolls = rollDays(rows);
  return rows
    .filter(
      ({ area_role, value, status }) =>
        area_role === "own" && (value !== null || status === "not_applicable"),
    )
    .map((row) => ({
      row,
      parts: figureParts(
        row,
        countedAs.get(row.indicator_id),
        units.get(row.indicator_id) ?? "",
        rolls,
      ),
    }));
}

/**
 * Own figures made safe to publish by the rules: small numbers are hidden, and with them every
 * figure from which one could be worked out by sums over groups,
 * periods and indicators; what is left is rounded. Figures of other areas are published already and
 * stay.
 */
export function publishRows(
  rows: readonly KpiValueRow[],
  { countedAs, relations, rules, units, solver, known = [] }: PublishOptions,
): PublishedRows {
  const unitOf = ({ indicator_id }: KpiValueRow): string => units.get(indicator_id) ?? "";
  const own = ownFigures(rows, countedAs, units);
  const isOverlapping = overlapping(own, known);
  const { tables, cellsOf, keys } = figureTables(own, relations, rules, { known, offered: [] });
  const { hidden: hiddenCells, narrow } = protect(tables, protectionOf(rules), solver);
  const narrowCells = new Set(narrow);

  const reasons = new Map<KpiValueRow, HiddenReason>();
  own.forEach((made, i) => {
    const { row } = made;
    const cells = cellsOf[i].filter((cell) => cell >= 0);
    const isWatched =
      (row.method !== "counted" || countedAs.has(row.indicator_id)) && !isOverlapping(made);
    const reason = cells.some((cell) => tables.cells[cell].sensitive)
      ? "small"
      : cells.some((cell) => hiddenCells[cell])
        ? relatedReason(made, rules)
        : ownReason(made, isWatched, rules);
    if (reason !== null) reasons.set(row, reason);
  });
  const hiddenFigures = new Set([...reasons.keys()].map(sameFigure));
  for (const { row } of own)
    if (!reasons.has(row) && row.method === "published" && hiddenFigures.has(sameFigure(row)))
      reasons.set(row, "with_counted");

  const cellsByRow = new Map(own.map(({ row }, i) => [row, cellsOf[i]]));
  const kinds = new Map(own.map(({ row, parts }) => [row, parts.kind]));
  const treated = rows.map((before): Treated => {
    const hidden = reasons.has(before);
    const after = hidden
      ? suppressedRow(before)
      : kinds.has(before)
        ? publishedRow(before, unitOf(before), kinds.get(before) === "count", rules)
        : before;
    return { before, after, hidden };
  });
  const { rows: published, lost } = publishedComparisons(treated);
  return {
    rows: published,
    hidden: [
      ...[...reasons].map(([row, reason]) => ({
        row,
        reason,
        isNarrow: cellsByRow.get(row)?.some((cell) => narrowCells.has(cell)),
      })),
      ...lost.map((row): HiddenFigure => ({ row, reason: "comparison" })),
    ],
    released: { tables, keys, cellsOf: rows.map((row) => cellsByRow.get(row) ?? null) },
  };
}

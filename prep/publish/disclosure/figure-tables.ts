import type { MeasureParts, MeasureRelations } from "../../indicators/counted-as";
import type { KpiValueRow } from "../../star/kpi-value-row";
import type { FigureParts, PartSpan } from "./figure-parts";
import { draftBeside } from "./draft-beside";
import { isSmall, openDrafts, type Draft, type Drafts } from "./drafts";
import { NOTHING_BESIDE, type Beside, type FigureKey } from "./known-figure";
import { openLedger, type Ledger, type LedgerSeries } from "./ledger";
import type { DisclosureRules } from "./profile";
import type { Cell } from "./cell";
import type { Tables } from "./protect";
import {
  breakdownRelations,
  dividedSeries,
  impossibleGroups,
  partRelations,
  selectionRelations,
  spanRelations,
  type Divided,
} from "./relation-rows";
import { sharedRange, type Range } from "./rounding";
import { sparseRow, type SparseRow } from "./sparse-row";

/** Area and service of a figure. */
export const placeOfFigure = ({ area_code, service }: KpiValueRow): string =>
  `${area_code} ${service}`;

/** A row of own figures with what it is made of. */
export interface MadeOf {
  readonly row: KpiValueRow;
  readonly parts: FigureParts;
}

/** The figures of all rows as sums of unknowns, and which cells each row shows. */
export interface FigureTables {
  readonly tables: Tables;
  /** By row: the cells of its numerator and its denominator, -1 where it has none. */
  readonly cellsOf: readonly (readonly [numerator: number, denominator: number])[];
  /** By figure that is offered beside the rows: its cell. */
  readonly offeredCells: readonly number[];
  /** By cell: what it is of; null for what no figure shows. */
  readonly keys: readonly (FigureKey | null)[];
}

/**
 * Figures wanted most come first: everybody before groups, years before quarters before months
 * before rolling years.
 */
const FREQUENCIES: readonly string[] = [
  "census",
  "calendar_year",
  "academic_year",
  "financial_year",
  "term",
  "half_term",
  "year_to_date",
  "quarter",
  "month",
  "rolling_12_months",
];
const wanted = ({ breakdown, frequency }: KpiValueRow): number =>
  (breakdown === "all" ? 0 : FREQUENCIES.length) + FREQUENCIES.indexOf(frequency);

/** Numerators that are some of their denominators: what is left of one is a count as well. */
function shares(rows: readonly MadeOf[], { restsOn }: MeasureRelations): MeasureParts[] {
  const found = new Map<string, MeasureParts>();
  for (const {
    parts: { kind, numerator, denominator },
  } of rows) {
    if (kind !== "share" || !numerator || !denominator) continue;
    const counts = restsOn[denominator.measure] === undefined;
    found.set(`${denominator.measure} ${numerator.measure}`, {
      whole: denominator.measure,
      parts: [numerator.measure],
      ...(counts ? { restTells: true } : {}),
    });
  }
  return [...found.values()];
}

/** What figures are made of, and the rules that they are published by. */
interface Made {
  readonly rows: readonly MadeOf[];
  readonly relations: MeasureRelations;
  readonly rules: DisclosureRules;
}

/**
 * The cells of all rows, in the order in which rows first have them; a cell that several rows have
 * is one.
 */
function draftCells(drafts: Drafts, { rows, rules }: Made): FigureTables["cellsOf"] {
  const cell = ({ row: figure }: MadeOf, part: PartSpan, value: number): number => {
    const { measure, ...span } = part;
    const index = drafts.at(
      {
        measure,
        place: placeOfFigure(figure),
        breakdown: figure.breakdown,
        group: figure.breakdown_value,
        unit: "own",
        ...span,
      },
      value,
    );
    const draft = drafts.all[index];
    draft.order = Math.min(draft.order, wanted(figure));
    // What others have published of the own area is known as they print it, whatever is hidden or
    // rounded here.
    if (figure.method === "published" && value === draft.value) draft.known = [value, value];
    draft.sensitive ||= draft.counted && isSmall(value, rules);
    return index;
  };
  const cellsOfRow = (made: MadeOf): readonly [number, number] => {
    const {
      row,
      parts: { kind, numerator, denominator },
    } = made;
    const top = row.numerator ?? (kind === "count" ? row.value : null);
    const cells = [
      numerator && top !== null ? cell(made, numerator, top) : -1,
      denominator && row.denominator !== null ? cell(made, denominator, row.denominator) : -1,
    ] as const;
    if (kind === "share" && rules.roundTo > 1 && row.value !== null && !cells.includes(-1)) {
      const [a, b] = cells.map((index) => drafts.all[index]);
      // Beside a small count nobody is shown the share.
      if (!isSmall(a.value, rules) && !isSmall(b.value, rules))
        [a.shown, b.shown] = sharedRange(a.shown, b.shown, row.value);
    }
    return cells;
  };
  // A cell has the value that is counted here, wherever the published row of the same figure is.
  const found = new Map<MadeOf, readonly [number, number]>();
  for (const isPublished of [false, true])
    for (const made of rows)
      if ((made.row.method === "published") === isPublished) found.set(made, cellsOfRow(made));
  return rows.map((made) => found.get(made)!);
}

/**
 * Marks what was counted of few people, as weeks or sessions of them are: sensitive as the people
 * are.
 */
function markFewPeople(
  ledger: Ledger,
  drafts: readonly Draft[],
  { relations, rules }: Pick<Made, "relations" | "rules">,
): void {
  for (const [measure, base] of Object.entries(relations.restsOn))
    for (const series of ledger.all.filter((one) => one.measure === measure))
      for (const [span, index] of series.cells) {
        const people = ledger.find({ ...series, measure: base })?.cells.get(span);
        const isFew =
          people === undefined ? drafts[index].value !== 0 : isSmall(drafts[people].value, rules);
        if (isFew) drafts[index].sensitive = true;
      }
}

/** A cell that no row shows and that may not be worked out: what a whole has beyond its parts. */
const hiddenRest = (left: number, whole: Draft, parts: readonly Draft[]): Draft => ({
  key: null,
  row: sparseRow([
    ...whole.row.at.map((unknown): [number, number] => [unknown, 1]),
    ...parts.flatMap(({ row }) => row.at.map((unknown): [number, number] => [unknown, -1])),
  ]),
  value: left,
  fractional: false,
  counted: true,
  sensitive: true,
  order: Infinity,
  shown: [left, left],
  known: null,
});

/** What wholes have beyond their parts: sums that are nobody, and cells of few people. */
function restsOfParts(
  drafts: readonly Draft[],
  divided: readonly Divided[],
  { threshold, showZeros }: DisclosureRules,
): { readonly zeros: SparseRow[]; readonly few: Draft[] } {
  const zeros: SparseRow[] = [];
  const few: Draft[] = [];
  for (const { whole, parts, rest, restTells } of divided)
    for (const [span, index] of rest ? whole.cells : []) {
      const cells = parts.map((part) => part.cells.get(span));
      if (cells.some((cell) => cell === undefined)) continue;
      const taken = cells.map((cell) => drafts[cell!]);
      const left = taken.reduce((sum, { value }) => sum - value, drafts[index].value);
      if (left === 0 && showZeros) zeros.push(restSum(whole, rest!, drafts[index].row));
      else if (restTells && left > 0 && left < threshold)
        few.push(hiddenRest(left, drafts[index], taken));
    }
  return { zeros, few };
}

/** The few people that are in the denominator of a rate and not in its numerator. */
const restsOfRates = (
  rows: readonly MadeOf[],
  cellsOf: FigureTables["cellsOf"],
  drafts: readonly Draft[],
  threshold: number,
): Draft[] =>
  cellsOf.flatMap(([top, bottom], i) => {
    if (rows[i].parts.kind !== "rate" || top < 0 || bottom < 0) return [];
    const left = drafts[bottom].value - drafts[top].value;
    if (left <= 0 || left >= threshold) return [];
    return [hiddenRest(left, drafts[bottom], [drafts[top]])];
  });

/** The breakdown of what is of everybody. */
const ALL = "all";

/** A cell with the range that a reader takes it to be in where it is hidden. */
function finished(draft: Draft, { threshold, showZeros, roundTo }: DisclosureRules): Cell {
  const { known, shown } = draft;
  const least = showZeros ? 1 : 0;
  // Where counts are rounded all but a few hidden ones are small, and a reader takes them to be.
  const isTakenAsSmall = roundTo > 1 && draft.sensitive && draft.counted;
  const hidden: Range = [draft.counted ? least : 0, isTakenAsSmall ? threshold - 1 : Infinity];
  const ofGroup = draft.key !== null && draft.key.breakdown !== ALL;
  if (known === null) return { ...draft, hidden, ofGroup };
  // Told before, and not among the figures here.
  if (Number.isNaN(draft.value))
    return { ...draft, hidden: known, shown: known, fixed: true, ofGroup };
  const both: Range = [Math.max(known[0], shown[0]), Math.min(known[1], shown[1])];
  return {
    ...draft,
    ofGroup,
    hidden: [known[0], known[1]],
    shown: both[0] <= both[1] ? both : shown,
    fixed: known[0] >= shown[0] && known[1] <= shown[1],
  };
}

/**
 * Own figures as cells over common unknowns, with every sum that holds between them. The order of
 * the sums and of the cells decides ties in what is hidden.
 */
export function figureTables(
  rows: readonly MadeOf[],
  relations: MeasureRelations,
  rules: DisclosureRules,
  beside: Beside = NOTHING_BESIDE,
): FigureTables {
  const ledger = openLedger();
  const made = openDrafts(ledger, relations, rules);
  const cellsOf = draftCells(made, { rows, relations, rules });
  const offered = draftBeside(made, beside, rules);
  const drafts = made.all;
  markFewPeople(ledger, drafts, { relations, rules });

  const divided = dividedSeries(ledger, [...relations.parts, ...shares(rows, relations)]);
  const ofParts = partRelations(ledger, divided);
  const impossible = impossibleGroups(ledger, relations.selections);
  const rests = restsOfParts(drafts, divided, rules);
  const hiddenRests = [...rests.few, ...restsOfRates(rows, cellsOf, drafts, rules.threshold)];

  const order = drafts
    .map((_, index) => index)
    .sort(
      (a, b) => drafts[a].order - drafts[b].order || drafts[b].value - drafts[a].value || a - b,
    );
  const place = new Int32Array(drafts.length);
  order.forEach((index, i) => (place[index] = i));
  const coarse = [
    ...breakdownRelations(ledger, "spans"),
    ...partRelations(ledger, divided, "spans"),
    ...selectionRelations(ledger, relations.selections, "spans"),
    ...spanRelations(ledger),
  ];
  // They may make unknowns too: how many there are is known behind them.
  const sums = [
    ...breakdownRelations(ledger),
    ...ofParts,
    ...selectionRelations(ledger, relations.selections),
  ];
  return {
    tables: {
      unknowns: ledger.unknowns,
      relations: [...offered.relations, ...sums],
      coarse,
      zeros: [...impossible, ...rests.zeros],
      cells: [...order.map((index) => drafts[index]), ...hiddenRests].map((draft) =>
        finished(draft, rules),
      ),
    },
    cellsOf: cellsOf.map(([top, bottom]) => [
      top < 0 ? -1 : place[top],
      bottom < 0 ? -1 : place[bottom],
    ]),
    offeredCells: offered.cells.map((index) => place[index]),
    keys: order.map((index) => drafts[index].key),
  };
}

/** The rest over the units of time that a figure of the whole is a sum of. */
function restSum(whole: LedgerSeries, rest: LedgerSeries, { at }: SparseRow): SparseRow {
  const covered = new Set(at);
  return sparseRow(
    [...whole.unknowns]
      .filter(([, unknown]) => covered.has(unknown))
      .map(([time]) => [rest.unknowns.get(time)!, 1]),
  );
}

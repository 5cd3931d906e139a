import type { MeasureParts, MeasureRelations } from "../../indicators/counted-as";
import type { KpiValueRow } from "../../star/kpi-value-row";
import type { FigureParts, PartSpan } from "./figure-parts";
import { openLedger, spanNumber, type Series } from "./ledger";
import type { DisclosureRules } from "./profile";
import type { Cell, Tables } from "./protect";
import {
  breakdownRelations,
  dividedSeries,
  impossibleGroups,
  partRelations,
  selectionRelations,
  spanRelations,
} from "./relation-rows";
import { rangeOf, sharedRange, type Range } from "./rounding";
import { sparseRow, type SparseRow } from "./sparse-row";

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
}

/** Figures wanted most come first: everybody before groups, years before quarters before months before rolling years. */
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

interface Draft {
  readonly row: SparseRow;
  readonly span?: number;
  readonly value: number;
  readonly fractional: boolean;
  /** It is a count of people or cases, not of weeks or sessions. */
  readonly counted: boolean;
  sensitive: boolean;
  order: number;
  shown: Range;
}

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

/** Own figures as cells over common unknowns, with every sum that holds between them. */
export function figureTables(
  rows: readonly MadeOf[],
  relations: MeasureRelations,
  rules: DisclosureRules,
): FigureTables {
  const { threshold, showZeros, roundTo } = rules;
  const ledger = openLedger();
  const drafts: Draft[] = [];
  const isSmall = (value: number): boolean =>
    (value > 0 && value < threshold) || (value === 0 && !showZeros);
  const counts = (measure: string): boolean => relations.restsOn[measure] === undefined;

  const cell = ({ row: figure }: MadeOf, part: PartSpan, value: number): number => {
    const series = ledger.open({
      measure: part.measure,
      place: `${figure.area_code} ${figure.service}`,
      breakdown: figure.breakdown,
      group: figure.breakdown_value,
    });
    const span = spanNumber(part);
    let index = series.cells.get(span);
    if (index === undefined) {
      index = drafts.length;
      series.cells.set(span, index);
      const counted = counts(part.measure);
      const row = ledger.sum(series, part);
      drafts.push({
        row,
        ...(row.at.length > 1 ? { span: series.spans.get(span)! } : {}),
        value,
        fractional: !Number.isInteger(value),
        counted,
        sensitive: false,
        order: Infinity,
        shown: counted || roundTo === 1 ? rangeOf(value, rules) : [0, Infinity],
      });
    }
    const draft = drafts[index];
    draft.order = Math.min(draft.order, wanted(figure));
    draft.sensitive ||= counts(part.measure) && isSmall(value);
    return index;
  };
  const cellsOf = rows.map((made): readonly [number, number] => {
    const {
      row,
      parts: { kind, numerator, denominator },
    } = made;
    const top = row.numerator ?? (kind === "count" ? row.value : null);
    const cells = [
      numerator && top !== null ? cell(made, numerator, top) : -1,
      denominator && row.denominator !== null ? cell(made, denominator, row.denominator) : -1,
    ] as const;
    if (kind === "share" && roundTo > 1 && cells[0] >= 0 && cells[1] >= 0 && row.value !== null) {
      const [a, b] = cells.map((index) => drafts[index]);
      [a.shown, b.shown] = sharedRange(a.shown, b.shown, row.value);
    }
    return cells;
  });

  for (const [measure, base] of Object.entries(relations.restsOn))
    for (const series of ledger.all.filter((one) => one.measure === measure))
      for (const [span, index] of series.cells) {
        const people = ledger.find({ ...series, measure: base })?.cells.get(span);
        if (people === undefined ? drafts[index].value !== 0 : isSmall(drafts[people].value))
          drafts[index].sensitive = true;
      }

  const divided = dividedSeries(ledger, [...relations.parts, ...shares(rows, relations)]);
  const ofParts = partRelations(ledger, divided);
  const zeros = impossibleGroups(ledger, relations.selections);
  const hiddenRests: Draft[] = [];
  for (const { whole, parts, rest, restTells } of divided)
    for (const [span, index] of rest ? whole.cells : []) {
      const values = parts.map(({ cells }) => cells.get(span));
      if (values.some((part) => part === undefined)) continue;
      const left = values.reduce<number>(
        (sum, part) => sum - drafts[part!].value,
        drafts[index].value,
      );
      const row = sparseRow([
        ...drafts[index].row.at.map((unknown): [number, number] => [unknown, 1]),
        ...values.flatMap((part) =>
          drafts[part!].row.at.map((unknown): [number, number] => [unknown, -1]),
        ),
      ]);
      if (left === 0 && showZeros) zeros.push(restSum(whole, rest!, drafts[index].row));
      else if (restTells && left > 0 && left < threshold)
        hiddenRests.push({
          row,
          value: left,
          fractional: false,
          counted: true,
          sensitive: true,
          order: Infinity,
          shown: [left, left],
        });
    }
  for (const [i, [top, bottom]] of cellsOf.entries()) {
    if (rows[i].parts.kind !== "rate" || top < 0 || bottom < 0) continue;
    const left = drafts[bottom].value - drafts[top].value;
    if (left <= 0 || left >= threshold) continue;
    const row = sparseRow([
      ...drafts[bottom].row.at.map((unknown): [number, number] => [unknown, 1]),
      ...drafts[top].row.at.map((unknown): [number, number] => [unknown, -1]),
    ]);
    hiddenRests.push({
      row,
      value: left,
      fractional: false,
      counted: true,
      sensitive: true,
      order: Infinity,
      shown: [left, left],
    });
  }

  const least = showZeros ? 1 : 0;
  // Where counts are rounded all but a few hidden ones are small, and a reader takes them to be.
  const finished = (draft: Draft): Cell => ({
    ...draft,
    hidden: [
      draft.counted ? least : 0,
      roundTo > 1 && draft.sensitive && draft.counted ? threshold - 1 : Infinity,
    ],
  });
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
  return {
    tables: {
      unknowns: ledger.unknowns,
      relations: [
        ...breakdownRelations(ledger),
        ...ofParts,
        ...selectionRelations(ledger, relations.selections),
      ],
      coarse,
      zeros,
      cells: [...order.map((index) => finished(drafts[index])), ...hiddenRests.map(finished)],
    },
    cellsOf: cellsOf.map(([top, bottom]) => [
      top < 0 ? -1 : place[top],
      bottom < 0 ? -1 : place[bottom],
    ]),
  };
}

/** The rest over the units of time that a figure of the whole is a sum of. */
function restSum(whole: Series, rest: Series, { at }: SparseRow): SparseRow {
  const covered = new Set(at);
  return sparseRow(
    [...whole.unknowns]
      .filter(([, unknown]) => covered.has(unknown))
      .map(([time]) => [rest.unknowns.get(time)!, 1]),
  );
}

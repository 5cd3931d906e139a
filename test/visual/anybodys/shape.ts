import fc from "fast-check";
import type powerbi from "powerbi-visuals-api";
import { dataViewOf, type Row } from "../../../page/visual/data-view";
import { hierarchyOf, SPELLINGS } from "./periods";
import { truths, type Figure, type Truth } from "./truth";

/** How the figures of a table are written. */
type ValueForm =
  "number" | "text" | "percentText" | "share" | "bareShare" | "quotedPercent" | "decimalComma";
type TargetForm = "number" | "text" | "words" | "share";

/** What is in the table beside its figures. */
export interface Noise {
  readonly repeats: boolean;
  /** A second, different figure for one period of each KPI, counted from the latest. */
  readonly conflict: number | null;
  readonly blankRows: boolean;
  readonly targetsAhead: boolean;
  readonly totals: "none" | "period" | "indicator" | "blank";
  /** Words in place of the latest figure. */
  readonly words: string | null;
  /** The sum of the periods as one long period more. */
  readonly coarser: boolean;
  /** The latest row once more, held against another target. */
  readonly rival: boolean;
  readonly highlights: boolean;
}

/** A table that someone made of truths. */
export interface Shape {
  readonly kpis: readonly Truth[];
  readonly layout: "long" | "hierarchy" | "measures" | "flat";
  readonly spellings: readonly string[];
  readonly value: ValueForm;
  readonly target: TargetForm;
  readonly polarity: "short" | "words" | "bad" | "none";
  readonly unit: boolean;
  readonly noise: Noise;
  readonly order: readonly number[];
}

const NAMES = ["Plans in time", "Waiting over 18 weeks", "Reviews held"];
const OFF: Noise = {
  repeats: false,
  conflict: null,
  blankRows: false,
  targetsAhead: false,
  totals: "none",
  words: null,
  coarser: false,
  rival: false,
  highlights: false,
};

const noises: fc.Arbitrary<Noise> = fc.oneof(
  { arbitrary: fc.constant(OFF), weight: 2 },
  {
    arbitrary: fc.record({
      ...OFF,
      repeats: fc.boolean(),
      blankRows: fc.boolean(),
      targetsAhead: fc.boolean(),
      highlights: fc.boolean(),
      conflict: fc.constant(null),
      totals: fc.constant("none" as const),
      words: fc.constant(null),
      coarser: fc.constant(false),
      rival: fc.constant(false),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      repeats: fc.boolean(),
      conflict: fc.option(fc.nat({ max: 2 }), { freq: 1 }),
      blankRows: fc.boolean(),
      targetsAhead: fc.boolean(),
      totals: fc.constantFrom("none", "none", "period", "indicator", "blank"),
      words: fc.option(fc.constantFrom("awaiting data", "n/a", "..", "-", "TBC", "c", "<5"), {
        freq: 1,
      }),
      coarser: fc.boolean(),
      rival: fc.boolean(),
      highlights: fc.boolean(),
    }),
    weight: 3,
  },
);

/** Any table of one to three KPIs. */
export const shapes: fc.Arbitrary<Shape> = fc
  .tuple(...NAMES.map(truths))
  .chain(([first, ...rest]) =>
    fc.record({
      kpis: fc.nat({ max: 2 }).map((more) => [first, ...rest.slice(0, more)]),
      layout: fc.constantFrom<Shape["layout"]>(
        "long",
        "long",
        "long",
        "hierarchy",
        "measures",
        "flat",
      ),
      spellings: fc.tuple(
        ...[first, ...rest].map(({ every }) =>
          fc.constantFrom(
            ...Object.keys(SPELLINGS).filter((name) => SPELLINGS[name].every.includes(every)),
          ),
        ),
      ),
      value: fc.constantFrom<ValueForm>(
        "number",
        "text",
        "percentText",
        "share",
        "bareShare",
        "quotedPercent",
        "decimalComma",
      ),
      target: fc.constantFrom<TargetForm>("number", "text", "words", "share"),
      polarity: fc.constantFrom<Shape["polarity"]>("short", "words", "bad", "none"),
      unit: fc.boolean(),
      noise: noises,
      order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    }),
  )
  .map((shape) => fitting(shape));

/** A shape whose parts go together: a column is of one form, measures share their periods. */
function fitting(shape: Shape): Shape {
  const [first] = shape.kpis;
  const counts = shape.kpis.some(({ kind }) => kind === "count");
  const together = shape.layout === "measures" || shape.layout === "hierarchy";
  const kpis = together
    ? shape.kpis.map((kpi) => ({
        ...kpi,
        every: first.every,
        figures: first.figures.map(({ from, to }, i) => ({
          from,
          to,
          value: kpi.figures[i]?.value ?? null,
        })),
      }))
    : shape.kpis;
  const measures = shape.layout === "measures";
  return {
    ...shape,
    kpis: measures ? kpis.slice(0, 2) : kpis,
    spellings: together ? kpis.map(() => shape.spellings[0]) : shape.spellings,
    value: counts && !/^(number|text)$/.test(shape.value) ? "number" : shape.value,
    target: counts && shape.target === "share" ? "number" : shape.target,
    noise: measures
      ? { ...OFF, blankRows: shape.noise.blankRows }
      : shape.layout === "flat"
        ? { ...OFF, highlights: shape.noise.highlights }
        : shape.layout === "hierarchy"
          ? { ...shape.noise, coarser: false, totals: "none", targetsAhead: false }
          : shape.noise,
  };
}

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** A figure as the table has it. */
function valueCell(form: ValueForm, { kind }: Truth, value: number | null): unknown {
  if (value === null) return null;
  switch (form) {
    case "number":
    case "quotedPercent":
      return value;
    case "text":
      return kind === "count" ? thousands(value) : value.toFixed(1);
    case "percentText":
      return `${value.toFixed(1)}%`;
    case "decimalComma":
      return value.toFixed(1).replace(".", ",");
    case "share":
    case "bareShare":
      return Number((value / 100).toFixed(4));
  }
}

function targetCell(form: TargetForm, truth: Truth): unknown {
  const { target, kind, higherIsBetter } = truth;
  if (target === null) return null;
  const sign = kind === "percent" ? "%" : "";
  switch (form) {
    case "number":
      return target;
    case "text":
      return kind === "count" ? thousands(target) : `${target}%`;
    case "words":
      return `${higherIsBetter ? "at least" : "no more than"} ${target}${sign}`;
    case "share":
      return Number((target / 100).toFixed(4));
  }
}

const POLARITIES = {
  short: ["higher", "lower"],
  words: ["Bigger is better", "Low is good"],
  bad: ["Low is bad", "Worse if higher"],
};

/** What a table says of a KPI in each of its rows. */
const aboutCells = ({ target, polarity, unit }: Shape, kpi: Truth): Row => ({
  indicator: kpi.name,
  target: targetCell(target, kpi),
  ...(polarity === "none" ? {} : { polarity: POLARITIES[polarity][kpi.higherIsBetter ? 0 : 1] }),
  ...(unit ? { unit: kpi.kind === "percent" ? "%" : "number" } : {}),
});

/** The rows of one KPI, noise and all. */
function rowsOf(shape: Shape, index: number): Row[] {
  const { layout, value, noise } = shape;
  const kpi = shape.kpis[index];
  const spelling = SPELLINGS[shape.spellings[index]];
  const about = aboutCells(shape, kpi);
  const { figures } = kpi;
  const cell = (figure: Figure): unknown =>
    layout === "hierarchy" ? hierarchyOf(figure, kpi.every) : spelling.cell(figure);
  const last = figures.map((figure) => figure.value !== null).lastIndexOf(true);
  if (layout === "flat")
    return [
      {
        ...about,
        value: valueCell(value, kpi, figures[last]?.value ?? null),
        previous: valueCell(value, kpi, figures[last - 1]?.value ?? null),
      },
    ];
  const rows: Row[] = figures.map((figure, i) => ({
    ...about,
    period: cell(figure),
    value: noise.words !== null && i === last ? noise.words : valueCell(value, kpi, figure.value),
  }));
  const known = figures.flatMap((figure) => figure.value ?? []);
  const total = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
  if (noise.repeats) rows.push(...rows.slice(0, 2));
  if (noise.conflict !== null && figures[last - noise.conflict])
    rows.push({
      ...rows[last - noise.conflict],
      value: valueCell(value, kpi, (figures[last - noise.conflict].value ?? 30) + 7),
    });
  if (noise.rival && rows[last] && kpi.target !== null)
    rows.push({
      ...rows[last],
      target: targetCell(shape.target, { ...kpi, target: kpi.target + 11 }),
    });
  if (noise.targetsAhead)
    rows.push(
      ...[1, 2].map((ahead) => {
        const far = new Date(Date.UTC(2060 + ahead, 3, 1));
        const end = { day: far, week: new Date(Date.UTC(2060 + ahead, 3, 7)) } as Record<
          string,
          Date
        >;
        const to =
          end[kpi.every] ??
          new Date(
            Date.UTC(2060 + ahead, { month: 4, quarter: 6, year: 15 }[kpi.every as "month"]!, 0),
          );
        return { ...about, period: cell({ from: far, to, value: null }), value: null };
      }),
    );
  if (noise.coarser && kpi.every !== "year" && figures.length > 1)
    rows.push({
      ...about,
      period: `${figures[0].from.getUTCFullYear()}`,
      value: valueCell(value, kpi, total),
    });
  if (noise.totals === "period")
    rows.push({ ...about, period: "Total", value: valueCell(value, kpi, total) });
  if (noise.totals === "indicator")
    rows.push({
      indicator: "Total",
      period: cell(figures[0]),
      value: valueCell(value, kpi, total),
    });
  if (noise.totals === "blank")
    rows.push({ ...about, period: null, value: valueCell(value, kpi, total) });
  if (noise.blankRows)
    rows.push(
      { indicator: null, period: null, value: null },
      { ...about, period: null, value: null },
    );
  return rows;
}

const FORMATS: Readonly<Partial<Record<string, string>>> = {
  share: "0.0%",
  quotedPercent: '0.0"%"',
};

/** The data view that Power BI would give for the table. */
export function viewOf(shape: Shape): powerbi.DataView {
  if (shape.layout === "measures") return measuresView(shape);
  const all = shape.kpis.flatMap((_, i) => rowsOf(shape, i));
  const rows = all
    .map((row, i) => [shape.order[i % 40] + i, row] as const)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
  const formats = {
    ...(FORMATS[shape.value] ? { value: FORMATS[shape.value]! } : {}),
    ...(shape.target === "share" ? { target: "0.0%" } : {}),
  };
  const view = dataViewOf(rows, { formats });
  if (shape.noise.highlights)
    for (const column of view.categorical!.values!)
      Object.assign(column, {
        highlights: column.values.map((cell, i) => (i % 2 === 0 ? cell : null)),
      });
  return shape.layout === "hierarchy" ? withLevels(view) : view;
}

/** The period column as one column for each level of the host's date hierarchy. */
function withLevels(view: powerbi.DataView): powerbi.DataView {
  const { categories = [] } = view.categorical!;
  const at = categories.findIndex(({ source }) => source.roles?.period);
  const period = categories[at];
  const cells = period.values as unknown as (readonly unknown[] | null)[];
  const depth = Math.max(...cells.map((cell) => cell?.length ?? 0));
  const names = ["Year", "Quarter", "Month", "Day"];
  categories.splice(
    at,
    1,
    ...names.slice(0, depth).map(
      (name, level) =>
        ({
          ...period,
          source: { ...period.source, displayName: name, queryName: `Date.${name}` },
          values: cells.map((cell) => cell?.[level] ?? null),
        }) as powerbi.DataViewCategoryColumn,
    ),
  );
  return view;
}

/** A measure for each KPI and its target, periods down the rows. */
function measuresView(shape: Shape): powerbi.DataView {
  const [first] = shape.kpis;
  const spelling = SPELLINGS[shape.spellings[0]];
  const form = shape.value === "number" ? "number" : "share";
  const numeric = shape.kpis.every(({ kind }) => kind === "percent") ? form : "number";
  const order = first.figures
    .map((figure, i) => [shape.order[i] + i, figure, i] as const)
    .sort(([a], [b]) => a - b);
  const view = dataViewOf(
    order.map(([, figure]) => ({ period: spelling.cell(figure), value: 1, target: 1 })),
  );
  const [value, target] = view.categorical!.values!;
  const source = (column: typeof value, name: string): typeof value.source => ({
    ...column.source,
    displayName: name,
    queryName: name,
    format: numeric === "share" ? "0.0%" : undefined,
  });
  const cell = (kpi: Truth, number: number | null): powerbi.PrimitiveValue =>
    valueCell(numeric, kpi, number) as powerbi.PrimitiveValue;
  const columns = shape.kpis.flatMap((kpi) => [
    {
      ...value,
      source: source(value, kpi.name),
      values: order.map(([, , i]) => cell(kpi, kpi.figures[i].value)),
    },
    {
      ...target,
      source: source(target, `${kpi.name} target`),
      values: order.map(() => cell(kpi, kpi.target)),
    },
  ]);
  view.categorical!.values = columns as unknown as powerbi.DataViewValueColumns;
  return view;
}

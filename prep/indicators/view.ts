import { evaluateDays, evaluateFlags, evaluateNumbers, evaluateTexts } from "../columns/evaluate";
import type { TextColumn } from "../columns/column";
import type { ColumnSource, Grouped } from "../columns/column-source";
import { columnsUsedBy, type Expression, type Kind, type Node } from "../columns/expression";
import { BETWEEN } from "./breakdown-pairs";
import { reduceRows } from "./reduce-rows";
import type { UnitReduction } from "./reduction";
import type { StarTable } from "../star/declaration";

type Named<E> = Readonly<Record<string, E>>;

/**
 * What indicators are counted from, declared once: the rows of a fact, or the people of a
 * population on a day.
 * `defineView` makes one:
 *
 *     const q = columns({ received_date: "day", decision: ["Y", "N", "A"], source: requestSources });
 *     export const requestView = defineView({
 *       name: "request",
 *       star: { table: ehcRequest },
 *       columns: q,
 *       dates: { received_date: q.received_date },
 *       flags: { received: isGiven(q.decision), refused: equal(q.decision, "N") },
 *       breakdowns: { request_source: q.source },
 *       known: ["requests"],
 *     });
 *
 * The collection gives the columns (`viewRows`); dates, flags, measures and breakdowns are worked
 * out of them when
 * they are first asked for.
 */
export interface View {
  /** What its measures are named after, such as `request` in `request.received_date.received`. */
  readonly name: string;
  /**
   * The star's table of the same rows. A flag or date is found there under its own name; where it
   * is not, it is
   * printed as an expression.
   */
  readonly star?: {
    readonly table: StarTable;
    /** Date column of the day or term that rows are of, where they are counted by that. */
    readonly day?: string;
  };
  /** Columns that the collection gives. Those that stand in the star's table too have its names. */
  readonly columns: Named<Expression>;
  /**
   * Values that the collection gives with the rows, one for all: limits of the settings, the day of
   * the snapshot.
   */
  readonly parameters?: Named<Expression>;
  /** What events are counted by. */
  readonly dates?: Named<Expression<"day">>;
  /** Who is counted: numerators and denominators. */
  readonly flags: Named<Expression<"flag">>;
  /** What is added up or listed: days, sessions. */
  readonly measures?: Named<Expression<"number">>;
  /**
   * Groups of rows; a row without a text is in no group. One of a column that is not known (null)
   * is left out.
   */
  readonly breakdowns: Named<Expression<"text">>;
  /**
   * Two of them at once. A row is in the group of its two groups, in none where it is in none of
   * either.
   */
  readonly pairs?: Named<readonly [string, string]>;
  /** What is counted once however many rows it has: persons, enrolments. Given with the rows. */
  readonly units?: readonly string[];
  /** What is found of all the rows of a unit. */
  readonly reductions?: Named<UnitReduction>;
  /**
   * Columns of the extracts, as `table.column`, that every row rests on, and that each column does
   * besides. A table without a column rests on its rows alone.
   */
  readonly restsOn?: {
    readonly rows: readonly string[];
    readonly columns: Named<readonly string[]>;
  };
  /** Names of what must be known for an indicator to be told: kinds of days, tables. */
  readonly known?: readonly string[];
  /** Names of what else must be there, such as the school register. */
  readonly needs?: readonly string[];
}

/**
 * Checks a declaration and keeps its names in its type, so that what refers to them is checked too.
 */
export const defineView = <const V extends View>(view: V): V => view;

/** Names of a part of a view. */
type NamesIn<T> = T extends Named<unknown> ? keyof T & string : never;
export type DateOf<V extends View> = NamesIn<V["dates"]>;
export type FlagOf<V extends View> = NamesIn<V["flags"]>;
export type MeasureOf<V extends View> = NamesIn<V["measures"]>;
export type BreakdownOf<V extends View> = NamesIn<V["breakdowns"]> | NamesIn<V["pairs"]>;
type OneOf<T> = T extends readonly (infer N extends string)[] ? N : never;
export type UnitOf<V extends View> = OneOf<V["units"]>;
export type KnownOf<V extends View> = OneOf<V["known"]>;
export type NeedOf<V extends View> = OneOf<V["needs"]>;

type DataOfKind<K extends Kind> = K extends "text"
  ? Grouped | TextColumn | null
  : ArrayLike<number> | null;
type KindOf<E> = E extends { readonly kind: infer K extends Kind } ? K : never;
type ScalarOfKind<K extends Kind> = K extends "text" ? string : K extends "flag" ? boolean : number;

type Found<R> = R extends { readonly find: "any" | "most" } ? Uint8Array : Int32Array;

/** Something that is counted once: how many there are, and which one each row is of (from 0). */
export interface Units {
  readonly count: number;
  readonly of: Int32Array;
  /** The one that stands for "not known which": it is not counted. */
  readonly none?: number;
}

/**
 * What a collection gives for a view: each declared column (null where it is not known at all) and
 * parameter.
 */
interface ViewData<V extends View> {
  readonly count: number;
  readonly columns: { readonly [N in keyof V["columns"]]: DataOfKind<KindOf<V["columns"][N]>> };
  readonly parameters?: V["parameters"] extends Named<Expression>
    ? { readonly [N in keyof V["parameters"]]: ScalarOfKind<KindOf<V["parameters"][N]>> }
    : undefined;
  readonly units?: { readonly [N in UnitOf<V>]: Units };
  /** Why figures of these rows should be read with care; null when there is no reason. */
  readonly caution?: string | null;
}

/** Rows to count from. Each column is worked out when it is first read, and kept. */
export interface ViewRows<V extends View = View> {
  readonly count: number;
  readonly dates: { readonly [N in DateOf<V>]: Int32Array };
  /** Flags (0 or 1) and measures (NaN where there is none). */
  readonly measures: { readonly [N in FlagOf<V> | MeasureOf<V>]: ArrayLike<number> };
  readonly breakdowns: { readonly [N in BreakdownOf<V>]?: Grouped };
  readonly units: { readonly [N in UnitOf<V>]: Units };
  /** What was found of each unit: 1 or 0, a day or MISSING, a row or -1. */
  readonly reduced: {
    readonly [N in NamesIn<V["reductions"]>]: Found<NonNullable<V["reductions"]>[N]>;
  };
  readonly caution: string | null;
}

/** Two groups of each row as one, in the order of the first and then of the second. */
function together(first: Grouped, second: Grouped): Grouped {
  const { length } = first.groups;
  const width = second.values.length;
  const of = new Int32Array(length).fill(-1);
  const isThere = new Uint8Array(first.values.length * width);
  for (let row = 0; row < length; row++) {
    const [a, b] = [first.groups[row], second.groups[row]];
    if (a < 0 || b < 0) continue;
    of[row] = a * width + b;
    isThere[of[row]] = 1;
  }
  const placeOf = new Int32Array(isThere.length).fill(-1);
  const values: string[] = [];
  isThere.forEach((there, cell) => {
    if (there === 0) return;
    placeOf[cell] = values.length;
    values.push(
      `${first.values[Math.floor(cell / width)]}${BETWEEN}${second.values[cell % width]}`,
    );
  });
  return { values, groups: of.map((cell) => (cell < 0 ? -1 : placeOf[cell])) };
}

/** An object whose properties are made when they are first read. */
function lazily<T>(names: Named<unknown>, make: (name: string) => T): Record<string, T> {
  const object: Record<string, T> = {};
  for (const name of Object.keys(names)) {
    let made: T;
    let isMade = false;
    Object.defineProperty(object, name, {
      enumerable: true,
      get(): T {
        if (!isMade) [made, isMade] = [make(name), true];
        return made;
      },
    });
  }
  return object;
}

/** Columns for `viewRows` that are worked out when they are first read, and kept. */
export const lazyColumns = <const M extends Named<() => unknown>>(
  makers: M,
): { readonly [N in keyof M]: ReturnType<M[N]> } =>
  lazily(makers, (name) => makers[name]()) as { readonly [N in keyof M]: ReturnType<M[N]> };

/** A view with its rows: flags are evaluated by column when they are first read. */
export function viewRows<const V extends View>(view: V, data: ViewData<V>): ViewRows<V> {
  const { count, columns, parameters, units = {}, caution = null } = data;
  const source = { count, columns, parameters } as ColumnSource;
  const { dates = {}, flags, measures = {}, breakdowns, pairs = {}, reductions = {} } = view;
  const nameOf = new Map<Node, string>(Object.entries(flags).map(([name, flag]) => [flag, name]));
  const flagColumns: Record<string, Uint8Array> = lazily(flags, (name) =>
    evaluateFlags(flags[name], {
      ...source,
      flagOf: (node) => (node === flags[name] ? undefined : known(node)),
    }),
  );
  /** A flag that is part of another, or of a measure, is worked out once. */
  function known(node: Node): Uint8Array | undefined {
    const name = nameOf.get(node);
    return name === undefined ? undefined : flagColumns[name];
  }
  const isKnown = (breakdown: Node): boolean =>
    columnsUsedBy(breakdown).every((name) => source.columns[name] !== null);
  const withFlags: ColumnSource = { ...source, flagOf: known };
  const single: Readonly<Record<string, Grouped | undefined>> = lazily(breakdowns, (name) =>
    isKnown(breakdowns[name])
      ? (evaluateTexts(breakdowns[name], withFlags) ?? undefined)
      : undefined,
  );
  const paired = lazily(pairs, (name) => {
    const [first, second] = pairs[name].map((one) => single[one]);
    return first && second ? together(first, second) : undefined;
  });
  const days = lazily(dates, (name) => evaluateDays(dates[name], source));
  return {
    count,
    dates: days,
    measures: lazily({ ...measures, ...flags }, (name) =>
      name in flags ? flagColumns[name] : evaluateNumbers(measures[name], withFlags),
    ),
    breakdowns: lazily({ ...breakdowns, ...pairs }, (name) =>
      name in pairs ? paired[name] : single[name],
    ),
    units,
    reduced: lazily(reductions, (name) =>
      reduceRows(reductions[name], (units as Named<Units>)[reductions[name].by], {
        flags: (flag) => flagColumns[flag],
        days: (day) => days[day],
      }),
    ),
    caution,
  } as unknown as ViewRows<V>;
}

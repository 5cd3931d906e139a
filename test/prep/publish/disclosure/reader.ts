import {
  flows,
  groupsOf,
  monthOf,
  nested,
  snapshots,
  sums,
  type FigureRow,
} from "./attack-figures";

/** A number that a reader was given, or that was kept from them. */
export interface Told {
  readonly measure: string;
  readonly breakdown: string;
  readonly group: string;
  /** Months from the first to the last (`24300-24311`), or a day. */
  readonly period: string;
  /** Null where it is hidden. */
  readonly value: number | null;
  /** It is a figure of its own, not the numerator or denominator of a share. */
  readonly isCount?: boolean;
  /** Nobody was given it, and nothing keeps it: others are sums of it. */
  readonly isAside?: boolean;
}

export const keyOf = ({ measure, breakdown, group, period }: Omit<Told, "value">): string =>
  [measure, breakdown, group, period].join("|");

/** The numbers that a table of figures prints or hides. */
export function toldByFigures(rows: readonly FigureRow[]): Told[] {
  return rows.flatMap((row) => {
    const isFlow = row.indicator_id in flows;
    const parts = flows[row.indicator_id] ?? snapshots[row.indicator_id];
    const isOwn = row.area_role === "own" && row.method === "counted";
    if (!parts || !isOwn || !["ok", "not_applicable", "suppressed"].includes(row.status)) return [];
    const period = isFlow
      ? `${monthOf(row.period_start)}-${monthOf(row.period_end)}`
      : row.period_end;
    return parts.flatMap((measure, i): Told[] => {
      const text = i === 1 ? row.denominator : parts[1] === null ? row.value : row.numerator;
      if (measure === null || (text === "" && row.status !== "suppressed")) return [];
      const value = row.status === "suppressed" ? null : Number(text);
      return [
        {
          measure,
          breakdown: row.breakdown,
          group: row.breakdown_value,
          period,
          value,
          isCount: parts[1] === null,
        },
      ];
    });
  });
}

const groupsName = ({ measure, breakdown, period }: Omit<Told, "value" | "group">): string =>
  `${measure}|${breakdown}|${period}`;

/**
 * Breakdowns, by measure and period, of which a group is not available: everybody is then no sum
 * of the others, for a reader does not know that the group is empty.
 */
export const unknownGroupsOf = (rows: readonly FigureRow[]): ReadonlySet<string> =>
  new Set(
    toldByFigures(
      rows
        .filter(({ status }) => status === "not_available")
        .map((row) => ({ ...row, status: "suppressed" })),
    ).map(groupsName),
  );

/** A share that is printed as a whole percentage. */
export interface Share {
  readonly numerator: string;
  readonly denominator: string;
  readonly percent: number;
}

/** The whole percentages that a table of figures prints, by the keys of their two numbers. */
export function sharesOf(rows: readonly FigureRow[]): Share[] {
  const shown = rows.filter(
    ({ status, indicator_id: id }) => status === "ok" && id.endsWith("_pct"),
  );
  return shown.flatMap((row) => {
    const [numerator, denominator] = toldByFigures([row]).map(keyOf);
    return denominator === undefined
      ? []
      : [{ numerator, denominator, percent: Number(row.value) }];
  });
}

/** Columns of a pack for requests, and what its cases are called, by what they count. */
const EVENTS: Readonly<Record<string, string>> = {
  "Requests received": "received",
  "Decisions on requests": "decisions",
  "Requests refused": "refused",
  "New plans issued": "issued",
  "New plans with a date received": "issued timed",
  "Within 20 weeks": "issued in time",
  "New plans with a date received, without exceptions": "timed, no exception",
  "Within 20 weeks, without exceptions": "in time, no exception",
  "Plans ceased": "ceased",
};
const OPEN: Readonly<Record<string, string>> = {
  "Requests awaiting a decision": "awaiting",
  "Assessments under way": "open",
  "Plans in force": "plans",
};

type Row = Readonly<Record<string, string>>;

/** Days of a pack by week as a period. */
const DAYS = /^days (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2})$/;

const numberIn = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);

const eventsOf = (events: readonly Row[], periodOf: (row: Row) => string): Told[] =>
  events.flatMap((row) =>
    Object.entries(EVENTS).flatMap(([heading, measure]): Told[] =>
      row[heading] === "x"
        ? []
        : [
            {
              measure,
              breakdown: "all",
              group: "all",
              period: periodOf(row),
              value: numberIn(row[heading]),
            },
          ],
    ),
  );

/** The numbers of events that a pack by week prints or hides: its weeks, and all of them. */
export const toldByWeeks = (events: readonly Row[]): Told[] =>
  eventsOf(events, ({ From, To }) => `days ${From} ${To}`);

/** The numbers that a pack by month prints or hides. */
export const toldByPack = (events: readonly Row[], open: readonly Row[]): Told[] => [
  ...eventsOf(events, ({ From, To }) => `${monthOf(From)}-${monthOf(To)}`),
  ...open.flatMap((row) => {
    const measure = OPEN[row.Cases];
    if (measure === undefined) return [];
    const common = { measure, period: row["As at"] };
    const bands = Object.entries(row).flatMap(([heading, text]): Told[] => {
      const band = /^Aged (\d+) to (\d+)$/.exec(heading);
      const group = band ? `${band[1]}-${band[2]}` : null;
      if (group === null || text === "x") return [];
      return [{ ...common, breakdown: "age_band", group, value: numberIn(text) }];
    });
    return [
      { ...common, breakdown: "all", group: "all", value: numberIn(row["All ages"]) },
      ...bands,
    ];
  }),
];

/** A sum of numbers, by the place of each, that is never below zero; or always zero. */
export interface Sum {
  readonly terms: ReadonlyMap<number, number>;
  readonly isZero: boolean;
  /** It is of several months, and the parts are those months in their order. */
  readonly isOfMonths?: boolean;
}

/** A span of days that a number is of. */
interface Days {
  readonly from: string;
  readonly to: string;
  /** Place of the number. */
  readonly number: number;
}

const DAY = 86_400_000;
const dayAfter = (iso: string): string =>
  new Date(Date.parse(iso) + DAY).toISOString().slice(0, 10);

/** The days of a month by its number. */
function daysOfMonth(month: number): Pick<Days, "from" | "to"> {
  const first = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
  const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0));
  const [from, to] = [first, last].map((day) => day.toISOString().slice(0, 10));
  return { from, to };
}

/** The shortest spans that make up a longer one, in order; null where none do. */
function tiles(whole: Omit<Days, "number">, spans: readonly Days[]): number[] | null {
  const found: number[] = [];
  for (let at = whole.from; at <= whole.to;) {
    const next = spans
      .filter(({ from, to }) => from === at && to <= whole.to)
      .filter(({ from, to }) => from !== whole.from || to !== whole.to)
      .sort((a, b) => (a.to < b.to ? -1 : 1))[0];
    if (next === undefined) return null;
    found.push(next.number);
    at = dayAfter(next.to);
  }
  return found;
}

/** Spans that hold all days of a longer one, as few as there need be; null where none do. */
function cover(whole: Omit<Days, "number">, spans: readonly Days[]): number[] | null {
  const found: number[] = [];
  for (let at = whole.from; at <= whole.to;) {
    const next = spans
      .filter(({ from, to }) => from <= at && to >= at)
      .sort((a, b) => (a.to > b.to ? -1 : 1))[0];
    if (next === undefined) return null;
    found.push(next.number);
    at = dayAfter(next.to);
  }
  return found;
}

/** What spans of days say of each other and of months, as sums that are zero or never below it. */
function sumsOfDays(told: readonly Omit<Told, "value">[]): Sum[] {
  const ofMeasure = new Map<string, Days[]>();
  told.forEach(({ measure, period }, number) => {
    const [, from, to] = DAYS.exec(period) ?? [];
    if (from !== undefined)
      ofMeasure.set(measure, [...(ofMeasure.get(measure) ?? []), { from, to, number }]);
  });
  const less = (whole: number, parts: readonly number[], isZero: boolean): Sum => ({
    terms: new Map([[whole, 1], ...parts.map((part): [number, number] => [part, -1])]),
    isZero,
  });
  const ofMonths = told.flatMap(({ measure, breakdown, period }, month): Sum[] => {
    const spans = ofMeasure.get(measure);
    const [, first, last] = /^(\d+)-(\d+)$/.exec(period) ?? [];
    if (spans === undefined || first === undefined || first !== last || breakdown !== "all")
      return [];
    const days = daysOfMonth(Number(first));
    const all = tiles(days, spans);
    if (all) return [less(month, all, true)];
    const within = spans.filter(({ from, to }) => from >= days.from && to <= days.to);
    const covering = cover(days, spans);
    // Each is counted once: spans of two packs overlap.
    const disjoint = withoutOverlap(within);
    return [
      ...(disjoint.length > 0 ? [less(month, disjoint, false)] : []),
      ...(covering
        ? [
            {
              terms: new Map([[month, -1], ...covering.map((span): [number, number] => [span, 1])]),
              isZero: false,
            },
          ]
        : []),
    ];
  });
  const ofSpans = [...ofMeasure.values()].flatMap((spans) =>
    spans.flatMap((span): Sum[] => {
      const parts = tiles(span, spans);
      return parts ? [less(span.number, parts, true)] : [];
    }),
  );
  return [...ofMonths, ...ofSpans];
}

/** Spans of which no two share a day, the earliest first. */
function withoutOverlap(spans: readonly Days[]): number[] {
  let after = "";
  return [...spans]
    .sort((a, b) => (a.to < b.to ? -1 : 1))
    .flatMap(({ from, to, number }) => {
      if (from <= after) return [];
      after = to;
      return [number];
    });
}

/**
 * What is known of numbers by what they are of: every sum that a reader of the definitions sees,
 * but those of breakdowns of which a group is unknown.
 */
export function sumsOf(
  told: readonly Omit<Told, "value">[],
  unknown: ReadonlySet<string> = new Set(),
): Sum[] {
  const place = new Map(told.map((one, i) => [keyOf(one), i]));
  const found: Sum[] = [];
  const add = (
    whole: number,
    parts: readonly (number | undefined)[],
    isZero: boolean,
    isOfMonths = false,
  ): void => {
    if (parts.length === 0 || parts.includes(undefined)) return;
    const terms = new Map([[whole, 1]]);
    for (const part of parts) terms.set(part!, (terms.get(part!) ?? 0) - 1);
    found.push({ terms, isZero, isOfMonths });
  };
  const groups = new Map<string, number[]>();
  told.forEach(({ measure, breakdown, period }, i) => {
    if (breakdown === "all") return;
    const name = groupsName({ measure, breakdown, period });
    if (unknown.has(name)) return;
    groups.set(name, [...(groups.get(name) ?? []), i]);
  });
  told.forEach((one, i) => {
    const { measure, breakdown, group, period } = one;
    const of = (other: Partial<Told>): number | undefined => place.get(keyOf({ ...one, ...other }));
    for (const [whole, ...parts] of sums)
      if (whole === measure)
        add(
          i,
          parts.map((part) => of({ measure: part })),
          true,
        );
    for (const [whole, part] of nested)
      if (whole === measure) add(i, [of({ measure: part })], false);
    for (const [child, parent, by, wanted] of groupsOf)
      if (child === measure && breakdown === "all")
        add(
          i,
          (groups.get(`${parent}|${by}|${period}`) ?? []).filter((k) => wanted.test(told[k].group)),
          true,
        );
      else if (child === measure && breakdown === by && wanted.test(group))
        add(i, [of({ measure: parent })], true);
    const span = /^(\d+)-(\d+)$/.exec(period);
    if (!span || span[1] === span[2]) return;
    const months = Array.from({ length: Number(span[2]) - Number(span[1]) + 1 }, (_, m) => {
      const month = Number(span[1]) + m;
      return of({ period: `${month}-${month}` });
    });
    add(i, months, true, true);
  });
  found.push(...sumsOfDays(told));
  for (const list of groups.values()) {
    const whole = place.get(keyOf({ ...told[list[0]], breakdown: "all", group: "all" }));
    if (whole !== undefined) add(whole, list, true);
  }
  return found;
}

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

const numberIn = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);

/** The numbers that a pack by month prints or hides. */
export const toldByPack = (events: readonly Row[], open: readonly Row[]): Told[] => [
  ...events.flatMap((row) =>
    Object.entries(EVENTS).flatMap(([heading, measure]): Told[] =>
      row[heading] === "x"
        ? []
        : [
            {
              measure,
              breakdown: "all",
              group: "all",
              period: `${monthOf(row.From)}-${monthOf(row.To)}`,
              value: numberIn(row[heading]),
            },
          ],
    ),
  ),
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
}

/** What is known of numbers by what they are of: every sum that a reader of the definitions sees. */
export function sumsOf(told: readonly Omit<Told, "value">[]): Sum[] {
  const place = new Map(told.map((one, i) => [keyOf(one), i]));
  const found: Sum[] = [];
  const add = (whole: number, parts: readonly (number | undefined)[], isZero: boolean): void => {
    if (parts.length === 0 || parts.includes(undefined)) return;
    const terms = new Map([[whole, 1]]);
    for (const part of parts) terms.set(part!, (terms.get(part!) ?? 0) - 1);
    found.push({ terms, isZero });
  };
  const groups = new Map<string, number[]>();
  told.forEach(({ measure, breakdown, period }, i) => {
    if (breakdown === "all") return;
    const name = `${measure}|${breakdown}|${period}`;
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
    add(i, months, true);
  });
  for (const list of groups.values()) {
    const whole = place.get(keyOf({ ...told[list[0]], breakdown: "all", group: "all" }));
    if (whole !== undefined) add(whole, list, true);
  }
  return found;
}

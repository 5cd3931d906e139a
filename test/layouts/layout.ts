import type { DataViewOptions, Row } from "../../page/visual/data-view";
import type { Random } from "./random";
import { SPELLINGS, VAGUE, type Spelling } from "./spellings";

/** What a KPI is, whatever table it is written in. */
export interface Truth {
  readonly name: string;
  readonly percent: boolean;
  readonly higher: boolean;
  /** By period, first to last; blank where no figure was made. */
  readonly values: readonly (number | null)[];
  readonly targets: readonly number[];
  /** Days of tolerance, in the unit of the value. */
  readonly tolerance: number;
}

/** A table of KPIs, and whether everything in it can be known. */
export interface Layout {
  readonly truths: readonly Truth[];
  readonly rows: readonly Row[];
  readonly view: DataViewOptions;
  /** KPIs that nobody could read for certain: an honest answer may be "not sure". */
  readonly vague: ReadonlySet<string>;
  /** KPIs whose dates and labels stand side by side: a step between them may not be told. */
  readonly mixed: ReadonlySet<string>;
}

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Numbers of one KPI: percentages from 3 to 100, or counts from 20 on. */
function truthOf(random: Random, index: number, periods: number, shares: boolean): Truth {
  const percent = shares || random.chance(70);
  const level = percent ? 20 + 60 * random.unit() : 40 + 900 * random.unit();
  const values = Array.from({ length: periods }, (): number | null => {
    const value = level * (0.8 + 0.4 * random.unit());
    return random.chance(6) ? null : percent ? round(Math.min(value, 99.9), 2) : Math.round(value);
  });
  if (values.at(-1) === null) values[periods - 1] = percent ? round(level, 2) : Math.round(level);
  const target = level * (0.85 + 0.3 * random.unit());
  const steps = random.chance(40);
  const targets = Array.from({ length: periods + random.one([0, 0, 3, 8]) }, (_, i) =>
    percent
      ? round(Math.min(target + (steps ? i / 2 : 0), 100), 1)
      : Math.round(target + (steps ? i : 0)),
  );
  const tolerance = random.chance(30) ? random.whole(1, 5) : 0;
  return { name: `KPI ${index}`, percent, higher: random.chance(60), values, targets, tolerance };
}

const HIGHER = ["higher", "Higher is better", "H", "High", "bigger is better", "Maximise", "up"];
const LOWER = ["lower", "Lower is better", "L", "Low", "smaller is better", "Minimise", "down"];

/** How figures and targets are written in one table. */
interface Writing {
  /** A value is a share of 1, by its format or by nothing at all. */
  readonly values: "hundred" | "share" | "bare_share";
  readonly targets: "hundred" | "share";
  readonly formats: Record<string, string>;
  readonly unit: boolean;
  readonly vague: boolean;
}

function writingOf(random: Random): Writing {
  const kind = random.whole(0, 7);
  const hundred = { values: "hundred", targets: "hundred", unit: true } as const;
  if (kind <= 2) return { ...hundred, formats: {}, vague: false };
  if (kind === 3) return { ...hundred, unit: false, formats: { value: '0.0"%"' }, vague: false };
  const share = { values: "share", targets: "share", unit: false } as const;
  if (kind === 4)
    return {
      ...share,
      formats: { value: "0.0%", target: random.one(["", "0%", "0.0%"]) },
      vague: false,
    };
  // A target of 95 beside a value of 0.67 that prints as 67 %.
  if (kind === 5) return { ...share, targets: "hundred", formats: { value: "0.0%" }, vague: true };
  // Values of 67 beside targets of 0.95.
  if (kind === 6) return { ...hundred, targets: "share", formats: {}, vague: true };
  return {
    values: "bare_share",
    targets: "hundred",
    unit: random.chance(50),
    formats: {},
    vague: true,
  };
}

/** One truth in a table of random shape. */
export function layoutOf(random: Random): Layout {
  const monthly = random.chance(50);
  const vagueLabels = random.chance(15);
  const spelling = random.one(vagueLabels ? VAGUE : SPELLINGS);
  const periods = random.chance(15) ? 1 : random.whole(2, vagueLabels ? 12 : 15);
  const start = spelling.kind === "year" ? random.whole(0, 2) : random.whole(0, 12);
  const writing = writingOf(random);
  const [vague, mixed] = [new Set<string>(), new Set<string>()];
  const truths = Array.from({ length: random.whole(1, 4) }, (_, i) =>
    truthOf(random, i, periods, writing.values !== "hundred"),
  );
  const spellings = truths.map(() =>
    random.chance(20) && !vagueLabels ? random.one(SPELLINGS) : spelling,
  );
  const wells = {
    period: periods > 1 || random.chance(50),
    polarity: random.chance(90),
    target: random.chance(92),
    awaiting: random.chance(10),
  };
  let rows = truths.flatMap((truth, i) => {
    if (vagueLabels || writing.vague) vague.add(truth.name);
    const ways = waysOf(random, spellings[i]);
    if (ways.length > 1) mixed.add(truth.name);
    const own = rowsOf(truth, { ways, start, writing, wells, random });
    if (random.chance(8)) own.push(...hazard(random, own, truth, vague));
    return own;
  });
  if (monthly && random.chance(30)) rows = rows.map((row) => ({ ...row, section: "All" }));
  const ordered = random.one([
    () => rows,
    () => [...rows].reverse(),
    () => random.shuffled(rows),
    () => [...rows].sort((a, b) => (String(a.period) < String(b.period) ? -1 : 1)),
  ])();
  return { truths, rows: ordered, view: { formats: writing.formats }, vague, mixed };
}

/** Months, weeks and days may be written in several ways in one series. */
const waysOf = (random: Random, spelling: Spelling): readonly Spelling[] =>
  random.chance(15) && ["month", "week", "day"].includes(spelling.kind) && !VAGUE.includes(spelling)
    ? SPELLINGS.filter(({ kind }) => kind === spelling.kind)
    : [spelling];

interface RowsOptions {
  readonly ways: readonly Spelling[];
  readonly start: number;
  readonly writing: Writing;
  readonly wells: Readonly<Record<"period" | "polarity" | "target" | "awaiting", boolean>>;
  readonly random: Random;
}

function rowsOf(truth: Truth, { ways, start, writing, wells, random }: RowsOptions): Row[] {
  const word = random.one(truth.higher ? HIGHER : LOWER);
  const tolerance = random.one([
    `±${truth.tolerance}`,
    `within ${truth.tolerance}`,
    truth.tolerance,
  ]);
  const trajectory = random.chance(50);
  const until = wells.target && trajectory ? truth.targets.length : truth.values.length;
  const share = (value: number, on: Writing["values"]): number =>
    truth.percent && on !== "hundred" ? round(value / 100, 6) : value;
  return Array.from({ length: until }, (_, i): Row => {
    const value = truth.values[i] ?? null;
    return {
      indicator: truth.name,
      ...(wells.period ? { period: random.one(ways).write(start + i) } : {}),
      value: value === null ? null : share(value, writing.values),
      ...(wells.target ? { target: share(truth.targets[i], writing.targets) } : {}),
      ...(wells.polarity ? { polarity: word } : {}),
      ...(writing.unit ? { unit: truth.percent ? "%" : "number" } : {}),
      ...(truth.tolerance > 0 ? { tolerance } : {}),
      ...(wells.awaiting && value === null && i < truth.values.length
        ? { statusWords: "awaiting data" }
        : {}),
    };
  });
}

/** Something in the rows of a KPI that its table should not have. */
function hazard(random: Random, own: Row[], truth: Truth, vague: Set<string>): Row[] {
  const row = random.one(own.filter(({ value }) => typeof value === "number"));
  const kind = random.whole(0, 4);
  // The same row twice is no harm.
  if (kind === 0) return [row];
  vague.add(truth.name);
  if (kind === 1) return [{ ...row, value: Number(row.value) * 1.2 }];
  if (kind === 2) return [{ ...row, period: "Baseline" }];
  if (kind === 3) return [{ ...row, period: null, value: 1 }];
  own.forEach((one, i) => (own[i] = { ...one, polarity: "sideways" }));
  return [];
}

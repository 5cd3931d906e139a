import type { RawCell } from "../../../../prep/sources/kpi-sheet/cell";

/** A figure that a random board states. */
export interface StatedFigure {
  readonly kpi: string;
  /** A part of the authority; empty for the whole. */
  readonly part: string;
  /** Frequency and last day, such as `month 2024-04-30`. */
  readonly period: string;
  readonly value: number;
  readonly target: number | null;
}

export interface RandomBoard {
  readonly sheet: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly figures: readonly StatedFigure[];
  /** The choices that made it, for messages. */
  readonly made: string;
}

type Random = () => number;
type Unit = "percent" | "count" | "weeks";

interface Kpi {
  readonly name: string;
  readonly unit: Unit;
  readonly section: string;
}

interface Period {
  readonly key: string;
  /** The heading with its year, and without where the title has it. */
  readonly full: readonly string[];
  readonly short: readonly string[];
}

const NAMES: readonly (readonly [string, Unit])[] = [
  ["% of new plans issued within 20 weeks", "percent"],
  ["Percentage of annual reviews held in time", "percent"],
  ["Requests for assessment received", "count"],
  ["Number of children without a school place", "count"],
  ["Average wait for a first appointment (weeks)", "weeks"],
  ["Persistent absence of pupils with a plan (%)", "percent"],
  ["Appeals registered", "count"],
  ["Health advice returned in six weeks - %", "percent"],
  ["Caseload per officer", "count"],
  ["Longest wait for speech therapy (weeks)", "weeks"],
];
/** What each KPI is measured in. */
export const unitOfName: ReadonlyMap<string, string> = new Map(NAMES);

const SECTIONS = ["Plans", "Health and care", "Inclusion in schools"];
const MONTHS =
  "January,February,March,April,May,June,July,August,September,October,November,December".split(
    ",",
  );
const LAST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)];
const chance = (random: Random, share: number): boolean => random() < share;
const two = (n: number): string => String(n % 100).padStart(2, "0");

const endOfMonth = (year: number, month: number): string =>
  `${year}-${two(month + 1)}-${month === 1 && year % 4 === 0 ? 29 : LAST[month]}`;

function monthPeriods(random: Random, year: number): Period[] {
  const from = pick(random, [0, 0, 3, 6]);
  const count = pick(
    random,
    [2, 3, 6, 12].filter((n) => from + n <= 12),
  );
  return Array.from({ length: count }, (_, i) => {
    const month = (from + i + 3) % 12;
    const at = month < 3 ? year + 1 : year;
    const [name, short] = [MONTHS[month], MONTHS[month].slice(0, 3)];
    return {
      key: `month ${endOfMonth(at, month)}`,
      full: [`${short} ${two(at)}`, `${short}-${two(at)}`, `${name} ${at}`, `${short} ${at}`],
      short: [short, name],
    };
  });
}

const quarterPeriods = (random: Random, year: number): Period[] =>
  Array.from({ length: pick(random, [2, 3, 4]) }, (_, i) => {
    const ends = [`${year}-06-30`, `${year}-09-30`, `${year}-12-31`, `${year + 1}-03-31`];
    const split = `${year}/${two(year + 1)}`;
    return {
      key: `quarter ${ends[i]}`,
      full: [`Q${i + 1} ${split}`, `Q${i + 1} ${two(year)}/${two(year + 1)}`, `${split} Q${i + 1}`],
      short: [`Q${i + 1}`, `Quarter ${i + 1}`, `Qtr ${i + 1}`],
    };
  });

const yearPeriods = (random: Random, year: number): Period[] =>
  Array.from({ length: pick(random, [2, 3, 4]) }, (_, i) => {
    const at = year - 3 + i;
    return {
      key: `academic_year ${at + 1}-08-31`,
      full: [`${at}/${two(at + 1)}`, `AY ${two(at)}/${two(at + 1)}`],
      short: [],
    };
  });

const calendarPeriods = (random: Random, year: number): Period[] =>
  Array.from({ length: pick(random, [2, 3]) }, (_, i) => ({
    key: `calendar_year ${year - 2 + i}-12-31`,
    full: [String(year - 2 + i)],
    short: [],
  }));

const halfTerms = (random: Random, year: number): Period[] =>
  Array.from({ length: pick(random, [2, 3, 6]) }, (_, i) => {
    const ends = ["10-31", "12-31", "02-14", "03-31", "05-31", "07-31"];
    return {
      key: `half_term ${i < 2 ? year : year + 1}-${ends[i]}`,
      full: [`HT${i + 1} ${year}/${two(year + 1)}`, `Half term ${i + 1} ${year}/${two(year + 1)}`],
      short: [`HT${i + 1}`],
    };
  });

const PERIODS = [
  monthPeriods,
  monthPeriods,
  quarterPeriods,
  yearPeriods,
  calendarPeriods,
  halfTerms,
];

const valueOf = (random: Random, unit: Unit): number =>
  unit === "percent"
    ? Math.round(random() * 999) / 10
    : unit === "weeks"
      ? Math.round(random() * 600) / 10
      : Math.floor(random() * 5000) + 11;

const printed = (random: Random, value: number, unit: Unit): RawCell =>
  unit === "percent"
    ? `${value}%`
    : unit === "count" && chance(random, 0.5)
      ? value.toLocaleString("en-GB")
      : value;

/** A board that is made by chance, with what stands in it. */
export function randomBoard(random: Random): RandomBoard {
  const year = pick(random, [2022, 2023, 2024]);
  const pool = [...NAMES].sort(() => random() - 0.5).slice(0, pick(random, [2, 3, 5, 7]));
  const hasSections = chance(random, 0.6);
  const kpis = pool.map(([name, unit], i): Kpi => ({
    name,
    unit,
    section: hasSections ? SECTIONS[Math.floor((i * SECTIONS.length) / pool.length)] : "",
  }));
  const periods = pick(random, PERIODS)(random, year);
  return pick(random, [wide, wide, wide, paired, rowKinds, long, down, areasAcross, stacked])(
    random,
    { kpis, periods, year },
  );
}

interface Plan {
  readonly kpis: readonly Kpi[];
  readonly periods: readonly Period[];
  readonly year: number;
}

interface Headed {
  readonly headings: readonly string[];
  readonly titles: readonly (readonly RawCell[])[];
  readonly sheet: string;
  readonly how: string;
}

/** Headings of periods, with their year in them, in the title, in the sheet's name or above. */
function headed(random: Random, { periods, year }: Plan): Headed {
  const isShort = periods.every(({ short }) => short.length > 0) && chance(random, 0.5);
  const form = Math.floor(random() * 4);
  const headings = periods.map(({ full, short }) => {
    const forms = isShort ? short : full;
    return forms[form % forms.length];
  });
  const split = `${year}/${two(year + 1)}`;
  if (!isShort)
    return {
      headings,
      titles: chance(random, 0.5) ? [["SEND board scorecard"], []] : [],
      sheet: "KPIs",
      how: "full headings",
    };
  return chance(random, 0.5)
    ? { headings, titles: [[`SEND performance ${split}`], []], sheet: "KPIs", how: "year in title" }
    : {
        headings,
        titles: [["SEND performance"]],
        sheet: split.replace("/", "-"),
        how: "year in sheet name",
      };
}

const nameHeading = (random: Random): string =>
  pick(random, ["KPI", "Indicator", "Measure", "Performance indicator", "KPIs"]);

/** Rows of KPIs under their sections, which stand in a column, in rows of their own, or nowhere. */
function underSections(
  random: Random,
  kpis: readonly Kpi[],
  rowOf: (kpi: Kpi, index: number) => readonly RawCell[],
  headings: readonly RawCell[],
): { rows: (readonly RawCell[])[]; headings: readonly RawCell[]; how: string } {
  const how = kpis[0].section === "" ? "none" : pick(random, ["column", "rows", "rows"]);
  const rows: (readonly RawCell[])[] = [];
  let before = "";
  kpis.forEach((kpi, i) => {
    const isNew = kpi.section !== before;
    if (how === "rows" && isNew) {
      if (i > 0 && chance(random, 0.3)) rows.push([]);
      rows.push([kpi.section]);
    }
    const row = rowOf(kpi, i);
    rows.push(how === "column" ? [isNew || chance(random, 0.4) ? kpi.section : null, ...row] : row);
    before = kpi.section;
  });
  return {
    rows,
    headings: how === "column" ? ["Theme", ...headings] : headings,
    how: `sections ${how}`,
  };
}

const notes = (random: Random): RawCell[][] =>
  chance(random, 0.2)
    ? [[], ["KPIs on target", 4], ["KPIs off target", 7]]
    : chance(random, 0.4)
      ? [[], ["Source: case management system."], ["* Figures may change."]]
      : [];

function wide(random: Random, plan: Plan): RandomBoard {
  const { kpis, periods } = plan;
  const head = headed(random, plan);
  const figures: StatedFigure[] = [];
  const hasRef = chance(random, 0.4);
  const hasTarget = chance(random, 0.6);
  const extras = ["RAG", "Direction of travel", "Lead officer", "Comments"].filter(() =>
    chance(random, 0.3),
  );
  const compared = ["England", "South West", "Statistical neighbours"].filter(() =>
    chance(random, 0.3),
  );
  const odd = ["Rank", "Variance", "Budget", "Quartile", "Pupils on roll"].filter(() =>
    chance(random, 0.2),
  );
  const isYearToDate = periods[0].key.startsWith("month") && chance(random, 0.4);
  const gap = chance(random, 0.15);
  /** The year to date of the months that have figures, which begin in April or are left out. */
  const toDate = (kpi: Kpi, cells: readonly RawCell[]): RawCell => {
    const value = valueOf(random, kpi.unit);
    const last = periods.filter((_, at) => /\d/.test(String(cells[at] ?? ""))).at(-1)!;
    const target = figures.at(-1)!.target;
    const [, end] = last.key.split(" ");
    figures.push({ kpi: kpi.name, part: "", period: `year_to_date ${end}`, value, target });
    return printed(random, value, kpi.unit);
  };
  const rowOf = (kpi: Kpi, i: number): RawCell[] => {
    const target = valueOf(random, kpi.unit);
    const cells = periods.map(({ key }, at): RawCell => {
      if (at > 0 && chance(random, 0.05)) return pick(random, ["awaiting data", "c", "n/a", null]);
      const value = valueOf(random, kpi.unit);
      figures.push({
        kpi: kpi.name,
        part: "",
        period: key,
        value,
        target: hasTarget ? target : null,
      });
      return printed(random, value, kpi.unit);
    });
    return [
      ...(hasRef ? [`${i + 1}`] : []),
      kpi.name,
      ...(gap ? [null] : []),
      ...cells,
      ...(isYearToDate ? [toDate(kpi, cells)] : []),
      ...odd.map(() => Math.floor(random() * 150)),
      ...(hasTarget ? [printed(random, target, kpi.unit)] : []),
      ...compared.map((): RawCell =>
        chance(random, 0.3) ? "N/A" : printed(random, valueOf(random, kpi.unit), kpi.unit),
      ),
      ...extras.map(
        (one): RawCell =>
          ({
            RAG: "Amber",
            "Direction of travel": "↑",
            "Lead officer": "Head of SEND",
            Comments: "Work goes on.",
          })[one] ?? null,
      ),
    ];
  };
  const body = underSections(random, kpis, rowOf, [
    ...(hasRef ? ["Ref"] : []),
    nameHeading(random),
    ...(gap ? [null] : []),
    ...head.headings,
    ...(isYearToDate ? ["YTD"] : []),
    ...odd,
    ...(hasTarget ? ["Target"] : []),
    ...compared,
    ...extras,
  ]);
  return {
    sheet: head.sheet,
    rows: [...head.titles, body.headings, ...body.rows, ...notes(random)],
    figures,
    made: `wide, ${head.how}, ${body.how}`,
  };
}

/** Target and actual side by side for each period. */
function paired(random: Random, plan: Plan): RandomBoard {
  const { kpis, periods } = plan;
  const head = headed(random, plan);
  const figures: StatedFigure[] = [];
  const isTwoRows = chance(random, 0.6);
  const words = pick(random, [
    ["Target", "Actual"],
    ["Actual", "Target"],
    ["Plan", "Actual"],
    ["Actual", "Trajectory", "RAG"],
  ]);
  const rowOf = (kpi: Kpi): RawCell[] => [
    kpi.name,
    ...periods.flatMap(({ key }): RawCell[] => {
      const [value, target] = [valueOf(random, kpi.unit), valueOf(random, kpi.unit)];
      figures.push({ kpi: kpi.name, part: "", period: key, value, target });
      return words.map((word) =>
        word === "RAG" ? "G" : printed(random, word === "Actual" ? value : target, kpi.unit),
      );
    }),
  ];
  const name = nameHeading(random);
  const isFilled = chance(random, 0.5);
  const upper = [
    null,
    ...head.headings.flatMap((one) => words.map((_, i) => (i === 0 || isFilled ? one : null))),
  ];
  const lower = [name, ...periods.flatMap(() => words)];
  const one = [
    name,
    ...head.headings.flatMap((heading) => words.map((word) => `${heading} ${word}`)),
  ];
  return {
    sheet: head.sheet,
    rows: [
      ...head.titles,
      ...(isTwoRows ? [upper, lower] : [one]),
      ...kpis.map(rowOf),
      ...notes(random),
    ],
    figures,
    made: `paired ${words.join(" ")} ${isTwoRows ? "two rows" : "one row"}, ${head.how}`,
  };
}

/** Target, actual and England as rows of each KPI. */
function rowKinds(random: Random, plan: Plan): RandomBoard {
  const { kpis, periods } = plan;
  const head = headed(random, plan);
  const figures: StatedFigure[] = [];
  const kinds = pick(random, [
    ["Actual", "Target"],
    ["Plan", "Actual"],
    ["Actual", "Target", "England"],
  ]);
  const isColumn = chance(random, 0.6);
  const isRepeated = chance(random, 0.5);
  const heading = isColumn ? pick(random, ["Type", "", "Series"]) : null;
  const rows = kpis.flatMap((kpi) => {
    const values = new Map(
      kinds.map((kind) => [kind, periods.map(() => valueOf(random, kpi.unit))]),
    );
    const targets = values.get("Target") ?? values.get("Plan")!;
    periods.forEach(({ key }, i) =>
      figures.push({
        kpi: kpi.name,
        part: "",
        period: key,
        value: values.get("Actual")![i],
        target: targets[i],
      }),
    );
    return kinds.map((kind, i): RawCell[] => [
      isColumn ? (i === 0 || isRepeated ? kpi.name : null) : `${kpi.name} - ${kind.toLowerCase()}`,
      ...(isColumn ? [kind] : []),
      ...values.get(kind)!.map((value) => printed(random, value, kpi.unit)),
    ]);
  });
  return {
    sheet: head.sheet,
    rows: [
      ...head.titles,
      [nameHeading(random), ...(isColumn ? [heading] : []), ...head.headings],
      ...rows,
    ],
    figures,
    made: `row kinds ${kinds.join(" ")} ${isColumn ? "column" : "in names"}, ${head.how}`,
  };
}

/** One row a figure, with areas. */
function long(random: Random, { kpis, periods }: Plan): RandomBoard {
  const figures: StatedFigure[] = [];
  const hasAreas = chance(random, 0.5);
  const form = Math.floor(random() * 4);
  const rows = kpis.flatMap((kpi) =>
    periods.flatMap(({ key, full }): RawCell[][] => {
      const value = valueOf(random, kpi.unit);
      figures.push({ kpi: kpi.name, part: "", period: key, value, target: null });
      const row = (area: string, of: number): RawCell[] => [
        kpi.section === "" ? null : kpi.section,
        kpi.name,
        full[form % full.length],
        ...(hasAreas ? [area] : []),
        printed(random, of, kpi.unit),
      ];
      return hasAreas
        ? [
            row("Wyeborough", value),
            row("England", valueOf(random, kpi.unit)),
            row("East Midlands", valueOf(random, kpi.unit)),
          ]
        : [row("", value)];
    }),
  );
  return {
    sheet: "Data",
    rows: [
      [
        "Theme",
        nameHeading(random),
        pick(random, ["Period", "Time period", "Reporting period"]),
        ...(hasAreas ? ["Area"] : []),
        pick(random, ["Value", "Result", "Performance", "Figure"]),
      ],
      ...rows,
    ],
    figures,
    made: `long ${hasAreas ? "areas" : ""}`,
  };
}

/** Periods down, KPIs across. */
function down(random: Random, plan: Plan): RandomBoard {
  const { kpis, periods } = plan;
  const head = headed(random, plan);
  const figures: StatedFigure[] = [];
  const rows = periods.map(({ key }, i): RawCell[] => [
    head.headings[i],
    ...kpis.map((kpi) => {
      const value = valueOf(random, kpi.unit);
      figures.push({ kpi: kpi.name, part: "", period: key, value, target: null });
      return printed(random, value, kpi.unit);
    }),
  ]);
  return {
    sheet: head.sheet,
    rows: [
      ...head.titles,
      [pick(random, ["Month", "Period", ""]), ...kpis.map(({ name }) => name)],
      ...rows,
    ],
    figures,
    made: `down, ${head.how}`,
  };
}

/** Areas across at one date that the title gives. */
function areasAcross(random: Random, { kpis, year }: Plan): RandomBoard {
  const figures: StatedFigure[] = [];
  const areas = ["North", "Central", "Coastal"].slice(0, pick(random, [2, 3]));
  const total = pick(random, ["Wyeborough total", "Total", "Wyeborough"]);
  const rows = kpis.map((kpi): RawCell[] => [
    kpi.name,
    ...[...areas, ""].map((part) => {
      const value = valueOf(random, kpi.unit);
      figures.push({ kpi: kpi.name, part, period: `census ${year}-03-31`, value, target: null });
      return printed(random, value, kpi.unit);
    }),
    ...(kpi.unit === "count" ? ["n/a"] : [printed(random, valueOf(random, kpi.unit), kpi.unit)]),
  ]);
  return {
    sheet: "Localities",
    rows: [
      [`Wyeborough: position at 31 March ${year}`],
      [],
      [nameHeading(random), ...areas, total, "England"],
      ...rows,
    ],
    figures,
    made: `areas across ${total}`,
  };
}

/** Two tables below each other or side by side, each with its own headings. */
function stacked(random: Random, plan: Plan): RandomBoard {
  const half = Math.max(1, Math.floor(plan.kpis.length / 2));
  const [first, second] = [plan.kpis.slice(0, half), plan.kpis.slice(half)];
  const figures: StatedFigure[] = [];
  const table = (kpis: readonly Kpi[], title: string): RawCell[][] => {
    const form = Math.floor(random() * 4);
    return [
      [title],
      [nameHeading(random), ...plan.periods.map(({ full }) => full[form % full.length]), "Target"],
      ...kpis.map((kpi): RawCell[] => {
        const target = valueOf(random, kpi.unit);
        return [
          kpi.name,
          ...plan.periods.map(({ key }) => {
            const value = valueOf(random, kpi.unit);
            figures.push({ kpi: kpi.name, part: "", period: key, value, target });
            return printed(random, value, kpi.unit);
          }),
          printed(random, target, kpi.unit),
        ];
      }),
    ];
  };
  const [a, b] = [table(first, "Education"), table(second, "Health")];
  const isBeside = chance(random, 0.5);
  const shift = pick(random, [0, 1, 2]);
  const width = plan.periods.length + 2;
  const beside = Array.from({ length: Math.max(a.length, b.length + shift) }, (_, i): RawCell[] => [
    ...Array.from({ length: width }, (__, at) => a[i]?.[at] ?? null),
    null,
    ...(chance(random, 0) ? [null] : []),
    ...(b[i - shift] ?? []),
  ]);
  return {
    sheet: "One page",
    rows: [["SEND on a page"], [], ...(isBeside ? beside : [...a, [], ...b])],
    figures,
    made: `two tables ${isBeside ? `beside, ${shift} lower` : "below"}`,
  };
}

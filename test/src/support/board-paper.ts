import type { Row } from "../../../page/visual/data-view";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A repeatable series of numbers from 0 to 1. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Labels of the months that end in March 2024. */
export const monthsToMarch2024 = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const month = 2023 * 12 + 14 - (count - 1 - index);
    return `${MONTHS[month % 12]} ${String(Math.floor(month / 12)).slice(2)}`;
  });

interface Spec {
  readonly section: string;
  readonly subsection?: string;
  readonly indicator: string;
  readonly unit: string;
  readonly polarity: "higher" | "lower" | "neutral";
  /** First and last value of the line. */
  readonly from?: number;
  readonly to?: number;
  readonly target?: number | string;
  readonly tolerance?: number | string;
  readonly words?: string;
  readonly england?: number;
  readonly region?: number;
  /** The neighbours' middle; ten figures lie around it. */
  readonly neighbours?: number;
  readonly priority?: number;
  readonly headline?: boolean;
  readonly secondary?: number;
  readonly gapAt?: number;
  readonly footprint?: string;
  readonly owner?: string;
  readonly commentary?: string;
  readonly nextDue?: string;
}

/** Names of places that are nowhere. */
const AREAS = [
  "Alderbrook",
  "Birchmere",
  "Cranleigh Vale",
  "Dunmarsh",
  "Eastmoor",
  "Fernshire",
  "Gorsefield",
  "Hartwell and Combe",
  "Inglebury",
  "Kestrel Bay",
];

const SPECS: readonly Spec[] = [
  {
    section: "Timeliness",
    indicator: "New plans issued within 20 weeks",
    unit: "%",
    polarity: "higher",
    from: 22,
    to: 67,
    target: 95,
    tolerance: 5,
    england: 46.4,
    region: 32.9,
    neighbours: 44,
    priority: 1,
    headline: true,
    gapAt: 9,
    owner: "Head of SEND",
    commentary: "Backlog team in place until July.",
    footprint: "Own area",
  },
  {
    section: "Timeliness",
    indicator: "Decisions to assess made within six weeks",
    unit: "%",
    polarity: "higher",
    from: 70,
    to: 96,
    target: 100,
    tolerance: 5,
    england: 92.1,
    region: 90.4,
    neighbours: 93,
    priority: 1,
    headline: true,
  },
  {
    section: "Timeliness",
    indicator: "Health advice returned within six weeks",
    unit: "%",
    polarity: "higher",
    from: 80,
    to: 91,
    target: 95,
    tolerance: 5,
    priority: 2,
  },
  {
    section: "Timeliness",
    indicator: "Educational psychology advice returned within six weeks",
    unit: "%",
    polarity: "higher",
    from: 60,
    to: 94.96,
    target: 95,
    priority: 2,
  },
  {
    section: "Timeliness",
    indicator: "Social care advice returned within six weeks",
    unit: "%",
    polarity: "higher",
    from: 21,
    to: 47,
    target: 100,
    priority: 2,
  },
  {
    section: "Timeliness",
    indicator: "Plans not completed and waiting over 20 weeks",
    unit: "number",
    polarity: "lower",
    from: 333,
    to: 110,
    target: 0,
    priority: 1,
    headline: true,
    secondary: 14,
  },
  {
    section: "Timeliness",
    indicator:
      "Annual reviews completed in time (including plans maintained, amended and notices to cease to maintain)",
    unit: "%",
    polarity: "higher",
    target: 90,
    words: "Being scoped, available from May 24",
  },
  {
    section: "Health",
    indicator: "Mental health service: seen within four weeks of referral",
    unit: "%",
    polarity: "higher",
    from: 12,
    to: 93,
    target: 95,
    tolerance: 3,
    england: 71,
    region: 68.2,
    neighbours: 74,
    footprint: "Two authorities",
  },
  {
    section: "Health",
    indicator: "Young people 14 and over with a learning disability: annual health check",
    unit: "%",
    polarity: "higher",
    from: 3.2,
    to: 61,
    target: 75,
    words: "awaiting data",
  },
  {
    section: "Health",
    indicator: "Pre-school neurodevelopmental pathway: average wait",
    unit: "months",
    polarity: "lower",
    words: "awaiting data, last 6 to 7 months",
  },
  {
    section: "Health",
    indicator: "Speech and language therapy: waited under 18 weeks",
    unit: "%",
    polarity: "higher",
    from: 88.9,
    to: 100,
    target: 95,
    nextDue: "2024-03-01",
  },
  {
    section: "Health",
    indicator: "Mental health referrals received",
    unit: "number",
    polarity: "neutral",
    from: 269,
    to: 391,
    target: "n/a",
  },
  {
    section: "Plans and placements",
    subsection: "Caseload",
    indicator: "Plans maintained",
    unit: "number",
    polarity: "neutral",
    from: 3336,
    to: 3949,
    headline: true,
  },
  {
    section: "Plans and placements",
    subsection: "Caseload",
    indicator: "Requests for assessment",
    unit: "number",
    polarity: "lower",
    from: 72,
    to: 118,
    target: "TBC",
  },
  {
    section: "Plans and placements",
    subsection: "Placements",
    indicator: "Plans in independent and non-maintained special schools",
    unit: "%",
    polarity: "lower",
    from: 12,
    to: 11,
    target: 5,
    england: 5.2,
    region: 6.1,
    neighbours: 6.4,
  },
  {
    section: "Plans and placements",
    subsection: "Placements",
    indicator: "Share in mainstream primary schools",
    unit: "%",
    polarity: "higher",
    words: "missing",
    target: "TBC",
  },
  {
    section: "Attendance and exclusions",
    indicator: "Plans: pupils persistently absent",
    unit: "%",
    polarity: "lower",
    from: 37.9,
    to: 36.6,
    target: "TBC",
    england: 36.9,
    region: 37.4,
    neighbours: 36.8,
  },
  {
    section: "Attendance and exclusions",
    indicator: "SEN support: pupils permanently excluded, secondary",
    unit: "number",
    polarity: "lower",
    from: 51,
    to: 26,
    secondary: 0.71,
    target: "TBC",
  },
  {
    section: "Attendance and exclusions",
    indicator: "Not in education, employment or training, or not known",
    unit: "%",
    polarity: "lower",
    from: 4.4,
    to: 3.4,
    target: "Below national",
    england: 5.4,
    region: 5.5,
    neighbours: 5.1,
    headline: true,
  },
  {
    section: "Attendance and exclusions",
    indicator: "What families said about the new short-breaks offer",
    unit: "words",
    polarity: "neutral",
    words: "Celebration: forty families helped to choose the new provider.",
  },
];

/**
 * An invented board paper with every kind of cell that a real one has: numbers, words, sentences,
 * gaps, targets of all kinds, comparators and neighbours.
 */
export function boardPaper(months = 18): Row[] {
  const labels = monthsToMarch2024(months);
  return SPECS.flatMap((spec, place) => {
    const next = sequence(place + 7);
    const { from, to, neighbours, england, region, secondary, words, target, gapAt, ...rest } =
      spec;
    const common = {
      ...rest,
      number: String(place + 1),
      headline: spec.headline ? "yes" : "no",
      target: typeof target === "number" ? target : undefined,
      targetRule: typeof target === "string" ? target : undefined,
    };
    const own =
      from === undefined || to === undefined
        ? [
            {
              ...common,
              period: labels[labels.length - 1],
              areaRole: "own",
              area: "Own authority",
              statusWords: words,
              value: null,
            },
          ]
        : labels.map((period, index) => {
            const last = index === labels.length - 1;
            const share = index / (labels.length - 1);
            const wobble = last || index === 0 ? 0 : (next() - 0.5) * Math.abs(to - from) * 0.06;
            const percent = spec.unit === "%";
            const value = Math.max(
              0,
              Math.min(percent ? 100 : Infinity, from + (to - from) * share + wobble),
            );
            const missing = index === gapAt || (last && words !== undefined);
            return {
              ...common,
              period,
              areaRole: "own",
              area: "Own authority",
              value: missing
                ? null
                : last
                  ? to
                  : Math.round(value * (percent ? 10 : 1)) / (percent ? 10 : 1),
              statusWords: last && words !== undefined ? words : missing ? "missing" : undefined,
              secondary: last ? secondary : undefined,
            };
          });
    const other = (
      areaRole: string,
      area: string,
      value: number | null | undefined,
      extra: Row = {},
    ): Row[] =>
      value === undefined
        ? []
        : [
            {
              ...common,
              target: undefined,
              targetRule: undefined,
              tolerance: undefined,
              period: labels[labels.length - 1],
              areaRole,
              area,
              value,
              ...extra,
            },
          ];
    return [
      ...own,
      ...other("england", "England", england),
      ...other("region", "South West", region),
      ...(neighbours === undefined
        ? []
        : AREAS.flatMap((area, index) =>
            other(
              "neighbour",
              area,
              index === 7 && place === 0
                ? null
                : Math.round(
                    Math.min(spec.unit === "%" ? 99 : Infinity, neighbours * (0.6 + 0.8 * next())) *
                      10,
                  ) / 10,
              {
                neighbourModel: "May 2025",
                statusWords: index === 7 && place === 0 ? "not_available" : undefined,
              },
            ),
          )),
    ];
  });
}

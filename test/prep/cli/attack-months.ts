import type { Output } from "./attack-knowledge";
import { withoutLateRecords } from "./attack-inputs";
import type { Publications } from "./attack-programs";

const year = ["--from", "2025-01-01", "--to", "2025-12-31"];
const weeks = ["--from", "2025-09-01", "--to", "2025-12-28", "--by", "week"];

const outputs: readonly Output[] = [
  { name: "last", command: "build", options: ["--as-at", "2025-11-30"], state: 0 },
  { name: "pack", command: "foi", options: year, state: 1 },
  { name: "weeks", command: "foi", options: weeks, state: 1 },
  { name: "now", command: "build", options: [], state: 1 },
];

/** Two annual returns of a council that knows so many people. */
const sampleOf = (people: number): readonly string[] => [
  "--people",
  String(people),
  "--years",
  "2",
  "--mental-health",
  "0",
];

/**
 * What a council publishes in two months: last month's build, of records some of which came late;
 * and with all of them two packs and this month's build.
 */
export function twoMonths(people: number): Publications {
  let putBack = (): void => undefined;
  return {
    outputs,
    sample: sampleOf(people),
    enter: (state, place) => {
      if (state === 0) putBack = withoutLateRecords(place);
      else putBack();
    },
    revisedAbove: 20,
  };
}

/** The same windows of days shifted against each other, and the days that both are made of. */
function overlappingWeeks(): readonly Output[] {
  const windows = [
    ["2025-10-01", "2025-11-04"],
    ["2025-10-03", "2025-11-06"],
    ["2025-10-16", "2025-10-29"],
  ];
  const pieces = [
    ...[
      ["2025-10-01", "2025-10-02"],
      ["2025-10-03", "2025-10-05"],
      ["2025-10-16", "2025-10-19"],
    ],
    ...[
      ["2025-10-13", "2025-10-15"],
      ["2025-10-27", "2025-10-29"],
      ["2025-10-30", "2025-10-31"],
    ],
    ...[
      ["2025-11-01", "2025-11-02"],
      ["2025-11-03", "2025-11-04"],
      ["2025-11-05", "2025-11-06"],
    ],
  ];
  const pack = ([from, to]: readonly string[], name: string, isAside: boolean): Output => ({
    name,
    command: "foi",
    options: ["--from", from, "--to", to, "--by", "week"],
    state: 0,
    isAside,
  });
  return [
    ...windows.map((days, i) => pack(days, `window-${i}`, false)),
    ...pieces.map((days, i) => pack(days, `days-${i}`, true)),
  ];
}

/** Packs of windows that overlap by days, a pack by month over the same days, and the build. */
export const overlappingPacks = (people: number): Publications => ({
  outputs: [
    ...overlappingWeeks(),
    {
      name: "half-year",
      command: "foi",
      options: ["--from", "2025-06-01", "--to", "2025-11-30"],
      state: 0,
    },
    {
      name: "other-half",
      command: "foi",
      options: ["--from", "2025-09-01", "--to", "2025-12-31"],
      state: 0,
    },
    { name: "now", command: "build", options: [], state: 0 },
  ],
  sample: sampleOf(people),
});

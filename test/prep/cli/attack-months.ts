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

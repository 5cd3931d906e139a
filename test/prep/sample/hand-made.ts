import { dayFromIso, type Day } from "../../../prep/calendar/day";
import type {
  Assessment,
  Decision,
  History,
  Life,
  Placement,
  SamplePlan,
  Request,
} from "../../../prep/sample/history";
import { annualReturns } from "../../../prep/sample/history";

/** Parts of small histories written by hand. Days are ISO dates. */
export const on = (iso: string): Day => dayFromIso(iso)!;

export const decided = (
  outcome: "Y" | "N" | "W",
  iso: string,
  more: Partial<Decision> = {},
): Decision => ({
  outcome,
  date: on(iso),
  dated: true,
  mediation: false,
  tribunal: false,
  recorded: on(iso),
  exported: "",
  ...more,
});

export const assessed = (
  outcome: "Y" | "N" | "W",
  iso: string,
  more: Partial<Assessment["result"] & object> = {},
): Assessment => ({
  result: {
    outcome,
    date: on(iso),
    dated: true,
    mediation: false,
    tribunal: false,
    otherMediation: false,
    otherTribunal: false,
    ...more,
  },
  week20: false,
  agreedToIssue: null,
});

export const placed = (
  where: Partial<Placement>,
  entry: string,
  leaving: string | null = null,
): Placement => ({
  urn: "",
  ukprn: "",
  setting: "",
  rank: 1,
  entry: on(entry),
  leaving: leaving === null ? null : on(leaving),
  unit: false,
  resourced: false,
  residential: "",
  workBased: "",
  stale: false,
  ...where,
});

export const planFrom = (
  start: string,
  placements: Placement[],
  more: Partial<SamplePlan> = {},
): SamplePlan => ({
  start: on(start),
  transfer: null,
  cease: null,
  budget: null,
  placements,
  needs: [{ from: on(start), primary: "ASD", secondary: "" }],
  reviews: [],
  phaseTransfers: [],
  ...more,
});

export const request = (received: string | null, more: Partial<Request>): Request => ({
  received: received === null ? null : on(received),
  source: 1,
  rya: false,
  decision: null,
  assessment: null,
  plan: null,
  ...more,
});

/**
 * A history of people born on 10 May 2014, female, of Hong Kong Chinese ethnicity, over the returns
 * of 2025 and 2026 (or more).
 */
export function historyOf(people: Request[][], years = 2): History {
  const lives = people.map((requests, index): Life => ({
    index,
    person: {
      surname: "Merrow",
      forename: `Ada ${index}`,
      birth: on("2014-05-10"),
      sex: "F",
      ethnicity: "CHKC",
      postcode: "ZZ1 0AA",
      upn: "A950000178301",
      upnKnown: on("2015-01-01"),
      uln: "",
      shouted: false,
    },
    requests,
  }));
  return { authority: "999", returns: annualReturns(years), lives: () => lives };
}

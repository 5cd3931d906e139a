import { isoOf, type Day } from "../../calendar/day";
import type { CaseSource } from "../case-list";
import type { CheckedAnnexList } from "./check-sheets";
import { childrenOfLists, type ListedChildren, cellsOf, subsidiaryPhase } from "./children";
import { givenIdentifiers } from "./identifiers";
import type { AnnexList, AnnexRow } from "./row";
import { checkList } from "./run-checks";
import type { LatestRoll } from "../known-pupils";
import { needAnswer } from "./answers";

/** List 2: the pupils on SEN support of the newest roll, in the order of their persons. */
const supportList = (
  { supported, referenceDate }: LatestRoll,
  children: ListedChildren,
): AnnexList => ({
  list: 2,
  rows: supported.map((pupil): AnnexRow => {
    const { person, place, need } = pupil;
    return {
      ...cellsOf(person, children, pupil),
      initialPlan: null,
      updatedPlan: null,
      lastReview: null,
      need: needAnswer(need),
      urn: children.establishments.urn(place, referenceDate),
      phase: children.establishments.phase(place, referenceDate),
      subsidiaryPhase: subsidiaryPhase(person, place, referenceDate, children),
      homeEducation: null,
    };
  }),
  sources: supported,
  persons: supported.map(({ person }) => person),
});

/** The two lists with their findings. */
export interface AnnexLists {
  /** Ages are of this day: that of `--as-at`, else the last that the extracts speak of. */
  readonly asAt: Day;
  readonly plans: CheckedAnnexList;
  readonly support: CheckedAnnexList;
  /** What the lists are of, as a label and a value each. Nothing in it tells who is meant. */
  readonly about: readonly (readonly [string, string | number])[];
}

/** The plans in force on a day, as rows of list 1. */
interface PlansOfList {
  readonly day: Day;
  list(children: ListedChildren): AnnexList;
}

const NOT_LOADED = "none is loaded";
const empty = (list: AnnexList["list"]): AnnexList => ({
  list,
  rows: [],
  sources: [],
  persons: [],
});

/**
 * Makes both lists from the linked extracts; `plansInForce` is null where no return is loaded. A
 * source that is not loaded leaves its list or its columns empty.
 */
export function annexLists(source: CaseSource, plansInForce: PlansOfList | null): AnnexLists {
  const { settings, sources, people, places, told } = source;
  const roll = source.pupils?.latest() ?? null;
  const identifiers = givenIdentifiers(
    told.map((one) => one.source),
    told.map(({ personOf }) => personOf),
    people.count,
  );
  const children = childrenOfLists(people, identifiers, places, roll);
  const planDay = plansInForce?.day ?? null;
  const asAt = settings.asAt ?? Math.max(planDay ?? -Infinity, roll?.referenceDate ?? -Infinity);
  const checked = (list: AnnexList): CheckedAnnexList => ({
    ...list,
    findings: checkList(list.list, list.rows, asAt),
  });
  const plans = checked(plansInForce?.list(children) ?? empty(1));
  const support = checked(roll ? supportList(roll, children) : empty(2));
  const withPlan = new Set(plans.persons);
  return {
    asAt,
    plans,
    support,
    about: [
      ["Ages, and dates in the future, as at", isoOf(asAt)],
      ["List_1, plans in force on", planDay === null ? "no SEN2 return is loaded" : isoOf(planDay)],
      ["List_1, rows", plans.rows.length],
      [
        "List_2, on SEN support (provision K) in the school census of",
        roll ? `${roll.term}, ${isoOf(roll.referenceDate)}` : NOT_LOADED,
      ],
      ["List_2, rows", support.rows.length],
      ["Children in both lists", support.persons.filter((person) => withPlan.has(person)).length],
      ["Absence of the term", roll?.absenceTerm ?? NOT_LOADED],
      ["Suspensions and permanent exclusions of the term", roll?.suspensionTerm ?? NOT_LOADED],
      ["School register", sources.register?.file ?? NOT_LOADED],
      [
        "People on the opt-out list",
        sources.optedOut ? "left out of both lists" : "no such list was given",
      ],
      [
        "Answers",
        "With their letters, as the sector's open script for the Standard Safeguarding Dataset has Annex A. Compare them with the request that you were sent.",
      ],
      [
        "Checks",
        "The 29 that Data to Insight published for these lists, over the rows of annex-a.xlsx.",
      ],
    ],
  };
}

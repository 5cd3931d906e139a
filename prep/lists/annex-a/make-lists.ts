import { isoOf, type Day } from "../../calendar/day";
import { termLabel } from "../../calendar/terms";
import { censusModel } from "../../collections/school-census/model/model";
import { censusPeople } from "../../collections/school-census/model/people";
import { schoolsOf } from "../../collections/school-census/model/people";
import { findSettings } from "../../collections/sen2/model/settings";
import { sen2People } from "../../collections/sen2/model/people";
import type { CaseSource } from "../../stages/case-source";
import type { CheckedAnnexList } from "./check-sheets";
import { childrenOfLists } from "./children";
import { givenIdentifiers } from "./identifiers";
import { plansList } from "./plans-list";
import type { AnnexList } from "./row";
import { checkList } from "./run-checks";
import { supportList } from "./support-list";

/** The two lists with their findings. */
export interface AnnexA {
  /** Ages are of this day: that of `--as-at`, else the last that the extracts speak of. */
  readonly asAt: Day;
  readonly plans: CheckedAnnexList;
  readonly support: CheckedAnnexList;
  /** What the lists are of, as a label and a value each. Nothing in it tells who is meant. */
  readonly about: readonly (readonly [string, string | number])[];
}

const NOT_LOADED = "none is loaded";
const newestFirst = <T>(list: readonly T[]): T[] => [...list].reverse();

/** Makes both lists from the linked extracts. A source that is not loaded leaves its list or its columns empty. */
export function annexLists({
  sources: { register, optedOut },
  censuses,
  ofCensuses,
  linked,
  sen2,
  settings,
}: CaseSource): AnnexA {
  const { people } = linked;
  const places =
    sen2?.settings ??
    findSettings(
      [],
      register,
      censuses.flatMap((one) => schoolsOf(one, register)),
    );
  const census =
    censuses.length === 0
      ? null
      : censusModel(censuses, {
          personOf: ofCensuses,
          personCount: people.count,
          places,
          register,
        });
  const rolls = newestFirst(
    censuses.map((one, c) => ({
      sources: censusPeople(one),
      personOf: [ofCensuses[c].onroll, ofCensuses[c].offroll],
    })),
  );
  const returns = newestFirst(
    (sen2?.returns ?? []).map((ret, r) => ({
      source: sen2People(ret),
      personOf: sen2!.personOf[r],
    })),
  );
  const identifiers = givenIdentifiers(
    [...returns.map(({ source }) => source), ...rolls.flatMap(({ sources }) => sources)],
    [...returns.map(({ personOf }) => personOf), ...rolls.flatMap(({ personOf }) => personOf)],
    people.count,
  );
  const children = childrenOfLists(people, identifiers, places, census);
  const planDay = sen2?.periods.at(-1)?.plansEnd ?? null;
  const latest = censuses.at(-1) ?? null;
  const asAt = settings.asAt ?? Math.max(planDay ?? -Infinity, latest?.referenceDate ?? -Infinity);
  const checked = (list: AnnexList): CheckedAnnexList => ({
    ...list,
    findings: checkList(list.list, list.rows, asAt),
  });
  const plans = checked(
    sen2 && planDay !== null
      ? plansList(sen2, planDay, children)
      : { list: 1, rows: [], sources: [], persons: [] },
  );
  const support = checked(
    census ? supportList(census, children) : { list: 2, rows: [], sources: [], persons: [] },
  );
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
        latest ? `${termLabel(latest.term)}, ${isoOf(latest.referenceDate)}` : NOT_LOADED,
      ],
      ["List_2, rows", support.rows.length],
      ["Children in both lists", support.persons.filter((person) => withPlan.has(person)).length],
      ["Absence of the term", children.schooling?.absenceTerm ?? NOT_LOADED],
      [
        "Suspensions and permanent exclusions of the term",
        children.schooling?.suspensionTerm ?? NOT_LOADED,
      ],
      ["School register", register?.file ?? NOT_LOADED],
      [
        "People on the opt-out list",
        optedOut ? "left out of both lists" : "no such list was given",
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

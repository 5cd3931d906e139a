import type { LatestRoll } from "../known-pupils";
import { needAnswer } from "./answers";
import { cellsOf, subsidiaryPhase, type Children } from "./children";
import type { AnnexList, AnnexRow } from "./row";

/** List 2: the pupils on SEN support of the newest roll, in the order of their persons. */
export const supportList = (
  { supported, referenceDate }: LatestRoll,
  children: Children,
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

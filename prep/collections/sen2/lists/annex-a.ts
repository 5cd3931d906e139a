import { annexLists, type AnnexLists } from "../../../lists/annex-a/annex-lists";
import { annexResult } from "../../../lists/annex-a/annex-result";
import type { CaseList, CaseSource } from "../../../lists/case-list";
import type { Sen2Model } from "../model/model";
import { plansList } from "./plans-list";

/**
 * Both lists: list 1 from the plans in force at the end of the newest return, list 2 from the
 * newest roll of pupils.
 */
function annexListsOf(model: Sen2Model | null, source: CaseSource): AnnexLists {
  const day = model?.periods.at(-1)?.plansEnd;
  return annexLists(
    source,
    model && day !== undefined
      ? { day, list: (children) => plansList(model, day, children) }
      : null,
  );
}

/** `annex-a`: the child-level lists of area SEND inspections. */
export const annexA: CaseList<Sen2Model> = {
  name: "annex-a",
  description:
    "the Annex A lists of area SEND inspections: children with a plan (SEN2), children on SEN support (school census), and 29 checks",
  make: (model, source, options) => annexResult(annexListsOf(model, source), options),
};

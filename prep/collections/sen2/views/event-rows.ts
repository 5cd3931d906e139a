import type { People } from "../../../protect/people";
import type { ViewRows } from "../../../indicators/view";
import type { CaseloadSource } from "../model/caseload";
import { lastDay } from "../model/periods";
import type { Sen2Limits } from "../model/limits";
import type { CeasedFacts, ReviewFacts } from "../model/plan-facts";
import type { RequestFacts } from "../model/request-facts";
import type { Sen2Return } from "../read/return";
import { disputeRows, type disputeView } from "./dispute-view";
import { planRows, type planView } from "./plan-view";
import { requestRows, type RequestRows } from "./request-view";
import {
  phaseTransferRows,
  reviewRows,
  type phaseTransferView,
  type reviewView,
} from "./review-views";

/** The rows that SEN2 events are counted from, by the names of their views. */
export interface Sen2EventRows {
  readonly request: RequestRows;
  readonly dispute: ViewRows<typeof disputeView>;
  readonly plan: ViewRows<typeof planView>;
  readonly review: ViewRows<typeof reviewView>;
  readonly phase_transfer: ViewRows<typeof phaseTransferView>;
}

interface Facts {
  readonly requests: RequestFacts;
  readonly ceased: CeasedFacts;
  readonly reviews: ReviewFacts;
  readonly phaseTransfers: ReviewFacts;
  readonly limits: Sen2Limits;
}

/** The facts of a model as rows of their views. */
export function sen2EventRows(
  source: CaseloadSource,
  returns: readonly Sen2Return[],
  people: People,
  { requests, ceased, reviews, phaseTransfers, limits }: Facts,
): Sen2EventRows {
  const request = requestRows(source.merged, requests, people, limits);
  return {
    request,
    dispute: disputeRows(request),
    plan: planRows(source, returns, ceased, people),
    review: reviewRows(reviews, limits, lastDay(source.periods)),
    phase_transfer: phaseTransferRows(phaseTransfers),
  };
}

import { MISSING } from "../../../columns/column";
import type { StarData } from "../../../star/frame";
import { caseloadTable } from "./caseload-table";
import type { Sen2Model } from "../model/model";
import { needTable, placementTable } from "./placement-tables";
import { planTable } from "./plan-table";
import { requestTable } from "./request-table";
import { reviewTables } from "./review-tables";
import { caseKeys, sourceOfCase } from "./star-rows";

/** The fact tables that SEN2 feeds. `sourceKeys[r]` is the source key of return r. */
export function sen2Facts(model: Sen2Model, sourceKeys: readonly number[]): StarData[] {
  const keys = caseKeys(model);
  const source = sourceOfCase(model, sourceKeys);
  const plans = keys.order.filter((c) => model.merged.start[c] !== MISSING);
  return [
    requestTable(model, keys, source),
    planTable(model, keys, plans, source),
    placementTable(model, keys, plans, sourceKeys),
    needTable(model, keys, plans, sourceKeys),
    ...reviewTables(model, keys, sourceKeys),
    caseloadTable(model, keys, sourceKeys),
  ];
}

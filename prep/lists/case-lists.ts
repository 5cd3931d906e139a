import { alertList } from "./alerts/alert-list";
import { annexA } from "./annex-a/annex-a";
import type { CaseList } from "./case-list";

/** Every list that `send-scorecard lists` can write. */
export const caseLists: readonly CaseList[] = [alertList, annexA];

import type { CaseList } from "./case-list";

/** Every list that `send-scorecard lists` can write. */
export const caseLists: readonly CaseList[] = [];

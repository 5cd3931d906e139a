import type { ReaderState, View } from "../model/reader-state";
import type { Scorecard } from "../model/kpi";
import type { ColumnId } from "../settings/column-ids";

/** What the reader can do to the view, as the button pressed says it. */
export interface Press {
  readonly act: string;
  /** Key of the KPI, id of the section, column or view that the button is of. */
  readonly of: string;
}

/** The state after a button is pressed; the same object where the press means nothing. */
export function pressed(state: ReaderState, { act, of }: Press, { kpis }: Scorecard): ReaderState {
  switch (act) {
    case "open":
      return { ...state, open: state.open === of ? null : of };
    case "section":
      return {
        ...state,
        collapsed: state.collapsed.includes(of)
          ? state.collapsed.filter((name) => name !== of)
          : [...state.collapsed, of],
      };
    case "sections":
      return {
        ...state,
        collapsed:
          state.collapsed.length > 0 ? [] : [...new Set(kpis.map(({ section }) => section ?? ""))],
      };
    case "sort":
      return { ...state, sort: nextSort(state.sort, of as ColumnId) };
    case "furthest":
      return {
        ...state,
        sort:
          state.sort?.column === "gap" && !state.sort.descending
            ? null
            : { column: "gap", descending: false },
      };
    case "exceptions":
      return { ...state, exceptions: !state.exceptions };
    case "view":
      return { ...state, view: of as View };
    case "choose":
      return { ...state, chosen: of };
    default:
      return state;
  }
}

/** A heading pressed once sorts up, twice down, a third time gives the author's order back. */
function nextSort(sort: ReaderState["sort"], column: ColumnId): ReaderState["sort"] {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

import type { Settings } from "../settings/settings-table";
import { columnIds, type ColumnId } from "../settings/column-ids";

export type View = Settings["layout"]["view"];

/** What the reader did to the view; kept in the report, so that bookmarks hold it. */
export interface ReaderState {
  readonly view: View;
  readonly sort: { readonly column: ColumnId; readonly descending: boolean } | null;
  readonly exceptions: boolean;
  readonly collapsed: readonly string[];
  /** Key of the KPI whose detail is open. */
  readonly open: string | null;
  /** Key of the KPI that the neighbours and trend views show. */
  readonly chosen: string | null;
}

const VIEWS: readonly View[] = ["scorecard", "cards", "neighbours", "areas", "trend"];

/**
 * The state kept as text, with the author's settings where the text says nothing or is damaged. The
 * reader's view counts only where the author lets readers switch.
 */
export function readState(text: string, { layout }: Settings): ReaderState {
  const kept = parsed(text);
  const sort = kept.sort as ReaderState["sort"] | undefined;
  return {
    view:
      layout.readerSwitch && VIEWS.includes(kept.view as View) ? (kept.view as View) : layout.view,
    sort:
      sort && columnIds.includes(sort.column)
        ? { column: sort.column, descending: sort.descending === true }
        : null,
    exceptions: typeof kept.exceptions === "boolean" ? kept.exceptions : layout.exceptions,
    collapsed: Array.isArray(kept.collapsed)
      ? kept.collapsed.filter((name) => typeof name === "string")
      : [],
    open: typeof kept.open === "string" ? kept.open : null,
    chosen: typeof kept.chosen === "string" ? kept.chosen : null,
  };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

import type { Status } from "../kpi/status";
import { STATUS_WORDS } from "../kpi/words";

/**
 * Marks a status code in a model, so that the view can say it in the reader's language; the
 * source's own words pass as they are.
 */
export const STATUS_MARK = "status_";

/**
 * Words or a marked status code for a figure that is not there; a figure with no word is `missing`.
 */
export function statusWords(text: string | null): string {
  if (text === null || text === "ok") return `${STATUS_MARK}missing`;
  const code = text.toLowerCase().replace(/\s+/g, "_");
  return code in STATUS_WORDS ? STATUS_MARK + (code as Status) : text;
}

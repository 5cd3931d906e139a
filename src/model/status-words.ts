import { readSign } from "../kpi/read-sign";
import { STATUSES } from "../kpi/status";
import type { Words } from "../host/words";

/**
 * Marks a status code in a model, so that the view can say it in the reader's language; the
 * source's own words pass as they are.
 */
const STATUS_MARK = "status_";
const SEPARATOR = "\u001f";
/** Signs such as `c`, `[z]` and `*`; longer words and bands say more than a status does. */
const SIGN = /^\D{1,4}$/;

const isStatus = (code: string): boolean => STATUSES.some((one) => one === code);

/** A marked code with what its words name. */
export const marked = (code: string, ...named: readonly string[]): string =>
  [STATUS_MARK + code, ...named].join(SEPARATOR);

/**
 * Words or a marked status code for a figure that is not there; a figure with no word is `missing`.
 */
export function statusWords(text: string | null): string {
  if (text === null || text === "ok") return marked("missing");
  const code = text.toLowerCase().replace(/\s+/g, "_");
  if (isStatus(code)) return marked(code);
  const sign = SIGN.test(text) ? readSign(text) : null;
  return sign !== null && isStatus(sign) ? marked(sign) : text;
}

/** The words of a figure that is not there, in the reader's language. */
export function sayStatus(text: string, words: Words): string {
  if (!text.startsWith(STATUS_MARK)) return text;
  const [key, ...named] = text.split(SEPARATOR);
  return words(key, ...named);
}

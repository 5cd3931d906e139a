/** `Table 2:`, `Figure 3 -`, `KPI 4:`, `5.`: what numbers a title. */
const NUMBER =
  /^(?:(?:table|figure|fig|chart|graph|kpi|indicator|measure|pi)\.? ?\d+(?:\.\d+)*[a-z]?|\d{1,2}(?:\.\d+)*[.)])\s*[:.)\u2013\u2014-]?\s+/i;
/** When a title is of, at its end: in brackets, or behind a comma or a dash. */
const AS_AT =
  /\s*(?:\((?:as (?:at|of)|position (?:at|on)|snapshot)[^()]*\)|[,:\u2013-]?\s*\b(?:as (?:at|of)|position (?:at|on))\b[^,;]*)$/i;

/** The words of a title without the number that it begins with. */
export const withoutNumber = (title: string): string => title.replace(NUMBER, "").trim() || title;

/** Whether a title begins with a number that calls it a KPI's, as `KPI 4: Plans issued`. */
export const isNumberedKpi = (title: string): boolean =>
  /^(?:kpi|indicator|measure|pi)\b/i.test(title) && NUMBER.test(title);

/** A title as the name of what is counted below it: without its number and the day that it is of. */
export const nameOfTitle = (title: string): string =>
  withoutNumber(title).replace(AS_AT, "").trim() || title;

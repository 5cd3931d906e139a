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

const A_YEAR = "20\\d\\d(?:[/-]\\d\\d(?:\\d\\d)?)?";
const KIND = "(?:academic|financial|calendar|school) years?";
/** The years that a title is of, at its end. */
const YEARS = new RegExp(
  `[\\s,:(\u2013-]*(?:${KIND} )?${A_YEAR}(?:(?:, ?| and | to | ?[\u2013-] ?)${A_YEAR})*(?: ${KIND})?\\)?$`,
  "i",
);
const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|autumn|spring|summer|term|quarter \d|q\d)$/i;

/** A text without the years at its end; whole where they belong to a month or a term. */
function withoutYears(text: string): string {
  const before = text.replace(YEARS, "");
  return before === "" || MONTH.test(before) ? text : before.trim();
}

/** A title as the name of what is counted below it: without its number and the time that it is of. */
export const nameOfTitle = (title: string): string =>
  withoutYears(withoutNumber(title).replace(AS_AT, "").trim()) || title;

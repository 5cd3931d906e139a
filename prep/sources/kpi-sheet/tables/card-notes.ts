import { headingOf } from "./heading";

/** What the words in a cell below a card's figure say: a heading with what stands under it. */
interface CardNote {
  readonly heading: string;
  readonly text: string;
}

const RATING = /^(?:b?rag|rating|status)?(?: rating| status)? ?[:=-]? ?(red|amber|green|blue)$/i;
const AMOUNT =
  /^(.*?[a-z)]) ?[:=-]? ?((?:[<>≤≥]=? ?|at least |at most |above |below |over |under |more than |less than |fewer than )?£?-?\d[\d.,]* ?(?:%|k|m|weeks?|days?|months?|years?)?)$/i;

/** Words without a number or a sign of one. */
const isWords = (text: string): boolean => !/\d/.test(text);

/**
 * Reads a note such as `Target 95%`, `England: 52.1%`, `RAG: Amber` or `March 2025`; null where it
 * has a number that is not understood. Words without a number are commentary.
 */
export function cardNote(printed: string): CardNote | null {
  const text = printed.replace(/\s+/g, " ").trim();
  const rating = RATING.exec(text);
  if (rating) return { heading: "RAG", text: rating[1] };
  const { period, kind, label, rest } = headingOf(text);
  if (period !== null && kind === null && label === null && rest === "")
    return { heading: "Period", text };
  const amount = AMOUNT.exec(text);
  if (amount) {
    const said = headingOf(amount[1]);
    const isNamed = said.kind !== null && said.kind !== "actual" && said.rest === "";
    return isNamed ? { heading: amount[1], text: amount[2] } : null;
  }
  return isWords(text) ? { heading: "Commentary", text } : null;
}

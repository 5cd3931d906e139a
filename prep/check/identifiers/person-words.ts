import { readDay } from "../../calendar/read-day";
import { givenNames } from "../../reference/given-names";
import { readOnce } from "../../reference/read-reference";
import { BEFORE_TIMES, NO_SURNAME, SURNAMES, TIMES } from "./name-words";
import { isNhsNumber } from "./nhs-number";
import { ulnFault } from "./uln";
import { upnFault } from "./upn";

/** What in a text may name a person. */
type PersonWord =
  "postcode" | "UPN" | "ULN" | "NHS number" | "date of birth" | "title and name" | "given name";

/** Common given names, and whether each names somebody by itself. */
const given = readOnce(
  (): ReadonlyMap<string, boolean> =>
    new Map(givenNames().map(({ name, namesAlone }) => [name, namesAlone])),
);

const TITLE =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Sir|Dame|Lady|Cllr|Councillor|Rev)\.?\s+(?:[A-Z]\.?\s+)*\p{Lu}[\p{L}'’-]+/u;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/i;
const UPN = /\b[A-Z]\d{11}[A-Z\d]\b/gi;
const TEN_DIGITS = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;
const DATE =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|\p{L}{3,9})[ /.-]\d{2,4}|\d{4}-\d{2}-\d{2})\b/gu;
const BIRTH = /\b(?:born|birth|dob|d\.o\.b)\b/i;

const found = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

/** Whether a word that is another word too, such as May or Mark, is a name before the next one. */
function isNameBefore(name: string, before: string | undefined, next: string | undefined): boolean {
  const surname = next?.toLowerCase() ?? "";
  if (!/^\p{Lu}\p{Ll}/u.test(next ?? "") || NO_SURNAME.has(surname)) return false;
  if (name === "amber" && surname === "green") return false;
  return (
    SURNAMES.has(surname) || !(TIMES.test(name) && BEFORE_TIMES.test(before?.toLowerCase() ?? ""))
  );
}

function hasGivenName(text: string): boolean {
  // A name and a surname stand in one phrase: not on both sides of a full stop, a comma or a number.
  const phrases = text
    .split(/[.,;:!?()/\n|0-9]+/)
    .map((phrase) => [...phrase.matchAll(/\p{L}[\p{L}'’-]*/gu)]);
  return phrases.some((found) => {
    const words = found.map(([word]) => word);
    return words.some((word, i) => {
      const name = word.toLowerCase().replace(/['’]s$/, "");
      const namesAlone = /^\p{Lu}/u.test(word) ? given().get(name) : undefined;
      if (namesAlone === undefined) return false;
      return namesAlone || isNameBefore(name, words[i - 1], words[i + 1]);
    });
  });
}

const digits = (text: string): string => text.replace(/\D/g, "");

/** By kind, whether a text holds such a thing. */
const looks: readonly (readonly [PersonWord, (text: string) => boolean])[] = [
  ["postcode", (text) => POSTCODE.test(text)],
  ["UPN", (text) => found(text, UPN).some((upn) => upnFault(upn.toUpperCase()) === null)],
  ["ULN", (text) => found(text, TEN_DIGITS).some((uln) => ulnFault(digits(uln)) === null)],
  ["NHS number", (text) => found(text, TEN_DIGITS).some((number) => isNhsNumber(digits(number)))],
  [
    "date of birth",
    (text) => BIRTH.test(text) && found(text, DATE).some((date) => readDay(date) !== null),
  ],
  ["title and name", (text) => TITLE.test(text)],
  ["given name", hasGivenName],
];

/** What in a text may name a person; the text itself is not told. */
export const personWords = (text: string): PersonWord[] =>
  looks.flatMap(([kind, has]) => (has(text) ? [kind] : []));

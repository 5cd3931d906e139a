import { readDay } from "../../calendar/read-day";
import { isNhsNumber } from "./nhs-number";
import { ulnFault } from "./uln";
import { upnFault } from "./upn";

/** What in a text may name a person. */
type PersonWord =
  "postcode" | "UPN" | "ULN" | "NHS number" | "date of birth" | "title and name" | "given name";

/** Given names that are common in England and are no other words. */
const GIVEN = new Set(
  (
    "oliver george harry noah jack jacob leo oscar charlie muhammad mohammed mohammad mohamed ahmed ali hassan hussain ibrahim yusuf " +
    "william thomas james joshua henry alfie theo archie freddie joseph isaac edward alexander lucas samuel daniel logan benjamin " +
    "sebastian adam finley dylan zachary riley teddy tommy ethan harrison arthur luca elijah matthew david michael john peter paul " +
    "andrew stephen steven christopher simon kevin brian alan ian neil gary stuart graham nicholas jonathan anthony timothy liam connor " +
    "callum kieran aaron nathan kyle jordan cameron reuben caleb jayden tyler ryan lewis luke amelia olivia isla emily ava ella " +
    "isabella mia sophia sophie charlotte evie freya millie chloe phoebe florence alice matilda evelyn emma jessica ellie maisie " +
    "erin molly megan hannah abigail holly eleanor elizabeth lucy katie jasmine zara aisha fatima maryam amina zainab khadija " +
    "layla imogen eliza harriet georgia rebecca rachel sarah claire nicola karen susan julie helen deborah tracy jane joanne " +
    "catherine katherine margaret patricia linda christine jennifer samantha michelle natalie danielle victoria laura lauren " +
    "stephanie louise gemma stacey kelly donna angela alison jacqueline lisa amanda priya anjali ananya aarav arjun rohan sanjay " +
    "piotr katarzyna agnieszka mateusz jakub oleksandr olena chidi ngozi kwame amara tamsin ermintrude ada elsie"
  ).split(" "),
);
/** Given names that are other words too: only before another name. */
const ALSO_WORDS =
  "grace will hope may april june rose ruby daisy poppy lily ivy violet mark art frank max jude sky summer autumn faith joy amber hazel iris olive pearl sandy dean grant glen clay miles chase hunter mason harper willow robin martin rosie bella finn ben sam kai";
const BEFORE_A_NAME = new Set(ALSO_WORDS.split(" "));

const TITLE =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Sir|Dame|Lady|Cllr|Councillor|Rev)\.?\s+(?:[A-Z]\.?\s+)*\p{Lu}[\p{L}'’-]+/u;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/i;
const UPN = /\b[A-Z]\d{11}[A-Z\d]\b/gi;
const TEN_DIGITS = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;
const DATE =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|\p{L}{3,9})[ /.-]\d{2,4}|\d{4}-\d{2}-\d{2})\b/gu;
const BIRTH = /\b(?:born|birth|dob|d\.o\.b)\b/i;

const found = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

function hasGivenName(text: string): boolean {
  const words = [...text.matchAll(/\p{L}[\p{L}'’-]*/gu)].map(([word]) => word);
  return words.some((word, i) => {
    const name = word.toLowerCase().replace(/['’]s$/, "");
    if (!/^\p{Lu}/u.test(word)) return false;
    if (GIVEN.has(name)) return true;
    return BEFORE_A_NAME.has(name) && /^\p{Lu}\p{Ll}/u.test(words[i + 1] ?? "") && i > 0;
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

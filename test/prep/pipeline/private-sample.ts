import { dayFromIso, civilOf } from "../../../prep/calendar/day";
import type { ReturnRecord, SampleReturn } from "../../../prep/sample/return-record";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const two = (value: number): string => String(value).padStart(2, "0");

/** A birth date in every form that a program may print. */
export function writtenDates(iso: string): string[] {
  const { year, month, day } = civilOf(dayFromIso(iso)!);
  const name = MONTHS[month - 1];
  return [
    iso,
    `${year}${two(month)}${two(day)}`,
    ...["/", "-", "."].map((mark) => [two(day), two(month), year].join(mark)),
    `${year}-${name.slice(0, 3)}-${two(day)}`,
    `${day} ${name} ${year}`,
    `${day} ${name.slice(0, 3)} ${year}`,
    `${day}/${month}/${year}`,
  ];
}

/** Names that no output has by chance: each ends in letters that no word has. */
const marked = (name: string): string => (name === "" ? "" : `${name}qzx`);

/** The returns with names that cannot be met by chance. */
export const withMarkedNames = (returns: readonly SampleReturn[]): SampleReturn[] =>
  returns.map((ret) => ({
    ...ret,
    *persons() {
      for (const person of ret.persons())
        yield {
          ...person,
          values: {
            ...person.values,
            Surname: marked(person.values.Surname),
            Forename: marked(person.values.Forename),
          },
        };
    },
  }));

export interface PersonalValues {
  /** Names, identifiers and postcodes, all in lower case. */
  readonly texts: ReadonlySet<string>;
  readonly births: ReadonlySet<string>;
}

/** Every personal value of some returns. */
export function personalValues(returns: readonly SampleReturn[]): PersonalValues {
  const texts = new Set<string>();
  const births = new Set<string>();
  const read = ({ values }: ReturnRecord): void => {
    for (const text of [
      values.Surname,
      values.Forename,
      values.UPN,
      values.UniqueLearnerNumber,
      values.PostCode,
      values.PostCode.replace(" ", ""),
    ])
      if (text) texts.add(text.toLowerCase());
    if (values.PersonBirthDate) births.add(values.PersonBirthDate);
  };
  for (const ret of returns) for (const person of ret.persons()) read(person);
  return { texts, births };
}

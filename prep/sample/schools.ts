import { dayOf, type Day } from "../calendar/day";

/**
 * An invented school or college. `group` is the placement group it was made for: the answer that a
 * reader of the register must find.
 */
export interface School {
  readonly urn: string;
  readonly ukprn: string;
  readonly name: string;
  readonly authority: string;
  readonly estab: string;
  /** Establishment type of the school register: code and name. */
  readonly type: readonly [string, string];
  readonly typeGroup: readonly [string, string];
  readonly phase: readonly [string, string];
  readonly group: string;
  readonly ages: readonly [number, number];
  readonly opened: Day;
  readonly closed: Day | null;
  /** URN of the school that took its place. */
  readonly successor: string | null;
  readonly hasUnit: boolean;
  readonly hasResourced: boolean;
}

export const OWN = "999";
/**
 * Other authorities in which some of the invented schools stand, and to and from which people move.
 */
export const OTHERS = ["330", "801", "839", "873"] as const;

const PRIMARY = ["2", "Primary"] as const;
const SECONDARY = ["4", "Secondary"] as const;
const SIXTEEN_PLUS = ["6", "16 plus"] as const;
const NOT_APPLICABLE = ["0", "Not applicable"] as const;
const MAINTAINED = ["4", "Local authority maintained schools"] as const;
const ACADEMIES = ["10", "Academies"] as const;
const FREE_SCHOOLS = ["11", "Free Schools"] as const;
const SPECIAL = ["5", "Special schools"] as const;
const INDEPENDENT = ["3", "Independent schools"] as const;
const COLLEGES = ["1", "Colleges"] as const;
const OTHER_TYPES = ["9", "Other types"] as const;

type Kind = readonly [
  type: readonly [string, string],
  typeGroup: readonly [string, string],
  phase: readonly [string, string],
  group: string,
  low: number,
  high: number,
  inside: number,
  outside: number,
];

/**
 * What stands in the register: type, group, phase, placement group, ages, how many in the
 * authority, how many in others.
 */
const KINDS: readonly Kind[] = [
  [
    ["15", "Local authority nursery school"],
    MAINTAINED,
    ["1", "Nursery"],
    "mainstream_maintained",
    2,
    4,
    2,
    0,
  ],
  [["1", "Community school"], MAINTAINED, PRIMARY, "mainstream_maintained", 4, 10, 6, 1],
  [["2", "Voluntary aided school"], MAINTAINED, PRIMARY, "mainstream_maintained", 4, 10, 2, 0],
  [["34", "Academy converter"], ACADEMIES, PRIMARY, "mainstream_academy", 4, 10, 5, 1],
  [["35", "Free schools"], FREE_SCHOOLS, PRIMARY, "mainstream_free_school", 4, 10, 1, 0],
  [["5", "Foundation school"], MAINTAINED, SECONDARY, "mainstream_maintained", 11, 18, 2, 0],
  [["28", "Academy sponsor led"], ACADEMIES, SECONDARY, "mainstream_academy", 11, 18, 4, 1],
  [
    ["40", "University technical college"],
    FREE_SCHOOLS,
    SECONDARY,
    "mainstream_free_school",
    13,
    18,
    1,
    0,
  ],
  [
    ["11", "Other independent school"],
    INDEPENDENT,
    NOT_APPLICABLE,
    "mainstream_independent",
    4,
    18,
    1,
    1,
  ],
  [["7", "Community special school"], SPECIAL, NOT_APPLICABLE, "special_maintained", 3, 18, 3, 1],
  [["44", "Academy special converter"], ACADEMIES, NOT_APPLICABLE, "special_academy", 4, 18, 2, 0],
  [["36", "Free schools special"], FREE_SCHOOLS, NOT_APPLICABLE, "special_academy", 4, 18, 1, 0],
  [
    ["8", "Non-maintained special school"],
    SPECIAL,
    NOT_APPLICABLE,
    "special_non_maintained",
    4,
    18,
    0,
    1,
  ],
  [
    ["10", "Other independent special school"],
    INDEPENDENT,
    NOT_APPLICABLE,
    "special_independent",
    5,
    19,
    1,
    2,
  ],
  [["14", "Pupil referral unit"], MAINTAINED, NOT_APPLICABLE, "ap_maintained", 5, 15, 1, 0],
  [
    ["42", "Academy alternative provision converter"],
    ACADEMIES,
    NOT_APPLICABLE,
    "ap_academy",
    11,
    15,
    1,
    0,
  ],
  [
    ["38", "Free schools alternative provision"],
    FREE_SCHOOLS,
    NOT_APPLICABLE,
    "ap_free_school",
    11,
    15,
    1,
    0,
  ],
  [["18", "Further education"], COLLEGES, SIXTEEN_PLUS, "fe_general", 16, 25, 2, 1],
  [["32", "Special post 16 institution"], COLLEGES, SIXTEEN_PLUS, "fe_specialist", 16, 25, 1, 1],
  [["24", "Secure units"], OTHER_TYPES, NOT_APPLICABLE, "other_establishment", 12, 17, 0, 1],
  [
    ["49", "Online provider"],
    ["13", "Online provider"],
    NOT_APPLICABLE,
    "online_provider",
    11,
    18,
    0,
    1,
  ],
  [
    ["30", "Welsh establishment"],
    ["6", "Welsh schools"],
    NOT_APPLICABLE,
    "welsh_establishment",
    4,
    18,
    0,
    1,
  ],
];

const FIRST_URN = 990001;
const FIRST_UKPRN = 19990001;
/** Numbers that are kept for the schools of one council. */
const NUMBERS = 100;

/** Whose schools are made: the n-th council of the sample, from 0. */
interface OfCouncil {
  readonly n: number;
  readonly authority: string;
  /** First word of their names. */
  readonly name: string;
}

/** The schools of a council; those in other authorities are made with the first alone. */
function build({ n: council, authority: own, name: word }: OfCouncil): School[] {
  const [firstUrn, firstUkprn] = [FIRST_URN + council * NUMBERS, FIRST_UKPRN + council * NUMBERS];
  const schools: School[] = [];
  const add = (kind: Kind, authority: string): void => {
    const [type, typeGroup, phase, group, low, high] = kind;
    const n = schools.length;
    const stateMainstream = /^mainstream_(maintained|academy|free_school)$/.test(group);
    const before = schools.filter((school) => school.group === group).length;
    schools.push({
      urn: String(firstUrn + n),
      ukprn: String(firstUkprn + n),
      name: `${word} ${type[1]} ${n + 1}, North`,
      authority,
      estab: String(2001 + n),
      type,
      typeGroup,
      phase,
      group,
      ages: [low, high],
      opened: dayOf(1990 + (n % 20), 9, 1),
      closed: null,
      successor: null,
      hasUnit: stateMainstream && before % 3 === 0,
      hasResourced: stateMainstream && before % 3 === 1,
    });
  };
  for (const kind of KINDS) {
    for (let n = 0; n < kind[6]; n++) add(kind, own);
    if (council > 0) continue;
    for (let n = 0; n < kind[7]; n++) add(kind, OTHERS[(schools.length + n) % OTHERS.length]);
  }
  // One community primary school becomes an academy on 1 April 2024.
  const closing = schools.findIndex((school) => school.type[0] === "1");
  const next: School = {
    ...schools[closing],
    urn: String(firstUrn + schools.length),
    ukprn: String(firstUkprn + schools.length),
    type: ["34", "Academy converter"],
    typeGroup: ACADEMIES,
    group: "mainstream_academy",
    opened: dayOf(2024, 4, 1),
  };
  schools[closing] = { ...schools[closing], closed: dayOf(2024, 3, 31), successor: next.urn };
  return [...schools, next];
}

/**
 * Every invented establishment of a sample of one council, of each type that the placement groups
 * need, some in other authorities.
 */
export const SCHOOLS: readonly School[] = build({ n: 0, authority: OWN, name: "Sample" });

const byUrn = new Map(SCHOOLS.map((school) => [school.urn, school]));

/** The schools that stand in a further council of a sample. */
export function schoolsOf(council: OfCouncil): readonly School[] {
  const schools = build(council);
  for (const school of schools) byUrn.set(school.urn, school);
  return schools;
}

export const schoolOf = (urn: string): School | undefined => byUrn.get(urn);

/** UKPRN of an invented training provider that is in no school register. */
export const TRAINING_PROVIDER = "19980001";

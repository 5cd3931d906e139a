import { civilOf, type Day } from "../calendar/day";
import { councilsOf, MOST_COUNCILS, SAMPLESHIRE, type SampleCouncil } from "./councils";
import type { School } from "./schools";
import { csvLine } from "./write/csv-line";
import { encodeText } from "./write/encode-text";

const two = (value: number): string => String(value).padStart(2, "0");
const registerDate = (day: Day | null): string => {
  if (day === null) return "";
  const { year, month, day: ofMonth } = civilOf(day);
  return `${two(ofMonth)}-${two(month)}-${year}`;
};

const AUTHORITY_NAMES: Readonly<
  Record<string, readonly [name: string, gss: string, regionCode: string, region: string]>
> = {
  "330": ["Birmingham", "E08000025", "F", "West Midlands"],
  "801": ["Bristol, City of", "E06000023", "K", "South West"],
  "839": ["Bournemouth, Christchurch and Poole", "E06000058", "K", "South West"],
  "873": ["Cambridgeshire", "E10000003", "G", "East of England"],
};

/** Name, code and region of an authority as the register has them. */
const authorityOf = (code: string): (typeof AUTHORITY_NAMES)[string] => {
  const council = councilsOf(MOST_COUNCILS).find(({ authority }) => authority === code);
  return council ? [council.name, council.onsCode, "J", "South East"] : AUTHORITY_NAMES[code];
};

/** Columns of the school register by name, and what each holds for a school. */
const COLUMNS: readonly (readonly [string, (school: School) => string])[] = [
  ["URN", (s) => s.urn],
  ["LA (code)", (s) => s.authority],
  ["LA (name)", (s) => authorityOf(s.authority)[0]],
  ["EstablishmentNumber", (s) => s.estab],
  ["EstablishmentName", (s) => s.name],
  ["TypeOfEstablishment (code)", (s) => s.type[0]],
  ["TypeOfEstablishment (name)", (s) => s.type[1]],
  ["EstablishmentTypeGroup (code)", (s) => s.typeGroup[0]],
  ["EstablishmentTypeGroup (name)", (s) => s.typeGroup[1]],
  ["EstablishmentStatus (code)", (s) => (s.closed === null ? "1" : "2")],
  ["EstablishmentStatus (name)", (s) => (s.closed === null ? "Open" : "Closed")],
  ["OpenDate", (s) => registerDate(s.opened)],
  ["CloseDate", (s) => registerDate(s.closed)],
  ["PhaseOfEducation (code)", (s) => s.phase[0]],
  ["PhaseOfEducation (name)", (s) => s.phase[1]],
  ["StatutoryLowAge", (s) => String(s.ages[0])],
  ["StatutoryHighAge", (s) => String(s.ages[1])],
  ["UKPRN", (s) => s.ukprn],
  [
    "TypeOfResourcedProvision (name)",
    (s) => (s.hasUnit ? "SEN unit" : s.hasResourced ? "Resourced provision" : "Not applicable"),
  ],
  ["GOR (code)", (s) => authorityOf(s.authority)[2]],
  ["GOR (name)", (s) => authorityOf(s.authority)[3]],
  ["GSSLACode (name)", (s) => authorityOf(s.authority)[1]],
];

/** The schools of some councils, each once. */
const schoolsIn = (councils: readonly SampleCouncil[]): School[] => [
  ...new Set(councils.flatMap(({ schools }) => schools)),
];

/**
 * The invented schools as a school register download (columns as in edubasealldata, Windows-1252).
 */
export const schoolRegister = (
  councils: readonly SampleCouncil[] = [SAMPLESHIRE],
): Iterable<Uint8Array> =>
  encodeText(
    [
      csvLine(COLUMNS.map(([name]) => name)),
      ...schoolsIn(councils).map((school) => csvLine(COLUMNS.map(([, value]) => value(school)))),
    ],
    "windows-1252",
  );

/** The register's links: which school took the place of which. */
export function schoolLinks(
  councils: readonly SampleCouncil[] = [SAMPLESHIRE],
): Iterable<Uint8Array> {
  const schools = schoolsIn(councils);
  const line = (from: School, to: School, type: string, day: Day): string =>
    csvLine([from.urn, to.urn, to.name, type, registerDate(day)]);
  const links = schools.flatMap((school) => {
    const next = schools.find(({ urn }) => urn === school.successor);
    return next
      ? [
          line(school, next, "Successor", next.opened),
          line(next, school, "Predecessor", next.opened),
        ]
      : [];
  });
  return encodeText(
    [csvLine(["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"]), ...links],
    "windows-1252",
  );
}

import { isoOf } from "../../calendar/day";
import type { School } from "../schools";
import { encodeText, inChunks } from "../write/encode-text";
import type { SampleFile } from "../write/sample-file";
import type { SampleCensus } from "./censuses";
import { phaseCode } from "./phase-code";
import type { Attended, Enrolment, Event, Pupil, SessionCount, PupilInCensus } from "./pupil";

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[mark]!);
const leaf = (tag: string, value: string | number): string =>
  value === "" ? "" : `<${tag}>${escapeXml(String(value))}</${tag}>`;
const group = (tag: string, inner: string): string =>
  inner === "" ? "" : `<${tag}>${inner}</${tag}>`;
const flag = (value: boolean): string => (value ? "1" : "0");

const sessions = (tag: string, { possible, codes }: SessionCount): string =>
  group(
    tag,
    leaf("SessionsPossible", possible) +
      group(
        "SessionDetails",
        codes
          .map(([code, count]) =>
            group("SessionDetail", leaf("AttendanceReason", code) + leaf("Sessions", count)),
          )
          .join(""),
      ),
  );

function attendance(attended: readonly Attended[], enrolment: Enrolment): string {
  const of = attended.find((one) => one.enrolment === enrolment);
  return of
    ? group(
        "Attendance",
        sessions("TermlyAttendance", of.first) +
          (of.second ? sessions("SummerHalfTerm2Attendance", of.second) : ""),
      )
    : "";
}

const exclusions = (events: readonly Event[], enrolment: Enrolment): string =>
  group(
    "Exclusions",
    events
      .filter((event) => event.enrolment === enrolment)
      .map(({ category, reasons, start, sessions: length, sen }) =>
        group(
          "TermlyExclusion",
          leaf("Category", category) +
            reasons.map((reason, i) => leaf(`Reason${i + 1}`, reason)).join("") +
            leaf("StartDate", isoOf(start)) +
            leaf("Sessions", length) +
            leaf("SENprovision", sen),
        ),
      )
      .join(""),
  );

function identifiers({ person }: Pupil, { day }: SampleCensus): string {
  const upn = person.upnKnown !== null && person.upnKnown <= day ? person.upn : "";
  return group(
    "PupilIdentifiers",
    leaf("UPN", upn) +
      leaf("UniqueLearnerNumber", person.uln) +
      leaf("Surname", person.surname) +
      leaf("Forename", person.forename) +
      leaf("Sex", person.sex) +
      leaf("DOB", isoOf(person.birth)),
  );
}

const address = ({ person }: Pupil): string =>
  group(
    "HomeInformation",
    group(
      "Address",
      leaf("PostCode", person.postcode) +
        group("LineAddressFormat", leaf("AddressLine1", "1 Sample Street")),
    ),
  );

function onRoll(
  pupil: Pupil,
  told: PupilInCensus,
  census: SampleCensus,
  enrolment: Enrolment,
): string {
  const { meals, person } = pupil;
  const { standing } = told;
  const spring = census.term === "Spring";
  const period = meals
    ? group(
        "FSMeligibility",
        group(
          "FSMperiod",
          leaf("FSMstartDate", isoOf(meals.from)) +
            leaf("FSMendDate", meals.to === null ? "" : isoOf(meals.to)) +
            leaf("UKcountry", "ENG"),
        ),
      )
    : "";
  const needs = spring
    ? group(
        "SENneeds",
        standing.needs
          .map((need, i) => group("SENneed", leaf("SENtypeRank", i + 1) + leaf("SENtype", need)))
          .join(""),
      )
    : "";
  return group(
    "PupilOnRoll",
    identifiers(pupil, census) +
      group("PupilCharacteristics", (spring ? leaf("Ethnicity", person.ethnicity) : "") + period) +
      group(
        "PupilStatus",
        leaf("EnrolStatus", enrolment.status) +
          leaf("EntryDate", isoOf(enrolment.from)) +
          leaf("PartTime", "false") +
          leaf("Boarder", "N") +
          leaf("NCyearActual", standing.year),
      ) +
      group(
        "SpecialEducationalNeeds",
        leaf("SENprovision", standing.sen) +
          needs +
          leaf("SENunitIndicator", flag(standing.unit)) +
          leaf("ResourcedProvisionIndicator", flag(standing.resourced)),
      ) +
      exclusions(told.events, enrolment) +
      address(pupil) +
      attendance(told.attended, enrolment),
  );
}

const left = (
  pupil: Pupil,
  told: PupilInCensus,
  census: SampleCensus,
  enrolment: Enrolment,
): string =>
  group(
    "PupilNoLongerOnRoll",
    identifiers(pupil, census) +
      group(
        "PupilStatus",
        leaf("EntryDate", isoOf(enrolment.from)) +
          leaf("LeavingDate", isoOf(enrolment.to!)) +
          leaf("PartTime", "false"),
      ) +
      exclusions(told.events, enrolment) +
      address(pupil) +
      attendance(told.attended, enrolment),
  );

/** A pupil's record at a school. */
interface Shown {
  readonly pupil: Pupil;
  readonly enrolment: Enrolment;
}

/** The records of each school of a census by its number, in the order of the pupils. */
function bySchool(
  pupils: readonly Pupil[],
  enrolmentsOf: (pupil: Pupil) => readonly Enrolment[],
): ReadonlyMap<string, readonly Shown[]> {
  const shown = new Map<string, Shown[]>();
  for (const pupil of pupils)
    for (const enrolment of enrolmentsOf(pupil)) {
      const { estab } = enrolment.school;
      const list = shown.get(estab);
      if (list) list.push({ pupil, enrolment });
      else shown.set(estab, [{ pupil, enrolment }]);
    }
  return shown;
}

function* schoolFile(
  school: School,
  { on, off }: { readonly on: readonly Shown[]; readonly off: readonly Shown[] },
  census: SampleCensus,
  c: number,
): Generator<string> {
  const code = { Autumn: "AUT", Spring: "SPR", Summer: "SUM" }[census.term];
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n<Header>${group("CollectionDetails", leaf("Collection", "SC") + leaf("Term", code) + leaf("Year", census.year) + leaf("ReferenceDate", isoOf(census.day)))}`;
  yield `${group("Source", leaf("SourceLevel", "S") + leaf("LEA", school.authority) + leaf("Estab", school.estab) + leaf("DateTime", `${isoOf(census.day + 10)}T09:30:00`))}</Header>\n`;
  yield `${group("School", group("SchoolCharacteristics", leaf("SchoolName", school.name) + leaf("Phase", phaseCode(school))))}\n<Pupils>\n<PupilsOnRoll>\n`;
  for (const { pupil, enrolment } of on)
    yield `${onRoll(pupil, pupil.told[c], census, enrolment)}\n`;
  yield "</PupilsOnRoll>\n<PupilsNoLongerOnRoll>\n";
  for (const { pupil, enrolment } of off)
    yield `${left(pupil, pupil.told[c], census, enrolment)}\n`;
  yield "</PupilsNoLongerOnRoll>\n</Pupils>\n</Message>\n";
}

/** The schools that a census tells of, each number once. */
export function schoolsIn(pupils: readonly Pupil[], c: number): School[] {
  const schools = new Map<string, School>();
  for (const { told } of pupils)
    for (const { school } of [...told[c].onRoll, ...told[c].left])
      if (!schools.has(school.estab)) schools.set(school.estab, school);
  return [...schools.values()].sort((a, b) => (a.estab < b.estab ? -1 : 1));
}

/** A census as schools upload it: one XML file a school. */
export function writeCensusXml(
  pupils: readonly Pupil[],
  census: SampleCensus,
  c: number,
): SampleFile[] {
  const [on, off] = [
    bySchool(pupils, ({ told }) => told[c].onRoll),
    bySchool(pupils, ({ told }) => told[c].left),
  ];
  return schoolsIn(pupils, c).map((school) => ({
    name: `${school.authority}${school.estab}_SC_${census.year}_${census.term}.xml`,
    chunks: encodeText(
      inChunks(
        schoolFile(
          school,
          { on: on.get(school.estab) ?? [], off: off.get(school.estab) ?? [] },
          census,
          c,
        ),
      ),
    ),
  }));
}

import { civilOf, type Day } from "../../calendar/day";
import type { School } from "../schools";
import { csvLine } from "../write/csv-line";
import { encodeText, inChunks } from "../write/encode-text";
import type { SampleFile } from "../write/sample-file";
import type { SampleCensus } from "./censuses";
import { phaseCode } from "./phase-code";
import type { Enrolment, Pupil, PupilInCensus } from "./pupil";
import { schoolsIn } from "./write-xml";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `2025-Jan-16 00:00:00`. */
function collectDate(day: Day | null): string {
  if (day === null) return "";
  const { year, month, day: ofMonth } = civilOf(day);
  return `${year}-${MONTHS[month - 1]}-${String(ofMonth).padStart(2, "0")} 00:00:00`;
}
const number = (value: number): string => `${value}.0`;
const flag = (value: boolean): string => (value ? "True" : "False");

interface Shown {
  readonly pupil: Pupil;
  readonly told: PupilInCensus;
  readonly enrolment: Enrolment;
  readonly id: string;
  readonly school: string;
}

type Columns = readonly (readonly [string, (row: Shown) => string])[];
/** Rows of a table under a pupil: as many lines of values as it gives. */
interface Below {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: (shown: Shown) => string[][];
}

const upnOf = ({ person }: Pupil, { day }: SampleCensus): string =>
  person.upnKnown !== null && person.upnKnown <= day ? person.upn : "";

const identity = (census: SampleCensus): Columns => [
  ["dob", ({ pupil }) => collectDate(pupil.person.birth)],
  ["surname", ({ pupil }) => pupil.person.surname],
  ["forename", ({ pupil }) => pupil.person.forename],
  ["middlenames", () => ""],
  ["upn", ({ pupil }) => upnOf(pupil, census)],
  ["formerupn", () => ""],
  ["uniquelearnernumber", ({ pupil }) => pupil.person.uln],
  ["sex", ({ pupil }) => pupil.person.sex],
  ["entrydate", ({ enrolment }) => collectDate(enrolment.from)],
  ["parttime", () => "False"],
];
const attendedBy = ({ told, enrolment }: Shown) =>
  told.attended.find((one) => one.enrolment === enrolment);
const possible = (census: SampleCensus): Columns => [
  [
    "termlysessionspossible",
    (shown) => {
      const of = attendedBy(shown);
      return of ? number(of.first.possible) : "";
    },
  ],
  ...(census.term === "Autumn"
    ? ([
        [
          "summerhalfterm2sessionspossible",
          (shown) => {
            const of = attendedBy(shown)?.second;
            return of ? number(of.possible) : "";
          },
        ],
      ] as Columns)
    : []),
];
const onRollColumns = (census: SampleCensus): Columns => [
  ...identity(census),
  ...possible(census),
  ["senunitindicator", ({ told }) => flag(told.standing.unit)],
  ["resourcedprovisionindicator", ({ told }) => flag(told.standing.resourced)],
  ...(census.term === "Spring"
    ? ([["ethnicity", ({ pupil }) => pupil.person.ethnicity]] as Columns)
    : []),
  ["enrolstatus", ({ enrolment }) => enrolment.status],
  ["boarder", () => "N"],
  ["senprovision", ({ told }) => told.standing.sen],
  ["ncyearactual", ({ told }) => told.standing.year],
];
const leftColumns = (census: SampleCensus): Columns => [
  ...identity(census),
  ...possible(census),
  ["leavingdate", ({ enrolment }) => collectDate(enrolment.to)],
];

function tablesBelow(census: SampleCensus, roll: "onroll" | "offroll"): Below[] {
  const details =
    (part: "first" | "second"): Below["rows"] =>
    (shown) =>
      (attendedBy(shown)?.[part]?.codes ?? []).map(([code, count]) => [number(count), code]);
  const addresses =
    census.term === "Autumn" ? `addresses${roll}` : roll === "onroll" ? "addresses" : null;
  return [
    ...(roll === "onroll"
      ? [
          ...(census.term === "Spring"
            ? [
                {
                  table: "senneeds",
                  columns: ["sentyperank", "sentype"],
                  rows: ({ told }: Shown) =>
                    told.standing.needs.map((need, i) => [number(i + 1), need]),
                },
              ]
            : []),
          {
            table: census.term === "Autumn" ? "fsmperiodsonroll" : "fsmperiod",
            columns: ["fsmstartdate", "fsmenddate", "ukcountry"],
            rows: ({ pupil: { meals } }: Shown) =>
              meals ? [[collectDate(meals.from), collectDate(meals.to), "ENG"]] : [],
          },
        ]
      : []),
    {
      table: `termlyexclusions${roll}`,
      columns: [
        "startdate",
        "sessions",
        "reason1",
        "reason2",
        "reason3",
        "category",
        "senprovision",
      ],
      rows: ({ told, enrolment }) =>
        told.events
          .filter((event) => event.enrolment === enrolment)
          .map(({ start, sessions, reasons, category, sen }) => [
            collectDate(start),
            number(sessions),
            reasons[0],
            reasons[1] ?? "",
            "",
            category,
            sen,
          ]),
    },
    {
      table: `termlysessiondetails${roll}`,
      columns: ["sessions", "attendancereason"],
      rows: details("first"),
    },
    ...(census.term === "Autumn"
      ? [
          {
            table: `summerhalfterm2sessiondetails${roll}`,
            columns: ["sessions", "attendancereason"],
            rows: details("second"),
          },
        ]
      : []),
    ...(addresses
      ? [
          {
            table: addresses,
            columns: ["postcode", "addressline1"],
            rows: ({ pupil }: Shown) => [[pupil.person.postcode, "1 Sample Street"]],
          },
        ]
      : []),
  ];
}

type Roll = "onroll" | "offroll";

/**
 * The pupils of a census that are on roll, or have left, one for each enrolment, numbered in their
 * order.
 */
function shownIn(pupils: readonly Pupil[], c: number, roll: Roll): Shown[] {
  let n = 0;
  return pupils.flatMap((pupil) => {
    const told = pupil.told[c];
    return (roll === "onroll" ? told.onRoll : told.left).map((enrolment): Shown => ({
      pupil,
      told,
      enrolment,
      id: `${roll === "onroll" ? "a" : "b"}${++n}-c${c}`,
      school: `s${enrolment.school.estab}`,
    }));
  });
}

/** The lines of a table, heading first. */
type Lines = Generator<string>;

function* censusLines(census: SampleCensus, schools: readonly School[]): Lines {
  yield csvLine([
    "schoolcensustableid",
    "NativeId",
    "schoolcensusorderseqcolumn",
    "sourceid",
    "collection",
    "term",
    "year",
    "referencedate",
    "lea",
    "estab",
    "urn",
    "datetime",
  ]);
  for (const { estab, urn, authority } of schools)
    yield csvLine([
      `s${estab}`,
      `s${estab}`,
      "1",
      "x1",
      "SC",
      census.term,
      String(census.year),
      collectDate(census.day),
      authority,
      estab,
      urn,
      collectDate(census.day + 10),
    ]);
}

function* schoolLines(schools: readonly School[]): Lines {
  yield csvLine([
    "schooltableid",
    "NativeId",
    "schoolorderseqcolumn",
    "sourceid",
    "schoolcensustableid",
    "schoolname",
    "phase",
  ]);
  for (const school of schools)
    yield csvLine([
      `t${school.estab}`,
      `s${school.estab}`,
      "1",
      "x1",
      `s${school.estab}`,
      school.name,
      phaseCode(school),
    ]);
}

function* pupilLines(table: string, shown: readonly Shown[], columns: Columns): Lines {
  yield csvLine([
    `${table}tableid`,
    "NativeId",
    `${table}orderseqcolumn`,
    "sourceid",
    "schoolcensustableid",
    ...columns.map(([name]) => name),
  ]);
  for (const [i, row] of shown.entries())
    yield csvLine([
      row.id,
      row.school,
      String(i + 1),
      "x1",
      row.school,
      ...columns.map(([, value]) => value(row)),
    ]);
}

function* linesBelow(
  { table, columns, rows }: Below,
  parent: string,
  shown: readonly Shown[],
): Lines {
  yield csvLine([
    parent,
    "NativeId",
    `${table}tableid`,
    `${table}orderseqcolumn`,
    "sourceid",
    ...columns,
  ]);
  let n = 0;
  for (const row of shown)
    for (const values of rows(row))
      yield csvLine([row.id, row.school, `${table}-${++n}`, String(n), "x1", ...values]);
}

/**
 * A census as COLLECT exports it: one CSV file a table, with the tables and columns of its term.
 */
export function writeCensusCollect(
  pupils: readonly Pupil[],
  census: SampleCensus,
  c: number,
): SampleFile[] {
  const schools = schoolsIn(pupils, c);
  const file = (table: string, lines: Lines): SampleFile => ({
    name: `${census.year}_${census.term.toLowerCase()}_${table}.csv`,
    chunks: encodeText(inChunks(lines)),
  });
  const [on, off] = [shownIn(pupils, c, "onroll"), shownIn(pupils, c, "offroll")];
  const below = (roll: Roll, parent: string, shown: readonly Shown[]): SampleFile[] =>
    tablesBelow(census, roll).map((one) => file(one.table, linesBelow(one, parent, shown)));
  return [
    file("schoolcensus", censusLines(census, schools)),
    file("school", schoolLines(schools)),
    file("pupilonroll", pupilLines("pupilonroll", on, onRollColumns(census))),
    file("pupilnolongeronroll", pupilLines("pupilnolongeronroll", off, leftColumns(census))),
    ...below("onroll", "pupilonrolltableid", on),
    ...below("offroll", "pupilnolongeronrolltableid", off),
  ];
}

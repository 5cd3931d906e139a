import { placeRest } from "../../../protect/place-groups";

/** Tables and columns of a census that pupils, attendance and suspensions rest on, by view. */

/** Of whom a person is, the last census that says it is believed. */
const ofPerson = (column: string): readonly string[] => [
  `pupilonroll.${column}`,
  `pupilnolongeronroll.${column}`,
];

/** What makes one person of the records of several censuses. */
const ofLink = [...ofPerson("upn"), ...ofPerson("dob")] as const;

/** What pupils are broken down by. */
const ofGroups = {
  sen_code: ["pupilonroll.senprovision"],
  need: ["senneeds.sentype", "senneeds.sentyperank"],
  phase_code: ["schoolcensus.phase"],
  year_code: ["pupilonroll.ncyearactual"],
  sex: [...ofPerson("sex"), ...ofLink],
  ethnicity: [...ofPerson("ethnicity"), ...ofLink],
  school: ["schoolcensus.lea", "schoolcensus.estab"],
  ...placeRest([...ofPerson("postcode"), ...ofLink]),
} as const;

export const pupilRest = {
  rows: ["pupilonroll.enrolstatus"],
  columns: {
    ...ofGroups,
    free_meals: ["fsmperiod.fsmstartdate", "fsmperiod.fsmenddate", "fsmperiod.ukcountry"],
    unit_or_resourced: ["pupilonroll.senunitindicator", "pupilonroll.resourcedprovisionindicator"],
    plan: ["pupilonroll.upn", "pupilonroll.senprovision"],
  },
} as const;

const perRoll = (columns: (roll: "onroll" | "offroll") => readonly string[]): readonly string[] => [
  ...columns("onroll"),
  ...columns("offroll"),
];

export const attendanceRest = {
  rows: [
    ...perRoll((roll) => [
      `termlysessiondetails${roll}.attendancereason`,
      `termlysessiondetails${roll}.sessions`,
      `summerhalfterm2sessiondetails${roll}.attendancereason`,
      `summerhalfterm2sessiondetails${roll}.sessions`,
    ]),
    ...ofPerson("termlysessionspossible"),
    ...ofPerson("summerhalfterm2sessionspossible"),
    ...ofPerson("termlysessionsauthorised"),
    ...ofPerson("termlysessionsunauthorised"),
  ],
  columns: ofGroups,
} as const;

export const suspensionRest = {
  rows: [
    "pupilonroll",
    "pupilnolongeronroll",
    ...perRoll((roll) => [`termlyexclusions${roll}.startdate`, `termlyexclusions${roll}.category`]),
  ],
  columns: {
    ...ofGroups,
    reason: perRoll((roll) => [`termlyexclusions${roll}.reason1`]),
    sen_code: [
      ...ofGroups.sen_code,
      ...perRoll((roll) => [`termlyexclusions${roll}.senprovision`]),
    ],
  },
} as const;

const inEveryCensus: ReadonlySet<string> = new Set([
  ...["sex", "ethnicity", "postcode", "upn", "dob"].flatMap(ofPerson),
  ...ofGroups.school,
]);
const ofPupilsBefore: ReadonlySet<string> = new Set([
  ...ofGroups.sen_code,
  ...ofGroups.need,
  ...ofGroups.year_code,
]);

/**
 * Which censuses a column of a figure of one census is taken from: of what a person or a school is
 * each one; of how pupils stand, who may have left since, those up to it; else its own.
 */
export const censusesOf = (name: string, isOfPupilsNow: boolean): "all" | "before" | "own" =>
  inEveryCensus.has(name) ? "all" : ofPupilsBefore.has(name) && !isOfPupilsNow ? "before" : "own";

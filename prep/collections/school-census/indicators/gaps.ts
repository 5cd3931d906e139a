import { termEnd, termIndexOf, termStart } from "../../../calendar/terms";
import { MISSING } from "../../../columns/column";
import { columnGaps } from "../../../indicators/column-gaps";
import type { Figure } from "../../../indicators/figure";
import type { Gap } from "../../../indicators/gap";
import type { Census } from "../census";
import { censusFields, type CensusTableName } from "../fields/fields";
import { sessionsOf } from "../model/attendance";
import type { CensusModel } from "../model/model";
import { suspensionTerms } from "../model/suspensions";
import { censusIndicators } from "./indicators";

const rolls = ["onroll", "offroll"] as const;

/** Columns that the rows of a view rest on, and what groups of them do. */
const restsOn: Readonly<Record<string, readonly string[]>> = {
  pupils: ["pupilonroll.enrolstatus", "pupilonroll.senprovision"],
  attendance: [
    "termlysessiondetailsonroll.attendancereason",
    "termlysessiondetailsonroll.sessions",
    "termlysessiondetailsoffroll.attendancereason",
    "termlysessiondetailsoffroll.sessions",
    "pupilonroll.termlysessionspossible",
    "pupilnolongeronroll.termlysessionspossible",
  ],
  suspension: [
    "pupilonroll",
    "termlyexclusionsonroll.startdate",
    "termlyexclusionsonroll.category",
    "termlyexclusionsoffroll.startdate",
    "termlyexclusionsoffroll.category",
  ],
};
const ofGroups: Readonly<Record<string, readonly string[]>> = {
  primary_need: ["senneeds.sentype"],
  ethnicity_group: ["pupilonroll.ethnicity"],
  sex: ["pupilonroll.sex"],
  sen_provision: ["pupilonroll.senprovision"],
  reason: ["termlyexclusionsonroll.reason1", "termlyexclusionsoffroll.reason1"],
};

const viewOf = new Map(
  censusIndicators.flatMap(({ id, count }) => (count ? [[id, count.view.name] as const] : [])),
);
const fieldOf = new Map(censusFields.map((field) => [`${field.table}.${field.column}`, field]));

function gapsOfColumn({ tables, forms }: Census, name: string): readonly Gap[] {
  const field = fieldOf.get(name);
  if (!field || tables[field.table].rowCount === 0) return [];
  const { table, column, type, codes } = field;
  return columnGaps(tables[table], {
    column,
    table,
    isCoded: codes !== undefined && type === "code",
    isNeeded: false,
  }).filter(({ kind }) => kind !== "doubt" || forms.includes("collect-csv"));
}

/**
 * Suspensions of a census without a date, or of a term before the one that it tells of which no
 * loaded census tells.
 */
function unplacedSuspensions(census: Census, model: CensusModel): readonly Gap[] {
  const told = suspensionTerms(model);
  const first = census.term - model.lags.suspension;
  let [eligible, leftOut] = [0, 0];
  for (const roll of rolls) {
    const days = census.tables[`termlyexclusions${roll}`].day("startdate").values;
    eligible += days.length;
    for (const day of days) {
      const term = day === MISSING ? null : termIndexOf(day);
      if (term === null || ((term < first || term > census.term) && !told.has(term))) leftOut++;
    }
  }
  return eligible === 0
    ? []
    : [{ kind: "rows", eligible, leftOut, why: "suspensions lie in no term that is told of" }];
}

/**
 * Pupils with sessions of a census whose possible sessions are not known: their attendance counts
 * nowhere.
 */
function uncountedAttendance(census: Census): readonly Gap[] {
  let [eligible, leftOut] = [0, 0];
  for (const roll of rolls) {
    const { possible } = sessionsOf(census, roll);
    const has = new Uint8Array(possible.length);
    for (const pupil of census.tables[`termlysessiondetails${roll}`].parent) has[pupil] = 1;
    possible.forEach((sessions, pupil) => {
      if (sessions === MISSING && !has[pupil]) return;
      eligible++;
      if (sessions === MISSING) leftOut++;
    });
  }
  return eligible === 0
    ? []
    : [
        {
          kind: "rows",
          eligible,
          leftOut,
          why: "pupils with sessions have no number of possible sessions",
        },
      ];
}

/**
 * What the censuses lack that a figure rests on: of pupils the census of the day, of a term or year
 * those that tell of it.
 */
export function censusGaps(model: CensusModel): (figure: Figure) => readonly Gap[] {
  const { censuses, lags } = model;
  const lagOf: Readonly<Record<string, number>> = { suspension: lags.suspension, pupils: 0 };
  const known = new Map<string, readonly Gap[]>();
  const once = (key: string, make: () => readonly Gap[]): readonly Gap[] => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key)!;
  };
  const gapsOf = (c: number, view: string, breakdown: string): readonly Gap[] => {
    const census = censuses[c];
    const names = [...(restsOn[view] ?? restsOn.attendance), ...(ofGroups[breakdown] ?? [])];
    const tables = new Set<CensusTableName>(["schoolcensus", "pupilonroll"]);
    for (const name of names) tables.add(name.split(".")[0] as CensusTableName);
    return [
      ...[...tables].flatMap((table) => census.gaps.get(table) ?? []),
      ...names.flatMap((name) => once(`${c} ${name}`, () => gapsOfColumn(census, name))),
      ...(view === "suspension"
        ? once(`${c} suspensions`, () => unplacedSuspensions(census, model))
        : view === "pupils"
          ? []
          : once(`${c} sessions`, () => uncountedAttendance(census))),
    ];
  };
  return ({ indicator, breakdown, start, end }) => {
    const view = viewOf.get(indicator) ?? "pupils";
    const lag = lagOf[view] ?? lags.attendance;
    return censuses.flatMap(({ term }, c) => {
      if (termStart(term - lag) > end || termEnd(term - lag) < start) return [];
      return once(`${c} ${view} ${breakdown}`, () => gapsOf(c, view, breakdown));
    });
  };
}

import type { Day } from "../../../calendar/day";
import { academicYearOf, termEnd, termIndexOf, termName, termStart } from "../../../calendar/terms";
import { mayMean } from "../../../check/may-mean";
import { MISSING } from "../../../columns/column";
import { orderGaps, type DateOrderOfRows } from "../../../indicators/order-gaps";
import { columnGaps } from "../../../indicators/column-gaps";
import type { FigureOfPeriod } from "../../../indicators/kpi-value-rows";
import type { Gap } from "../../../indicators/gap";
import type { Census } from "../read/census";
import type { Count } from "../../../indicators/indicator";
import { extractColumns, restsOn } from "../../../indicators/rests-on";
import { censusFields, type CensusField, type CensusTableName } from "../fields/fields";
import { missingPupils, missingSchools } from "../model/missing-schools";
import { schoolIds } from "../model/people";
import { sessionsOf } from "../model/attendance";
import type { CensusModel } from "../model/model";
import { suspensionTerms } from "../model/suspensions";
import { censusIndicators } from "./indicators";
import { censusesOf } from "../views/rests-on";
import { pupilView } from "../views/views";

const rolls = ["onroll", "offroll"] as const;

const countOf = new Map(
  censusIndicators.flatMap(({ id, count }) => (count ? [[id, count] as const] : [])),
);
/** What figures rest on whose indicator is a council's own. */
const pupilCount = countOf.get("pupils_on_roll")!;
const fieldOf = new Map(censusFields.map((field) => [`${field.table}.${field.column}`, field]));

/** Terms as fields name them. */
const LETTER = { Autumn: "A", Spring: "S", Summer: "U" } as const;

const isExported = ({ forms }: Census): boolean => forms.includes("collect-csv");

/**
 * Whether an export must have a column: its census has the item, and the table is there. Who has
 * left may be told with less.
 */
function mustHave(census: Census, field: CensusField): boolean {
  const { table, terms = "ASU", optionalIn = "", from = -Infinity, to = Infinity } = field;
  const letter = LETTER[termName(census.term)];
  return (
    isExported(census) &&
    table !== "pupilnolongeronroll" &&
    terms.includes(letter) &&
    !optionalIn.includes(letter) &&
    census.year >= from &&
    census.year <= to &&
    !census.absent.has(table)
  );
}

/** Totals of sessions, which some schools give and some years do not have. */
const isTotal = (column: string): boolean =>
  /sessions(possible|authorised|unauthorised)$/.test(column);

function gapsOfColumn(census: Census, name: string): readonly Gap[] {
  const field = fieldOf.get(name);
  if (!field) return [];
  const { table, column, type, codes, tag } = field;
  const columns = census.tables[table];
  const stranger = census.strangers.get(table)?.find((other) => mayMean(other, column));
  if (stranger !== undefined)
    return [{ kind: "doubt", why: `Some values of ${tag} (${table}) may be under ${stranger}` }];
  if (!columns.has(column))
    return mustHave(census, field) && !isTotal(column)
      ? [{ kind: "unread", why: `The table ${table} has no column ${tag}` }]
      : [];
  return columnGaps(columns, {
    column,
    table,
    isCoded: codes !== undefined && type === "code",
    isCount: type === "integer",
    isNeeded: false,
  }).filter(({ kind }) => kind !== "doubt" || isExported(census));
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
    : [{ kind: "rows", eligible, leftOut, why: "suspensions are in no term that is covered" }];
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

/** Schools of an export that give no number, and so are nobody's among the schools of others. */
function unnamedSchools(census: Census): readonly Gap[] {
  const { schoolcensus } = census.tables;
  if (!["lea", "estab", "urn"].some((column) => schoolcensus.has(column))) return [];
  const leftOut = schoolIds(census).filter((id) => id === null).length;
  const why = "schools give no number that can be read";
  return [{ kind: "rows", eligible: schoolcensus.rowCount, leftOut, why }];
}

/** Dates of which one comes first. */
const censusOrders: readonly DateOrderOfRows<CensusTableName>[] = [
  { table: "pupilonroll", first: "dob", last: "entrydate" },
  { table: "pupilnolongeronroll", first: "dob", last: "entrydate" },
  { table: "fsmperiod", first: "fsmstartdate", last: "fsmenddate", needsFirst: true },
];

/** What another census lacks makes what is taken from it uncertain, not unknown. */
const ofAnother = (gap: Gap): Gap => (gap.kind === "unread" ? { ...gap, kind: "doubt" } : gap);

/**
 * What the censuses lack that a figure rests on: of pupils the census of the day, of a term or year
 * those that tell of it; of who a person is and how pupils stood before they left others too; of a
 * share of the January roll that census.
 */
export function censusGaps(model: CensusModel): (figure: FigureOfPeriod) => readonly Gap[] {
  const { censuses, lags } = model;
  const missing = missingSchools(censuses).map((schools, c) => missingPupils(censuses[c], schools));
  const lagOf: Readonly<Record<string, number>> = { suspension: lags.suspension, pupils: 0 };
  const known = new Map<string, readonly Gap[]>();
  const once = (key: string, make: () => readonly Gap[]): readonly Gap[] => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key)!;
  };
  /** What one census lacks of a column and of the table that it stands in. */
  const gapsIn = (c: number, name: string): readonly Gap[] =>
    once(`${c} ${name}`, () => [
      ...(censuses[c].gaps.get(name.split(".")[0]) ?? []),
      ...(name.includes(".") ? (censuses[c].gaps.get(name) ?? []) : []),
      ...gapsOfColumn(censuses[c], name),
      ...censusOrders
        .filter(({ table, first }) => name === table || name === `${table}.${first}`)
        .flatMap((order) => orderGaps(censuses[c].tables[order.table], order)),
      ...(name === "schoolcensus.estab" ? unnamedSchools(censuses[c]) : []),
    ]);
  const gapsOf = (c: number, count: Count, breakdown: string): readonly Gap[] => {
    const view = count.view.name;
    const names = ["schoolcensus", "pupilonroll", ...restsOn(count, breakdown)];
    return [
      ...missing[c],
      ...names.flatMap((name) => {
        const from = censusesOf(name, view === "pupils");
        return censuses.flatMap((_, other) => {
          if (other === c) return gapsIn(c, name);
          const isUsed = from === "all" || (from === "before" && other < c);
          return isUsed ? gapsIn(other, name).map(ofAnother) : [];
        });
      }),
      ...(view === "suspension"
        ? once(`${c} suspensions`, () => unplacedSuspensions(censuses[c], model))
        : view === "pupils"
          ? []
          : once(`${c} sessions`, () => uncountedAttendance(censuses[c]))),
    ];
  };
  /** What the census of January lacks that a share of its pupils rests on. */
  const gapsOfRoll = (count: Count, breakdown: string, end: Day): readonly Gap[] => {
    if (count.clock !== "term" || count.denominator !== "roll") return [];
    const year = academicYearOf(termIndexOf(end));
    return censuses.flatMap(({ term }, c) =>
      termName(term) === "Spring" && academicYearOf(term) === year
        ? [
            ...missing[c],
            ...["schoolcensus", ...extractColumns(pupilView, [breakdown])].flatMap((name) =>
              gapsIn(c, name),
            ),
          ]
        : [],
    );
  };
  return ({ indicator, breakdown, start, end }) => {
    const count = countOf.get(indicator) ?? pupilCount;
    const lag = lagOf[count.view.name] ?? lags.attendance;
    const own = censuses.flatMap(({ term }, c) => {
      if (termStart(term - lag) > end || termEnd(term - lag) < start) return [];
      return once(`${c} ${indicator} ${breakdown}`, () => gapsOf(c, count, breakdown));
    });
    return [
      ...own,
      ...once(`${indicator} ${breakdown} ${end}`, () => gapsOfRoll(count, breakdown, end)),
    ];
  };
}

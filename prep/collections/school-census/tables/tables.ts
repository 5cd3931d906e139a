import {
  academicYear,
  academicYearOf,
  termEnd,
  termLabel,
  type TermIndex,
} from "../../../calendar/terms";
import { labels, textBuilder } from "../../../columns/build";
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  MISSING,
  type TextColumn,
} from "../../../columns/column";
import { attendance, censusPupil, suspension } from "../fact-tables";
import type { StarTable } from "../../../star/declaration";
import { starFrame, type StarData, type StarValues } from "../../../star/frame";
import {
  enrolStatus,
  exclusionCategory,
  needTypes,
  phase,
  senProvision,
  yearGroup,
} from "../fields/code-sets";
import {
  rowOrder,
  suspensionTerms,
  type AttendanceFacts,
  type CensusModel,
  type SuspensionFacts,
} from "../model/model";
import { isLinkable, isMatched, type CensusMatch } from "../model/plans";
import { linkTable, planTable, type PlansFound } from "./plan-tables";

const table = (declaration: StarTable, columns: Record<string, StarValues>): StarData => ({
  declaration,
  frame: starFrame(declaration, columns),
});
const integers = (length: number, read: (row: number) => number): IntegerColumn =>
  new IntegerColumn(Int32Array.from({ length }, (_, row) => read(row)));
const daysOf = (length: number, read: (row: number) => number): DayColumn =>
  new DayColumn(Int32Array.from({ length }, (_, row) => read(row)));
const orMissing = (key: number): number => key || MISSING;

function terms(term: ArrayLike<number>): Record<string, TextColumn> {
  const [label, year] = [textBuilder(term.length), textBuilder(term.length)];
  for (let row = 0; row < term.length; row++)
    if (term[row] >= 0) {
      label.set(row, termLabel(term[row]));
      year.set(row, academicYear(academicYearOf(term[row])).label);
    }
  return { term: label.column(), academic_year: year.column() };
}

function pupilTable(
  model: CensusModel,
  sourceKeys: readonly number[],
  matches: readonly (CensusMatch | null)[],
): StarData {
  const { censuses, pupils, personOf, schools } = model;
  const places = censuses.flatMap((census, c) => {
    const { parent } = census.tables.pupilonroll;
    const setting = parent.map((school) => schools[c][school]);
    return Array.from(
      rowOrder(
        parent.length,
        personOf[c].onroll,
        setting,
        census.tables.pupilonroll.day("entrydate").values,
      ).filter((row) => personOf[c].onroll[row] >= 0),
      (row) => ({ c, row }),
    );
  });
  const n = places.length;
  const read =
    (of: (c: number, row: number) => number) =>
    (i: number): number =>
      of(places[i].c, places[i].row);
  const ints = (of: (c: number, row: number) => number) => integers(n, read(of));
  const grouped = (values: readonly string[], of: (c: number, row: number) => number) =>
    labels(
      Int32Array.from({ length: n }, (_, i) => read(of)(i)),
      values,
    );
  const counted = (of: (c: number, row: number) => boolean) =>
    ints((c, row) => Number(pupils[c].onRoll[row] === 1 && of(c, row)));
  const [SUPPORT, PLAN] = ["sen_support", "ehc_plan"].map((value) =>
    senProvision.values.indexOf(value),
  );
  const boarder = textBuilder(n);
  const boarders = censuses.map(({ tables }) => tables.pupilonroll.code("boarder"));
  places.forEach(({ c, row }, i) => boarder.set(i, boarders[c].at(row)));
  const [partTime, entry] = [
    censuses.map(({ tables }) => tables.pupilonroll.flag("parttime").values),
    censuses.map(({ tables }) => tables.pupilonroll.day("entrydate").values),
  ];
  return table(censusPupil, {
    census_pupil_key: integers(n, (i) => i + 1),
    person_key: ints((c, row) => personOf[c].onroll[row] + 1),
    source_key: ints((c) => sourceKeys[c]),
    setting_key: ints((c, row) =>
      orMissing(schools[c][censuses[c].tables.pupilonroll.parent[row]]),
    ),
    census_date: daysOf(n, (i) => censuses[places[i].c].referenceDate),
    ...terms(places.map(({ c }) => censuses[c].term)),
    enrolment_status: grouped(enrolStatus.values, (c, row) => pupils[c].status[row]),
    sen_provision: grouped(senProvision.values, (c, row) => pupils[c].sen[row]),
    primary_need: grouped(needTypes.values, (c, row) => pupils[c].need[row]),
    phase: grouped(phase.values, (c, row) => pupils[c].phase[row]),
    year_group: grouped(yearGroup.values, (c, row) => pupils[c].year[row]),
    free_meals: new FlagColumn(
      Int8Array.from({ length: n }, (_, i) =>
        pupils[places[i].c].freeMealsKnown ? pupils[places[i].c].freeMeals[places[i].row] : -1,
      ),
    ),
    boarder: boarder.column(),
    part_time: new FlagColumn(
      Int8Array.from({ length: n }, (_, i) => partTime[places[i].c][places[i].row]),
    ),
    entry_date: daysOf(
      n,
      read((c, row) => entry[c][row]),
    ),
    on_roll: counted(() => true),
    sen_support: counted((c, row) => pupils[c].sen[row] === SUPPORT),
    ehc_plan: counted((c, row) => pupils[c].sen[row] === PLAN),
    unit_or_resourced: counted((c, row) => pupils[c].unitOrResourced[row] === 1),
    ehc_linkable: ints((c, row) => Number(matches[c] !== null && isLinkable(matches[c], row))),
    ehc_matched: ints((c, row) => Number(matches[c] !== null && isMatched(matches[c], row))),
  });
}

/** The columns that attendance and suspensions share, in an order of rows. */
function standingColumns(
  facts: AttendanceFacts | SuspensionFacts,
  order: Int32Array,
  key: string,
  sourceKeys: readonly number[],
): Record<string, StarValues> {
  const n = order.length;
  const grouped = (values: readonly string[], of: ArrayLike<number>) =>
    labels(
      order.map((row) => of[row]),
      values,
    );
  return {
    [key]: integers(n, (i) => i + 1),
    person_key: integers(n, (i) => facts.person[order[i]] + 1),
    source_key: integers(n, (i) => sourceKeys[facts.census[order[i]]]),
    setting_key: integers(n, (i) => orMissing(facts.setting[order[i]])),
    ...terms(order.map((row) => facts.term[row])),
    sen_provision: grouped(senProvision.values, facts.sen),
    primary_need: grouped(needTypes.values, facts.need),
    phase: grouped(phase.values, facts.phase),
    year_group: grouped(yearGroup.values, facts.year),
  };
}

function attendanceTable(
  { attendance: facts }: CensusModel,
  sourceKeys: readonly number[],
): StarData {
  const order = Int32Array.from({ length: facts.count }, (_, row) => row);
  const column = (values: Int32Array): IntegerColumn =>
    new IntegerColumn(order.map((row) => values[row]));
  return table(attendance, {
    ...standingColumns(facts, order, "attendance_key", sourceKeys),
    term_end: daysOf(order.length, (i) => termEnd(facts.term[order[i]])),
    sessions_possible: column(facts.possible),
    sessions_authorised: column(facts.authorised),
    sessions_unauthorised: column(facts.unauthorised),
    possible: integers(order.length, (i) => countedSessions(facts, order[i]).possible),
    missed: integers(order.length, (i) => countedSessions(facts, order[i]).missed),
  });
}

/** Possible and missed sessions of a row as they count. */
export const countedSessions = (
  { counted, possible, authorised, unauthorised }: AttendanceFacts,
  row: number,
): { possible: number; missed: number } =>
  counted[row]
    ? { possible: possible[row], missed: authorised[row] + unauthorised[row] }
    : { possible: 0, missed: 0 };

const PERMANENT = exclusionCategory.values.indexOf("PERM");
const NO_CATEGORY = exclusionCategory.values.length - 1;

/** Whether a row counts as a suspension (1), a permanent exclusion (2) or neither (0), in the terms that are known. */
export const suspensionKind = (
  { term, category }: SuspensionFacts,
  row: number,
  known: ReadonlySet<TermIndex>,
): 0 | 1 | 2 =>
  !known.has(term[row]) || category[row] === NO_CATEGORY ? 0 : category[row] === PERMANENT ? 2 : 1;

function suspensionTable(model: CensusModel, sourceKeys: readonly number[]): StarData {
  const { suspensions: facts } = model;
  const known = suspensionTerms(model);
  const order = Int32Array.from({ length: facts.count }, (_, row) => row);
  const reason = (n: number): TextColumn => {
    const builder = textBuilder(order.length);
    order.forEach((row, i) => builder.set(i, facts.reasons[row][n]));
    return builder.column();
  };
  return table(suspension, {
    ...standingColumns(facts, order, "suspension_key", sourceKeys),
    start_date: daysOf(order.length, (i) => facts.start[order[i]]),
    term_end: daysOf(order.length, (i) =>
      facts.term[order[i]] < 0 ? MISSING : termEnd(facts.term[order[i]]),
    ),
    category: labels(
      order.map((row) => facts.category[row]),
      exclusionCategory.values,
    ),
    reason_1: reason(0),
    reason_2: reason(1),
    reason_3: reason(2),
    sessions: integers(order.length, (i) => facts.sessions[order[i]]),
    suspended: integers(order.length, (i) => Number(suspensionKind(facts, order[i], known) === 1)),
    excluded: integers(order.length, (i) => Number(suspensionKind(facts, order[i], known) === 2)),
  });
}

/** The fact tables that school censuses feed. `sourceKeys[c]` is the source key of census c, `matches[c]` and `plans[c]` its comparison with SEN2 in both directions. */
export const censusFacts = (
  model: CensusModel,
  sourceKeys: readonly number[],
  matches: readonly (CensusMatch | null)[],
  plans: readonly (PlansFound | null)[],
): StarData[] => [
  pupilTable(model, sourceKeys, matches),
  attendanceTable(model, sourceKeys),
  suspensionTable(model, sourceKeys),
  linkTable(model, sourceKeys, matches),
  planTable(model, sourceKeys, plans),
];

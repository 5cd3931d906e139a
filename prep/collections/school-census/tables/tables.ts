import { academicYear, academicYearOf, termEnd, termLabel } from "../../../calendar/terms";
import { labels, textBuilder } from "../../../columns/build";
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  MISSING,
  type TextColumn,
} from "../../../columns/column";
import { attendance, censusPupil, suspension } from "./fact-tables";
import type { StarTable } from "../../../star/declaration";
import { starFrame, type StarData, type StarValues } from "../../../star/frame";
import { evaluateTexts } from "../../../columns/evaluate";
import type { Expression } from "../../../columns/expression";
import { enrolStatus, exclusionCategory } from "../fields/code-sets";
import { standingData, type CensusRows, type PupilCodes } from "../views/rows";
import { standingGroups } from "../views/views";
import type { AttendanceFacts } from "../model/attendance";
import type { CensusModel } from "../model/model";
import type { CensusMatch } from "../model/plans";
import { reasonColumn, type SuspensionFacts } from "../model/suspensions";
import { linkTable, planTable, type PlansFound } from "./plan-tables";

const table = (declaration: StarTable, columns: Record<string, StarValues>): StarData => ({
  declaration,
  frame: starFrame(declaration, columns),
});
const integers = (length: number, read: (row: number) => number): IntegerColumn =>
  new IntegerColumn(Int32Array.from({ length }, (_, row) => read(row)));
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

/** The groups that pupils are in by how they stand. */
function standingTexts(
  count: number,
  codes: PupilCodes,
): Record<keyof typeof standingGroups, TextColumn> {
  const source = { count, columns: standingData(codes) };
  const texts = (group: Expression<"text">): TextColumn => {
    const { values, groups } = evaluateTexts(group, source)!;
    return labels(groups, values);
  };
  return {
    sen_provision: texts(standingGroups.sen_provision),
    primary_need: texts(standingGroups.primary_need),
    phase: texts(standingGroups.phase),
    year_group: texts(standingGroups.year_group),
  };
}

function pupilTable(
  { censuses, pupils, personOf, schools }: CensusModel,
  sourceKeys: readonly number[],
  { pupils: rows }: CensusRows,
): StarData {
  const n = pupils.reduce((sum, { order }) => sum + order.length, 0);
  /** A value of each record: those of the first census, then those of the second. */
  const read = (valuesOf: (c: number) => ArrayLike<number>): Int32Array => {
    const all = new Int32Array(n);
    let at = 0;
    pupils.forEach(({ order }, c) => {
      const values = valuesOf(c);
      for (const row of order) all[at++] = values[row];
    });
    return all;
  };
  /** The same, one value for all records of a census. */
  const each = (valueOf: (c: number) => number): Int32Array => {
    const all = new Int32Array(n);
    let at = 0;
    pupils.forEach(({ order }, c) => all.fill(valueOf(c), at, (at += order.length)));
    return all;
  };
  const flags = (name: keyof CensusRows["pupils"][number]["measures"]): IntegerColumn => {
    const all = new Int32Array(n);
    let at = 0;
    for (const { measures, count } of rows) {
      all.set(measures[name], at);
      at += count;
    }
    return new IntegerColumn(all);
  };
  const tables = censuses.map(({ tables: { pupilonroll } }) => pupilonroll);
  const boarder = textBuilder(n);
  let at = 0;
  pupils.forEach(({ order }, c) => {
    const of = tables[c].code("boarder");
    for (const row of order) boarder.set(at++, of.at(row));
  });
  const settings = read((c) => tables[c].parent.map((school) => schools[c][school]));
  const meals = read((c) =>
    pupils[c].freeMealsKnown ? pupils[c].freeMeals : new Int8Array(tables[c].rowCount).fill(-1),
  );
  return table(censusPupil, {
    census_pupil_key: integers(n, (i) => i + 1),
    person_key: new IntegerColumn(read((c) => personOf[c].onroll).map((person) => person + 1)),
    source_key: new IntegerColumn(each((c) => sourceKeys[c])),
    setting_key: new IntegerColumn(settings.map(orMissing)),
    census_date: new DayColumn(each((c) => censuses[c].referenceDate)),
    ...terms(each((c) => censuses[c].term)),
    enrolment_status: labels(
      read((c) => pupils[c].status),
      enrolStatus.values,
    ),
    ...standingTexts(n, {
      sen: read((c) => pupils[c].sen),
      need: read((c) => pupils[c].need),
      phase: read((c) => pupils[c].phase),
      year: read((c) => pupils[c].year),
    }),
    free_meals: new FlagColumn(Int8Array.from(meals)),
    boarder: boarder.column(),
    part_time: new FlagColumn(Int8Array.from(read((c) => tables[c].flag("parttime").values))),
    entry_date: new DayColumn(read((c) => tables[c].day("entrydate").values)),
    on_roll: flags("on_roll"),
    sen_support: flags("sen_support"),
    ehc_plan: flags("ehc_plan"),
    unit_or_resourced: flags("unit_or_resourced"),
    ehc_linkable: flags("ehc_linkable"),
    ehc_matched: flags("ehc_matched"),
  });
}

/** The columns that attendance and suspensions share. */
function standingColumns(
  facts: AttendanceFacts | SuspensionFacts,
  key: string,
  sourceKeys: readonly number[],
): Record<string, StarValues> {
  return {
    [key]: integers(facts.count, (i) => i + 1),
    person_key: new IntegerColumn(facts.person.map((person) => person + 1)),
    source_key: new IntegerColumn(facts.census.map((census) => sourceKeys[census])),
    setting_key: new IntegerColumn(facts.setting.map(orMissing)),
    ...terms(facts.term),
    ...standingTexts(facts.count, facts),
  };
}

/** Last day of each row's term; MISSING where it has none. */
const termEnds = (term: Int32Array): DayColumn =>
  new DayColumn(term.map((index) => (index < 0 ? MISSING : termEnd(index))));
const summed = (values: ArrayLike<number>): IntegerColumn =>
  new IntegerColumn(Int32Array.from(values));

const attendanceTable = (
  { attendance: facts }: CensusModel,
  sourceKeys: readonly number[],
  { attendance: { measures } }: CensusRows,
): StarData =>
  table(attendance, {
    ...standingColumns(facts, "attendance_key", sourceKeys),
    term_end: termEnds(facts.term),
    sessions_possible: new IntegerColumn(facts.possible),
    sessions_authorised: new IntegerColumn(facts.authorised),
    sessions_unauthorised: new IntegerColumn(facts.unauthorised),
    possible: summed(measures.possible),
    missed: summed(measures.missed),
  });

function suspensionTable(
  { suspensions: facts }: CensusModel,
  sourceKeys: readonly number[],
  { suspension: { measures } }: CensusRows,
): StarData {
  return table(suspension, {
    ...standingColumns(facts, "suspension_key", sourceKeys),
    start_date: new DayColumn(facts.start),
    term_end: termEnds(facts.term),
    category: labels(facts.category, exclusionCategory.values),
    reason_1: reasonColumn(facts, 0),
    reason_2: reasonColumn(facts, 1),
    reason_3: reasonColumn(facts, 2),
    sessions: new IntegerColumn(facts.sessions),
    suspended: summed(measures.suspended),
    excluded: summed(measures.excluded),
  });
}

/**
 * The fact tables that school censuses feed. `sourceKeys[c]` is the source key of census c,
 * `matches[c]`
 * and `plans[c]` its comparison with SEN2 in both directions.
 */
export const censusFacts = (
  model: CensusModel,
  rows: CensusRows,
  sourceKeys: readonly number[],
  links: {
    readonly matches: readonly (CensusMatch | null)[];
    readonly plans: readonly (PlansFound | null)[];
  },
): StarData[] => [
  pupilTable(model, sourceKeys, rows),
  attendanceTable(model, sourceKeys, rows),
  suspensionTable(model, sourceKeys, rows),
  linkTable(model, sourceKeys, links.matches),
  planTable(model, sourceKeys, links.plans),
];

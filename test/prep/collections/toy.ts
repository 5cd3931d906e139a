import { civilOf, dayOf } from "../../../prep/calendar/day";
import { monthOf } from "../../../prep/calendar/periods";
import { readDay } from "../../../prep/calendar/read-day";
import { findingOf } from "../../../prep/check/run";
import type { RuleText } from "../../../prep/check/rule";
import type { Collection } from "../../../prep/collections/collection";
import { textBuilder } from "../../../prep/columns/build";
import { DayColumn, MISSING, type TextColumn } from "../../../prep/columns/column";
import { columns, isGiven } from "../../../prep/columns/expression";
import { scanFinding } from "../../../prep/extracts/file-rules";
import { countIndicators } from "../../../prep/indicators/count";
import type { Figure } from "../../../prep/indicators/figure";
import { defineIndicators } from "../../../prep/indicators/indicator";
import { knownDays, type Interval } from "../../../prep/indicators/known-days";
import { countedRows } from "../../../prep/indicators/kpi-value-rows";
import { defineView, viewRows, type ViewRows } from "../../../prep/indicators/view";
import { scanCsv } from "../../../prep/scan/scan";
import type { StarTable } from "../../../prep/star/declaration";
import { starFrame } from "../../../prep/star/frame";

/** A register of an invented after-school club: who is in it, by UPN, since when. */
interface ClubRegister {
  readonly file: string;
  readonly upn: TextColumn;
  readonly joined: DayColumn;
  /** Rows whose date could not be read. */
  readonly unread: readonly number[];
}

interface Club {
  readonly person: Int32Array;
  readonly joined: DayColumn;
  readonly rows: ViewRows<typeof clubView>;
}

const unreadDate: RuleText = {
  id: "CL1",
  severity: "warning",
  table: "club",
  field: "joined_club_on",
  message: "The day of joining cannot be read.",
  action: "Write it as 2024-03-31.",
  basis: "The register of the club",
};

export const clubMember: StarTable = {
  name: "club_member",
  kind: "fact",
  label: "Club member",
  description: "Who is in the club.",
  grain: "One member",
  key: ["club_member_key"],
  columns: [
    {
      name: "club_member_key",
      type: "int64",
      label: "Member key",
      description: "Key.",
      hidden: true,
    },
    {
      name: "person_key",
      type: "int64",
      label: "Person key",
      description: "Who.",
      hidden: true,
      references: "person.person_key",
    },
    {
      name: "joined_date",
      type: "date",
      label: "Joined",
      description: "When the member joined.",
      references: "date.date",
    },
    {
      name: "joined",
      type: "int64",
      label: "Has joined",
      description: "1 where the day is known.",
    },
  ],
};

const q = columns({ joined_date: "day" });
const clubView = defineView({
  name: "club",
  star: { table: clubMember },
  columns: q,
  dates: { joined_date: q.joined_date },
  flags: { joined: isGiven(q.joined_date) },
  breakdowns: {},
  known: ["joined"],
});

const clubIndicators = defineIndicators({ view: clubView, source: "Club register" }, [
  {
    id: "club_members_joined",
    name: "Children who joined the club",
    section: "Population",
    unit: "count",
    polarity: "higher",
    frequency: "calendar_year",
    words: { numerator: "Children who joined in the year" },
    count: {
      clock: "event",
      date: "joined_date",
      statistic: "count",
      numerator: "joined",
      known: "joined",
      yearly: true,
      breakdowns: [],
    },
    relations: "independent",
    rowMeasure: "Members who joined",
  },
]);

/** A register speaks of the calendar years in which somebody joined, and of those between. */
function yearsOf({ values }: DayColumn): Interval {
  const years = [...values].flatMap((day) => (day === MISSING ? [] : civilOf(day).year));
  return { from: dayOf(Math.min(...years), 1, 1), to: dayOf(Math.max(...years), 12, 31) };
}

const noText = (rows: number): TextColumn => textBuilder(rows).column();
const none = (rows: number): Int32Array => new Int32Array(rows).fill(MISSING);

/**
 * A collection that no product file knows: two fields, one rule, one fact table, one view, one
 * indicator.
 */
export const toy: Collection<ClubRegister, Club> = {
  id: "club",
  title: "Club register",
  noun: "club register",
  rules: [unreadDate],
  indicators: clubIndicators,
  starTables: [clubMember],

  recognise: ({ header }) =>
    header.includes("club_upn") && header.includes("joined_club_on") ? { kind: "club" } : null,
  async read({ files }, reading) {
    const registers: ClubRegister[] = [];
    for (const { file, kind } of files) {
      if (kind !== "club") continue;
      reading.takenFor.set(file.name, "club register");
      const { tables, problems } = await scanCsv(reading.content(file), { table: "club" });
      reading.findings.push(...problems.map((problem) => scanFinding(file.name, "club", problem)));
      const [{ columns, rowCount }] = tables;
      const dates = columns.get("joined_club_on")!;
      const joined = Int32Array.from(
        { length: rowCount },
        (_, row) => readDay(dates.at(row) ?? "") ?? MISSING,
      );
      registers.push({
        file: file.name,
        upn: columns.get("club_upn")!,
        joined: new DayColumn(joined),
        unread: [...joined.keys()].filter((row) => joined[row] === MISSING),
      });
      const counts = { rowsIn: rowCount, rowsOut: rowCount, rowsRejected: 0 };
      reading.rows.push({ file: file.name, table: "club", ...counts });
    }
    return registers;
  },
  filesOf: ({ file }) => [file],

  check({ file, unread }) {
    const findings = unread.map((row) =>
      findingOf(unreadDate, "club", {
        file,
        record: `member ${row + 1}`,
        line: row + 2,
        field: "joined_club_on",
      }),
    );
    const count = { rule: unreadDate.id, severity: unreadDate.severity, count: findings.length };
    const counts = findings.length === 0 ? [] : [count];
    return { findings, summary: counts, bySchool: counts.map((one) => ({ ...one, school: null })) };
  },
  people({ file, upn }) {
    const rowCount = upn.length;
    return [
      {
        name: "club register",
        source: {
          rowCount,
          upn,
          uln: noText(rowCount),
          surname: noText(rowCount),
          forename: noText(rowCount),
          birth: new DayColumn(none(rowCount)),
          sex: new Int8Array(rowCount).fill(-1),
          ethnicity: noText(rowCount),
          postcode: noText(rowCount),
          locate: (row) => ({
            table: "club",
            file,
            record: `member ${row + 1}`,
            line: row + 2,
            field: null,
          }),
        },
      },
    ];
  },
  source({ file, joined }) {
    const { from, to } = yearsOf(joined);
    return { form: "CSV", files: file, year: null, from, to, referenceDate: null, newest: to };
  },

  model: ([{ joined }], { personOf: [person] }) => ({
    person,
    joined,
    rows: viewRows(clubView, { count: joined.length, columns: { joined_date: joined.values } }),
  }),
  tables({ person, joined, rows: { measures } }) {
    const rows = [...person.keys()];
    const columns = {
      club_member_key: rows.map((row) => row + 1),
      person_key: rows.map((row) => person[row] + 1),
      joined_date: joined,
      joined: rows.map((row) => measures.joined[row]),
    };
    return [{ declaration: clubMember, frame: starFrame(clubMember, columns) }];
  },
  figures({ joined, rows }, { authority, areaName, sourceKeys, settings }) {
    const years = yearsOf(joined);
    const figures: Figure[] = [];
    const known = { joined: knownDays([years]) };
    countIndicators(
      clubIndicators,
      { club: { clock: "event", rows, known, from: monthOf(years.from) } },
      (figure) => figures.push(figure),
    );
    return countedRows(figures, {
      authority,
      footprint: areaName,
      cohort: "Members of the club",
      sourceOf: () => sourceKeys[0],
      limits: settings.coverage,
    });
  },
};

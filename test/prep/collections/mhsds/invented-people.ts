import type { RowCount } from "../../../../prep/check/finding";
import type { RulesResult } from "../../../../prep/check/run";
import { collections } from "../../../../prep/collections/index";
import type { Mhsds } from "../../../../prep/collections/mhsds/read/extract";
import { mhsds } from "../../../../prep/collections/mhsds/index";
import { readExtracts } from "../../../../prep/stages/read-extracts";
import { kpiSheetOptions } from "../../../../prep/sources/read-kpi";
import type { RecognisedFile } from "../../../../prep/input-file";
import { isoOf } from "../../../../prep/calendar/day";
import { MISSING, type TextColumn } from "../../../../prep/columns/column";
import { inputOf, text, type MemoryFile } from "../../pipeline/run";

export type Row = Readonly<Record<string, string | number>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** A table as CSV: all headings that any row has, in the order of first sight. */
export function csvOf(
  rows: readonly Row[],
  separator = ",",
  headings: readonly string[] = [...new Set(rows.flatMap((row) => Object.keys(row)))],
): string {
  return [
    headings.join(separator),
    ...rows.map((row) => headings.map((heading) => row[heading] ?? "").join(separator)),
    "",
  ].join("\n");
}

export const filesOf = (tables: Tables, separator?: string): MemoryFile[] =>
  Object.entries(tables).map(([name, rows]) => text(`${name}.csv`, csvOf(rows, separator)));

export interface ReadTables {
  readonly mhsds: Mhsds;
  readonly checks: RulesResult;
  readonly files: readonly RecognisedFile[];
  readonly rows: readonly RowCount[];
  readonly scanned: readonly string[];
}

/** How files are read: without settings of KPI sheets, which have no part in this. */
export const readOptions = {
  collections,
  indicators: [],
  kpiSheets: kpiSheetOptions({ columns: {}, corrections: [] }),
};

export async function readFiles(files: readonly MemoryFile[]): Promise<ReadTables> {
  const read = await readExtracts(files.map(inputOf), readOptions, () => undefined);
  return {
    mhsds: read.of(mhsds)[0],
    checks: read.checks[0],
    files: read.files,
    rows: read.rows,
    scanned: read.findings.map(({ rule, message }) => `${rule} ${message}`),
  };
}

export const readTables = (tables: Tables, separator?: string): Promise<ReadTables> =>
  readFiles(filesOf(tables, separator));

/** How often a rule was met, 0 where never. */
export const timesOf = ({ checks }: Pick<ReadTables, "checks">, rule: string): number =>
  checks.summary.find((count) => count.rule === rule)?.count ?? 0;

interface Life {
  readonly key: string;
  readonly birth: string;
  readonly age: number;
  readonly gender: string;
  readonly ethnicity: string;
  readonly lac: string;
  readonly team: string;
  readonly type: string;
  readonly received: string;
  readonly discharged?: string;
  readonly reason: string;
  readonly contacts: readonly (readonly [
    id: string,
    date: string,
    mechanism: string,
    status: string,
    minutes: string,
  ])[];
}

/**
 * Three invented children and what happened to them in March 2024, the last month of version 5, or
 * in April 2024 with 6.
 */
const lives = (month: string): Life[] => [
  {
    key: "A",
    birth: "2014-02-28",
    age: 10,
    gender: "1",
    ethnicity: "A",
    lac: "N",
    team: "T1",
    type: "C04",
    received: "2024-01-15",
    reason: "25",
    contacts: [
      ["1", `${month}-04`, "01", "5", "45"],
      ["2", `${month}-18`, "11", "3", ""],
    ],
  },
  {
    key: "B",
    birth: "2008-07-01",
    age: 15,
    gender: "2",
    ethnicity: "M",
    lac: "Y",
    team: "T2",
    type: "F01",
    received: `${month}-02`,
    discharged: `${month}-20`,
    reason: "05",
    contacts: [["3", `${month}-09`, "02", "6", "30"]],
  },
  {
    key: "C",
    birth: "2007-12-31",
    age: 16,
    gender: "3",
    ethnicity: "99",
    lac: "X",
    team: "T1",
    type: "C04",
    received: `${month}-11`,
    reason: "24",
    contacts: [],
  },
];

/** The people as an ICB gets them in version 6. */
export function version6(
  month = "2024-04",
  number = 1489,
  submission = "7001",
  fileType = 1,
): Tables {
  const place = {
    OrgIDProv: "RZZ",
    UniqSubmissionID: submission,
    UniqMonthID: number,
    EFFECTIVE_FROM: "2024-06-01 04:00:00",
  };
  const people = lives(month).map((life, i) => ({
    ...life,
    ids: {
      ...place,
      RecordNumber: `${submission}00000000${i + 1}`,
      Person_ID: `PSEUDO${life.key}`,
    },
    patient: { LocalPatientID: `L${life.key}` },
    referral: { ServiceRequestID: `R${life.key}`, UniqServReqID: `RZZR${life.key}` },
  }));
  return {
    MHS000Header: [
      {
        DatSetVer: "6.0",
        OrgIDProvider: "RZZ",
        ReportingPeriodStartDate: `${month}-01`,
        ReportingPeriodEndDate: `${month}-30`,
        MHS000UniqID: "1",
        FileType: fileType,
        UniqSubmissionID: submission,
        UniqMonthID: number,
        EFFECTIVE_FROM: "2024-06-01 04:00:00",
      },
    ],
    MHS001MPI: people.map(({ ids, patient, age, gender, ethnicity }) => ({
      ...patient,
      OrgIDEduEstab: "EE123456",
      GenderIDCode: gender,
      Gender: "9",
      EthnicCategory: ethnicity,
      ...ids,
      MHS001UniqID: ids.RecordNumber,
      AgeRepPeriodEnd: age,
      LADistrictAuth: "E07000163",
      NHSDEthnicity: ethnicity,
      PatMRecInRP: "true",
      OrgIDSubICBLocResidence: "42D",
      OrgIDICBRes: "QHM",
    })),
    MHS002GP: people.map(({ ids, patient, key }) => ({
      ...patient,
      GMPReg: key === "C" ? "V81999" : "A81001",
      EndDateGMPRegistration: "",
      ...ids,
      MHS002UniqID: ids.RecordNumber,
      OrgIDSubICBLocGP: "15F",
      OrgIDICBGPPractice: "QWO",
    })),
    MHS005PatInd: people.map(({ ids, patient, lac }) => ({
      ...patient,
      YoungCarer: "N",
      LACStatus: lac,
      CPP: "1",
      LDStatus: "5",
      AutismStatus: "2",
      ...ids,
      MHS005UniqID: ids.RecordNumber,
    })),
    MHS101Referral: people.map(
      ({ ids, patient, referral, team, received, discharged = "", reason, age }) => ({
        ...referral,
        ...patient,
        OrgIDComm: "15F",
        CareProfTeamLocalID: team,
        ReferralRequestReceivedDate: received,
        SourceOfReferralMH: "C2",
        ClinRespPriorityType: "3",
        PrimReasonReferralMH: reason,
        ServDischDate: discharged,
        ReferRejectionDate: "",
        ReferClosReason: discharged && "02",
        ...ids,
        MHS101UniqID: ids.RecordNumber,
        AgeServReferRecDate: age,
        AgeServReferDischDate: discharged && age,
      }),
    ),
    MHS201CareContact: people.flatMap(({ ids, referral, age, contacts }) =>
      contacts.map(([id, date, mechanism, status, minutes]) => ({
        CareContactID: `K${id}`,
        ...referral,
        CareContDate: date,
        ClinContDurOfCareCont: minutes,
        ConsMechanismMH: mechanism,
        AttendStatus: status,
        ...ids,
        MHS201UniqID: id,
        UniqCareContID: `RZZK${id}`,
        AgeCareContDate: age,
      })),
    ),
    MHS204IndirectActivity: people.slice(2).map(({ ids, referral }) => ({
      ...referral,
      IndirectActDate: `${month}-16`,
      IndirectActTime: "10:00:00",
      ...ids,
      MHS204UniqID: "9",
    })),
    MHS501HospProvSpell: people.slice(1, 2).map(({ ids, referral }) => ({
      HospProvSpellID: "H1",
      ...referral,
      StartDateHospProvSpell: `${month}-03`,
      ...ids,
      MHS501UniqID: "1",
    })),
    MHS902ServiceTeamDetails: [
      ["T1", "C04", "02"],
      ["T2", "F01", "02"],
    ].map(([CareProfTeamLocalID, ServTeamTypeMH, ServTeamIntAgeGroup], i) => ({
      CareProfTeamLocalID,
      ServTeamTypeMH,
      ServTeamIntAgeGroup,
      MHS902UniqID: i + 1,
      OrgIDProv: "RZZ",
      UniqSubmissionID: submission,
      UniqMonthID: number,
    })),
  };
}

const renamed = (
  row: Row,
  names: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([heading]) => !without.includes(heading))
      .map(([heading, value]) => [names[heading] ?? heading, value]),
  );

/** The same rows with headings renamed and left out, table by table. */
export const reshaped = (
  tables: Tables,
  names: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((row) => renamed(row, names, without)),
    ]),
  );

/** All tables but some. */
export const without = (tables: Tables, ...names: readonly string[]): Tables =>
  Object.fromEntries(Object.entries(tables).filter(([name]) => !names.includes(name)));

const OLDER = {
  AttendStatus: "AttendOrDNACode",
  GMPReg: "GMPCodeReg",
  LocalPatientID: "LocalPatientId",
  ServiceRequestID: "ServiceRequestId",
  CareContactID: "CareContactId",
};

/**
 * The same people in the last month of version 5: teams and reasons stand in MHS102, and there is
 * no MHS902.
 */
export function version5(): Tables {
  const tables = version6("2024-03", 1488, "6001");
  const others = reshaped(without(tables, "MHS902ServiceTeamDetails"), OLDER, [
    "LDStatus",
    "AutismStatus",
    "CareProfTeamLocalID",
    "ReferRejectionDate",
    "ReferClosReason",
  ]);
  const services = tables.MHS101Referral.map((row, i): Row => ({
    CareProfTeamLocalId: row.CareProfTeamLocalID,
    ServiceRequestId: row.ServiceRequestID,
    ServTeamTypeRefToMH: lives("2024-03")[i].type,
    ReferClosureDate: row.ServDischDate,
    ReferRejectionDate: "",
    ReferClosReason: row.ReferClosReason,
    ...Object.fromEntries(
      [
        "RecordNumber",
        "OrgIDProv",
        "Person_ID",
        "UniqSubmissionID",
        "UniqServReqID",
        "UniqMonthID",
      ].map((key) => [key, row[key]]),
    ),
    MHS102UniqID: i + 1,
  }));
  return {
    ...others,
    MHS000Header: others.MHS000Header.map((row) => ({ ...row, DatSetVer: "5.0" })),
    MHS102ServiceTypeReferredTo: services,
  };
}

/** The birth days that providers have in their own files. */
export const withBirths = (tables: Tables): Tables => ({
  ...tables,
  MHS001MPI: tables.MHS001MPI.map((row, i) => ({
    ...row,
    PersonBirthDate: lives("2024-04")[i].birth,
  })),
});

const day = (value: number): string | null => (value === MISSING ? null : isoOf(value));
const age = (value: number): number | null => (value === -1 ? null : value);
const list = <T>(count: number, of: (row: number) => T): T[] =>
  Array.from({ length: count }, (_, row) => of(row));

/** What was read, row by row in words, without the numberings. */
export function plain({
  personMonths: p,
  referralMonths: r,
  referralTeams: t,
  contacts: c,
  indirect: i,
  providers,
  people,
  months,
}: Mhsds) {
  const at = (column: TextColumn, row: number): string | null => column.at(row);
  const names = people();
  const base = months[0];
  return {
    people: list(p.count, (row) => ({
      month: p.month[row] - base,
      provider: providers[p.provider[row]],
      person: names[p.person[row]],
      national: p.national[row],
      age: age(p.ageAtEnd[row]),
      district: at(p.district, row),
      subIcb: at(p.subIcb, row),
      icb: at(p.icb, row),
      gender: at(p.gender, row),
      ethnicity: at(p.ethnicity, row),
      school: at(p.school, row),
      lookedAfter: at(p.lookedAfter, row),
      childProtection: at(p.childProtection, row),
      youngCarer: at(p.youngCarer, row),
      learningDisability: at(p.learningDisability, row),
      autism: at(p.autism, row),
    })),
    referrals: list(r.count, (row) => ({
      month: r.month[row] - base,
      provider: providers[r.provider[row]],
      personMonth: r.personMonth[row],
      person: names[r.person[row]],
      referral: r.referral[row],
      received: day(r.received[row]),
      discharged: day(r.discharged[row]),
      rejected: day(r.rejected[row]),
      ageReceived: age(r.ageReceived[row]),
      ageDischarged: age(r.ageDischarged[row]),
      source: at(r.source, row),
      reason: at(r.reason, row),
      priority: at(r.priority, row),
      rejectReason: at(r.rejectReason, row),
      closeReason: at(r.closeReason, row),
      commissioner: at(r.commissioner, row),
      inpatient: r.inpatient[row],
    })),
    teams: list(t.count, (row) => ({
      referralMonth: t.referralMonth[row],
      team: t.team[row],
      type: at(t.type, row),
      ageGroup: at(t.ageGroup, row),
      closed: day(t.closed[row]),
      rejected: day(t.rejected[row]),
      main: t.main[row],
    })),
    contacts: list(c.count, (row) => ({
      month: c.month[row] - base,
      provider: providers[c.provider[row]],
      personMonth: c.personMonth[row],
      referralMonth: c.referralMonth[row],
      referral: c.referral[row],
      date: day(c.date[row]),
      age: age(c.age[row]),
      status: at(c.status, row),
      mechanism: at(c.mechanism, row),
      duration: age(c.duration[row]),
    })),
    indirect: list(i.count, (row) => ({
      month: i.month[row] - base,
      provider: providers[i.provider[row]],
      personMonth: i.personMonth[row],
      referralMonth: i.referralMonth[row],
      referral: i.referral[row],
      date: day(i.date[row]),
    })),
  };
}

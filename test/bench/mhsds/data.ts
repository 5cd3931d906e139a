import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isoOf } from "../../../prep/calendar/day";
import { monthEnd, monthStart, type MonthIndex } from "../../../prep/calendar/periods";
import { LAYOUT_6 } from "../../../prep/sample/mhsds/layout-6";
import { uniqMonthId } from "../../../prep/sample/mhsds/submissions";

const FIRST: MonthIndex = 2024 * 12 + 3;
const MONTHS = 24;
const PROVIDERS = ["RZZ", "RZY", "RZX", "RZW", "RZV", "8ZZ01"];
const TEAMS = [
  ["T01", "A06", "02"],
  ["T02", "C04", "02"],
  ["T03", "C01", "02"],
  ["T04", "A06", "03"],
] as const;
/**
 * Contacts of a referral over its time in the window, on average: what the number of referrals is
 * found from.
 */
const CONTACTS = 9.2;
/** Months that a provider sent twice, the wrong file first, which lacks one referral in eight. */
const TWICE = ["5 1", "17 4"];
const STATUSES = [
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "5",
  "6",
  "3",
  "2",
  "4",
  "7",
];
const MECHANISMS = ["01", "01", "01", "01", "01", "11", "11", "02", "05", "10"];
const DISTRICTS = ["E06009999", "E06009999", "E06009999", "E07000106", "E06000035", "W06000015"];
const SOURCES = ["A1", "A1", "C2", "B1", "F1", "H1", "C1", "A3"];
const REASONS = ["05", "04", "25", "24", "15", "12"];

/** A hash of two whole numbers, 32 bits without a sign. */
function hash(a: number, b: number): number {
  let mixed = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

interface Table {
  /** Writes a row with these values, in the order of the fields that were named. */
  row(...values: string[]): void;
  close(): number;
}

/**
 * A table with all columns of version 6, of which only some have values, written in pieces of a
 * million characters.
 */
function table(folder: string, name: string, fields: readonly string[]): Table {
  const columns = LAYOUT_6[name];
  const places = fields.map((field) => columns.indexOf(field));
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place);
  const gaps = order.map(({ place }, k) => ",".repeat(place - (k === 0 ? 0 : order[k - 1].place)));
  const end = `${",".repeat(columns.length - 1 - order[order.length - 1].place)}\r\n`;
  const file = openSync(join(folder, `${name}.csv`), "w");
  let [waiting, bytes] = [`${columns.join(",")}\r\n`, 0];
  const flush = (): void => {
    bytes += writeSync(file, waiting, null, "latin1");
    waiting = "";
  };
  return {
    row(...values) {
      for (let k = 0; k < order.length; k++) waiting += gaps[k] + values[order[k].i];
      waiting += end;
      if (waiting.length > 1_000_000) flush();
    },
    close() {
      flush();
      closeSync(file);
      return bytes;
    },
  };
}

const two = (n: number): string => String(n).padStart(2, "0");
const dateIn = (month: MonthIndex, day: number): string =>
  `${Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(day)}`;

export interface Written {
  readonly contacts: number;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Writes an extract of version 6 with about so many contacts into a folder: 24 months of six
 * providers, referrals and people in proportion, two months sent twice.
 */
export function writeExtract(folder: string, contacts: number): Written {
  const referrals = Math.round(contacts / CONTACTS);
  const place = ["UniqSubmissionID", "OrgIDProv", "UniqMonthID", "EFFECTIVE_FROM"];
  const header = table(folder, "MHS000Header", [
    "DatSetVer",
    "OrgIDProvider",
    "ReportingPeriodStartDate",
    "ReportingPeriodEndDate",
    "FileType",
    "UniqSubmissionID",
    "UniqMonthID",
    "EFFECTIVE_FROM",
  ]);
  const people = table(folder, "MHS001MPI", [
    ...place,
    "RecordNumber",
    "MHS001UniqID",
    "LocalPatientID",
    "Person_ID",
    "AgeRepPeriodEnd",
    "LADistrictAuth",
    "OrgIDSubICBLocResidence",
    "OrgIDICBRes",
    "GenderIDCode",
    "NHSDEthnicity",
    "PatMRecInRP",
  ]);
  const referral = table(folder, "MHS101Referral", [
    ...place,
    "RecordNumber",
    "MHS101UniqID",
    "LocalPatientID",
    "Person_ID",
    "ServiceRequestID",
    "UniqServReqID",
    "OrgIDComm",
    "CareProfTeamLocalID",
    "ReferralRequestReceivedDate",
    "ServDischDate",
    "SourceOfReferralMH",
    "PrimReasonReferralMH",
    "ClinRespPriorityType",
    "AgeServReferRecDate",
    "AgeServReferDischDate",
  ]);
  const contact = table(folder, "MHS201CareContact", [
    ...place,
    "RecordNumber",
    "MHS201UniqID",
    "Person_ID",
    "CareContactID",
    "ServiceRequestID",
    "UniqServReqID",
    "UniqCareContID",
    "CareContDate",
    "AttendStatus",
    "ConsMechanismMH",
    "ClinContDurOfCareCont",
    "AgeCareContDate",
  ]);
  const teams = table(folder, "MHS902ServiceTeamDetails", [
    ...place,
    "CareProfTeamLocalID",
    "ServTeamTypeMH",
    "ServTeamIntAgeGroup",
  ]);
  let [rows, contactRows] = [0, 0];

  const submission = (
    month: number,
    p: number,
    id: string,
    fileType: number,
    isWrong: boolean,
  ): void => {
    const index = FIRST + month;
    const provider = PROVIDERS[p];
    const [number, effective] = [
      String(uniqMonthId(index)),
      `${dateIn(index + 2, fileType === 1 ? 1 : 20)} 04:00:00`,
    ];
    header.row(
      "6.0",
      provider,
      isoOf(monthStart(index)),
      isoOf(monthEnd(index)),
      String(fileType),
      id,
      number,
      effective,
    );
    for (const [team, type, ages] of TEAMS)
      teams.row(id, provider, number, effective, team, type, ages);
    let [n, c] = [0, 0];
    for (let i = p; i < referrals; i += PROVIDERS.length) {
      const life = hash(i, 1);
      const start = (life % (MONTHS + 6)) - 6;
      const last = start + ((life >>> 8) % 11);
      if (month < start || month > last || (isWrong && i % 8 === 0)) continue;
      const key = String(++n).padStart(9, "0");
      const record = id + key;
      const person = `46116860184${String(i).padStart(8, "0")}`;
      const request = `80071992547${String(i).padStart(9, "0")}`;
      const unique = provider + request;
      const receivedDay = 1 + ((life >>> 12) % 20);
      const age = 4 + ((life >>> 16) % 16);
      const older = String(month - start > 6 ? age + 1 : age);
      const discharged = month === last && last - start > 1 ? dateIn(index, 28) : "";
      people.row(
        id,
        provider,
        number,
        effective,
        record,
        record,
        `LP${i}`,
        person,
        older,
        DISTRICTS[life % 6],
        "91Q",
        "QKS",
        life % 2 === 0 ? "1" : "2",
        "A",
        "true",
      );
      referral.row(
        id,
        provider,
        number,
        effective,
        record,
        record,
        `LP${i}`,
        person,
        request,
        unique,
        "91Q",
        TEAMS[(life >>> 5) % 4][0],
        dateIn(FIRST + start, receivedDay),
        discharged,
        SOURCES[(life >>> 3) % 8],
        REASONS[(life >>> 4) % 6],
        "3",
        String(age),
        discharged === "" ? "" : older,
      );
      rows += 2;
      const times = hash(i, 100 + month);
      for (let k = times % 5; k > 0; k--) {
        const each = hash(i, 1000 + month * 8 + k);
        const day = month === start ? Math.min(28, receivedDay + (each % 12)) : 1 + (each % 28);
        const care = `900719925${String(i).padStart(8, "0")}${two(month)}${k}`;
        contact.row(
          id,
          provider,
          number,
          effective,
          record,
          id + String(++c).padStart(9, "0"),
          person,
          care,
          request,
          unique,
          provider + care,
          dateIn(index, day),
          isWrong ? "5" : STATUSES[(each >>> 8) % 20],
          MECHANISMS[(each >>> 16) % 10],
          String(10 + (each % 50)),
          older,
        );
      }
    }
    contactRows += c;
  };

  for (let month = 0; month < MONTHS; month++)
    for (let p = 0; p < PROVIDERS.length; p++) {
      const id = (send: number): string => String(10_000_000 + month * 100 + p * 10 + send);
      const isTwice = TWICE.includes(`${month} ${p}`);
      if (isTwice) submission(month, p, id(2), 1, true);
      submission(month, p, id(1), isTwice ? 2 : 1, false);
    }
  const bytes = [header, people, referral, contact, teams].reduce(
    (sum, each) => sum + each.close(),
    0,
  );
  return { contacts: contactRows, rows: rows + contactRows, bytes };
}

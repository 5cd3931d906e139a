import { upnCheckLetter } from "../../../prep/check/identifiers/upn";
import type { ReturnRecord, SampleReturn, TableName } from "../../../prep/sample/return-record";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";
import type { MemoryFile } from "./run";

const CENSUS: Readonly<Record<number, string>> = {
  2024: "2024-01-18",
  2025: "2025-01-16",
  2026: "2026-01-15",
};

/** A record of a return by its XML tags. */
export const record = (
  table: TableName,
  values: Record<string, string>,
  ...children: ReturnRecord[]
): ReturnRecord => ({ table, values, children });

/** The n-th invented person, with requests. */
export function person(n: number, ...requests: ReturnRecord[]): ReturnRecord {
  const digits = `999${String(24_000_000 + n).padStart(9, "0")}`;
  return record(
    "person",
    {
      Surname: `Fernhollow${n}`,
      Forename: "Tamsin",
      PersonBirthDate: "2014-05-10",
      Sex: "F",
      Ethnicity: "WBRI",
      PostCode: "ZZ1 0AA",
      UPN: `${upnCheckLetter(digits)}${digits}`,
    },
    ...requests,
  );
}

/** A request received and decided on these days, with what hangs under it. */
export const request = (
  received: string,
  decided: string,
  values: Record<string, string> = {},
  ...children: ReturnRecord[]
): ReturnRecord =>
  record(
    "requests",
    {
      ReceivedDate: received,
      RequestSource: "1",
      RYA: "0",
      RequestOutcome: decided ? "Y" : "A",
      RequestOutcomeDate: decided,
      ...values,
    },
    ...children,
  );

/** An assessment that led to a plan on a day. */
export const issued = (
  day: string,
  plan: Record<string, string> = {},
  values: Record<string, string> = {},
): ReturnRecord =>
  record(
    "assessment",
    { AssessmentOutcome: "Y", AssessmentOutcomeDate: day, Week20: "0", ...values },
    record(
      "namedplan",
      { StartDate: day, PB: "0", OA: "0", ...plan },
      record("plandetail", { SENsetting: "OLA", PlacementRank: "1" }),
    ),
  );

export const need = (type: string, rank: string): ReturnRecord =>
  record("senneed", { SENtype: type, SENtypeRank: rank });
export const placement = (values: Record<string, string>): ReturnRecord =>
  record("placementdetail", { PlacementRank: "1", EntryDate: "2020-09-01", ...values });

/** An active plan: where the child is, and the needs. */
export const active = (
  values: Record<string, string> = {},
  children: ReturnRecord[] = [placement({ SENsetting: "OLA" }), need("ASD", "1")],
): ReturnRecord => record("activeplans", values, ...children);

export function smallReturn(
  year: number,
  people: readonly ReturnRecord[],
  header: Record<string, string> = {},
): SampleReturn {
  const common = {
    Collection: "SEN2",
    Year: String(year),
    ReferenceDate: CENSUS[year],
    SourceLevel: "L",
    LEA: "999",
    DateTime: `${CENSUS[year]}T09:00:00`,
  };
  return { year, header: { ...common, ...header }, persons: () => structuredClone([...people]) };
}

/** The return as an XML file. */
export const xmlFile = (ret: SampleReturn, name = `${ret.year}.xml`): MemoryFile => ({
  name,
  chunks: [...writeSen2Xml(ret)],
});

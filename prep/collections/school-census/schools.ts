import type { SchoolRegister } from "../school-register/register";
import type { Setting } from "../sen2/settings";
import type { Census } from "./census";

/** Seven digits: authority and establishment number. */
const laEstabOf = (lea: string | null, estab: string | null): string | null => (lea === null || estab === null ? null : lea + estab.trim().replace(/\.0+$/, "").padStart(4, "0"));

/** A school of a census row as a setting: the register's establishment, else its authority and establishment number, else its URN or name. */
function schoolOf({ tables: { schoolcensus } }: Census, row: number, register: SchoolRegister | null): Setting {
  const [lea, urn, name] = ["lea", "urn", "schoolname"].map((column) => schoolcensus.text(column).at(row));
  const laEstab = laEstabOf(lea, schoolcensus.text("estab").at(row));
  const establishment = (laEstab === null ? null : register?.byLaEstab(laEstab)) ?? (urn === null ? null : register?.byUrn(urn)) ?? null;
  const common = { establishment, successor: establishment && register ? register.successorOf(establishment) : null, ukprn: null, code: null, name, authority: lea };
  if (establishment) return { id: `urn:${establishment.urn}`, urn: establishment.urn, ...common };
  if (laEstab !== null) return { id: `laestab:${laEstab}`, urn: null, ...common };
  return urn === null ? { id: `school:${schoolcensus.text("nativeid").at(row) ?? schoolcensus.record(row)}`, urn, ...common } : { id: `urn:${urn}`, urn, ...common };
}

/** The schools of each census by row of its school table. */
export const schoolsOf = (census: Census, register: SchoolRegister | null): Setting[] => Array.from({ length: census.tables.schoolcensus.rowCount }, (_, row) => schoolOf(census, row, register));

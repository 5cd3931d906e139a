import type { Establishment } from "../../sources/school-register/register";
import {
  familyOf,
  groupOfEstablishment,
  type SettingFamily,
} from "../../sources/school-register/setting-groups";

/**
 * The answers that the lists ask for, each with its letter: Annex A as the sector's open script for
 * the Standard Safeguarding Dataset has it (not seen in
 * the inspectorates' own file).
 */
const lettered = (values: readonly string[]): ReadonlyMap<string, string> =>
  new Map(values.map((value, i) => [value, `${String.fromCharCode(97 + i)}) ${value}`]));

const genders = lettered(["Male", "Female", "Not known", "Not specified"]);
const ethnicities = lettered(
  "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT".split(
    " ",
  ),
);
const needs = lettered("SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD OTH".split(" "));
const phases = lettered([
  "Nursery",
  "Primary",
  "Middle (deemed primary)",
  "Middle (deemed secondary)",
  "Secondary",
  "All-through",
  "Special",
  "Pupil referral unit/Alternative provision",
  "FE college",
]);
const yesNo = lettered(["Yes", "No"]);

const genderOf: Readonly<Record<string, string>> = { M: "Male", F: "Female" };

/** The answer for a sex, M or F; null for any other, or none. */
export const genderAnswer = (sex: string | undefined): string | null =>
  sex === undefined ? null : (genders.get(genderOf[sex] ?? "") ?? null);

/** The answer for an ethnicity code of SEN2; a code that the list does not have, as it is. */
export const ethnicityAnswer = (code: string | null): string | null =>
  code === null ? null : (ethnicities.get(code) ?? code);

/** The answer for a SEN type; one that the list does not have (DS, NSA), as it is. */
export const needAnswer = (code: string | null): string | null =>
  code === null ? null : (needs.get(code) ?? code);

export const yesNoAnswer = (yes: boolean): string => yesNo.get(yes ? "Yes" : "No")!;

const phaseOfFamily: Partial<Record<SettingFamily, string>> = {
  state_special: "Special",
  independent_special: "Special",
  alternative_provision: "Pupil referral unit/Alternative provision",
  further_education: "FE college",
};

/** Phases as the school register writes them, in lower case. */
const phaseOfRegister: Readonly<Record<string, string>> = {
  nursery: "Nursery",
  primary: "Primary",
  "middle deemed primary": "Middle (deemed primary)",
  "middle deemed secondary": "Middle (deemed secondary)",
  secondary: "Secondary",
  "all-through": "All-through",
};

const phaseOfCensus: Readonly<Record<string, string>> = {
  NS: "Nursery",
  PS: "Primary",
  MP: "Middle (deemed primary)",
  MS: "Middle (deemed secondary)",
  SS: "Secondary",
  AT: "All-through",
  SP: "Special",
  PR: "Pupil referral unit/Alternative provision",
};

/**
 * The answer for the phase of an establishment of the school register, by its type where that says
 * more than its phase; null where the list has none.
 */
export function phaseOfEstablishment({
  type,
  phase,
}: Pick<Establishment, "type" | "phase">): string | null {
  const family = familyOf(groupOfEstablishment(type, false, false));
  return (
    phases.get(phaseOfFamily[family] ?? phaseOfRegister[phase?.toLowerCase() ?? ""] ?? "") ?? null
  );
}

/** The answer for the phase code of a school census; null where the list has none. */
export const phaseOfCensusCode = (code: string | null): string | null =>
  phases.get(phaseOfCensus[code ?? ""] ?? "") ?? null;

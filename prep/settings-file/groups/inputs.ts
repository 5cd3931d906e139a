import type { SettingOf } from "../../setting";

const path = (description: string) => ({ kind: "path", description }) as const;

/** Files that are used whatever their content looks like. */
export const inputsSettings: SettingOf<"group"> = {
  kind: "group",
  description:
    "Files to use whatever their content looks like, from this file's folder. null: recognised by content.",
  settings: {
    schoolRegister: path(
      "All establishments (edubasealldata CSV of Get Information About Schools).",
    ),
    schoolLinks: path("Links between establishments (links_edubasealldata CSV)."),
    postcodeDirectory: path("Postcode directory (ONSPD or NSPL CSV): gives ward and LSOA."),
    localities: path(
      "Your localities: a CSV file with the GSS code of a ward and its locality in each row. With a postcode directory it gives the breakdown by locality.",
    ),
    healthLinkage: path(
      "Agreed linkage table (CSV): person_id or nhs_number of the mental health data beside upn, uln or person_pseudonym of the children.",
    ),
    bankHolidays: path("Bank holidays (bank-holidays.json of GOV.UK)."),
    optOut: path("People who are to be left out: one UPN, ULN or NHS number a line."),
  },
};

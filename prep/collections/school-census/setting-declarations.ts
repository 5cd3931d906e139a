import { settingsOf, wholeNumber, type Declared } from "../../setting";

/**
 * Settings of the school census. Lags: its data items and the methodology of the exclusion
 * statistics.
 */
export const censusSettings = {
  schoolCensus: {
    kind: "group",
    description:
      "What the tables of a school census cover, where yours are not as the Department for Education's.",
    settings: {
      attendanceTermLag: wholeNumber(
        "Terms between the one that attendance is of and the census. 1: the term before (data items of the school census).",
        1,
        3,
      ),
      suspensionTermLag: wholeNumber(
        "Terms between the one that suspensions are of and the census. 2: two in arrears (methodology of the exclusion statistics). Those of the terms in between are early, and count when the census that is due for them is loaded.",
        2,
        3,
      ),
    },
  },
} as const satisfies Declared;

/** Its own settings, out of all. */
export const censusSettingsOf = settingsOf(censusSettings);

import { settingsOf, type Declared } from "../../setting";

/** Settings of mental health data. */
export const mhsdsSettings = {
  mhsds: {
    kind: "group",
    description: "How mental health data (MHSDS) are counted.",
    settings: {
      icb: {
        kind: "text",
        description:
          "ODS code of the integrated care board that the data are of, such as \"QVV\": its figures are counted beside the authority's. null: the authority's residents alone.",
        pattern: "^[A-Z0-9]{3}$",
        allowed: 'an ODS code of three characters in quotes, such as "QVV", or null',
      },
    },
  },
} as const satisfies Declared;

/** Its own settings, out of all. */
export const mhsdsSettingsOf = settingsOf(mhsdsSettings);

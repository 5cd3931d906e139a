import { collections } from "../collections/index";
import { ratingProfiles } from "../../src/kpi/rating-profile";
import { CORRECTABLE } from "../sources/kpi-sheet/corrections";
import { sheetFields } from "../sources/kpi-sheet/layout";
import type { Setting, SettingOf } from "../setting";

const PROFILES = ratingProfiles.map(({ id }) => id);
const PROFILES_IN_WORDS = ratingProfiles.map(({ id, words }) => `${id} (${words})`).join(", ");

const path = (description: string) => ({ kind: "path", description }) as const;

/** The settings that the collections declare for themselves. */
const ofCollections: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ...collections.map(({ settings }) => settings ?? {}),
);

const share = (description: string, byDefault: number) =>
  ({ kind: "whole", description, from: 0, to: 100, byDefault }) as const;

interface ProfileDefaults {
  readonly source: string;
  readonly threshold: number;
  readonly roundTo: number;
  readonly showZeros: boolean;
}

/**
 * The settings of a disclosure profile. The threshold is at least 3: below it a hidden count could
 * only be 1.
 */
const disclosureProfile = ({
  source,
  threshold,
  roundTo,
  showZeros,
}: ProfileDefaults): SettingOf<"group"> => ({
  kind: "group",
  description: source,
  settings: {
    threshold: {
      kind: "whole",
      description:
        "Counts above zero and below this are hidden, and with them every figure from which one could be worked out.",
      from: 3,
      to: 100,
      byDefault: threshold,
    },
    roundTo: {
      kind: "whole",
      description:
        "Counts are published to the nearest multiple of this, percentages then as whole numbers. 1: as they are.",
      from: 1,
      to: 100,
      byDefault: roundTo,
    },
    showZeros: {
      kind: "yesNo",
      description: "Publish zeros. false: they are hidden like small counts.",
      byDefault: showZeros,
    },
    centilePeople: {
      kind: "whole",
      description:
        "Medians and 90th centiles of fewer people than this are hidden (ten, as data services commonly ask of outputs; ask yours). The longest case is always hidden: it is one person.",
      from: 3,
      to: 1000,
      byDefault: 10,
    },
    showUnchecked: {
      kind: "yesNo",
      description:
        "Publish percentages, rates and amounts of KPI sheets that come without the numbers behind them, and counted figures whose sums with others are not known (mental health measures, indicators of your own). Small ones stay hidden.",
      byDefault: false,
    },
  },
});

/**
 * All settings of send-scorecard.json: our own, and those that each collection declares. Bank
 * holidays: gov.uk/bank-holidays.
 */
export const settingsDeclaration: SettingOf<"group"> = {
  kind: "group",
  description: "Settings of SEND Scorecard",
  settings: {
    authority: {
      kind: "text",
      description:
        'Your authority\'s three-digit number, such as "839". null: taken from the returns.',
      pattern: "^[0-9]{3}$",
      allowed: 'three digits in quotes, such as "839", or null',
    },
    authorities: {
      kind: "texts",
      description:
        'Authorities to build together, such as ["838", "839"], in one star and one report, each with its own figures. Empty: one authority.',
    },
    allOf: {
      kind: "text",
      description:
        'Build all authorities of an integrated care board, such as "QVV", of a region, such as "South West", or of "England", with that area beside them. null: none.',
      pattern: ".",
      allowed: "the code of a board, a region or England, in quotes, or null",
    },
    asAt: {
      kind: "date",
      description:
        'Count up to this day, such as "2026-09-30". null: up to the last day that each return covers.',
    },
    inputs: {
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
    },
    coverage: {
      kind: "group",
      description:
        "What was read only in part. Shares, in per cent, of the rows that a figure should have counted and could not.",
      settings: {
        cautionAbove: share("Above it a figure is to be read with care, and says why.", 1),
        notAvailableAbove: share("Above it a figure is not shown.", 20),
      },
    },
    ...ofCollections,
    bankHolidays: {
      kind: "list",
      description:
        'Bank holidays beyond those built in (England and Wales, 2022 to 2027), such as { "date": "2028-01-03", "name": "New Year\'s Day" }: give all of a year. A year counts as known from eight days on. Or put bank-holidays.json of GOV.UK into the folder.',
      entry: {
        date: { kind: "date", description: "The day." },
        name: {
          kind: "text",
          description: "What day it is.",
          pattern: ".",
          allowed: "text in quotes, or null",
        },
      },
    },
    neighbourModel: {
      kind: "text",
      description:
        'Neighbours that a board shows: "2025-05" or "2021-04" of the Department for Education, the name of a file of neighbours, or the name of a group of peers. null: the first file of neighbours that is there, else "2025-05". Averages of all others are beside them.',
      pattern: ".",
      allowed: 'such as "2025-05" or the name of a group of peers, in quotes, or null',
    },
    peers: {
      kind: "list",
      description:
        'Groups of authorities to compare with, such as { "name": "Our partners", "areas": ["822", "838"] }. An area is an authority (number or GSS code), a region (name or code), a board (ODS code), or "england", "region" or "board" for those of the authority that is built, which is no peer of its own.',
      entry: {
        name: {
          kind: "text",
          description: "Name of the group.",
          pattern: ".",
          allowed: "a name in quotes",
        },
        areas: { kind: "texts", description: "Its areas." },
      },
    },
    targets: {
      kind: "list",
      description:
        'Targets of the board for counted indicators, such as { "indicator": "ehc_plans_within_20_weeks_pct", "target": "60", "tolerance": "5 points", "from": "2025-04-01" }.',
      entry: {
        indicator: {
          kind: "text",
          description: "Id of the indicator.",
          pattern: "^[a-z0-9_]+$",
          allowed: "an id such as ehc_plans_within_20_weeks_pct",
        },
        target: {
          kind: "text",
          description:
            'A number, a comparator such as "below national", or milestones such as "70 by Mar 25, 80 by Mar 26".',
          pattern: ".",
          allowed:
            'a number in quotes, a comparator such as "below national", or "70 by Mar 25, 80 by Mar 26"',
        },
        tolerance: {
          kind: "text",
          description:
            'How far off is still near, such as "5 points", "5%" (points of a percentage, else of the target) or "10% of target".',
          pattern: ".",
          allowed: 'such as "5 points", or null',
        },
        polarity: {
          kind: "text",
          description: "Which way the board wants it, where it differs from the indicator's own.",
          pattern: "^(higher|lower|neutral)$",
          allowed: "higher, lower or neutral, or null",
        },
        from: { kind: "date", description: "First day that the target holds." },
      },
    },
    rating: {
      kind: "group",
      description: "The rule that figures are rated by. The report follows what the build wrote.",
      settings: {
        profile: {
          kind: "choice",
          description: `Rule of the board: ${PROFILES_IN_WORDS}.`,
          of: PROFILES,
          byDefault: "default",
        },
        kpis: {
          kind: "list",
          description:
            'KPIs that are rated by another rule, such as { "indicator": "ehc_plans_within_20_weeks_pct", "profile": "points_5" }.',
          entry: {
            indicator: {
              kind: "text",
              description: "Id of the indicator.",
              pattern: "^[a-z0-9_]+$",
              allowed: "an id such as ehc_plans_within_20_weeks_pct",
            },
            profile: {
              kind: "choice",
              description: "Its rule.",
              of: PROFILES,
              byDefault: "default",
            },
          },
        },
      },
    },
    kpiSheets: {
      kind: "group",
      description:
        "How to read KPI sheets whose headings are your own, and what to correct in them.",
      settings: {
        shown: {
          kind: "choice",
          description:
            "Which figure a board shows where a sheet and the extracts give one for the same period. What is published comes last.",
          of: ["printed_first", "counted_first"],
          byDefault: "printed_first",
        },
        columns: {
          kind: "codes",
          description:
            'Your headings and what they are, such as { "KPI title": "name", "Result for *": "current" }: a star replaces what changes from month to month.',
          of: sheetFields,
        },
        corrections: {
          kind: "list",
          description: "Rows are read as printed; a correction is named with its reason.",
          entry: {
            row: {
              kind: "text",
              description: "Reference of the row, such as A29, or its id.",
              pattern: ".",
              allowed: "a reference such as A29",
            },
            field: {
              kind: "choice",
              description: "What is corrected.",
              of: CORRECTABLE,
              byDefault: "polarity",
            },
            value: {
              kind: "text",
              description: "What it should be.",
              pattern: ".",
              allowed: "text in quotes",
            },
            reason: { kind: "text", description: "Why.", pattern: ".", allowed: "text in quotes" },
          },
        },
      },
    },
    teams: {
      kind: "list",
      description:
        'Who works for which schools, for the worklists by team, such as { "school": "123456", "team": "North" } or { "settingGroup": "fe_general", "team": "Post-16" }. One named for a school comes first.',
      entry: {
        school: {
          kind: "text",
          description: "URN of the school.",
          pattern: "^[0-9]{6}$",
          allowed: "a URN of six digits in quotes, or null",
        },
        settingGroup: {
          kind: "text",
          description: "Setting group, as the table setting_group lists them.",
          pattern: "^[a-z_]+$",
          allowed: "a setting group such as special_maintained, or null",
        },
        team: {
          kind: "text",
          description: "Name of the team: no names of people.",
          pattern: ".",
          allowed: "a name in quotes",
        },
      },
    },
    disclosure: {
      kind: "group",
      description:
        "What build --profile hides. Without it the output is internal: restricted, nothing hidden.",
      settings: {
        public: disclosureProfile({
          source:
            "build --profile public. The Department for Education marks such figures c (confidential) in Explore Education Statistics and leaves threshold and zeros to the publisher; 5 is the common choice.",
          threshold: 5,
          roundTo: 1,
          showZeros: true,
        }),
        nhs: disclosureProfile({
          source:
            "build --profile nhs. As NHS England publishes its mental health statistics below national level: 0 to 4 hidden, others to the nearest 5, percentages from unrounded counts as whole numbers.",
          threshold: 5,
          roundTo: 5,
          showZeros: false,
        }),
      },
    },
    publish: {
      kind: "group",
      description: "What a build for publishing takes from KPI sheets beside numbers.",
      settings: {
        names: {
          kind: "texts",
          description:
            "Names of KPIs that are in no catalogue and may be published as the sheet has them. Others of a sheet are left out of what is published.",
        },
      },
    },
    powerBi: {
      kind: "group",
      description: "The Power BI project.",
      settings: {
        name: {
          kind: "text",
          description:
            'Name of the project, its model and its report, such as "SEND-Barnet": short, as Windows ends paths at 260 characters. null: SEND.',
          pattern: "^[A-Za-z0-9][A-Za-z0-9 _-]{0,22}[A-Za-z0-9]$",
          allowed:
            "2 to 24 letters, digits, spaces, - and _, beginning and ending with a letter or a digit, or null",
        },
      },
    },
    output: {
      kind: "group",
      description: "What is written.",
      settings: {
        formats: {
          kind: "choices",
          description: "Formats of the star's tables.",
          of: ["parquet", "csv"],
          byDefault: ["parquet", "csv"],
        },
        birthMonth: {
          kind: "yesNo",
          description: "Year and month of birth in the person table. Never a full birth date.",
          byDefault: false,
        },
      },
    },
  },
};

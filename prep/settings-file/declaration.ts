import { collections } from "../collections/index";
import type { Setting, SettingOf } from "../setting";
import { disclosureSettings } from "./groups/disclosure";
import { inputsSettings } from "./groups/inputs";
import { kpiSheetsSettings } from "./groups/kpi-sheets";
import { ratingSettings } from "./groups/rating";
import { targetsSettings } from "./groups/targets";

/** The settings that the collections declare for themselves. */
const ofCollections: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ...collections.map(({ settings }) => settings ?? {}),
);

const share = (description: string, byDefault: number) =>
  ({ kind: "whole", description, from: 0, to: 100, byDefault }) as const;

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
    threads: {
      kind: "whole",
      description:
        "How many processors a build of several authorities uses at most; its output is the same. 0: as many as there are, where it pays.",
      from: 0,
      to: 64,
      byDefault: 0,
    },
    inputs: inputsSettings,
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
    targets: targetsSettings,
    rating: ratingSettings,
    kpiSheets: kpiSheetsSettings,
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
    disclosure: disclosureSettings,
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

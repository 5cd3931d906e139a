import { ageBands } from "../star/age-bands";
import {
  ageBandDimension,
  needDimension,
  personAlias,
  personDimension,
  settingDimension,
  settingGroupDimension,
} from "../star/child-dimensions";
import { starFrame, type StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";
import { labels, textBuilder } from "../columns/build";
import type { Pseudonyms } from "../protect/pseudonym";
import { settingGroups } from "../sources/school-register/setting-groups";
import { senSettings, senTypes } from "../reference/code-sets";
import { birthMonths, type People } from "../protect/people";
import { groupsOfPeople } from "../protect/person-groups";
import type { Places } from "../places/places";

/**
 * Broad areas of need of the SEND code of practice (2015, 6.28 to 6.35); Down syndrome and "other"
 * belong to none.
 */
const areasOfNeed: Readonly<Record<string, string>> = {
  SPLD: "Cognition and learning",
  MLD: "Cognition and learning",
  SLD: "Cognition and learning",
  PMLD: "Cognition and learning",
  SLCN: "Communication and interaction",
  ASD: "Communication and interaction",
  SEMH: "Social, emotional and mental health",
  HI: "Sensory and physical",
  VI: "Sensory and physical",
  MSI: "Sensory and physical",
  PD: "Sensory and physical",
};

const needRows = (): StarData =>
  rowsTable(needDimension, [
    ...senTypes.map(({ code, label }, i) => [code, label, areasOfNeed[code] ?? "Other", i + 1]),
    [
      "NSA",
      "SEN support, no specialist assessment of the type of need",
      "Not recorded",
      senTypes.length + 1,
    ],
    ["not_recorded", "Not recorded", "Not recorded", senTypes.length + 2],
  ]);

const ageBandRows = (): StarData =>
  rowsTable(
    ageBandDimension,
    ageBands.map((band, i) => [band, i + 1]),
  );

const settingGroupRows = (): StarData =>
  rowsTable(
    settingGroupDimension,
    settingGroups.map(({ id, label, family }, i) => [id, label, family, i + 1]),
  );

const settingNames = new Map<string, string>(senSettings.map(({ code, label }) => [code, label]));

function settingRows({ list }: Places, authority: string): StarData {
  const rows = list.flatMap((setting, key) => {
    if (setting === null) return [];
    const { id, urn, ukprn, code, establishment } = setting;
    const where = establishment?.authority ?? setting.authority ?? null;
    const name = establishment?.name ?? (code === null ? null : (settingNames.get(code) ?? code));
    return [
      [
        key,
        id,
        urn ?? establishment?.urn ?? null,
        ukprn ?? establishment?.ukprn ?? null,
        code,
        name,
        establishment?.typeLabel || null,
        establishment?.phase ?? null,
        where,
        where === null ? null : where !== authority,
      ],
    ];
  });
  return rowsTable(settingDimension, rows);
}

function personRows(people: People, { pseudonyms }: Pseudonyms, withBirthMonth: boolean): StarData {
  const everyone = Int32Array.from({ length: people.count }, (_, person) => person);
  const { sex, ethnicity_group } = groupsOfPeople(people);
  return {
    declaration: personDimension,
    frame: starFrame(personDimension, {
      person_key: everyone.map((person) => person + 1),
      pseudonym: pseudonyms.slice(1),
      sex: labels(sex.groups, sex.values),
      ethnicity: people.ethnicity,
      ethnicity_group: labels(ethnicity_group.groups, ethnicity_group.values),
      birth_month: withBirthMonth ? birthMonths(people.birth) : textBuilder(people.count).column(),
      ward: people.ward,
      locality: people.locality,
      lsoa: people.lsoa,
      has_upn: Array.from(people.hasUpn, Boolean),
    }),
  };
}

/**
 * The dimensions that children fill, whatever collection tells of them: people under pseudonyms,
 * their aliases, settings and the code lists.
 */
export function childDimensions(
  people: People,
  pseudonyms: Pseudonyms,
  places: Places,
  { authority, birthMonth }: { authority: string; birthMonth: boolean },
): StarData[] {
  return [
    personRows(people, pseudonyms, birthMonth),
    rowsTable(
      personAlias,
      pseudonyms.aliases.map(({ personKey, kind, alias }) => [personKey, kind, alias]),
    ),
    needRows(),
    settingRows(places, authority),
    settingGroupRows(),
    ageBandRows(),
  ];
}

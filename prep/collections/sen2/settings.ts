import type { Day } from "../../calendar/day";
import type { FlagColumn, TextColumn } from "../../columns/column";
import type { Establishment, SchoolRegister } from "../../sources/school-register/register";
import {
  groupOfEstablishment,
  groupOfSenSetting,
  settingGroups,
} from "../../sources/school-register/setting-groups";
import { codeSets } from "./code-sets";
import type { Sen2Return, Sen2Table } from "./return";

export interface Setting {
  /** `urn:…`, `ukprn:…` or `sensetting:…`. */
  readonly id: string;
  readonly establishment: Establishment | null;
  /** What took its place when it closed. */
  readonly successor: Establishment | null;
  readonly urn: string | null;
  readonly ukprn: string | null;
  readonly code: string | null;
  /** Authority number as another collection gives it, for a school that the register does not know. */
  readonly authority?: string | null;
}

/** For each row of a table of placements or plan details: its setting (from 1; 0 is none), where in it (0, in a SEN unit 1, in resourced provision 2) and its SENsetting code (index into settingCodes). */
export interface SettingColumns {
  readonly setting: Int32Array;
  readonly place: Uint8Array;
  readonly code: Uint8Array;
}

export interface Settings {
  /** By setting key; index 0 is unused. */
  readonly list: readonly (Setting | null)[];
  readonly keyById: ReadonlyMap<string, number>;
  readonly placements: readonly SettingColumns[];
  readonly planDetails: readonly SettingColumns[];
  /** Setting group (index into settingGroups) of a setting and place on a day: from the day after a school closes, that of its successor. */
  group(setting: number, place: number, day: Day): number;
  /** The establishment that a setting is on a day, or null. */
  establishment(setting: number, day: Day): Establishment | null;
}

/** SENsetting codes by index; 0 is none, so that a placement at an institution has none. */
export const settingCodes: readonly string[] = ["", ...codeSets.SENsetting.map(({ code }) => code)];

const groupIndex = new Map(settingGroups.map((group, index) => [group.id, index]));
const NOT_RECORDED = groupIndex.get("not_recorded")!;

/** The identifier that counts where several are given: URN, then UKPRN, then SENsetting (rule D02). */
function idColumns(table: Sen2Table): {
  urn: TextColumn;
  ukprn: TextColumn;
  code: TextColumn;
  unit: FlagColumn;
  resourced: FlagColumn;
} {
  return {
    urn: table.code("urn"),
    ukprn: table.code("ukprn"),
    code: table.code("sensetting"),
    unit: table.flag("senunitindicator"),
    resourced: table.flag("resourcedprovisionindicator"),
  };
}

const tablesOf = (returns: readonly Sen2Return[]): Sen2Table[] =>
  returns.flatMap(({ tables }) => [tables.placementdetail, tables.plandetail]);

/** Every setting that the returns name, numbered in the order of their ids, so that the same input gives the same keys. */
function listSettings(
  returns: readonly Sen2Return[],
  register: SchoolRegister | null,
  others: readonly Setting[],
): Map<string, Setting> {
  const found = new Map<string, Setting>(others.map((setting) => [setting.id, setting]));
  const add = (
    column: TextColumn,
    kind: string,
    make: (value: string) => Omit<Setting, "id" | "successor">,
  ): void => {
    const used = new Uint8Array(column.dictionary.length);
    for (const code of column.codes) used[code] = 1;
    column.dictionary.forEach((value, code) => {
      const id = `${kind}:${value}`;
      if (code === 0 || !used[code] || found.has(id)) return;
      const setting = make(value);
      const successor =
        setting.establishment && register ? register.successorOf(setting.establishment) : null;
      found.set(id, { id, successor, ...setting });
    });
  };
  for (const table of tablesOf(returns)) {
    const { urn, ukprn, code } = idColumns(table);
    add(urn, "urn", (value) => ({
      urn: value,
      ukprn: null,
      code: null,
      establishment: register?.byUrn(value) ?? null,
    }));
    add(ukprn, "ukprn", (value) => ({
      urn: null,
      ukprn: value,
      code: null,
      establishment: register?.byUkprn(value) ?? null,
    }));
    add(code, "sensetting", (value) => ({
      urn: null,
      ukprn: null,
      code: value,
      establishment: null,
    }));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Setting group of a setting: by the register's establishment type, else by SENsetting code; a UKPRN that a register does not know is a registered provider. */
function groupOf(
  { code, ukprn }: Setting,
  establishment: Establishment | null,
  place: number,
  register: SchoolRegister | null,
): number {
  const id = establishment
    ? groupOfEstablishment(establishment.type, place === 1, place === 2)
    : code
      ? groupOfSenSetting(code)
      : ukprn && register
        ? "fe_ukrlp"
        : "not_recorded";
  return groupIndex.get(id) ?? NOT_RECORDED;
}

function settingColumns(table: Sen2Table, keyById: ReadonlyMap<string, number>): SettingColumns {
  const { urn, ukprn, code, unit, resourced } = idColumns(table);
  const keys = (column: TextColumn, kind: string): Int32Array =>
    Int32Array.from(column.dictionary, (value, i) =>
      i === 0 ? 0 : (keyById.get(`${kind}:${value}`) ?? 0),
    );
  const [ofUrn, ofUkprn, ofCode] = [
    keys(urn, "urn"),
    keys(ukprn, "ukprn"),
    keys(code, "sensetting"),
  ];
  const codeIndex = Uint8Array.from(code.dictionary, (value) =>
    Math.max(0, settingCodes.indexOf(value)),
  );
  const n = table.rowCount;
  const columns: SettingColumns = {
    setting: new Int32Array(n),
    place: new Uint8Array(n),
    code: new Uint8Array(n),
  };
  for (let row = 0; row < n; row++) {
    const institution = ofUrn[urn.codes[row]] || ofUkprn[ukprn.codes[row]];
    columns.setting[row] = institution || ofCode[code.codes[row]];
    columns.code[row] = institution ? 0 : codeIndex[code.codes[row]];
    columns.place[row] = unit.values[row] === 1 ? 1 : resourced.values[row] === 1 ? 2 : 0;
  }
  return columns;
}

/**
 * Finds the setting, the place in it and the SENsetting code of every placement and plan detail, beside the settings of other sources.
 * Without a register, institutions have no group.
 */
export function findSettings(
  returns: readonly Sen2Return[],
  register: SchoolRegister | null,
  others: readonly Setting[] = [],
): Settings {
  const byId = listSettings(returns, register, others);
  const list: (Setting | null)[] = [null, ...byId.values()];
  const keyById = new Map([...byId.keys()].map((id, index) => [id, index + 1]));
  const places = [0, 1, 2];
  const groups = list.map((setting) =>
    places.map((place) =>
      setting ? groupOf(setting, setting.establishment, place, register) : NOT_RECORDED,
    ),
  );
  const later = list.map((setting) =>
    setting?.successor
      ? places.map((place) => groupOf(setting, setting.successor, place, register))
      : null,
  );
  const hasClosed = (setting: number, day: Day): boolean =>
    later[setting] !== null && list[setting]!.establishment!.closed! < day;
  return {
    list,
    keyById,
    placements: returns.map(({ tables }) => settingColumns(tables.placementdetail, keyById)),
    planDetails: returns.map(({ tables }) => settingColumns(tables.plandetail, keyById)),
    group: (setting, place, day) =>
      (hasClosed(setting, day) ? later[setting]! : groups[setting])[place],
    establishment: (setting, day) =>
      hasClosed(setting, day) ? list[setting]!.successor : (list[setting]?.establishment ?? null),
  };
}

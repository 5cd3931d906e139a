import type { FlagColumn, TextColumn } from "../../columns/column";
import type { Establishment, SchoolRegister } from "../school-register/register";
import { groupOfEstablishment, groupOfSenSetting, settingGroups } from "../school-register/setting-groups";
import { codeSets } from "./code-sets";
import type { Sen2Return, Sen2Table } from "./return";

export interface Setting {
  /** `urn:…`, `ukprn:…` or `sensetting:…`. */
  readonly id: string;
  readonly establishment: Establishment | null;
  readonly urn: string | null;
  readonly ukprn: string | null;
  readonly code: string | null;
}

/** For each row of a table of placements or plan details: its setting (from 1; 0 is none), its setting group (index into settingGroups) and its SENsetting code (index into settingCodes). */
export interface SettingColumns {
  readonly setting: Int32Array;
  readonly group: Uint8Array;
  readonly code: Uint8Array;
}

export interface Settings {
  /** By setting key; index 0 is unused. */
  readonly list: readonly (Setting | null)[];
  readonly placements: readonly SettingColumns[];
  readonly planDetails: readonly SettingColumns[];
}

/** SENsetting codes by index; 0 is none, so that a placement at an institution has none. */
export const settingCodes: readonly string[] = ["", ...codeSets.SENsetting.map(({ code }) => code)];

const groupIndex = new Map(settingGroups.map((group, index) => [group.id, index]));
const NOT_RECORDED = groupIndex.get("not_recorded")!;

/** The identifier that counts where several are given: URN, then UKPRN, then SENsetting (rule D02). */
function idColumns(table: Sen2Table): { urn: TextColumn; ukprn: TextColumn; code: TextColumn; unit: FlagColumn; resourced: FlagColumn } {
  return { urn: table.text("urn"), ukprn: table.text("ukprn"), code: table.text("sensetting"), unit: table.flag("senunitindicator"), resourced: table.flag("resourcedprovisionindicator") };
}

const tablesOf = (returns: readonly Sen2Return[]): Sen2Table[] => returns.flatMap(({ tables }) => [tables.placementdetail, tables.plandetail]);

/** Every setting that the returns name, numbered in the order of their ids, so that the same input gives the same keys. */
function listSettings(returns: readonly Sen2Return[], register: SchoolRegister | null): Map<string, Setting> {
  const found = new Map<string, Setting>();
  const add = (column: TextColumn, kind: string, make: (value: string) => Omit<Setting, "id">): void => {
    const used = new Uint8Array(column.dictionary.length);
    for (const code of column.codes) used[code] = 1;
    column.dictionary.forEach((value, code) => {
      const id = `${kind}:${value}`;
      if (code > 0 && used[code] && !found.has(id)) found.set(id, { id, ...make(value) });
    });
  };
  for (const table of tablesOf(returns)) {
    const { urn, ukprn, code } = idColumns(table);
    add(urn, "urn", (value) => ({ urn: value, ukprn: null, code: null, establishment: register?.byUrn(value) ?? null }));
    add(ukprn, "ukprn", (value) => ({ urn: null, ukprn: value, code: null, establishment: register?.byUkprn(value) ?? null }));
    add(code, "sensetting", (value) => ({ urn: null, ukprn: null, code: value, establishment: null }));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Setting group of a setting: by the register's establishment type, else by SENsetting code; a UKPRN that a register does not know is a registered provider. */
function groupOf(setting: Setting, inUnit: boolean, inResourced: boolean, register: SchoolRegister | null): number {
  const { establishment, code, ukprn } = setting;
  const id = establishment ? groupOfEstablishment(establishment.type, inUnit, inResourced) : code ? groupOfSenSetting(code) : ukprn && register ? "fe_ukrlp" : "not_recorded";
  return groupIndex.get(id) ?? NOT_RECORDED;
}

/** Finds the setting, the setting group and the SENsetting code of every placement and plan detail. Without a register, institutions have no group. */
export function findSettings(returns: readonly Sen2Return[], register: SchoolRegister | null): Settings {
  const byId = listSettings(returns, register);
  const list: (Setting | null)[] = [null, ...byId.values()];
  const keyById = new Map([...byId.keys()].map((id, index) => [id, index + 1]));
  const groups = list.map((setting) => [0, 1, 2].map((place) => (setting ? groupOf(setting, place === 1, place === 2, register) : NOT_RECORDED)));
  const columns = (table: Sen2Table): SettingColumns => {
    const { urn, ukprn, code, unit, resourced } = idColumns(table);
    const keys = (column: TextColumn, kind: string): Int32Array => Int32Array.from(column.dictionary, (value, i) => (i === 0 ? 0 : (keyById.get(`${kind}:${value}`) ?? 0)));
    const [ofUrn, ofUkprn, ofCode] = [keys(urn, "urn"), keys(ukprn, "ukprn"), keys(code, "sensetting")];
    const codeIndex = Uint8Array.from(code.dictionary, (value) => Math.max(0, settingCodes.indexOf(value)));
    const n = table.rowCount;
    const result: SettingColumns = { setting: new Int32Array(n), group: new Uint8Array(n), code: new Uint8Array(n) };
    for (let row = 0; row < n; row++) {
      const institution = ofUrn[urn.codes[row]] || ofUkprn[ukprn.codes[row]];
      result.setting[row] = institution || ofCode[code.codes[row]];
      result.code[row] = institution ? 0 : codeIndex[code.codes[row]];
      result.group[row] = groups[result.setting[row]][unit.values[row] === 1 ? 1 : resourced.values[row] === 1 ? 2 : 0];
    }
    return result;
  };
  return { list, placements: returns.map(({ tables }) => columns(tables.placementdetail)), planDetails: returns.map(({ tables }) => columns(tables.plandetail)) };
}

import type { FlagColumn, TextColumn } from "../../../columns/column";
import { findPlaces, type Place, type Places } from "../../../places/places";
import type { SchoolRegister } from "../../../sources/school-register/register";
import { codeSets } from "../fields/code-sets";
import type { Sen2Return, Sen2Table } from "../read/return";

/**
 * For each row of a table of placements or plan details: its setting (from 1; 0 is none), where in
 * it (0, in a SEN unit 1, in resourced provision 2) and its SENsetting code (index into
 * settingCodes).
 */
export interface SettingColumns {
  readonly setting: Int32Array;
  readonly place: Uint8Array;
  readonly code: Uint8Array;
}

/** The places, with where each placement and plan detail of the returns is. */
export interface NamedSettings extends Places {
  readonly placements: readonly SettingColumns[];
  readonly planDetails: readonly SettingColumns[];
}

/** SENsetting codes by index; 0 is none, so that a placement at an institution has none. */
const settingCodes: readonly string[] = ["", ...codeSets.SENsetting.map(({ code }) => code)];

/**
 * The identifier that counts where several are given: URN, then UKPRN, then SENsetting (rule D02).
 */
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

/** Every setting that the returns name, once each. */
export function placesOf(returns: readonly Sen2Return[], register: SchoolRegister | null): Place[] {
  const found = new Map<string, Place>();
  const add = (
    column: TextColumn,
    kind: string,
    make: (value: string) => Omit<Place, "id" | "successor">,
  ): void => {
    const used = new Uint8Array(column.dictionary.length);
    for (const code of column.codes) used[code] = 1;
    column.dictionary.forEach((value, code) => {
      const id = `${kind}:${value}`;
      if (code === 0 || !used[code] || found.has(id)) return;
      const place = make(value);
      const successor =
        place.establishment && register ? register.successorOf(place.establishment) : null;
      found.set(id, { id, successor, ...place });
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
  return [...found.values()];
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
 * Finds the setting, the place in it and the SENsetting code of every placement and plan detail,
 * beside the places of other collections.
 * Without a register, institutions have no group.
 */
export function findSettings(
  returns: readonly Sen2Return[],
  register: SchoolRegister | null,
  others: readonly Place[] = [],
): NamedSettings {
  const places = findPlaces([...placesOf(returns, register), ...others], register);
  return {
    ...places,
    placements: returns.map(({ tables }) => settingColumns(tables.placementdetail, places.keyById)),
    planDetails: returns.map(({ tables }) => settingColumns(tables.plandetail, places.keyById)),
  };
}

import type { SchoolRegister } from "../sources/school-register/register";
import { groupOfEstablishment, groupOfSenSetting } from "../sources/school-register/setting-groups";
import { senSettings } from "../reference/code-sets";

/** A school or other setting that findings name, by the best that is known of it. */
export interface NamedSchool {
  /** `urn:…` where the school register knows it, else as the extract names it. */
  readonly id: string;
  readonly urn: string | null;
  /** Name in the register, or what a SEN setting code means; null where neither is known. */
  readonly name: string | null;
  /** Setting group of its type, without telling SEN units apart; null where it is not known. */
  readonly settingGroup: string | null;
}

const labels = new Map<string, string>(senSettings.map(({ code, label }) => [code, label]));

function namedSchool(id: string, register: SchoolRegister | null): NamedSchool {
  const [kind, value] = id.split(":");
  if (kind === "sensetting")
    return {
      id,
      urn: null,
      name: labels.get(value) ?? null,
      settingGroup: groupOfSenSetting(value),
    };
  const find: Readonly<Record<string, SchoolRegister["byUrn"]>> = register
    ? { urn: register.byUrn, ukprn: register.byUkprn, laestab: register.byLaEstab }
    : {};
  const found = find[kind]?.(value);
  if (found)
    return {
      id: `urn:${found.urn}`,
      urn: found.urn,
      name: found.name,
      settingGroup: groupOfEstablishment(found.type, false, false),
    };
  return { id, urn: kind === "urn" ? value : null, name: null, settingGroup: null };
}

/**
 * What is known of the schools that findings name (`urn:…`, `ukprn:…`, `laestab:…`,
 * `sensetting:…`), by those ids.
 */
export const namedSchools = (
  ids: Iterable<string>,
  register: SchoolRegister | null,
): ReadonlyMap<string, NamedSchool> =>
  new Map([...new Set(ids)].map((id) => [id, namedSchool(id, register)]));

import type { ModelTable, SemanticModel } from "../model/model";
import { reachedFrom } from "../model/relationships";
import type { Found, Rule } from "./model-rules";

/** Source columns that say who a row is about. */
const PERSON_COLUMNS = new Set(["person_key", "mh_person_key"]);
const sources = ({ columns }: ModelTable): string[] =>
  columns.flatMap(({ from }) => ("source" in from ? [from.source] : []));
const isOfPeople = (table: ModelTable): boolean =>
  sources(table).some((source) => PERSON_COLUMNS.has(source));

/**
 * Tables of people that a role leaves open: neither filtered themselves nor reached by a filter. Where
 * a role chooses by places, a filter on people is no more than their list: it does not say which rows
 * about them may be seen.
 */
function openTables({ tables, relationships, roles }: SemanticModel): Found[] {
  const people = tables.filter(isOfPeople).map(({ name }) => name);
  if (roles.length === 0)
    return people.map((table) => [table, "it holds people, and no role says who may see it"]);
  const reaches = (table: string): string[] =>
    [...reachedFrom(table, relationships)].filter((one) => people.includes(one));
  return roles.flatMap(({ name, filters }) => {
    const filtered = Object.keys(filters);
    const places = filtered.filter((table) => !people.includes(table) && reaches(table).length > 0);
    const reached = (places.length > 0 ? places : filtered).flatMap(reaches);
    return people
      .filter((table) => !filtered.includes(table) && !reached.includes(table))
      .map((table): Found => [`role ${name}`, `it leaves ${table} open, which holds people`]);
  });
}

/** What roles must close. */
export const roleRules: readonly Rule[] = [
  { id: "role-open", check: openTables },
  {
    id: "role-access",
    check: ({ tables, roles }) => {
      const access = tables.find((table) => {
        const own = sources(table);
        return own.includes("user") && own.includes("area_code");
      });
      return roles
        .filter(
          ({ filters }) => access && !/^FALSE\s*(?:\(\s*\))?$/i.test(filters[access.name] ?? ""),
        )
        .map(({ name }) => [`role ${name}`, "its readers see who else may see what"]);
    },
  },
];

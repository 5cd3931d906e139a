import { daxCalls, daxLists, daxTree, type DaxPart } from "../dax/tree";
import type { ModelTable, SemanticModel } from "../model/model";
import { reachedFrom } from "../model/relationships";
import type { Found, LintRule } from "./model-rules";

/** Source columns that say who a row is about. */
const PERSON_COLUMNS = new Set(["person_key", "mh_person_key"]);
const sources = ({ columns }: ModelTable): string[] =>
  columns.flatMap(({ from }) => ("source" in from ? [from.source] : []));
const isOfPeople = (table: ModelTable): boolean =>
  sources(table).some((source) => PERSON_COLUMNS.has(source));

/** Whether a filter says the same of every row. */
const isConstant = (dax: string): boolean =>
  ![...daxLists(daxTree(dax))]
    .flat()
    .some(({ kind }) => kind === "column" || kind === "bracket" || kind === "table");

/** Whether a filter is true of every row, whoever reads: `TRUE ()`, `1 = 1`, `... || TRUE ()`. */
function isOpen(dax: string): boolean {
  const tree = daxTree(dax);
  const isTrue = (part: DaxPart | undefined): boolean =>
    part !== undefined &&
    part.name.toUpperCase() === "TRUE" &&
    ["call", "word"].includes(part.kind);
  if (tree.some((part, i) => part.name === "||" && (isTrue(tree[i - 1]) || isTrue(tree[i + 1]))))
    return true;
  return isConstant(dax) && !/^\s*FALSE\s*(?:\(\s*\))?\s*$/i.test(dax);
}

const READERS = new Set(["USERPRINCIPALNAME", "USERNAME", "CUSTOMDATA", "USEROBJECTID"]);
const asksReader = (dax: string): boolean =>
  [...daxCalls(daxTree(dax))].some(({ name }) => READERS.has(name));

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
    const filtered = Object.keys(filters).filter((table) => !isOpen(filters[table]));
    const places = filtered.filter((table) => !people.includes(table) && reaches(table).length > 0);
    const reached = (places.length > 0 ? places : filtered).flatMap(reaches);
    return people
      .filter((table) => !filtered.includes(table) && !reached.includes(table))
      .map((table): Found => [`role ${name}`, `it leaves ${table} open, which holds people`]);
  });
}

/** What roles must close. */
export const roleRules: readonly LintRule[] = [
  { id: "role-open", check: openTables },
  {
    id: "role-reader",
    check: ({ roles }) =>
      roles.flatMap(({ name, filters }) =>
        Object.entries(filters)
          .filter(([, dax]) => !isConstant(dax) && !asksReader(dax))
          .map(([table]): Found => [
            `role ${name}`,
            `its filter of ${table} does not ask who reads: all its readers see the same`,
          ]),
      ),
  },
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
